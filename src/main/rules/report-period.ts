import type { ReportPeriod } from '../../shared/reports/model.ts'
import type { PeriodKind } from '../../shared/reports/words.ts'
import { type Day, DESK_ZONE, type Instant, isDay } from '../../shared/time.ts'
import { addDays, addMonths, dayNumber } from './days.ts'
import { dayAt, momentOf, monthAt } from './zone.ts'

/** The desk's clock, in which periods begin and end. */
export const REPORT_ZONE = DESK_ZONE

const MONTHS: Record<'month' | 'quarter' | 'year', number> = { month: 1, quarter: 3, year: 12 }

/** Monday of a day's week. */
function mondayOf(day: Day): Day {
  // 1970-01-01 was a Thursday.
  return addDays(day, -((((dayNumber(day) + 3) % 7) + 7) % 7))
}

/** How the period of a kind that holds a day is written; weeks are those of ISO 8601. */
export function periodKey(kind: PeriodKind, day: Day): string {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))]
  switch (kind) {
    case 'day':
      return day
    case 'week': {
      const thursday = addDays(mondayOf(day), 3)
      const first = mondayOf(`${thursday.slice(0, 4)}-01-04`)
      const week = (dayNumber(mondayOf(day)) - dayNumber(first)) / 7 + 1
      return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`
    }
    case 'month':
      return day.slice(0, 7)
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`
    case 'year':
      return year
  }
}

/** The first day of a period as it was written; undefined when there is no such period. */
function firstDay(kind: PeriodKind, key: string): Day | undefined {
  const [, year = '', rest = ''] = /^(\d{4})(?:-(.*))?$/.exec(key) ?? []
  if (kind === 'day') return key
  if (kind === 'week') return addDays(mondayOf(`${year}-01-04`), (Number(rest.slice(1)) - 1) * 7)
  if (kind === 'month') return `${key}-01`
  if (kind === 'year') return `${year}-01-01`
  return `${year}-${String((Number(rest.slice(1)) - 1) * 3 + 1).padStart(2, '0')}-01`
}

const FORMS: Record<PeriodKind, RegExp> = {
  day: /^[12]\d{3}-\d{2}-\d{2}$/,
  week: /^[12]\d{3}-W\d{2}$/,
  month: /^[12]\d{3}-\d{2}$/,
  quarter: /^[12]\d{3}-Q[1-4]$/,
  year: /^[12]\d{3}$/,
}

/** A period by what people write for it; undefined when no such day, week, month, quarter or year exists. */
export function periodOf(kind: PeriodKind, key: string): ReportPeriod | undefined {
  if (!FORMS[kind].test(key)) return undefined
  const first = firstDay(kind, key)
  if (first === undefined || !isDay(first) || first < '1970-01-02' || periodKey(kind, first) !== key) return undefined
  const after = dayAfter(kind, first)
  return {
    kind,
    key,
    from: momentOf(REPORT_ZONE, first, 0),
    to: momentOf(REPORT_ZONE, after, 0),
    previous: periodKey(kind, addDays(first, -1)),
    next: periodKey(kind, after),
  }
}

/** The period of a kind that holds a moment. */
export function periodAt(kind: PeriodKind, at: Instant): ReportPeriod | undefined {
  return periodOf(kind, periodKey(kind, dayAt(REPORT_ZONE, at)))
}

function dayAfter(kind: PeriodKind, first: Day): Day {
  if (kind === 'day') return addDays(first, 1)
  if (kind === 'week') return addDays(first, 7)
  return addMonths(first, MONTHS[kind])
}

/** The whole months of a period, as money is booked by; null for days and weeks. */
export function monthsOf({ kind, from, to }: ReportPeriod): { from: string; until: string } | null {
  if (kind === 'day' || kind === 'week') return null
  return { from: monthAt(REPORT_ZONE, from), until: monthAt(REPORT_ZONE, to - 1) }
}
