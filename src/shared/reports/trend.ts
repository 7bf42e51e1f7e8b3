import { DAY, type Day, HOUR, type Instant } from '../time.ts'
import { type ControlChart, controlOf } from './charts.ts'
import type { Report } from './model.ts'

/** What was counted in a day (YYYY-MM-DD) or month (YYYY-MM), and how it is written under a narrow column. */
export type TrendColumn = { key: string; label: string; value: number }

/** Complaints over the days or months of a period, what they usually lie between, and the keys of those beyond. */
export type Trend = {
  by: 'day' | 'month'
  columns: TrendColumn[]
  control: ControlChart | undefined
  over: ReadonlySet<string>
}

/** The desk's clock is eight hours ahead of UTC the whole year. */
const dayAt = (at: Instant): Day => new Date(at + 8 * HOUR).toISOString().slice(0, 10)

/** S5-71: complaints by the day of a week or month, by the month of a quarter or year; undefined for a single day. */
export function trendOf(report: Report): Trend | undefined {
  const { kind } = report.period
  if (kind === 'day') return undefined
  const by = kind === 'quarter' || kind === 'year' ? 'month' : 'day'
  const columns = columnsOf(report, by)
  const usual = usualOf(report, by, columns)
  const control = controlOf(usual.map(({ value }) => value))
  return { by, columns, control, over: new Set(usual.filter((_, i) => control?.over[i]).map(({ key }) => key)) }
}

/** Days and months without any stand as nought. */
function columnsOf({ period, spreads }: Report, by: Trend['by']): TrendColumn[] {
  const rows = spreads.find(({ id }) => id === by)?.rows ?? []
  const counts = new Map(rows.map(({ key, complaint }) => [key, complaint]))
  const keys = new Set<string>()
  for (let at = period.from; at < period.to; at += DAY) keys.add(by === 'month' ? dayAt(at).slice(0, 7) : dayAt(at))
  return [...keys].map((key) => ({ key, label: key.slice(by === 'month' ? 2 : 5), value: counts.get(key) ?? 0 }))
}

/** What still runs says nothing of what is usual, nor do the months before a desk's first case. */
function usualOf({ asOf }: Report, by: Trend['by'], columns: readonly TrendColumn[]): TrendColumn[] {
  const now = by === 'month' ? dayAt(asOf).slice(0, 7) : dayAt(asOf)
  const first =
    by === 'month'
      ? Math.max(
          0,
          columns.findIndex(({ value }) => value > 0),
        )
      : 0
  return columns.slice(first).filter(({ key }) => key < now)
}
