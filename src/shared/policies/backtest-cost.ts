import { z } from 'zod'
import { LEVELS } from '../compensation/words.ts'
import { bilingual } from '../policy.ts'
import { DESK_ROLES } from '../roles.ts'

const count = z.number().int().min(0)
const fen = z.number().int()
const sum = z.object({ count, costFen: fen })

/** Amounts of one form or of one month, as they were and as they would have been. */
const costLine = { before: sum, after: sum }

/** One amount that was proposed, under the tariff of then and under the one that is tried. */
export const backtestAmount = z.object({
  caseId: z.string(),
  number: z.string(),
  compensationId: z.string(),
  form: z.string(),
  /** The month that bears it, YYYY-MM in desk time. */
  month: z.string(),
  before: z.object({ amountFen: fen, miles: count, costFen: fen, level: z.enum(LEVELS) }),
  after: z.object({
    amountFen: fen,
    miles: count,
    costFen: fen,
    /** Null where it could not be proposed. */
    level: z.enum(LEVELS).nullable(),
    refusal: z.enum(['compensation-form', 'compensation-scope']).nullable(),
  }),
  differenceFen: fen,
})
export type BacktestAmount = z.infer<typeof backtestAmount>

/** What compensation would have cost; what a supplier billed stays what it was. */
export const backtestCost = z.object({
  amounts: count,
  cost: z.object({ before: fen, after: fen }),
  forms: z.array(z.object({ form: z.string(), name: bilingual, ...costLine })),
  months: z.array(z.object({ month: z.string(), ...costLine })),
  /** Amounts that would have come out otherwise or been decided by somebody else; the first of them are listed. */
  changed: count,
  rows: z.array(backtestAmount),
})
export type BacktestCost = z.infer<typeof backtestCost>

const both = z.object({ before: count, after: count })

/** How much a role is asked for: amounts to approve, reminders of its own limits, and escalations from others. */
export const backtestWork = z.object({
  role: z.enum(DESK_ROLES),
  approvals: both,
  reminders: both,
  escalations: both,
})
export type BacktestWork = z.infer<typeof backtestWork>
