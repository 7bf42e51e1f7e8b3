import { type FigureId, figureSpec } from '../../shared/reports/figures.ts'
import type { Figure } from '../../shared/reports/model.ts'
import { SMALL_NUMBER } from '../../shared/reports/words.ts'

/** What a number is made of while it is being counted: how many of how many, and the values where it has any. */
export type Counted = { hits: number; of: number; values: number[] }

export const newCounted = (): Counted => ({ hits: 0, of: 0, values: [] })

/** The value below which a part of all values lies (nearest rank); null without any. */
export function percentile(values: readonly number[], part: number): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? null
}

/** The middle value, or the mean of the two in the middle; null without any. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[sorted.length >> 1]
  const lower = sorted[(sorted.length - 1) >> 1]
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2
}

// Sorted first, so that the order in which rows were read cannot show in the last digit of a sum.
const sumOf = (values: readonly number[]) => [...values].sort((a, b) => a - b).reduce((sum, each) => sum + each, 0)

/** The mean; null without values. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sumOf(values) / values.length
}

/** A part of a whole; null when there is no whole. */
export const shareOf = (hits: number, of: number): number | null => (of === 0 ? null : hits / of)

/** The finished number, marked when it rests on few cases; a plain count is what it is. */
export function toFigure(id: FigureId, { hits, of, values }: Counted): Figure {
  const { unit } = figureSpec(id)
  const isTime = unit === 'ms'
  const value = {
    count: () => hits,
    share: () => shareOf(hits, of),
    ms: () => median(values),
    score: () => mean(values),
    fen: () => sumOf(values),
  }[unit]()
  return {
    id,
    value,
    hits,
    of,
    mean: isTime ? mean(values) : null,
    p90: isTime ? percentile(values, 0.9) : null,
    isSmall: (unit === 'share' || unit === 'ms' || unit === 'score') && of > 0 && of < SMALL_NUMBER,
  }
}
