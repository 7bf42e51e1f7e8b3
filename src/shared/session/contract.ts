import { z } from 'zod'
import { call } from '../contract.ts'
import { READS } from '../reads.ts'
import { actor, language, login, newPassword, sessionStatus } from './model.ts'

const typed = z.string().min(1).max(256)
/** As people type it, with blanks and dashes. */
export const recoveryKey = z.string().min(10).max(400)

/** Opening, locking and recovering the store; the only calls that work while it is closed. */
export const session = {
  status: call({
    kind: 'query',
    access: 'public',
    summary: { zh: '当前会话与数据库状态', en: 'State of the session and the store' },
    input: z.object({}),
    output: sessionStatus,
  }),
  create: call({
    kind: 'command',
    access: 'public',
    summary: { zh: '新建加密数据库与首位经理', en: 'Create the encrypted store and its first manager' },
    input: z.object({ login, name: z.string().trim().min(1).max(60), password: newPassword, language }),
    output: z.object({ recoveryKey: z.string(), schema: z.number().int() }),
    changes: ['session'],
    secrets: ['password'],
  }),
  signIn: call({
    kind: 'command',
    access: 'public',
    summary: { zh: '登录并解锁数据库', en: 'Sign in and unlock the store' },
    input: z.object({ login: typed, password: typed }),
    output: actor,
    changes: ['session'],
    secrets: ['password'],
  }),
  lock: call({
    kind: 'command',
    access: 'public',
    summary: { zh: '锁定工作台', en: 'Lock the desk' },
    input: z.object({ reason: z.enum(['asked', 'idle', 'screen', 'suspend', 'switch']) }),
    output: z.null(),
    changes: ['session'],
  }),
  touch: call({
    kind: 'query',
    access: 'anyone',
    beforePasswordChange: true,
    summary: { zh: '记录操作活动，推迟自动锁定', en: 'Note activity, which puts off the automatic lock' },
    input: z.object({}),
    output: z.null(),
  }),
  changePassword: call({
    kind: 'command',
    access: 'anyone',
    beforePasswordChange: true,
    summary: { zh: '修改自己的密码', en: 'Change your own password' },
    input: z.object({ oldPassword: typed, newPassword }),
    output: z.null(),
    changes: ['session', 'users'],
    secrets: ['oldPassword', 'newPassword'],
  }),
  recover: call({
    kind: 'command',
    access: 'public',
    summary: { zh: '用恢复密钥重设密码', en: 'Set a new password with the recovery key' },
    input: z.object({ recoveryKey, login: typed, newPassword }),
    output: actor,
    changes: ['session', 'users'],
    secrets: ['recoveryKey', 'newPassword'],
  }),
  restore: call({
    kind: 'command',
    access: 'public',
    summary: {
      zh: '从备份恢复数据库：尚无数据库，或现有的已打不开',
      en: 'Restore the store from a backup, where there is none or the one there does not open',
    },
    input: z.object({
      file: z.string().min(1).max(1000),
      login: typed,
      password: typed,
      /** For a backup of a store that is bound to another computer. */
      recoveryKey: recoveryKey.optional(),
      /** Moves a store that is proved not to open aside first. */
      replaceDamaged: z.boolean().optional(),
      /** The password as it is now, where it was changed after the backup. */
      presentPassword: typed.optional(),
    }),
    /** `movedAside`: the file name under which what was there before goes on; null where nothing was. */
    reads: READS.pieces,
    output: z.object({ entries: z.number().int(), movedAside: z.string().nullable() }),
    changes: ['session'],
    secrets: ['password', 'recoveryKey', 'presentPassword'],
  }),
}
