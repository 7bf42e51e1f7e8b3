import { z } from 'zod'
import { queueFilter } from '../cases/model.ts'
import { caseRow } from '../cases/views.ts'
import { PRIORITIES, SEVERITIES } from '../cases/words.ts'
import type { Bilingual } from '../contract.ts'
import { callId, caseId, memberId, userId } from '../ids.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { instant } from '../time.ts'

/** What waits for a person besides cases. */
export const OTHER_WAITS = ['callBack', 'promise', 'followUp', 'todo', 'subTask', 'approval', 'care'] as const
export type OtherWait = (typeof OTHER_WAITS)[number]

export const WAIT_KINDS = ['case', ...OTHER_WAITS] as const
export type WaitKind = (typeof WAIT_KINDS)[number]

export const WAIT_KIND_NAMES: Record<WaitKind, Bilingual> = {
  case: { zh: '工单', en: 'Case' },
  callBack: { zh: '回电', en: 'Call-back' },
  promise: { zh: '承诺', en: 'Promise' },
  followUp: { zh: '跟进', en: 'Follow-up' },
  todo: { zh: '待办', en: 'To-do' },
  subTask: { zh: '协办', en: 'Sub-task' },
  approval: { zh: '审批', en: 'Approval' },
  care: { zh: '关怀', en: 'Outreach' },
}

/** `urgency`: what is late first, then what ends within the horizon by weight, then the rest by due time. */
export const WAIT_ORDERS = ['urgency', 'due', 'priority'] as const
export type WaitOrder = (typeof WAIT_ORDERS)[number]

/** One's own team, or that of a lead. */
export const teamChoice = z.union([z.literal('mine'), userId])

/** The queue's filter; a team also holds what nobody has yet. */
export const waitFilter = queueFilter.extend({ team: teamChoice.optional() })
export type WaitFilter = z.output<typeof waitFilter>

/** Something that waits and is no case; it opens where it is worked on. */
export const waitItem = z.object({
  what: z.enum(OTHER_WAITS),
  id: z.string(),
  /** The number of the case or the call it belongs to. */
  number: z.string().nullable(),
  title: z.string(),
  contactName: z.string(),
  tier: z.enum(MEMBER_TIERS),
  severity: z.enum(SEVERITIES),
  priority: z.enum(PRIORITIES),
  ownerId: userId.nullable(),
  ownerName: z.string().nullable(),
  nextDueAt: instant.nullable(),
  queueAt: instant,
  caseId: caseId.nullable(),
  callId: callId.nullable(),
  memberId: memberId.nullable(),
})
export type WaitItem = z.infer<typeof waitItem>

export const waitRow = z.discriminatedUnion('what', [caseRow.extend({ what: z.literal('case') }), waitItem])
export type WaitRow = z.infer<typeof waitRow>

/** Where the next page begins: the last row of the one before, and the moment by which that one was ordered. */
export const waitKey = z.object({
  asOf: instant,
  priority: z.enum(PRIORITIES),
  queueAt: instant,
  rankAt: z.number().int(),
  id: z.string().max(60),
})
export type WaitKey = z.infer<typeof waitKey>
