import { z } from 'zod'
import {
  type Calendar,
  type CalendarDay,
  calendarDay,
  calendarFile,
  type HolidayYear,
  holidayYear,
} from '../../shared/calendars/model.ts'
import type { Issue } from '../../shared/failure.ts'
import type { Day } from '../../shared/time.ts'
import { type Holidays, holidaysOf } from './calendar-edit.ts'
import { importYear } from './calendar-import.ts'
import { yearOf } from './days.ts'

/** The tables that a file holds, oldest year first; or what is wrong with it, by path. */
export type TablesRead = { tables: HolidayYear[]; issues: [] } | { tables: []; issues: Issue[] }

/** Reads a year's table as holiday-cn writes it, a bare list of days, or a whole calendar of the desk's own. */
export function readTables(raw: unknown): TablesRead {
  if (Array.isArray(raw)) return fromParsed(z.array(calendarDay).min(1).safeParse(raw), (days) => [tableOf(days, [])])
  if (typeof raw === 'object' && raw !== null && 'format' in raw)
    return fromParsed(calendarFile.safeParse(raw), ({ calendar: { days, coverage, source } }) =>
      yearsBetween(yearOf(coverage.from), yearOf(coverage.to)).map((year) => ({
        year,
        papers: source.papersByYear ? (source.papersByYear[String(year)] ?? []) : (source.papers ?? []),
        days: days.filter(({ date }) => yearOf(date) === year),
      })),
    )
  return fromParsed(holidayYear.safeParse(raw), (table) => [table])
}

/** The holidays that a file holds, for a calendar of their own: another desk's as they are, or those of published tables. */
export function readHolidays(
  raw: unknown,
  name: string,
  asOf: Day,
): { holidays: Holidays; issues: [] } | { holidays: null; issues: Issue[] } {
  const whole = calendarFile.safeParse(raw)
  if (whole.success) return { holidays: holidaysOf(whole.data.calendar), issues: [] }
  const { tables, issues } = readTables(raw)
  const [first] = tables
  if (!first) return { holidays: null, issues }
  const coverage = { from: `${first.year}-01-01`, to: `${first.year}-12-31` }
  const empty: Calendar = {
    ...{ id: name, name: { zh: name, en: name }, zone: 'UTC', alwaysOpen: false, weekend: [], days: [] },
    ...{ coverage, source: { name, asOf } },
  }
  const taken = tables.reduce((calendar, table) => importYear(calendar, table, asOf), empty)
  return { holidays: holidaysOf(taken), issues: [] }
}

function fromParsed<T>(read: z.ZodSafeParseResult<T>, tablesOf: (value: T) => HolidayYear[]): TablesRead {
  if (read.success) return { tables: tablesOf(read.data), issues: [] }
  const issues = read.error.issues.slice(0, 50).map((issue) => ({
    path: issue.path.join('.'),
    reason: issue.code === 'custom' || /^[a-z-]+$/.test(issue.message) ? issue.message : issue.code,
  }))
  return { tables: [], issues }
}

const yearsBetween = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

/** The year that most of the days lie in: a table may also set days of the December before. */
function tableOf(days: CalendarDay[], papers: string[]): HolidayYear {
  const years = days.map(({ date }) => yearOf(date))
  return { year: Math.max(...years), papers, days }
}
