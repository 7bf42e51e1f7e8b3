import { z } from 'zod'
import { call } from '../contract.ts'
import { written } from '../written.ts'
import { accessRule, accessVersion } from './access-rule.ts'

/** Who reads which members (S3-129): what holds, and every version before it. */
const standing = z.object({
  rule: accessRule,
  /** Zero until a manager first sets it. */
  version: z.number().int(),
  versions: z.array(accessVersion),
})

export const accessContract = {
  access: call({
    kind: 'query',
    access: ['manager'],
    summary: { zh: '查看各角色可查阅哪些会员', en: 'Show which members each role reads' },
    input: z.object({}),
    output: standing,
  }),
  setAccess: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '设定各角色可查阅哪些会员', en: 'Set which members each role reads' },
    input: accessRule.extend({
      reason: written(500),
      /** The version that was read: one made meanwhile by somebody else is a CONFLICT. */
      expectedVersion: z.number().int().min(0),
    }),
    output: standing,
    changes: ['trust', 'session', 'members'],
  }),
}
