import { z } from 'zod'
import type { Bilingual } from '../contract.ts'

/** What loyalty is put together from. */
export const LOYALTY_PARTS = ['activity', 'tenure', 'repeat', 'satisfaction'] as const
export type LoyaltyPart = (typeof LOYALTY_PARTS)[number]

export const LOYALTY_PART_NAMES: Record<LoyaltyPart, Bilingual> = {
  activity: { zh: '活跃度', en: 'Activity' },
  tenure: { zh: '会龄', en: 'Tenure' },
  repeat: { zh: '重复购买', en: 'Repeat purchase' },
  satisfaction: { zh: '满意度', en: 'Satisfaction' },
}

/** The formula in words, shown beside the figure. */
export const LOYALTY_FORMULA: Bilingual = {
  zh: '忠诚度 = 活跃度×35% + 会龄×20% + 重复购买×25% + 满意度×20%。活跃度：近12个月航段数，24段为满分；会龄：入会年数，10年为满分；重复购买：近12个月中有消费或乘机的月数，12个月为满分；满意度：近24个月评价均分（5分为满分），无评价时其余三项按比例分摊。',
  en: 'Loyalty = activity 35% + tenure 20% + repeat purchase 25% + satisfaction 20%. Activity: segments of the last 12 months, 24 is full. Tenure: years of membership, 10 is full. Repeat purchase: months of the last 12 with a spend or a flight, 12 is full. Satisfaction: mean of the answers of the last 24 months, 5 is full; without answers the other three share its weight.',
}

export type LoyaltyFacts = {
  segments: number
  tenureMonths: number
  activeMonths: number
  /** Mean of what was answered, 1 to 5; null without answers. */
  satisfaction: number | null
}

export const loyalty = z.object({
  /** 0 to 100. */
  score: z.number().int().min(0).max(100),
  parts: z.array(
    z.object({
      part: z.enum(LOYALTY_PARTS),
      /** The figure itself: segments, months, months, mean answer. */
      value: z.number().nullable(),
      /** The figure as points, 0 to 100. */
      points: z.number().min(0).max(100),
      /** The share it has in the score, 0 to 1. */
      weight: z.number().min(0).max(1),
    }),
  ),
})
export type Loyalty = z.infer<typeof loyalty>

const WEIGHTS: Record<LoyaltyPart, number> = { activity: 0.35, tenure: 0.2, repeat: 0.25, satisfaction: 0.2 }
const FULL = { segments: 24, tenureMonths: 120, activeMonths: 12 }

const pointsOf = (value: number, full: number) => Math.max(0, Math.min(100, (value / full) * 100))

/** S3-124: loyalty from activity, tenure, repeat purchase and satisfaction, with its parts. */
export function loyaltyOf({ segments, tenureMonths, activeMonths, satisfaction }: LoyaltyFacts): Loyalty {
  const values: Record<LoyaltyPart, { value: number | null; points: number }> = {
    activity: { value: segments, points: pointsOf(segments, FULL.segments) },
    tenure: { value: tenureMonths, points: pointsOf(tenureMonths, FULL.tenureMonths) },
    repeat: { value: activeMonths, points: pointsOf(activeMonths, FULL.activeMonths) },
    satisfaction: { value: satisfaction, points: satisfaction === null ? 0 : pointsOf(satisfaction - 1, 4) },
  }
  const isCounted = (part: LoyaltyPart) => values[part].value !== null
  const whole = LOYALTY_PARTS.filter(isCounted).reduce((sum, part) => sum + WEIGHTS[part], 0)
  const parts = LOYALTY_PARTS.map((part) => ({
    part,
    ...values[part],
    weight: isCounted(part) ? WEIGHTS[part] / whole : 0,
  }))
  return { score: Math.round(parts.reduce((sum, { points, weight }) => sum + points * weight, 0)), parts }
}
