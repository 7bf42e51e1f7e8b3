import { z } from 'zod'
import { CASE_KINDS } from '../cases/words.ts'
import { CLOCK_KINDS } from '../targets/model.ts'
import { instant } from '../time.ts'
import { backtestCost, backtestWork } from './backtest-cost.ts'

const count = z.number().int().min(0)

export const backtestInput = z
  .object({
    /** A stored version, in whatever state. */
    id: z.string().min(1).max(100).optional(),
    /** Or a policy that is not stored at all. */
    body: z.unknown().optional(),
    /** Cases that the customer brought up in this time. */
    from: instant,
    to: instant,
    /** How many of the cases that would go otherwise are listed. */
    limit: z.number().int().min(0).max(10_000).default(200),
  })
  .refine((input) => (input.id === undefined) !== (input.body === undefined), { path: ['id'], message: 'one-of' })
  .refine((input) => input.from < input.to, { path: ['to'], message: 'from-before-to' })

/** One kind of limit over all the cases, under the policies of then and under the one that is tried. */
export const backtestKind = z.object({
  clock: z.enum(CLOCK_KINDS),
  before: z.object({ clocks: count, breaches: count, warnings: count }),
  after: z.object({ clocks: count, breaches: count, warnings: count }),
})
export type BacktestKind = z.infer<typeof backtestKind>

const ENDS = ['met', 'breached', 'running', 'cancelled', 'none'] as const

/** One limit of one case that would have gone otherwise. */
export const backtestCase = z.object({
  caseId: z.string(),
  number: z.string(),
  kind: z.enum(CASE_KINDS),
  receivedAt: instant,
  clock: z.enum(CLOCK_KINDS),
  before: z.enum(ENDS),
  after: z.enum(ENDS),
  dueBefore: instant.nullable(),
  dueAfter: instant.nullable(),
})
export type BacktestCase = z.infer<typeof backtestCase>

/** What a policy would have come to on the cases of a time; what it does not touch stands there as it was. */
export const backtestReport = z.object({
  /** Which kind of policy was tried. */
  kind: z.enum(['targets', 'compensation']),
  cases: count,
  /** Cases whose log does not say what their limits depend on. */
  skipped: count,
  kinds: z.array(backtestKind),
  /** Warnings told in all: how much a desk would be interrupted. */
  warnings: z.object({ before: count, after: count }),
  breaches: z.object({ before: count, after: count }),
  /** Limits that would have gone otherwise; the first of them are listed. */
  changed: count,
  rows: z.array(backtestCase),
  workload: z.array(backtestWork),
  compensation: backtestCost,
})
export type BacktestReport = z.infer<typeof backtestReport>
