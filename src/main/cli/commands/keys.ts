import { command } from '../command.ts'
import { withMoments } from '../moments.ts'

/** The data key of the store. */
export const keys = [
  command({
    path: 'key show',
    call: 'keys.state',
    needs: 'person',
    run: async (context) => ({ json: withMoments(await context.ask('keys.state', {})) }),
  }),
  command({
    path: 'key renew',
    call: 'keys.renew',
    summary: {
      zh: '更换数据密钥并重新加密；密码和恢复密钥照旧，旧备份仍用旧密钥',
      en: 'Renew the data key and encrypt everything under it; passwords and the recovery key stay, old backups keep the old key',
    },
    needs: 'person',
    options: {
      reason: { kind: 'text', required: true, meaning: { zh: '原因', en: 'Why' } },
      second: {
        kind: 'text',
        meaning: {
          zh: '在场确认的第二位经理或管理员；密码取自 DESK_SECOND_PASSWORD',
          en: 'The second manager or administrator who agrees; the password comes from DESK_SECOND_PASSWORD',
        },
      },
    },
    run: async (context, { reason, second: login }) => {
      const password = await context.password()
      const second = login === undefined ? null : { login, password: await context.secondPassword(login) }
      return { json: await context.ask('keys.renew', { reason, password, second }) }
    },
  }),
]
