import { INDICATOR_TABLE } from './indicators.ts'
import type { Customers, Figure, LeadMarks, Result, ResultLine, Scheme, SelfMarks, Terms } from './model.ts'
import { INDICATORS, type Indicator, RATERS, type Rater, type RaterGap, type Unjudged } from './words.ts'

/** Two decimals; the smallest of errors in a binary fraction must not decide which way a half is rounded. */
export const toCents = (value: number): number => Math.round(value * 100 + 1e-7) / 100

const within = (value: number): number => Math.min(100, Math.max(0, value))

/** S3-102: the points that a value earns: 100 from the goal on, none at the floor, in proportion between them. */
export function scoreOf(indicator: Indicator, value: number, { goal, floor }: Terms): number {
  const isMore = INDICATOR_TABLE[indicator].better === 'more'
  const part = isMore ? (value - floor) / (goal - floor) : (floor - value) / (floor - goal)
  return toCents(within(part * 100))
}

/**
 * Divides a whole by weights, in whole units, so that the parts add up to the whole exactly: what rounding leaves goes
 * to the largest remainders, among equals to the first. Nothing to divide by gives nothing.
 */
export function divide<K extends string>(
  weights: readonly { key: K; weight: number }[],
  whole: number,
): Map<K, number> {
  const sum = weights.reduce((total, { weight }) => total + weight, 0)
  if (sum <= 0) return new Map()
  const parts = weights.map(({ key, weight }, place) => {
    const exact = (weight / sum) * whole
    return { key, place, floor: Math.floor(exact), rest: exact - Math.floor(exact) }
  })
  const left = whole - parts.reduce((total, { floor }) => total + floor, 0)
  const first = [...parts].sort((a, b) => b.rest - a.rest || a.place - b.place).slice(0, left)
  return new Map(parts.map((part) => [part.key, part.floor + (first.includes(part) ? 1 : 0)]))
}

/** Hundredths of a percent: what all shares of a result add up to. */
export const WHOLE = 10_000

export type Inputs = {
  scheme: Scheme
  figures: readonly Figure[]
  customers: Customers
  self: SelfMarks | null
  lead: LeadMarks | null
  /** Scores of the superior as somebody changed them later; the last one of an indicator counts. */
  changes: readonly { indicator: Indicator; to: number }[]
}

type Judged = { counted: number | null; superior: number | null; unjudged: Unjudged | null }

/** One indicator: its points by the numbers, and as the superior leaves them. */
function judge(indicator: Indicator, { scheme, figures, lead, changes }: Inputs): Judged {
  const terms = scheme.indicators[indicator]
  const figure = figures.find((one) => one.indicator === indicator)
  const changed = changes.findLast((one) => one.indicator === indicator)?.to
  if (indicator === 'teamwork') {
    const marks = lead?.teamwork
    if (!marks) return { counted: null, superior: null, unjudged: 'unmarked' }
    const mean = (marks.cooperation + marks.sharing) / 2
    return { counted: null, superior: changed ?? scoreOf(indicator, mean, terms), unjudged: null }
  }
  const isEnough = figure !== undefined && figure.value !== null && figure.sample >= terms.minSample
  if (indicator === 'knowledge' && !isEnough) {
    const marks = lead?.knowledge
    if (!marks) return { counted: null, superior: null, unjudged: 'unmarked' }
    return { counted: null, superior: changed ?? scoreOf(indicator, marks.score, terms), unjudged: null }
  }
  if (!isEnough || figure.value === null)
    return { counted: null, superior: null, unjudged: figure?.sample ? 'small' : 'none' }
  const counted = scoreOf(indicator, figure.value, terms)
  const moved = indicator === 'knowledge' ? 0 : (lead?.adjust[indicator]?.points ?? 0)
  const limit = scheme.maxAdjust
  const adjusted = within(counted + Math.min(limit, Math.max(-limit, moved)))
  return { counted, superior: changed ?? toCents(adjusted), unjudged: null }
}

/** S3-107: combines self, superior and customers by weight; every step stands in the result. */
export function combine(inputs: Inputs): Result {
  const { scheme, self, lead } = inputs
  const asked = INDICATORS.filter((indicator) => scheme.indicators[indicator].weight > 0)
  const judged = asked.map((indicator) => ({ indicator, ...judge(indicator, inputs) }))
  const weights = judged.map(({ indicator, unjudged }) => ({
    key: indicator,
    weight: unjudged === null ? scheme.indicators[indicator].weight : 0,
  }))
  const shares = divide(weights, WHOLE)
  const lines: ResultLine[] = judged.map((one) => ({
    ...one,
    weight: scheme.indicators[one.indicator].weight,
    share: shares.get(one.indicator) ?? 0,
    self: self?.scores[one.indicator] ?? null,
  }))
  const raters = ratersOf(inputs, lines)
  const hasTotal = lead !== null && shares.size > 0
  const total = hasTotal ? toCents(raters.reduce((sum, one) => sum + (one.share / 100) * (one.points ?? 0), 0)) : null
  const given = total === null ? undefined : gradeOf(total, scheme)
  return {
    total,
    grade: given?.code ?? null,
    bonusFen: given ? bonusOf(scheme, given.bonusPercent) : null,
    lines,
    raters,
  }
}

function ratersOf({ scheme, self, customers }: Inputs, lines: readonly ResultLine[]): Result['raters'] {
  const gaps: Partial<Record<Rater, RaterGap>> = {}
  if (!self) gaps.self = 'noSelf'
  if (customers.mean === null || customers.count < scheme.minCustomers) gaps.customer = 'fewCustomers'
  const points: Record<Rater, number | null> = {
    self: self ? weighed(lines, (line) => line.self) : null,
    superior: weighed(lines, (line) => line.superior),
    customer: customers.mean === null ? null : customerPoints(customers.mean),
  }
  const given = RATERS.reduce((sum, rater) => sum + (gaps[rater] ? scheme.raters[rater] : 0), 0)
  return RATERS.map((rater) => ({
    rater,
    weight: scheme.raters[rater],
    share: gaps[rater] ? 0 : scheme.raters[rater] + (rater === 'superior' ? given : 0),
    points: points[rater],
    gap: gaps[rater] ?? null,
  }))
}

/** A mean of 1 to 5 as points: 5 is 100, 1 is none. */
const customerPoints = (mean: number): number => toCents(within(((mean - 1) / 4) * 100))

function weighed(lines: readonly ResultLine[], of: (line: ResultLine) => number | null): number | null {
  const counted = lines.filter(({ share }) => share > 0)
  if (counted.length === 0) return null
  return toCents(within(counted.reduce((sum, line) => sum + (line.share / WHOLE) * (of(line) ?? 0), 0)))
}

/** S3-112: the highest grade whose points are reached. */
export function gradeOf(total: number, { grades }: Pick<Scheme, 'grades'>): Scheme['grades'][number] | undefined {
  return [...grades].sort((a, b) => b.from - a.from).find(({ from }) => total >= from)
}

/** S3-112: the bonus of a grade in whole fen. */
export function bonusOf({ bonusBaseFen }: Pick<Scheme, 'bonusBaseFen'>, percent: number): number {
  return Math.round((bonusBaseFen * percent) / 100)
}
