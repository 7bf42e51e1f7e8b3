import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { bilingual } from '../policy.ts'
import { LEAD_ROLES } from '../roles.ts'
import { instant } from '../time.ts'
import { remark } from '../written.ts'
import { TRAINING_TOPICS } from './words.ts'

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { message: 'month' })
const percent = z.number().min(0).max(100)
const topic = z.enum(TRAINING_TOPICS)

/** A subject in which examinations went badly, who had most trouble with it, and whether a training is planned. */
export const trainingNeed = z.object({
  topic,
  answers: z.number().int(),
  people: z.number().int(),
  /** Points won of those that could be won. */
  percent,
  weak: z.array(z.object({ userId, name: z.string(), percent })),
  /** Trainings of the year's plan that are about it. */
  planned: z.array(z.string()),
})
export type TrainingNeed = z.infer<typeof trainingNeed>

/** Where a proposal comes from: an examination, the causes of complaints, or the scores of a month. */
export const NEED_SOURCES = ['exam', 'cause', 'score'] as const
export type NeedSource = (typeof NEED_SOURCES)[number]

const named = z.object({ userId, name: z.string(), value: z.number() })

/** Something proposed as training from the records of a month; `value` is points, or complaints for a cause. */
export const needProposal = z.object({
  source: z.enum(NEED_SOURCES),
  subject: z.string(),
  name: bilingual,
  topic,
  value: z.number(),
  people: z.array(named),
})
export type NeedProposal = z.infer<typeof needProposal>

/** What a lead decided about a proposal, and what became of those whom it concerned. */
export const settledNeed = z.object({
  id: z.string(),
  source: z.enum(NEED_SOURCES),
  subject: z.string(),
  name: bilingual,
  month,
  decision: z.enum(['accepted', 'declined']),
  trainingId: z.string().nullable(),
  trainingTitle: z.string().nullable(),
  reason: z.string(),
  decidedAt: instant,
  decidedByName: z.string(),
  people: z.array(named),
  /** The mean figure of these people when it was decided. */
  before: z.number().nullable(),
  /** The same in the newest month after the training began of which something is known. */
  after: z.number().nullable(),
  afterMonth: month.nullable(),
  isBetter: z.boolean().nullable(),
})
export type SettledNeed = z.infer<typeof settledNeed>

/** What the records say about what people should be trained in, and what leads made of it. */
export const trainingNeeds = {
  needs: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '由考核薄弱知识点提出培训需求', en: 'Training needs from weak exam subjects' },
    input: z.object({ fromMonth: month, toMonth: month }),
    output: z.array(trainingNeed),
  }),
  proposals: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: {
      zh: '由一个月的测评、投诉原因和低分提出培训建议',
      en: "Training proposed from a month's exams, complaint causes and low scores",
    },
    input: z.object({ month }),
    output: z.object({ month, proposals: z.array(needProposal), settled: z.array(settledNeed) }),
  }),
  settleNeed: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: {
      zh: '确认培训建议并安排培训，或说明不安排的理由',
      en: 'Confirm a proposed training need with its training, or decline it with the reason',
    },
    input: z.object({
      source: z.enum(NEED_SOURCES),
      subject: z.string().min(1).max(64),
      month,
      /** None: it is declined, and the reason is given. */
      trainingId: z.string().min(1).max(64).nullable(),
      reason: remark(500),
    }),
    output: settledNeed,
    changes: ['training'],
  }),
}
