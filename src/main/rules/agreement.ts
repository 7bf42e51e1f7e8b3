/** How far apart two marks are: by their ranks, or by the numbers themselves. */
export type Scale = 'ordinal' | 'interval'

/** One thing judged: a value from each rater, null from whoever did not judge it. */
export type Unit = readonly (number | null)[]

export type Agreement = {
  /** 1 is perfect, 0 is what chance gives; null where nothing varies or fewer than two judged. */
  alpha: number | null
  /** Values that stand beside at least one other of the same unit. */
  paired: number
}

const given = (unit: Unit): number[] => unit.filter((value) => value !== null)
const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)

/**
 * Krippendorff's alpha for any number of raters, with values missing: 1 less the disagreement observed over that
 * expected by chance (K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section C).
 */
export function agreementOf(units: readonly Unit[], scale: Scale): Agreement {
  const whole = units.map(given).filter((values) => values.length > 1)
  const paired = sum(whole.map((values) => values.length))
  const counts = new Map<number, number>()
  for (const value of whole.flat()) counts.set(value, (counts.get(value) ?? 0) + 1)
  const distance = distanceOf(counts, scale)
  const observed = sum(whole.map((values) => spreadOf(values, distance) / (values.length - 1)))
  const all = [...counts]
  const expected = sum(all.flatMap(([a, n]) => all.map(([b, m]) => n * m * distance(a, b))))
  const alpha = expected === 0 ? null : 1 - ((paired - 1) * observed) / expected
  return { alpha, paired }
}

/** The squared distances of every ordered pair of values. */
function spreadOf(values: readonly number[], distance: (a: number, b: number) => number): number {
  return sum(values.flatMap((a) => values.map((b) => distance(a, b))))
}

/** The squared distance between two values; that of ranks counts how many values lie between them. */
function distanceOf(counts: ReadonlyMap<number, number>, scale: Scale): (a: number, b: number) => number {
  if (scale === 'interval') return (a, b) => (a - b) ** 2
  const ranks = [...counts].sort(([a], [b]) => a - b)
  return (a, b) => {
    const [low, high] = a < b ? [a, b] : [b, a]
    const between = sum(ranks.filter(([value]) => value >= low && value <= high).map(([, count]) => count))
    return a === b ? 0 : (between - ((counts.get(a) ?? 0) + (counts.get(b) ?? 0)) / 2) ** 2
  }
}

/** From .8 on agreement can be relied on, from .667 only tentatively (Krippendorff, Content Analysis, 2004, p. 241). */
export function levelOf(alpha: number | null): 'none' | 'good' | 'fair' | 'poor' {
  if (alpha === null) return 'none'
  return alpha >= 0.8 ? 'good' : alpha >= 2 / 3 ? 'fair' : 'poor'
}

export type Outlier = { unit: number; rater: number; value: number; others: number }

/** Values that lie at least so far from the median of what the others gave the same unit; needs two others. */
export function outliersOf(units: readonly Unit[], least: number): Outlier[] {
  return units.flatMap((unit, place) =>
    unit.flatMap((value, rater) => {
      const rest = given(unit.filter((_, other) => other !== rater))
      if (value === null || rest.length < 2) return []
      const others = medianOf(rest)
      return Math.abs(value - others) >= least ? [{ unit: place, rater, value, others }] : []
    }),
  )
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

/** How much milder (+) or stricter (-) a rater is than the mean of all who judged the same; null with nothing to compare. */
export function leaningOf(units: readonly Unit[], rater: number): number | null {
  const gaps = units.flatMap((unit) => {
    const [own, all] = [unit[rater] ?? null, given(unit)]
    return own === null || all.length < 2 ? [] : [own - sum(all) / all.length]
  })
  return gaps.length === 0 ? null : sum(gaps) / gaps.length
}
