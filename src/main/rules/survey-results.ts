import type { Measure } from '../../shared/surveys/words.ts'

/** The two-sided 95 % point of the normal distribution. */
const Z = 1.959963984540054

export type Interval = { low: number; high: number }

/** A share with its 95 % confidence interval after Wilson: sound also for few answers and for shares near 0 and 1. */
export function wilson(hits: number, count: number): Interval {
  if (count <= 0) return { low: 0, high: 1 }
  const share = hits / count
  const square = Z * Z
  const middle = share + square / (2 * count)
  const reach = Z * Math.sqrt((share * (1 - share)) / count + square / (4 * count * count))
  const whole = 1 + square / count
  // At the ends the bound is exact; rounding must not push it past the share itself.
  return {
    low: hits === 0 ? 0 : Math.max(0, Math.min(share, (middle - reach) / whole)),
    high: hits === count ? 1 : Math.min(1, Math.max(share, (middle + reach) / whole)),
  }
}

export type Share = { hits: number; count: number; share: number | null } & Interval
export type Score = Share & { mean: number | null }

/** Satisfied are 4 and 5 of 5 (CSAT); the share of them, and the mean. */
export function scoreOf(values: readonly number[], goodFrom = 4): Score {
  const share = shareOf(values.filter((value) => value >= goodFrom).length, values.length)
  const sum = values.reduce((total, value) => total + value, 0)
  return { ...share, mean: values.length === 0 ? null : sum / values.length }
}

/** So many of so many, with the interval. */
export function shareOf(hits: number, count: number): Share {
  return { hits, count, share: count === 0 ? null : hits / count, ...wilson(hits, count) }
}

type Nps = {
  promoters: number
  passives: number
  detractors: number
  count: number
  score: number | null
} & Interval

/** Three answers are added, spread as if nobody knew anything, so that a few equal answers are not taken for certainty. */
const ADDED = 3

/** Share of 9 and 10 less share of 0 to 6, in points from -100 to 100, with a 95 % interval (adjusted Wald). */
export function npsOf(values: readonly number[]): Nps {
  const promoters = values.filter((value) => value >= 9).length
  const detractors = values.filter((value) => value <= 6).length
  const count = values.length
  const counts = { promoters, passives: count - promoters - detractors, detractors, count }
  if (count === 0) return { ...counts, score: null, low: -100, high: 100 }
  const score = ((promoters - detractors) / count) * 100
  const good = (promoters + ADDED / 4) / (count + ADDED)
  const bad = (detractors + ADDED / 4) / (count + ADDED)
  const middle = good - bad
  const reach = Z * Math.sqrt((good + bad - middle * middle) / (count + ADDED))
  return {
    ...counts,
    score,
    low: Math.max(-100, Math.min(score, (middle - reach) * 100)),
    high: Math.min(100, Math.max(score, (middle + reach) * 100)),
  }
}

/** Easy are 5 to 7 of 7 (CES). */
const EASY_FROM = 5

/** What results are worked out from. */
export type CountedAnswer = { [M in Exclude<Measure, 'accepted' | 'solved' | 'text'>]: number | null } & {
  accepted: 0 | 1 | null
  solved: string | null
  isPoor: 0 | 1
}

export type Figures = {
  asked: number
  answered: number
  response: Share
  result: Score
  process: Score
  agent: Score
  overall: Score
  nps: Nps
  effort: Score
  accepted: Share
  solved: Share
  poor: number
}

/** S5-34 S5-35 S5-70: process and result apart, each with what it rests on. `response` is of those asked in the period. */
export function figuresOf(answers: readonly CountedAnswer[], asked: { count: number; answered: number }): Figures {
  const of = (measure: 'result' | 'process' | 'agent' | 'overall' | 'nps' | 'effort') =>
    answers.flatMap((answer) => (answer[measure] === null ? [] : [answer[measure]]))
  const accepted = answers.filter((answer) => answer.accepted !== null)
  const solved = answers.filter((answer) => answer.solved !== null)
  return {
    asked: asked.count,
    answered: answers.length,
    response: shareOf(asked.answered, asked.count),
    result: scoreOf(of('result')),
    process: scoreOf(of('process')),
    agent: scoreOf(of('agent')),
    overall: scoreOf(of('overall')),
    nps: npsOf(of('nps')),
    effort: scoreOf(of('effort'), EASY_FROM),
    accepted: shareOf(accepted.filter((answer) => answer.accepted === 1).length, accepted.length),
    solved: shareOf(solved.filter((answer) => answer.solved === 'yes').length, solved.length),
    poor: answers.filter((answer) => answer.isPoor === 1).length,
  }
}
