import { z } from 'zod'
import { call } from '../contract.ts'
import { ADMIN_ROLES } from '../roles.ts'

/** What a new desk still lacks. */
export const guide = {
  standing: call({
    kind: 'query',
    access: ADMIN_ROLES,
    summary: { zh: '查看服务台的建立进度', en: 'Show what of the desk is set up' },
    input: z.object({}),
    output: z.object({
      /** At least one member is on file. */
      members: z.boolean(),
      /** Somebody besides the first person can sign in. */
      colleagues: z.boolean(),
      /** Every calendar with holidays covers the whole present year. */
      calendar: z.boolean(),
      /** Backups are made by themselves. */
      backups: z.boolean(),
    }),
  }),
}
