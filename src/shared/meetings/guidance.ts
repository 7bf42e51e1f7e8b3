import { z } from 'zod'
import { call } from '../contract.ts'
import { caseId, userId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { remark, written } from '../written.ts'
import { GUIDANCE_KINDS } from './words.ts'

const id = z.string().min(1).max(64)
const count = z.number().int().min(0)
const period = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, { message: 'month-or-day' })
const changes = ['todos'] as const

/** What is stored of a person's work in a month: the ground of an assessment. */
export const staffFigures = z.object({
  answered: count,
  closed: count,
  breaches: count,
  reviews: count,
  quality: z.number().nullable(),
  answers: count,
  satisfaction: z.number().nullable(),
})
export type StaffFigures = z.infer<typeof staffFigures>

export const guidanceView = z.object({
  id,
  kind: z.enum(GUIDANCE_KINDS),
  userId,
  userName: z.string(),
  byName: z.string(),
  day,
  period: z.string().nullable(),
  topic: z.string(),
  text: z.string(),
  advice: z.string(),
  rating: z.number().int().min(1).max(5).nullable(),
  figures: staffFigures.nullable(),
  nextDay: day.nullable(),
  caseId: caseId.nullable(),
  caseNumber: z.string().nullable(),
  trainingTitle: z.string().nullable(),
  createdAt: instant,
  seenAt: instant.nullable(),
  reply: z.string(),
  /** Whether it waits for whoever asks to be read. */
  mayRead: z.boolean(),
})
export type GuidanceView = z.infer<typeof guidanceView>

/** Assessments with advice by managers (S3-10), coaching by leads (S3-17); the person reads and answers them. */
export const guidance = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出评估与指导记录', en: 'List assessments and coaching' },
    input: z.object({
      userId: userId.nullable().default(null),
      kind: z.enum(GUIDANCE_KINDS).nullable().default(null),
      limit: z.number().int().min(1).max(300).default(100),
    }),
    output: z.array(guidanceView),
  }),
  figures: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '查看一人某月的工作数据', en: "Show a person's figures of a month" },
    input: z.object({ userId, period }),
    output: staffFigures,
  }),
  assess: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '评估员工并提出改进建议', en: 'Assess a person, with advice' },
    input: z.object({
      userId,
      period,
      rating: z.number().int().min(1).max(5),
      text: written(4000),
      advice: written(4000),
    }),
    output: guidanceView,
    changes,
  }),
  coach: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '记录对员工的培训与指导', en: 'Record coaching given to a person' },
    input: z.object({
      userId,
      day,
      topic: written(120),
      text: written(4000),
      advice: remark(4000),
      nextDay: day.nullable().default(null),
      caseNumber: remark(40),
      trainingId: id.nullable().default(null),
    }),
    output: guidanceView,
    changes,
  }),
  read: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '本人确认已阅并回复', en: 'Say that one has read it, with an answer' },
    input: z.object({ id, reply: remark(2000) }),
    output: guidanceView,
    changes,
  }),
}
