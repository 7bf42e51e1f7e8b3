import type { FigureUnit } from '../../shared/reports/figure-spec.ts'
import { type FigureId, figureSpec } from '../../shared/reports/figures.ts'
import type { Figure, Report } from '../../shared/reports/model.ts'
import { countText, durationText, moneyText, percentText } from '../ui/formats.ts'

/** A number of a report as people read it; a dash where there is none. */
export function valueText(value: number | null, unit: FigureUnit): string {
  if (value === null) return '—'
  switch (unit) {
    case 'count':
      return countText(value)
    case 'share':
      return percentText(value)
    case 'ms':
      return durationText(value)
    case 'score':
      return value.toFixed(2)
    case 'fen':
      return moneyText(value)
  }
}

/** How a number moved against another period: shares in percentage points, the rest in its own unit. */
export function changeText(now: number | null, then: number | null, unit: FigureUnit): string {
  if (now === null || then === null) return '—'
  const change = now - then
  if (change === 0) return '±0'
  const sign = change > 0 ? '+' : '−'
  const size = Math.abs(change)
  return unit === 'share' ? `${sign}${(size * 100).toFixed(1)}%` : `${sign}${valueText(size, unit)}`
}

/** What a number rests on: hits out of all for a share, how many for the rest. */
export function basisText({ id, hits, of }: Figure): string {
  const { unit } = figureSpec(id)
  if (unit === 'share') return `${countText(hits)}/${countText(of)}`
  return unit === 'count' ? '' : countText(of)
}

export function figureOf(report: Report | undefined, id: FigureId): Figure | undefined {
  return report?.figures.find((one) => one.id === id)
}

/** A share, or a dash where there is nothing to take a part of. */
export const shareText = (hits: number, of: number) => (of === 0 ? '—' : percentText(hits / of))
