import { INDICATOR_TABLE } from './indicators.ts'
import type { Figure } from './model.ts'
import { divide, toCents } from './rules.ts'
import type { Indicator } from './words.ts'

/** Ten-thousandths: what the credits of one case add up to. */
export const ONE_CASE = 10_000

/**
 * Who gets which part of a case, in ten-thousandths that add up to one case: two parts for its owner, one for everybody
 * else who worked on it. A case that nobody touched is nobody's.
 */
export function creditOf(ownerId: string | null, workers: readonly string[]): Map<string, number> {
  const people = [...new Set([...(ownerId === null ? [] : [ownerId]), ...workers])].sort()
  return divide(
    people.map((key) => ({ key, weight: key === ownerId ? 2 : 1 })),
    ONE_CASE,
  )
}

/** One thing behind a number: a whole call, answer or examination, or a person's part of a case. */
export type Behind = {
  kind: 'call' | 'case' | 'answer' | 'exam' | 'review'
  id: string
  at: number
  /** In ten-thousandths. */
  credit: number
  isHit: boolean
  /** Milliseconds of a call, points of an answer, examination or judgement. */
  value: number | null
}

/** Counts an indicator from what stands behind it. */
export function figureOf(indicator: Indicator, behind: readonly Behind[]): Figure {
  const { unit } = INDICATOR_TABLE[indicator]
  const whole = behind.reduce((sum, { credit }) => sum + credit, 0)
  const sum = (of: (one: Behind) => number) => behind.reduce((total, one) => total + of(one), 0)
  const ofCases = whole / ONE_CASE
  const sample = behind.length
  if (unit === 'percent') {
    const hits = sum(({ credit, isHit }) => (isHit ? credit : 0))
    return {
      indicator,
      hits: hits / ONE_CASE,
      of: ofCases,
      sample,
      value: whole === 0 ? null : toCents((hits / whole) * 100),
    }
  }
  const total = sum(({ value }) => value ?? 0)
  const hits = unit === 'seconds' ? total / 1000 : total
  return { indicator, hits, of: sample, sample, value: sample === 0 ? null : toCents(hits / sample) }
}
