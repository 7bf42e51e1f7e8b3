import { z } from 'zod'
import type { Bilingual } from '../contract.ts'
import { bilingual, policyHeader, policySource } from '../policy.ts'
import { day } from '../time.ts'

/** VIP tiers, highest first; `none` is a member without one (S3-37..40). */
export const MEMBER_TIERS = ['diamond', 'platinum', 'gold', 'silver', 'none'] as const
export type MemberTier = (typeof MEMBER_TIERS)[number]

export const MEMBER_TIER_NAMES: Record<MemberTier, Bilingual> = {
  diamond: { zh: '钻石卡', en: 'Diamond' },
  platinum: { zh: '白金卡', en: 'Platinum' },
  gold: { zh: '金卡', en: 'Gold' },
  silver: { zh: '银卡', en: 'Silver' },
  none: { zh: '普通会员', en: 'Member' },
}

/** A larger number is a higher tier. */
export const TIER_RANK: Record<MemberTier, number> = { none: 0, silver: 1, gold: 2, platinum: 3, diamond: 4 }

export const TIER_PERIODS = ['rolling12', 'calendarYear', 'rolling24'] as const
export type TierPeriod = (typeof TIER_PERIODS)[number]

/** Figures of one period; distance in km, money in fen. */
export const periodFacts = z.object({
  distanceKm: z.number().min(0),
  segments: z.number().int().min(0),
  /** Spend with the airline (S3-32). */
  spendFen: z.number().int().min(0),
  /** Spend with partners, which counts towards the threshold too (S3-32). */
  partnerSpendFen: z.number().int().min(0),
  points: z.number().min(0),
})
export type PeriodFacts = z.infer<typeof periodFacts>

export const NO_FACTS: PeriodFacts = { distanceKm: 0, segments: 0, spendFen: 0, partnerSpendFen: 0, points: 0 }

/** Everything a rating reads about one member. */
export const tierFacts = z.object({
  periods: z.partialRecord(z.enum(TIER_PERIODS), periodFacts),
  lifetimeKm: z.number().min(0),
  /** Years in a row that the member has held this tier or a higher one. */
  consecutiveYears: z.partialRecord(z.enum(MEMBER_TIERS), z.number().int().min(0)),
  /** The level the member holds in the airline's own programme (S3-33). */
  enrolledLevel: z.string().optional(),
})
export type TierFacts = z.infer<typeof tierFacts>

/** Figures a threshold may be set on; totalSpendFen is own plus partner spend. */
export const TIER_MEASURES = [
  'distanceKm',
  'segments',
  'spendFen',
  'partnerSpendFen',
  'totalSpendFen',
  'points',
  'lifetimeKm',
] as const
export type TierMeasure = (typeof TIER_MEASURES)[number]

export const threshold = z.object({ measure: z.enum(TIER_MEASURES), atLeast: z.number().min(0) })
export type Threshold = z.infer<typeof threshold>

/** One part of a weighted composite: each full `per` of the measure gives `weight` points, fractions included. */
export const weightedPart = z.object({
  measure: z.enum(TIER_MEASURES),
  per: z.number().positive(),
  weight: z.number().min(0),
})

/** A qualification: a threshold, all or any of several, a weighted sum, a level, or years in a row (S3-34). */
export type TierRule =
  | Threshold
  | { all: TierRule[] }
  | { any: TierRule[] }
  | { weighted: z.infer<typeof weightedPart>[]; atLeast: number }
  | { levels: string[] }
  | { yearsInRow: MemberTier; atLeast: number }

export const tierRule: z.ZodType<TierRule> = z.lazy(() =>
  z.union([
    threshold.strict(),
    z.strictObject({ all: z.array(tierRule).min(1) }),
    z.strictObject({ any: z.array(tierRule).min(1) }),
    z.strictObject({ weighted: z.array(weightedPart).min(1), atLeast: z.number().min(0) }),
    z.strictObject({ levels: z.array(z.string()).min(1) }),
    z.strictObject({ yearsInRow: z.enum(MEMBER_TIERS), atLeast: z.number().int().min(1) }),
  ]),
)

const qualification = z.object({ period: z.enum(TIER_PERIODS), rule: tierRule, source: policySource })

/** What one tier asks for, to reach it and to keep it. */
export const tierLevel = z.object({
  tier: z.enum(MEMBER_TIERS).exclude(['none']),
  name: bilingual,
  upgrade: qualification,
  retain: qualification,
})
export type TierLevel = z.infer<typeof tierLevel>

/** A special way into a tier; `isForLife` gives it without an end. */
export const tierClause = z.object({
  id: z.string().min(1),
  tier: z.enum(MEMBER_TIERS).exclude(['none']),
  name: bilingual,
  period: z.enum(TIER_PERIODS),
  rule: tierRule,
  isForLife: z.boolean(),
  source: policySource,
})
export type TierClause = z.infer<typeof tierClause>

/** What members of some tiers are entitled to (S3-44). */
export const entitlement = z.object({
  id: z.string().min(1),
  tiers: z.array(z.enum(MEMBER_TIERS)).min(1),
  text: bilingual,
  source: policySource,
})
export type Entitlement = z.infer<typeof entitlement>

export const tierPolicy = z
  .object({
    ...policyHeader,
    kind: z.literal('tiers'),
    programme: bilingual,
    /** How long a tier is good for; the last month counts to its end. */
    validityMonths: z.object({ upgrade: z.number().int().min(1), retain: z.number().int().min(1) }),
    /** Highest tier first. */
    levels: z.array(tierLevel).min(1),
    clauses: z.array(tierClause),
    entitlements: z.array(entitlement),
  })
  .refine((p) => p.levels.every((l, i) => i === 0 || TIER_RANK[l.tier] < TIER_RANK[p.levels[i - 1]?.tier ?? 'none']), {
    message: 'levels-order',
  })
export type TierPolicy = z.infer<typeof tierPolicy>

/** One figure that a rating looked at. */
export const tierCheck = z.object({
  measure: z.union([z.enum(TIER_MEASURES), z.enum(['weighted', 'level', 'yearsInRow'])]),
  value: z.union([z.number(), z.string()]),
  atLeast: z.union([z.number(), z.string()]),
  isMet: z.boolean(),
})
export type TierCheck = z.infer<typeof tierCheck>

export const TIER_GROUNDS = ['upgrade', 'retain', 'clause'] as const
export type TierGround = (typeof TIER_GROUNDS)[number]

/** One qualification of a rating with every figure in it, met or missed. */
export const tierReason = z.object({
  tier: z.enum(MEMBER_TIERS),
  ground: z.enum(TIER_GROUNDS),
  /** The clause, for a special way in. */
  clauseId: z.string().optional(),
  period: z.enum(TIER_PERIODS),
  isMet: z.boolean(),
  checks: z.array(tierCheck),
})
export type TierReason = z.infer<typeof tierReason>

export const TIER_CHANGES = ['upgrade', 'retain', 'downgrade', 'none'] as const
export type TierChange = (typeof TIER_CHANGES)[number]

/** The tier a member holds; `validUntil` is the last day it is good for, absent for life or for `none`. */
export const heldTier = z.object({ tier: z.enum(MEMBER_TIERS), validUntil: day.optional() })
export type HeldTier = z.infer<typeof heldTier>

/** The outcome of rating one member on one day. */
export const tierRating = z.object({
  tier: z.enum(MEMBER_TIERS),
  change: z.enum(TIER_CHANGES),
  from: day,
  validUntil: day.optional(),
  policyId: z.string(),
  policyVersion: z.number().int(),
  reason: z.array(tierReason),
})
export type TierRating = z.infer<typeof tierRating>
