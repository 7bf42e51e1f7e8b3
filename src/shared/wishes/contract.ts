import { z } from 'zod'
import { call } from '../contract.ts'
import { callId, memberId } from '../ids.ts'
import { READS } from '../reads.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { isStorable } from '../storable.ts'
import { day, instant } from '../time.ts'
import { newOrigin, newTag, origin, rowFault, timeliness, wishFile, wishSourceView, wishTag } from './model.ts'
import { CUSTOMER_TYPES, STAGES } from './words.ts'

const id = z.string().min(1).max(64)
const tags = z.array(newTag).max(40)
const stage = z.enum(STAGES)

/** What members prefer and wish, where they came from and what kind of customer they are (S4-32..50, S4-69..80). */
export const wishes = {
  of: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '查看会员的需求与偏好', en: "Show a member's wishes and preferences" },
    input: z.object({ memberId }),
    output: wishFile,
    discloses: true,
  }),
  record: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '记录会员的需求与偏好', en: "Note a member's wishes and preferences" },
    input: z.object({ memberId, stage: stage.default('enquiry'), saidAt: instant.optional(), tags: tags.min(1) }),
    output: z.array(wishTag),
    changes: ['members'],
  }),
  interview: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记电话访谈', en: 'Record a telephone interview' },
    input: z.object({
      memberId,
      /** The call in which it was held; null when it was held without one. */
      callId: callId.nullable().default(null),
      stage: stage.default('enquiry'),
      saidAt: instant.optional(),
      tags,
      origin: newOrigin.nullable().default(null),
      note: z.string().trim().max(2000).refine(isStorable, { message: 'unreadable' }).default(''),
    }),
    output: wishSourceView,
    changes: ['members'],
  }),
  importQuestionnaires: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '导入线上问卷', en: 'Import answers of an online questionnaire' },
    input: z.object({
      file: z.string().min(1).max(1000),
      stage: stage.default('enquiry'),
      /** Reads and judges everything, and stores nothing. */
      dryRun: z.boolean().default(false),
    }),
    reads: READS.pieces,
    output: z.object({
      read: z.number().int(),
      recorded: z.number().int(),
      rejected: z.array(rowFault),
    }),
    changes: ['members', 'imports'],
    heavy: true,
  }),
  sources: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出问卷导入与电话访谈', en: 'List questionnaires and interviews' },
    input: z.object({
      kind: z.enum(['questionnaire', 'interview']),
      before: z.object({ at: instant, id }).optional(),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ rows: z.array(wishSourceView), next: z.object({ at: instant, id }).nullable() }),
  }),
  retire: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '取消一项偏好标签', en: 'End a tag that no longer holds' },
    input: z.object({ id }),
    output: wishTag,
    changes: ['members'],
  }),
  reinstate: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '恢复一项已取消的偏好标签', en: 'Let a tag that was ended hold again' },
    input: z.object({ id }),
    output: wishTag,
    changes: ['members'],
  }),
  seen: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '知悉会员的新需求', en: "Take note of a member's new wishes" },
    input: z.object({ memberId }),
    output: z.object({ seen: z.number().int() }),
    changes: ['members'],
  }),
  setOrigin: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记客户来源', en: 'Record which campaign or channel brought a member' },
    input: newOrigin.extend({ memberId }),
    output: origin,
    changes: ['members'],
  }),
  decideType: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '确认或否定客户分型', en: 'Confirm or decline a type of customer' },
    input: z.object({ memberId, type: z.enum(CUSTOMER_TYPES), isConfirmed: z.boolean() }),
    output: z.null(),
    changes: ['members'],
  }),
  timeliness: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '信息传递时效', en: 'How fast what members say is passed on' },
    input: z.object({ from: day, to: day }),
    output: timeliness,
    heavy: true,
  }),
}
