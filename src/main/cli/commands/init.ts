import { command } from '../command.ts'
import { shownAddress } from '../place.ts'

/** Making a store. */
export const init = [
  command({
    path: 'init',
    call: 'session.create',
    summary: {
      zh: '新建加密数据库与首位经理；恢复密钥只打印这一次',
      en: 'Create the encrypted store and its first manager; the recovery key is printed this once',
    },
    needs: 'store',
    options: { name: { kind: 'text', required: true, meaning: { zh: '经理姓名', en: "The manager's name" } } },
    run: async (context, { name }) => {
      const { store, language } = context
      const login = context.user()
      const password = await context.newPassword('DESK_PASSWORD', login)
      const made = await context.ask('session.create', { login, name, password, language })
      context.tell({
        zh: '请把恢复密钥抄下锁好：忘记所有密码时，它是打开数据库的唯一办法，程序不保留副本。',
        en: 'Write the recovery key down and lock it away: when all passwords are forgotten nothing else opens the store, and no copy is kept.',
      })
      return { json: { store: shownAddress(store), ...made } }
    },
  }),
]
