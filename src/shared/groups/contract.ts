import { z } from 'zod'
import { call } from '../contract.ts'
import { memberId } from '../ids.ts'
import { line } from '../members/fields.ts'
import { memberHit } from '../members/model.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { isStorable } from '../storable.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { instant } from '../time.ts'
import { CUSTOMER_TYPES, ORIGIN_CHANNELS, WISH_TOPICS } from '../wishes/words.ts'

const id = z.string().min(1).max(64)
const count = z.number().int().min(0)

/** What the members of a group have in common; what is left empty is not asked for. */
export const groupCriteria = z.object({
  tiers: z.array(z.enum(MEMBER_TIERS)).min(1).max(MEMBER_TIERS.length),
  provinces: z.array(line(60)).max(40).default([]),
  types: z.array(z.enum(CUSTOMER_TYPES)).max(CUSTOMER_TYPES.length).default([]),
  /** All of these tags hold. */
  tags: z
    .array(z.object({ topic: z.enum(WISH_TOPICS), value: line(60) }))
    .max(10)
    .default([]),
  origins: z.array(z.enum(ORIGIN_CHANNELS)).max(ORIGIN_CHANNELS.length).default([]),
  /** Only those whose newest word on offers and events is a yes. */
  welcomesOffers: z.boolean().default(false),
  /** Spend of the last twelve months, own and with partners. */
  leastSpendFen: z.number().int().min(0).max(100_000_000_000).default(0),
})
export type GroupCriteria = z.infer<typeof groupCriteria>

export const groupView = z.object({
  id: z.string(),
  name: z.string(),
  note: z.string(),
  criteria: groupCriteria,
  createdByName: z.string(),
  updatedAt: instant,
  /** The newest choice; null before the first. */
  lastRun: z.object({ id: z.string(), at: instant, byName: z.string(), considered: count, chosen: count }).nullable(),
})
export type GroupView = z.infer<typeof groupView>

/** Members selected into target groups by what they have in common (S4-49). */
export const groups = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出目标客群', en: 'List the target groups' },
    input: z.object({}),
    output: z.array(groupView),
  }),
  preview: call({
    kind: 'query',
    access: LEAD_ROLES,
    members: 'scoped',
    summary: { zh: '按条件试算目标客群', en: 'Count whom criteria would choose' },
    input: z.object({ criteria: groupCriteria }),
    output: z.object({ considered: count, chosen: count, first: z.array(memberHit) }),
    heavy: true,
  }),
  save: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '保存目标客群', en: 'Save a target group' },
    input: z.object({
      /** An existing group; a new one when absent. */
      id: id.optional(),
      name: line(60),
      note: z.string().trim().max(500).refine(isStorable, { message: 'unreadable' }).default(''),
      criteria: groupCriteria,
    }),
    output: groupView,
    changes: ['members'],
  }),
  run: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '重新筛选目标客群', en: 'Choose the members of a target group anew' },
    input: z.object({ id }),
    output: groupView,
    changes: ['members'],
    heavy: true,
  }),
  members: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'scoped',
    summary: { zh: '查看一次筛选选出的会员', en: 'Show whom a target group chose' },
    input: z.object({
      runId: id,
      after: memberId.optional(),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(memberHit), next: memberId.nullable() }),
  }),
}
