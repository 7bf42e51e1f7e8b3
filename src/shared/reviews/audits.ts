import { z } from 'zod'
import { CASE_KINDS } from '../cases/words.ts'
import { callId, caseId, userId } from '../ids.ts'
import { day, instant } from '../time.ts'
import { ALWAYS_TAKEN, AUDIT_STATES, AUDIT_SUBJECTS, FINDING_GRADES } from './words.ts'

/** How a sample is drawn: a share or a number, over all or for each person, and what is always taken. */
export const sampleRule = z
  .object({
    by: z.enum(['all', 'agent']),
    percent: z.number().min(0.1).max(100).nullable(),
    count: z.number().int().min(0).max(1000).nullable(),
    always: z.array(z.enum(ALWAYS_TAKEN)).max(ALWAYS_TAKEN.length),
    /** Kinds of cases; of no meaning for calls. */
    kinds: z.array(z.enum(CASE_KINDS)).min(1),
  })
  .refine(({ percent, count }) => (percent === null) !== (count === null), { message: 'sample-one', path: ['count'] })
export type SampleRule = z.infer<typeof sampleRule>

export const auditRow = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(AUDIT_STATES),
  subject: z.enum(AUDIT_SUBJECTS),
  plannedDay: day,
  fromDay: day,
  toDay: day,
  auditorId: userId,
  auditorName: z.string(),
  rule: sampleRule,
  /** What the lots were drawn with, and from how many. */
  seed: z.number().int().nullable(),
  population: z.number().int().nullable(),
  drawnAt: instant.nullable(),
  sampleSize: z.number().int(),
  found: z.number().int(),
  conclusion: z.string().nullable(),
  closedAt: instant.nullable(),
})
export type AuditRow = z.infer<typeof auditRow>

export const auditItem = z.object({
  id: z.string(),
  caseId: caseId.nullable(),
  callId: callId.nullable(),
  number: z.string(),
  agentId: userId,
  agentName: z.string(),
  why: z.enum(['lot', ...ALWAYS_TAKEN]),
  grade: z.enum(FINDING_GRADES).nullable(),
  finding: z.string().nullable(),
  foundAt: instant.nullable(),
  foundByName: z.string().nullable(),
  reviewId: z.string().nullable(),
  total: z.number().int().nullable(),
})
export type AuditItem = z.infer<typeof auditItem>

export const auditView = auditRow.extend({
  items: z.array(auditItem),
  grades: z.record(z.enum(FINDING_GRADES), z.number().int()),
})
export type AuditView = z.infer<typeof auditView>

/** The whole population in the order the lots are drawn in, and the sample drawn from it once more. */
export const redrawn = z.object({
  seed: z.number().int(),
  population: z.array(z.object({ number: z.string(), agentName: z.string(), always: z.array(z.enum(ALWAYS_TAKEN)) })),
  numbers: z.array(z.string()),
  /** True when the same cases come out as are stored. */
  isSame: z.boolean(),
})
export type Redrawn = z.infer<typeof redrawn>
