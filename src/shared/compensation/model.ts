import { z } from 'zod'
import { CONTACT_CHANNELS } from '../cases/axes.ts'
import { caseId, userId } from '../ids.ts'
import { instant } from '../time.ts'
import { remark, written } from '../written.ts'
import { compensationForm, compensationRule, compensationScope } from './policy.ts'
import { COMPENSATION_STATUSES, EFFECTS, LEVELS } from './words.ts'

const fen = z.number().int().min(0).max(1_000_000_000)
const miles = z.number().int().min(0).max(100_000_000)
const value = z.number().int().min(0).max(1_000_000_000)

/** What a formula is fed with. */
export const inputs = z.object({
  delayMinutes: value.optional(),
  days: value.optional(),
  pieces: value.optional(),
  baseFen: value.optional(),
})

/** A loss of the customer, with what bears it out (S2-154). */
export const loss = z.object({ name: written(120), amountFen: fen, evidence: written(1000) })

/** What is to be reckoned, before anything is proposed (S2-155). */
export const quote = z.object({
  scopeId: z.string().max(40),
  ruleId: z.string().max(40),
  form: z.string().max(40),
  inputs: inputs.default({}),
  /** Money, or the value of a service or gift; what the tariff gives when left out. */
  amountFen: fen.optional(),
  miles: miles.optional(),
  /** What a supplier charges for it. */
  supplierFen: fen.nullable().default(null),
  reason: remark(1000),
})
export type Quote = z.output<typeof quote>

/** An amount as it is proposed (S2-153..160). */
export const proposal = quote.extend({ description: written(500), supplier: remark(80) })
export type Proposal = z.output<typeof proposal>

export const quoteView = z.object({
  tariffFen: fen.nullable(),
  tariffMiles: miles.nullable(),
  formula: z.string(),
  amountFen: fen,
  miles,
  /** Who would have to decide, and what it is added up with. */
  level: z.enum(LEVELS),
  sumFen: z.number().int(),
  sumMiles: z.number().int(),
  lossFen: z.number().int(),
  isOverBudget: z.boolean(),
  /** Why it could not be proposed so; null when it could. */
  refusal: z.object({ rule: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
})
export type QuoteView = z.infer<typeof quoteView>

export const lossView = loss.extend({ id: z.string(), createdAt: instant, createdByName: z.string() })

/** One amount of a case on its way from proposal to effect. */
export const compensationView = z.object({
  id: z.string(),
  status: z.enum(COMPENSATION_STATUSES),
  scopeId: z.string(),
  ruleId: z.string(),
  form: z.string(),
  description: z.string(),
  tariffFen: z.number().int().nullable(),
  tariffMiles: z.number().int().nullable(),
  formula: z.string(),
  amountFen: z.number().int(),
  miles: z.number().int(),
  supplier: z.string(),
  costFen: z.number().int(),
  reason: z.string(),
  isStatutory: z.boolean(),
  level: z.enum(LEVELS),
  sumFen: z.number().int(),
  sumMiles: z.number().int(),
  policyVersion: z.number().int(),
  proposedByName: z.string(),
  proposedAt: instant,
  firstApproverName: z.string().nullable(),
  firstAt: instant.nullable(),
  approverName: z.string().nullable(),
  decidedAt: instant.nullable(),
  decision: z.string().nullable(),
  signsFor: z.string().nullable(),
  /** To be carried out by then. */
  dueAt: instant.nullable(),
  consentAt: instant.nullable(),
  consentText: z.string().nullable(),
  consentChannel: z.enum(CONTACT_CHANNELS).nullable(),
  executedAt: instant.nullable(),
  executedByName: z.string().nullable(),
  evidence: z.string().nullable(),
  voucherNo: z.string().nullable(),
  effect: z.enum(EFFECTS).nullable(),
  effectText: z.string().nullable(),
  effectAt: instant.nullable(),
  mayApprove: z.boolean(),
  /** While it waits: the departments for one of which a second person may sign. */
  secondFor: z.array(z.string()),
})
export type CompensationView = z.infer<typeof compensationView>

/** The compensation of one case, with what may be proposed. */
export const compensationCase = z.object({
  caseId,
  lastSeq: z.number().int(),
  losses: z.array(lossView),
  lossFen: z.number().int(),
  rows: z.array(compensationView),
  /** Why nothing is owed, when that is on record. */
  noneReason: z.string().nullable(),
  isDone: z.boolean(),
  forms: z.array(compensationForm),
  rules: z.array(compensationRule),
  scopes: z.array(compensationScope),
  /** The scope that the finding of fault points at (S2-153). */
  likelyScope: z.string().nullable(),
  mayPropose: z.boolean(),
})
export type CompensationCase = z.infer<typeof compensationCase>

/** One line of the supervision lists; names nobody but the case. */
export const compensationRow = z.object({
  id: z.string(),
  caseId,
  caseNumber: z.string(),
  status: z.enum(COMPENSATION_STATUSES),
  form: z.string(),
  description: z.string(),
  amountFen: z.number().int(),
  miles: z.number().int(),
  level: z.enum(LEVELS),
  sumFen: z.number().int(),
  sumMiles: z.number().int(),
  formula: z.string(),
  reason: z.string(),
  proposedById: userId,
  proposedByName: z.string(),
  proposedAt: instant,
  firstApproverName: z.string().nullable(),
  dueAt: instant.nullable(),
  isOverdue: z.boolean(),
  mayApprove: z.boolean(),
})
export type CompensationRow = z.infer<typeof compensationRow>
