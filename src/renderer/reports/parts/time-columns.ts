import type { Report } from '../../../shared/reports/model.ts'
import { DAY } from '../../../shared/time.ts'
import { today } from '../../ui/formats.ts'
import type { ChartColumn } from './ColumnChart.tsx'

/**
 * The columns that say what is usual: what still runs says nothing of it, nor do the months before a desk's first case.
 */
export function usualColumns({ period, asOf }: Report, columns: readonly ChartColumn[]): { from: number; to: number } {
  const isLong = period.kind === 'quarter' || period.kind === 'year'
  const now = isLong ? today(asOf).slice(0, 7) : today(asOf)
  const first = columns.findIndex(({ value }) => value > 0)
  return { from: isLong ? Math.max(0, first) : 0, to: columns.filter(({ key }) => key < now).length }
}

/** Complaints per day of a week or month, per month of a quarter or year; days without any stand as nought. */
export function timeColumns({ period, spreads }: Report): ChartColumn[] {
  const isLong = period.kind === 'quarter' || period.kind === 'year'
  const rows = spreads.find(({ id }) => id === (isLong ? 'month' : 'day'))?.rows ?? []
  const counts = new Map(rows.map(({ key, complaint }) => [key, complaint]))
  const keys = new Set<string>()
  for (let at = period.from; at < period.to; at += DAY) keys.add(isLong ? today(at).slice(0, 7) : today(at))
  return [...keys].map((key) => ({ key, label: key.slice(isLong ? 2 : 5), value: counts.get(key) ?? 0 }))
}
