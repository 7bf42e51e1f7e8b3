import { z } from 'zod'
import { instant } from '../time.ts'
import { remark } from '../written.ts'
import { COST_KINDS } from './words.ts'

/** A calendar month in desk time, YYYY-MM. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { message: 'month' })

const fen = z.number().int()
const count = z.number().int().min(0)

/** S1-63..65: what complaint work costs beside compensation. */
export const costEntry = z.object({
  month,
  kind: z.enum(COST_KINDS),
  amountFen: z.number().int().min(1).max(1_000_000_000),
  note: remark(200),
})

export const costView = costEntry.extend({
  id: z.string(),
  note: z.string(),
  createdAt: instant,
  createdByName: z.string(),
})
export type CostView = z.infer<typeof costView>

const spread = z.array(z.object({ key: z.string(), count, costFen: fen }))

/** S2-165: what compensation has cost, by what and when, against the month's budget. */
export const costAnalysis = z.object({
  total: z.object({ count, costFen: fen, amountFen: fen, miles: count }),
  categories: spread,
  forms: spread,
  causes: spread,
  effects: z.array(z.object({ key: z.string(), count })),
  months: z.array(
    z.object({
      month: z.string(),
      count,
      costFen: fen,
      /** What is promised and not yet carried out. */
      openFen: fen,
      budgetFen: fen.nullable(),
      personnelFen: fen,
      systemFen: fen,
      marketingFen: fen,
    }),
  ),
})
export type CostAnalysis = z.infer<typeof costAnalysis>

/** What a better satisfaction is reckoned to bring (S1-66); every figure of it is an assumption that can be changed. */
export const benefitInput = z.object({
  satisfactionPercent: z.number().min(0).max(100),
  churnPercent: z.number().min(0).max(100),
  customers: z.number().int().min(0).max(1_000_000_000),
  marginFen: z.number().int().min(0).max(1_000_000_000),
  costFen: z.number().int().min(0).max(1_000_000_000_000),
  churnPercentPerPoint: z.number().min(0).max(100),
  basePercent: z.number().min(0).max(100),
})
export type BenefitInput = z.infer<typeof benefitInput>

export const benefitView = z.object({
  points: z.number(),
  churnAfterPercent: z.number(),
  customersKept: z.number().int(),
  gainFen: z.number().int(),
  costFen: z.number().int(),
  netFen: z.number().int(),
  targetPercent: z.number(),
  /** How much of the way from the base to the target is gone, 0 to 1. */
  progress: z.number(),
})
export type BenefitView = z.infer<typeof benefitView>
