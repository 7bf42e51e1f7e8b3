import { z } from 'zod'
import { CASE_KINDS } from '../cases/words.ts'
import { callId, caseId, userId } from '../ids.ts'
import { bilingual } from '../policy.ts'
import { CLOCK_KINDS } from '../targets/model.ts'
import { day, instant } from '../time.ts'
import { remark } from '../written.ts'
import { BEST_MARK, COMPUTED_MARKS, DECISIONS, FORM_KINDS, REVIEW_STATES } from './words.ts'

const code = z.string().regex(/^[a-z][A-Za-z0-9]{1,39}$/, { message: 'review-code' })
const weight = z.number().int().min(1).max(1000)

export const formItem = z.object({
  id: code,
  name: bilingual,
  /** What the item means and when which mark is given, as agreed upon in calibration. */
  definition: z.object({ zh: remark(600), en: remark(600) }).optional(),
  weight,
  /** A mark of 0 here makes the whole judgement 0. */
  isCritical: z.boolean(),
  /** Whether it may be left out where it does not apply. */
  allowsNa: z.boolean(),
  /** The mark is the program's, not the reader's. */
  computed: z.enum(COMPUTED_MARKS).nullable(),
})
export type FormItem = z.infer<typeof formItem>

export const formGroup = z.object({
  id: code,
  name: bilingual,
  weight,
  requirement: z.string().max(60).default(''),
  items: z.array(formItem).min(1).max(20),
})

/** How much a late clock still earns: the first line whose percentage of the limit is not passed, else 0. */
export const lateness = z.object({ upToPercent: z.number().int().min(0), mark: z.number().int().min(0).max(BEST_MARK) })
export type Lateness = z.infer<typeof lateness>

/** A form: groups of weighted items. The weights of a group count among its items, those of groups among groups. */
export const reviewForm = z.object({
  kind: z.enum(FORM_KINDS),
  name: bilingual,
  lateness: z.array(lateness).max(10),
  groups: z.array(formGroup).min(1).max(12),
})
export type ReviewForm = z.infer<typeof reviewForm>

/** 0 to 5 for each item; null where it does not apply. */
export const marks = z.record(z.string(), z.number().int().min(0).max(BEST_MARK).nullable())
export type Marks = z.infer<typeof marks>

/** A result in whole points of 100, and what each group gave. */
export const reviewTotal = z.object({
  total: z.number().int().min(0).max(100),
  groups: z.array(z.object({ id: z.string(), points: z.number().int().min(0).max(100).nullable() })),
  /** The critical item that failed. */
  failedItem: z.string().nullable(),
})
export type ReviewTotal = z.infer<typeof reviewTotal>

/** One promise as it was kept. */
export const clockFigure = z.object({
  kind: z.enum(CLOCK_KINDS),
  round: z.number().int(),
  startedAt: instant,
  dueAt: instant,
  stoppedAt: instant.nullable(),
  /** How far past the limit it went, in percent of the limit; 0 in time. */
  latePercent: z.number().int(),
})
export type ClockFigure = z.infer<typeof clockFigure>

const score = z.number().nullable()

/** S2-131 S2-136: what the case itself says, beside what a reader thinks. */
export const caseFigures = z.object({
  of: z.literal('complaint'),
  /** From the customer's own time until it was resolved, in milliseconds. */
  handlingMs: z.number().int().nullable(),
  /** From the customer's own time to the entry. */
  entryMs: z.number().int(),
  clocks: z.array(clockFigure),
  rounds: z.number().int(),
  transfers: z.number().int(),
  escalation: z.number().int(),
  contacts: z.number().int(),
  evidence: z.number().int(),
  isSolved: z.string().nullable(),
  satisfaction: z.object({ result: score, process: score, agent: score, overall: score }),
})
export type CaseFigures = z.infer<typeof caseFigures>

export const callFigures = z.object({
  of: z.literal('call'),
  rings: z.number().int(),
  waitMs: z.number().int(),
  talkMs: z.number().int(),
  holdMs: z.number().int(),
  wrapUpMs: z.number().int(),
  isInTime: z.boolean().nullable(),
})
export type CallFigures = z.infer<typeof callFigures>

export const reviewFigures = z.discriminatedUnion('of', [caseFigures, callFigures])
export type ReviewFigures = z.infer<typeof reviewFigures>

/** What is judged, without whom it was done for. */
export const reviewSubject = z.object({
  kind: z.enum(FORM_KINDS),
  caseId: caseId.nullable(),
  callId: callId.nullable(),
  number: z.string(),
  /** The case's category or the call's result. */
  about: z.string(),
  caseKind: z.enum(CASE_KINDS).nullable(),
  endedAt: instant.nullable(),
  agentId: userId.nullable(),
  agentName: z.string().nullable(),
})
export type ReviewSubject = z.infer<typeof reviewSubject>

export const reviewAction = z.object({
  id: z.string(),
  text: z.string(),
  ownerId: userId,
  ownerName: z.string(),
  dueDay: day,
  createdAt: instant,
  createdByName: z.string(),
  doneAt: instant.nullable(),
  outcome: z.string().nullable(),
})
export type ReviewAction = z.infer<typeof reviewAction>

/** One line of the results. */
export const reviewRow = z.object({
  id: z.string(),
  kind: z.enum(FORM_KINDS),
  caseId: caseId.nullable(),
  callId: callId.nullable(),
  number: z.string(),
  formVersion: z.number().int(),
  agentId: userId,
  agentName: z.string(),
  reviewerId: userId,
  reviewerName: z.string(),
  reviewedAt: instant,
  month: z.string(),
  total: z.number().int(),
  isFailed: z.boolean(),
  state: z.enum(REVIEW_STATES),
  openActions: z.number().int(),
})
export type ReviewRow = z.infer<typeof reviewRow>

export const reviewView = reviewRow.extend({
  form: reviewForm,
  marks,
  notes: z.record(z.string(), z.string()),
  comment: z.string(),
  result: reviewTotal,
  figures: reviewFigures,
  /** The reader's own total where a second reader changed it. */
  firstTotal: z.number().int().nullable(),
  answer: z.string().nullable(),
  answeredAt: instant.nullable(),
  decision: z.enum(DECISIONS).nullable(),
  decisionText: z.string().nullable(),
  decidedAt: instant.nullable(),
  decidedByName: z.string().nullable(),
  actions: z.array(reviewAction),
  mayAnswer: z.boolean(),
  mayDecide: z.boolean(),
  mayCoach: z.boolean(),
})
export type ReviewView = z.infer<typeof reviewView>

/** A person's month: how many judgements, what they gave, and where it was weak. */
export const agentMonth = z.object({
  agentId: userId,
  agentName: z.string(),
  month: z.string(),
  kind: z.enum(FORM_KINDS),
  count: z.number().int(),
  average: z.number(),
  lowest: z.number().int(),
  failed: z.number().int(),
  disputed: z.number().int(),
  openActions: z.number().int(),
  groups: z.array(z.object({ id: z.string(), name: bilingual, average: z.number() })),
})
export type AgentMonth = z.infer<typeof agentMonth>
