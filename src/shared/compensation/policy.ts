import { z } from 'zod'
import { departmentCode } from '../cases/words.ts'
import { bilingual, policyHeader, policySource } from '../policy.ts'
import { LEAD_ROLES } from '../roles.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { FORM_GROUPS, INPUTS, UNITS } from './words.ts'

const code = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/, { message: 'code' })
const fen = z.number().int().min(0).max(1_000_000_000)
const miles = z.number().int().min(0).max(100_000_000)

/** A way to compensate (S2-156..160); a form that has been used stays, switched off. */
export const compensationForm = z.object({
  id: code,
  name: bilingual,
  unit: z.enum(UNITS),
  group: z.enum(FORM_GROUPS),
  isActive: z.boolean(),
})
export type CompensationForm = z.infer<typeof compensationForm>

/** How an amount is reckoned (S2-155). */
export const formula = z.discriminatedUnion('type', [
  /** The highest band that the value reaches; below the first one nothing is owed. */
  z.object({
    type: z.literal('bands'),
    input: z.enum(INPUTS),
    bands: z
      .array(z.object({ from: z.number().int().min(0), fen }))
      .min(1)
      .max(12),
  }),
  z.object({ type: z.literal('perUnit'), input: z.enum(INPUTS), fenEach: fen, maxFen: fen.nullable() }),
  z.object({
    type: z.literal('percent'),
    input: z.enum(INPUTS),
    percent: z.number().int().min(1).max(400),
    maxFen: fen.nullable(),
  }),
  /** No tariff: the amount is argued for. */
  z.object({ type: z.literal('free') }),
])
export type Formula = z.infer<typeof formula>

export const compensationRule = z.object({
  id: code,
  name: bilingual,
  formula,
  /** Owed by law: verified by a second person, never less than the formula, not limited by authority. */
  isStatutory: z.boolean(),
  source: policySource,
})
export type CompensationRule = z.infer<typeof compensationRule>

/** What a cause opens the way to (S2-153). */
export const compensationScope = z.object({
  id: code,
  name: bilingual,
  note: bilingual,
  ruleIds: z.array(code).min(1),
})
export type CompensationScope = z.infer<typeof compensationScope>

/** Up to which amount a role decides; money and miles use the limit up together. */
export const authorityRow = z.object({
  role: z.enum(['agent', 'lead', 'manager']),
  tier: z.union([z.enum(MEMBER_TIERS), z.literal('any')]),
  form: z.union([code, z.literal('any')]),
  maxFen: fen,
  maxMiles: miles,
})
export type AuthorityRow = z.infer<typeof authorityRow>

export const compensationPolicy = z.object({
  ...policyHeader,
  kind: z.literal('compensation'),
  forms: z.array(compensationForm).min(1).max(60),
  rules: z.array(compensationRule).min(1).max(60),
  scopes: z.array(compensationScope).min(1).max(20),
  authority: z.array(authorityRow).min(3).max(200),
  /** Above the manager's limit a second person signs for one of these departments. */
  second: z.object({ roles: z.array(z.enum(LEAD_ROLES)).min(1), signsFor: z.array(departmentCode).min(1) }),
  /** Amounts of one member within so many days are added up. */
  windowDays: z.number().int().min(1).max(730),
  executeWithinDays: z.number().int().min(1).max(90),
  milesPerYuan: z.number().int().min(1).max(1000),
  /** What the client's document assumes about satisfaction and churn (S1-67, S1-68). */
  benefit: z.object({
    churnPercentPerPoint: z.number().min(0).max(100),
    basePercent: z.number().min(0).max(100),
    targetPercent: z.number().min(0).max(100),
  }),
  source: policySource,
})
export type CompensationPolicy = z.infer<typeof compensationPolicy>
