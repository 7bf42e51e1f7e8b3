import type { Calendar, HolidayYear } from '../../shared/calendars/model.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Day } from '../../shared/time.ts'
import { yearOf } from './days.ts'

/**
 * Whether a year's table may be taken into a calendar: it must name days of its own year, none outside that year and
 * the month before, and leave no year between it and what the calendar covers.
 */
export function canImportYear(calendar: Calendar, table: HolidayYear): Decision {
  const { year, days } = table
  if (!days.some(({ date }) => yearOf(date) === year)) return deny('calendar-year-empty', { year })
  const stray = days.find(({ date }) => date < `${year - 1}-12-01` || date > `${year}-12-31`)
  if (stray) return deny('calendar-day-outside', { year, date: stray.date })
  const last = yearOf(calendar.coverage.to)
  if (year > last + 1) return deny('calendar-year-gap', { year, covered: last })
  if (year < yearOf(calendar.coverage.from) - 1)
    return deny('calendar-year-gap', { year, covered: yearOf(calendar.coverage.from) })
  return allow
}

/** The calendar with a year's table in place of what it had for that year; `asOf` is the day it was taken in. */
export function importYear(calendar: Calendar, table: HolidayYear, asOf: Day): Calendar {
  const { year } = table
  const { from, to } = calendar.coverage
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const named = new Set(table.days.map(({ date }) => date))
  // Where the year after is covered too, its paper may have set days of this December: they stay unless named anew.
  const isKept = (date: Day) => !named.has(date) && (yearOf(date) !== year || (to > last && date > `${year}-11-30`))
  return {
    ...calendar,
    days: [...calendar.days.filter(({ date }) => isKept(date)), ...table.days].sort((a, b) =>
      a.date < b.date ? -1 : 1,
    ),
    coverage: { from: from < first ? from : first, to: to > last ? to : last },
    source: {
      ...calendar.source,
      asOf,
      papers: [...new Set([...(calendar.source.papers ?? []), ...table.papers])],
      ...(table.papers.length > 0
        ? { papersByYear: { ...calendar.source.papersByYear, [String(year)]: table.papers } }
        : {}),
    },
  }
}
