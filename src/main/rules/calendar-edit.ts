import type { Calendar, CalendarParts } from '../../shared/calendars/model.ts'
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

/** The calendar with one day set by hand: off, working, or again what its weekday is. */
export function withDay(calendar: Calendar, date: Day, as: 'off' | 'working' | 'weekday', name: string): Calendar {
  const others = calendar.days.filter((day) => day.date !== date)
  const days = as === 'weekday' ? others : [...others, { date, name, isOffDay: as === 'off' }]
  return { ...calendar, days: days.sort((a, b) => (a.date < b.date ? -1 : 1)) }
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
