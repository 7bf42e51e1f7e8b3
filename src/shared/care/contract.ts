import { z } from 'zod'
import { call } from '../contract.ts'
import { caseId, memberId, userId } from '../ids.ts'
import { MESSAGE_STATES } from '../messages/words.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { day, instant } from '../time.ts'
import { remark, written } from '../written.ts'
import { CARE_EFFECTS, CARE_KINDS, CARE_OCCASIONS, CARE_STATES } from './words.ts'

const id = z.string().min(1).max(64)
const one = z.object({ id })
const changes = ['messages', 'cases'] as const

/** One care contact: planned, carried out, and what came of it. */
export const careRow = z.object({
  id,
  memberId: memberId.nullable(),
  caseId: caseId.nullable(),
  caseNumber: z.string().nullable(),
  personName: z.string(),
  tier: z.enum(MEMBER_TIERS).nullable(),
  kind: z.enum(CARE_KINDS),
  occasion: z.enum(CARE_OCCASIONS),
  reason: z.string(),
  ownerId: userId,
  ownerName: z.string(),
  dueDay: day,
  state: z.enum(CARE_STATES),
  isOverdue: z.boolean(),
  plannedAt: instant,
  plannedByName: z.string(),
  doneAt: instant.nullable(),
  doneByName: z.string().nullable(),
  isReached: z.boolean(),
  result: z.string(),
  /** What the member needs and thinks, from this contact (S3-123). */
  needs: z.string(),
  opinions: z.string(),
  effect: z.enum(CARE_EFFECTS).nullable(),
  effectText: z.string(),
  effectAt: instant.nullable(),
  followsId: id.nullable(),
  /** How far the message that carries it out has come. */
  messageState: z.enum(MESSAGE_STATES).nullable(),
  changes: z.array(z.object({ at: instant, byName: z.string(), reason: z.string() })),
})
export type CareRow = z.infer<typeof careRow>

const measure = {
  kind: z.enum(CARE_KINDS),
  reason: written(500),
  ownerId: userId,
  dueDay: day,
}

/** Care for customers: planned, done, its effect, and changed after it was seen (S2-145..151, S3-120..123). */
export const care = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出待办、即将到期或已完成的关怀', en: 'List care that is due, coming or done' },
    input: z.object({
      view: z.enum(['due', 'coming', 'done']).default('due'),
      isMine: z.boolean().default(false),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.array(careRow),
  }),
  of: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'rows',
    summary: { zh: '列出一件工单或一位会员的关怀', en: 'List the care of a case or a member' },
    input: z.object({ caseId: caseId.nullable().default(null), memberId: memberId.nullable().default(null) }),
    output: z.array(careRow),
  }),
  plan: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '安排一次关怀', en: 'Plan a care contact' },
    input: z.object({
      memberId: memberId.nullable().default(null),
      caseId: caseId.nullable().default(null),
      occasion: z.enum(CARE_OCCASIONS),
      ...measure,
    }),
    output: careRow,
    changes,
  }),
  planRound: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: {
      zh: '为一批会员安排生日、节日或定期关怀',
      en: 'Plan birthdays, a festival or regular contacts for many members',
    },
    input: z.object({
      occasion: z.enum(['birthday', 'festival', 'regular']),
      /** The name of the festival; the reason of regular contacts. */
      name: remark(80),
      kind: z.enum(CARE_KINDS),
      tiers: z.array(z.enum(MEMBER_TIERS)).min(1, { message: 'required' }),
      from: day,
      /** Birthdays from the first to the last day; the one day of everything else. */
      to: day,
      ownerId: userId,
    }),
    output: z.object({
      planned: z.number().int(),
      already: z.number().int(),
      /** Left out for want of consent, opted out, or cared for often enough. */
      unwelcome: z.number().int(),
    }),
    changes,
    heavy: true,
  }),
  festivals: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出日历中即将到来的节日', en: 'List the festivals to come, from the calendar' },
    input: z.object({}),
    output: z.array(z.object({ day, name: z.string() })),
  }),
  done: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: {
      zh: '登记关怀已完成及客户的需求和意见',
      en: 'Record care as done, with what the customer needs and thinks',
    },
    input: one.extend({
      at: instant.optional(),
      isReached: z.boolean(),
      result: written(2000),
      needs: remark(2000),
      opinions: remark(2000),
    }),
    output: careRow,
    changes,
  }),
  effect: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '反馈关怀效果', en: 'Record what a care contact did' },
    input: one.extend({ effect: z.enum(CARE_EFFECTS), text: written(1000) }),
    output: careRow,
    changes,
  }),
  change: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '调整关怀措施并保留理由', en: 'Change a care measure and keep the reason' },
    input: one.extend({ ...measure, changeReason: written(500) }),
    output: careRow,
    changes,
  }),
  cancel: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '取消一次关怀', en: 'Cancel a care contact' },
    input: one.extend({ reason: written(500) }),
    output: careRow,
    changes,
  }),
}
