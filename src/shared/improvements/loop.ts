import { z } from 'zod'
import { plainCode } from '../cases/words.ts'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { rowId as id, said } from './fields.ts'
import { DEED_FORMS, DEED_KINDS, PRINCIPLE_COUNT, TONES } from './loop-words.ts'
import { improvementRow } from './model.ts'

const channel = plainCode

export const feedbackRow = z.object({
  id,
  day,
  channel,
  tone: z.enum(TONES),
  text: z.string(),
  recordedByName: z.string(),
  improvements: z.array(improvementRow),
})
export type FeedbackRow = z.infer<typeof feedbackRow>

export const principleVersion = z.object({
  place: z.number().int(),
  version: z.number().int(),
  title: z.string(),
  text: z.string(),
  source: z.string(),
  setAt: instant,
  setByName: z.string(),
})
export type PrincipleVersion = z.infer<typeof principleVersion>

export const deedView = z.object({
  id,
  userId,
  name: z.string(),
  kind: z.enum(DEED_KINDS),
  form: z.enum(DEED_FORMS),
  reason: z.string(),
  day,
  caseId: z.string().nullable(),
  caseNumber: z.string().nullable(),
  decidedByName: z.string(),
  isSeen: z.boolean(),
})
export type DeedView = z.infer<typeof deedView>

/** What else keeps the loop closed: feedback that is no complaint, its principles, rewards and penalties. */
export const loop = {
  feedback: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出客户反馈（非投诉）', en: 'List customer feedback that is no complaint' },
    input: z.object({
      tone: z.enum(TONES).nullable().default(null),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.array(feedbackRow),
  }),
  addFeedback: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记客户反馈（非投诉）', en: 'Record customer feedback that is no complaint' },
    input: z.object({ day, channel, tone: z.enum(TONES), text: said(2, 4000) }),
    output: feedbackRow,
    changes: ['improvements'],
  }),
  principles: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看闭环原则的各版本', en: 'Show the principles of the loop, with their versions' },
    input: z.object({}),
    output: z.array(principleVersion),
  }),
  setPrinciple: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '登记或修订一条闭环原则', en: 'Record or revise a principle of the loop' },
    input: z.object({
      place: z.number().int().min(1).max(PRINCIPLE_COUNT),
      title: said(2, 60),
      text: said(2, 2000),
      source: said(2, 200),
    }),
    output: principleVersion,
    changes: ['improvements'],
  }),
  deeds: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出奖惩记录', en: 'List rewards and penalties' },
    input: z.object({ userId: userId.nullable().default(null) }),
    output: z.array(deedView),
  }),
  addDeed: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '登记奖励或处罚', en: 'Record a reward or a penalty' },
    input: z.object({
      userId,
      kind: z.enum(DEED_KINDS),
      form: z.enum(DEED_FORMS),
      reason: said(2, 2000),
      day,
      /** The number of the case it is for. */
      caseNumber: said(4, 30).nullable().default(null),
    }),
    output: deedView,
    changes: ['improvements'],
  }),
  seeDeed: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '本人确认已阅奖惩记录', en: 'Say that one has read an entry on oneself' },
    input: z.object({ id }),
    output: deedView,
    changes: ['improvements'],
  }),
}
