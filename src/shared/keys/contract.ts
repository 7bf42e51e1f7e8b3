import { z } from 'zod'
import { call } from '../contract.ts'
import { ADMIN_ROLES } from '../roles.ts'
import { recoveryKey } from '../session/contract.ts'
import { instant } from '../time.ts'
import { written } from '../written.ts'
import { keychainName } from './keychains.ts'

const password = z.string().min(1).max(256)
/** Who agrees, with the own password, where somebody else may do it too. */
const second = z
  .object({ login: z.string().min(1).max(256), password })
  .nullable()
  .default(null)
const count = z.number().int().min(0)

/** The key that the store is encrypted with. */
export const keys = {
  state: call({
    kind: 'query',
    access: ADMIN_ROLES,
    summary: { zh: '数据密钥的现状', en: 'How it stands with the data key' },
    input: z.object({}),
    output: z.object({
      /** Which data key of this store is in use; the first is 1. */
      generation: z.number().int().min(1),
      /** Since when; the making of the store for the first. */
      since: instant,
      /** Since when the recovery key on paper is the one that opens the store. */
      recoverySince: instant,
      /** Bytes that a renewal encrypts anew, and bytes free on that disk; null where the server keeps the pages. */
      bytes: count.nullable(),
      free: count.nullable(),
      /** Files that are sealed with a key from the data key. */
      sealed: count,
      /** True while somebody else may renew it too: a renewal is then an act of two. */
      needsSecond: z.boolean(),
      /** Whether the store is bound to this computer, and the keychain that it can be bound with; null on a server. */
      device: z.object({ isBound: z.boolean(), keychain: keychainName.nullable() }).nullable(),
    }),
  }),
  bind: call({
    kind: 'command',
    access: ADMIN_ROLES,
    summary: { zh: '将数据库绑定到本机', en: 'Bind the store to this computer' },
    // Proved beforehand: without it, a computer that breaks would take the store along.
    input: z.object({ password, recoveryKey }),
    output: z.object({ keychain: keychainName }),
    changes: ['trust'],
    secrets: ['password', 'recoveryKey'],
  }),
  release: call({
    kind: 'command',
    access: ADMIN_ROLES,
    summary: { zh: '解除数据库与本机的绑定', en: 'End the binding of the store to this computer' },
    input: z.object({ reason: written(500), password }),
    output: z.null(),
    changes: ['trust'],
    secrets: ['password'],
  }),
  renewRecovery: call({
    kind: 'command',
    access: ADMIN_ROLES,
    summary: { zh: '更换恢复密钥', en: 'Renew the recovery key' },
    input: z.object({ reason: written(500), password, second }),
    /** Shown this once; the old one opens only what was copied before. */
    output: z.object({ recoveryKey: z.string() }),
    changes: ['trust'],
    secrets: ['password', 'second'],
  }),
  testRecovery: call({
    kind: 'command',
    access: ADMIN_ROLES,
    summary: { zh: '测试恢复密钥能否打开数据库', en: 'Test whether a recovery key opens the store' },
    input: z.object({ recoveryKey }),
    output: z.object({ opens: z.literal(true) }),
    secrets: ['recoveryKey'],
  }),
  renew: call({
    kind: 'command',
    access: ADMIN_ROLES,
    summary: { zh: '更换数据密钥并重新加密', en: 'Renew the data key and encrypt everything under it' },
    input: z.object({
      reason: written(500),
      password,
      second,
    }),
    output: z.object({
      generation: z.number().int().min(2),
      bytes: count.nullable(),
      sealed: count,
      /** False when the old key stays in the key file until the next sign-in, because its disk was full. */
      isOldDropped: z.boolean(),
    }),
    changes: ['trust'],
    heavy: true,
    alone: true,
    secrets: ['password', 'second'],
  }),
}
