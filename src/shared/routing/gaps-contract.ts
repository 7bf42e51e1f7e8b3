import { z } from 'zod'
import { caseRow } from '../cases/views.ts'
import { call } from '../contract.ts'
import { caseId, userId } from '../ids.ts'
import { LEAD_ROLES } from '../roles.ts'
import { instant } from '../time.ts'
import { written } from '../written.ts'
import { noticeView } from './contract.ts'
import { GAPS } from './words.ts'

const count = z.number().int().min(0)

/** An open complaint that lacks something. */
export const gapRow = z.object({
  case: caseRow,
  gaps: z.array(z.enum(GAPS)),
  lastContactAt: instant.nullable(),
})
export type GapRow = z.infer<typeof gapRow>

/** A task of a case that nobody in person answers for (S4-137). */
export const unnamedTask = z.object({
  id: z.string(),
  kind: z.enum(['subTask', 'rectification']),
  caseId,
  caseNumber: z.string(),
  text: z.string(),
  department: z.string().nullable(),
  dueAt: instant.nullable(),
})
export type UnnamedTask = z.infer<typeof unnamedTask>

/** A complaint whose first answer came late, is awaited, or that is past a limit (S4-135). */
export const delayRow = z.object({
  case: caseRow,
  answeredAt: instant.nullable(),
  responseDueAt: instant.nullable(),
  /** How long the first answer took; so far when it is still awaited. */
  responseMs: z.number().int(),
  isResponseLate: z.boolean(),
  /** How long the next limit has been overrun. */
  overdueMs: z.number().int(),
})
export type DelayRow = z.infer<typeof delayRow>

/** A complaint that somebody must answer for: a repeated one (S4-138) or a major one (S4-139). */
export const answerRow = z.object({
  case: caseRow,
  kind: z.enum(['repeat', 'major']),
  earlierId: caseId.nullable(),
  earlierNumber: z.string().nullable(),
  /** Who had the earlier complaint, or has the major one. */
  ownerId: userId.nullable(),
  ownerName: z.string().nullable(),
  /** Who was asked, and what they answered. */
  notice: noticeView.nullable(),
  /** Accountability measures recorded with the finding of fault. */
  measures: count,
  isSettled: z.boolean(),
})
export type AnswerRow = z.infer<typeof answerRow>

/** Lists that let nothing fall through (S1-11, S4-135, S4-137..139, S5-22). */
export const gaps = {
  list: call({
    kind: 'query',
    access: LEAD_ROLES,
    members: 'scoped',
    summary: {
      zh: '遗漏清单：缺责任人、下一步或联系的投诉',
      en: 'List complaints that lack an owner, a next step or contact',
    },
    input: z.object({ contactHours: z.number().int().min(1).max(720).optional() }),
    output: z.object({
      contactHours: z.number().int(),
      open: count,
      rows: z.array(gapRow),
      tasks: z.array(unnamedTask),
    }),
    heavy: true,
  }),
  delays: call({
    kind: 'query',
    access: LEAD_ROLES,
    members: 'scoped',
    summary: { zh: '首响时长与拖延清单', en: 'First-response times and the list of delays' },
    input: z.object({ from: instant, to: instant }),
    output: z.object({
      complaints: count,
      answered: count,
      withinPercent: z.number().nullable(),
      medianMs: z.number().int().nullable(),
      meanMs: z.number().int().nullable(),
      rows: z.array(delayRow),
    }),
    heavy: true,
  }),
  answers: call({
    kind: 'query',
    access: LEAD_ROLES,
    members: 'scoped',
    summary: { zh: '重复投诉与重大投诉的追责情况', en: 'Repeat and major complaints, and who answers for them' },
    input: z.object({ from: instant, to: instant }),
    output: z.array(answerRow),
    heavy: true,
  }),
  ask: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '要求责任人对投诉作出说明', en: 'Ask somebody to answer for a complaint' },
    input: z.object({
      caseId,
      kind: z.enum(['repeat', 'major']),
      earlierId: caseId.nullable().default(null),
      personId: userId,
      text: written(1000),
    }),
    output: noticeView,
    changes: ['cases'],
  }),
}
