import { z } from 'zod'
import { costAnalysis } from '../compensation/cost-model.ts'
import { bilingual } from '../policy.ts'
import { instant } from '../time.ts'
import type { FigureId } from './figures.ts'
import { FIGURE_IDS } from './figures.ts'
import { PERIOD_KINDS, SPREADS } from './words.ts'

const count = z.number().int().min(0)
const ms = z.number().nullable()

/** A stretch of days in desk time, written as 2026-09-30, 2026-W40, 2026-09, 2026-Q3 or 2026. */
export const reportPeriod = z.object({
  kind: z.enum(PERIOD_KINDS),
  key: z.string(),
  from: instant,
  /** The first moment after it. */
  to: instant,
  previous: z.string(),
  next: z.string(),
})
export type ReportPeriod = z.infer<typeof reportPeriod>

export const figureId = z.enum(FIGURE_IDS as [FigureId, ...FigureId[]])

/** One number: shares and counts carry what they are made of, times and scores how many they rest on. */
export const figure = z.object({
  id: figureId,
  /** A count, a share of 1, a median in milliseconds, a mean of points, or an amount in fen. */
  value: z.number().nullable(),
  hits: count,
  of: count,
  mean: ms,
  p90: ms,
  /** Rests on so few that one more would change it visibly. */
  isSmall: z.boolean(),
})
export type Figure = z.infer<typeof figure>

/** The matters of one day, channel, category …; on time is counted for complaints as the figure of that name says. */
export const spreadRow = z.object({
  key: z.string(),
  name: bilingual,
  complaint: count,
  enquiry: count,
  suggestion: count,
  service: count,
  judged: count,
  onTime: count,
})
export type SpreadRow = z.infer<typeof spreadRow>

export const clockRow = z.object({
  key: z.string(),
  name: bilingual,
  decided: count,
  onTime: count,
  median: ms,
  p90: ms,
})
export type ClockRow = z.infer<typeof clockRow>

/** Time complaints spent in a stage; stays that still last count up to the moment of counting. */
export const stageRow = z.object({
  key: z.string(),
  name: bilingual,
  stays: count,
  running: count,
  totalMs: z.number(),
  median: ms,
  p90: ms,
  /** Part of all the time in stages that are in the desk's own hands. */
  share: z.number(),
  /** The stage of the desk's own that takes the most time. */
  isWeakLink: z.boolean(),
})
export type StageRow = z.infer<typeof stageRow>

export const causeRow = z.object({ key: z.string(), name: bilingual, count, share: z.number() })
export type CauseRow = z.infer<typeof causeRow>

/** A common type of complaint with what came of it and where it comes from (S5-37, S5-56). */
export const typeRow = z.object({
  key: z.string(),
  name: bilingual,
  count,
  share: z.number(),
  figures: z.array(figure),
  causes: z.array(causeRow),
  /** An early warning stands for this type in the period (S5-38). */
  isUnusual: z.boolean(),
})
export type TypeRow = z.infer<typeof typeRow>

/** An early warning raised in the period: an emerging problem (S1-59). */
export const alertRow = z.object({
  id: z.string(),
  dimension: z.string(),
  value: z.string(),
  name: bilingual,
  raisedAt: instant,
  count,
  limit: count,
  state: z.string(),
  finding: z.string().nullable(),
})
export type AlertRow = z.infer<typeof alertRow>

/** The figures of a period, as counted at a moment. */
export const report = z.object({
  period: reportPeriod,
  asOf: instant,
  figures: z.array(figure),
  spreads: z.array(z.object({ id: z.enum(SPREADS), rows: z.array(spreadRow) })),
  clocks: z.array(clockRow),
  stages: z.array(stageRow),
  causes: z.array(causeRow),
  withCause: count,
  types: z.array(typeRow),
  alerts: z.array(alertRow),
  /** S2-165, for periods of whole months: what was carried out in them. */
  compensation: costAnalysis.nullable(),
  /** It counts what its reader reads and no more, and leaves out warnings and money, which are of all members (S3-129). */
  isPart: z.literal(true).optional(),
})
export type Report = z.infer<typeof report>

/** A report as it was handed out; its body never changes. */
export const issuedReport = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(PERIOD_KINDS),
  period: z.string(),
  version: z.number().int().min(1),
  issuedAt: instant,
  issuedByName: z.string(),
  note: z.string(),
  sha256: z.string(),
})
export type IssuedReport = z.infer<typeof issuedReport>

/** One number that is no longer what was issued. */
export const difference = z.object({
  part: z.enum(['figures', 'spreads', 'clocks', 'stages', 'causes']),
  /** Figure, or the kind of table; then the row in it. */
  id: z.string(),
  name: bilingual,
  issued: z.number().nullable(),
  now: z.number().nullable(),
  unit: z.enum(['count', 'share', 'ms', 'score', 'fen']),
})
export type Difference = z.infer<typeof difference>
