import {
  NO_FACTS,
  type PeriodFacts,
  TIER_RANK,
  type TierCheck,
  type TierFacts,
  type TierMeasure,
  type TierPeriod,
  type TierRule,
} from '../../shared/tiers/model.ts'

/** Whether a qualification is met, with every figure it looked at. */
export type RuleResult = { isMet: boolean; checks: TierCheck[] }

/** The value of a measure in a period; partner spend counts into the total (S3-32). */
export function measure(name: TierMeasure, facts: TierFacts, period: TierPeriod): number {
  const figures: PeriodFacts = facts.periods[period] ?? NO_FACTS
  if (name === 'lifetimeKm') return facts.lifetimeKm
  if (name === 'totalSpendFen') return figures.spendFen + figures.partnerSpendFen
  return figures[name]
}

/** Years in a row at a tier; years at a higher tier count for the lower ones too. */
function yearsAt(tier: keyof typeof TIER_RANK, facts: TierFacts): number {
  const years = Object.entries(facts.consecutiveYears) as [keyof typeof TIER_RANK, number][]
  return Math.max(0, ...years.filter(([held]) => TIER_RANK[held] >= TIER_RANK[tier]).map(([, count]) => count))
}

function checked(check: Omit<TierCheck, 'isMet'>, isMet: boolean): RuleResult {
  return { isMet, checks: [{ ...check, isMet }] }
}

/** S3-34: evaluates a qualification: threshold, all, any, weighted sum, level held, or years in a row. */
export function evaluateRule(rule: TierRule, facts: TierFacts, period: TierPeriod): RuleResult {
  if ('measure' in rule) {
    const value = measure(rule.measure, facts, period)
    return checked({ measure: rule.measure, value, atLeast: rule.atLeast }, value >= rule.atLeast)
  }
  if ('weighted' in rule) {
    const parts = rule.weighted.map((part) => (measure(part.measure, facts, period) / part.per) * part.weight)
    const value = parts.reduce((sum, part) => sum + part, 0)
    return checked({ measure: 'weighted', value, atLeast: rule.atLeast }, value >= rule.atLeast)
  }
  if ('levels' in rule) {
    const value = facts.enrolledLevel ?? ''
    return checked({ measure: 'level', value, atLeast: rule.levels.join(' / ') }, rule.levels.includes(value))
  }
  if ('yearsInRow' in rule) {
    const value = yearsAt(rule.yearsInRow, facts)
    return checked({ measure: 'yearsInRow', value, atLeast: rule.atLeast }, value >= rule.atLeast)
  }
  const isAll = 'all' in rule
  const results = (isAll ? rule.all : rule.any).map((part) => evaluateRule(part, facts, period))
  const isMet = isAll ? results.every((result) => result.isMet) : results.some((result) => result.isMet)
  return { isMet, checks: results.flatMap((result) => result.checks) }
}
