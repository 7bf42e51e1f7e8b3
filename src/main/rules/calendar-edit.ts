import type { Calendar, CalendarParts, HolidayYear } from '../../shared/calendars/model.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Day } from '../../shared/time.ts'
import { yearOf } from './days.ts'

/** The round-the-clock calendar has no days to change. */
export function canChange(calendar: Calendar): Decision {
  return calendar.alwaysOpen ? deny('calendar-always-open') : allow
}

/** A day is changed by hand only inside the published tables: a year nobody published is taken in, not invented. */
export function canEditDay(calendar: Calendar, date: Day): Decision {
  const change = canChange(calendar)
  if (!change.allowed) return change
  const { from, to } = calendar.coverage
  return date < from || date > to ? deny('calendar-day-not-covered', { date, from, to }) : allow
}

/** A day as it is set by hand: off, working, or again what its weekday is; with its name and where that is from. */
export type DaySet = { date: Day; as: 'off' | 'working' | 'weekday'; name: string; source: string }

/** The calendar with one day set by hand. */
export function withDay(calendar: Calendar, { date, as, name, source }: DaySet): Calendar {
  const others = calendar.days.filter((day) => day.date !== date)
  const days = as === 'weekday' ? others : [...others, { date, name, isOffDay: as === 'off', source }]
  return { ...calendar, days: days.sort((a, b) => (a.date < b.date ? -1 : 1)) }
}

/** What a calendar has its holidays from, and how far it can be relied on. */
export type Holidays = Pick<Calendar, 'days' | 'coverage' | 'isCoverageOwn' | 'source'>

/** No holidays at all: every day is what its weekday is, for as long as the desk says so itself. */
export function noHolidays(coverage: Calendar['coverage'], paper: string, asOf: Day): Holidays {
  return { days: [], coverage, isCoverageOwn: true, source: { name: paper, asOf, papers: [paper] } }
}

/** The holidays of another calendar, with their papers. */
export function holidaysOf({ days, coverage, isCoverageOwn, source }: Calendar): Holidays {
  return { days, coverage, source, ...(isCoverageOwn ? { isCoverageOwn } : {}) }
}

/** A calendar of the desk's own: its hours by hand, its days from elsewhere. */
export function madeOf(id: string, holidays: Holidays, parts: CalendarParts): Calendar {
  return withParts({ id, ...parts, alwaysOpen: false, ...holidays }, parts)
}

/** The calendar as it is taken for the first published table: what the desk said of other years no longer counts. */
export function beforeTable(calendar: Calendar, { year }: HolidayYear): Calendar {
  const { isCoverageOwn, ...rest } = calendar
  return isCoverageOwn ? { ...rest, coverage: { from: `${year}-01-01`, to: `${year}-12-31` } } : calendar
}

/** Only where no table was published the desk says itself how far its calendar reaches. */
export function withCoverage(calendar: Calendar, coverage: Calendar['coverage'] | undefined): Calendar {
  return coverage === undefined ? calendar : { ...calendar, coverage }
}

export function canSetCoverage(calendar: Calendar, coverage: Calendar['coverage'] | undefined): Decision {
  return coverage !== undefined && !calendar.isCoverageOwn ? deny('calendar-coverage-of-table') : allow
}

/** The calendar with other hours; without shifts a working day runs from 00:00 to 24:00. */
export function withParts(calendar: Calendar, { name, zone, weekend, shifts }: CalendarParts): Calendar {
  const { shifts: _, ...rest } = calendar
  return { ...rest, name, zone, weekend, ...(shifts === undefined ? {} : { shifts }) }
}

/** The first year whose table is not there; none for a calendar that is always open. */
export function missingYear({ alwaysOpen, coverage }: Calendar): number | null {
  return alwaysOpen ? null : yearOf(coverage.to) + (coverage.to.endsWith('12-31') ? 1 : 0)
}
