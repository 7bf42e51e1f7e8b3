import { z } from 'zod'
import { chainHead } from '../audit/contract.ts'
import { call } from '../contract.ts'

/** Looking after the store itself. */
export const admin = {
  backup: call({
    kind: 'command',
    access: ['manager', 'admin'],
    summary: { zh: '备份数据库', en: 'Back up the store' },
    input: z.object({ out: z.string().min(1).max(1000) }),
    output: z.object({ fileName: z.string(), bytes: z.number().int(), sha256: z.string(), head: chainHead }),
    heavy: true,
  }),
  info: call({
    kind: 'query',
    access: 'anyone',
    summary: { zh: '版本、引擎与数据量', en: 'Versions, engine and counts' },
    input: z.object({}),
    output: z.object({
      app: z.string(),
      electron: z.string(),
      node: z.string(),
      engine: z.enum(['sqlite', 'postgres']),
      engineVersion: z.string(),
      cipher: z.string(),
      schema: z.number().int(),
      storeId: z.string(),
      publicKey: z.string(),
      audit: chainHead,
      counts: z.record(z.string(), z.number().int()),
    }),
    heavy: true,
  }),
}
