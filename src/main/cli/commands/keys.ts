import { command } from '../command.ts'
import type { Context } from '../context.ts'
import { withMoments } from '../moments.ts'

const SECOND = {
  kind: 'text',
  meaning: {
    zh: '在场确认的第二位经理或管理员；密码取自 DESK_SECOND_PASSWORD',
    en: 'The second manager or administrator who agrees; the password comes from DESK_SECOND_PASSWORD',
  },
} as const

const BY_TWO = {
  reason: { kind: 'text', required: true, meaning: { zh: '原因', en: 'Why' } },
  second: SECOND,
} as const

/** The own password and, where somebody agrees, the login and password of the second person. */
async function agreed(context: Context, login: string | undefined) {
  const password = await context.password()
  return { password, second: login === undefined ? null : { login, password: await context.secondPassword(login) } }
}

/** The data key of the store and the recovery key on paper. */
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
    options: BY_TWO,
    run: async (context, { reason, second: login }) => {
      return { json: await context.ask('keys.renew', { reason, ...(await agreed(context, login)) }) }
    },
  }),
  command({
    path: 'key renew-recovery',
    call: 'keys.renewRecovery',
    summary: {
      zh: '更换恢复密钥，只显示这一次；旧的只能打开以前的备份',
      en: 'Renew the recovery key, which is shown this once; the old one opens only backups from before',
    },
    needs: 'person',
    options: BY_TWO,
    run: async (context, { reason, second: login }) => {
      return { json: await context.ask('keys.renewRecovery', { reason, ...(await agreed(context, login)) }) }
    },
  }),
  command({
    path: 'key test-recovery',
    call: 'keys.testRecovery',
    summary: {
      zh: '测试 DESK_RECOVERY_KEY 中的恢复密钥能否打开数据库，不作改动',
      en: 'Test whether the recovery key in DESK_RECOVERY_KEY opens the store; changes nothing',
    },
    needs: 'person',
    run: async (context) => {
      const recoveryKey = context.recoveryKey() ?? ''
      return { json: await context.ask('keys.testRecovery', { recoveryKey }) }
    },
  }),
]
