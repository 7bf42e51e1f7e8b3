import type { Calendar } from '../../shared/calendars/model.ts'
import { type Day, type Instant, MINUTE } from '../../shared/time.ts'
import { addDays, yearOf } from './days.ts'
import { addOpenMs, isCoveredBetween, LAST_YEAR, openMsBetween } from './open-line.ts'
import { countBelow, exceptionOf, hoursOf, isOpenOn, minuteOf, yearTable } from './working-intervals.ts'
import { dayAt, momentOf } from './zone.ts'

/** A due moment; provisional when the count touches days that the published holiday table does not cover. */
export type Due = { due: Instant; isProvisional: boolean }

export type DayStatus = { kind: 'working' | 'makeUp' | 'weekend' | 'holiday'; name?: string; isProvisional: boolean }

/** True when the desk works on that day. */
export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  return isOpenOn(calendar, day)
}

/** What a day is in the calendar, with the holiday's name where it has one. */
export function dayStatus(calendar: Calendar, day: Day): DayStatus {
  const isProvisional = !isCovered(calendar, day, day)
  const entry = calendar.alwaysOpen ? undefined : exceptionOf(calendar, day)
  if (entry) return { kind: entry.isOffDay ? 'holiday' : 'makeUp', name: entry.name, isProvisional }
  return { kind: isOpenOn(calendar, day) ? 'working' : 'weekend', isProvisional }
}

function isCovered(calendar: Calendar, from: Day, to: Day): boolean {
  return calendar.alwaysOpen || (calendar.coverage.from <= from && to <= calendar.coverage.to)
}

/** The desk's closing time on a working day: the end of its last shift, or 24:00. */
function closingOf(calendar: Calendar, day: Day): Instant {
  const last = calendar.alwaysOpen ? undefined : hoursOf(calendar, day).at(-1)
  return momentOf(calendar.zone, day, last ? minuteOf(last.to) : 24 * 60)
}

/**
 * N working days after a moment: the day it falls on is not counted, and the last one is open to its end
 * (24:00 on the calendar's wall, or closing time where hours are set).
 */
export function addWorkingDays(start: Instant, count: number, calendar: Calendar): Due {
  const startDay = dayAt(calendar.zone, start)
  const lastDay = calendar.alwaysOpen ? addDays(startDay, count) : nthWorkingDay(startDay, count, calendar)
  return { due: closingOf(calendar, lastDay), isProvisional: !isCovered(calendar, startDay, lastDay) }
}

/** N days of the calendar's wall after a moment, holidays or not: the day it falls on is not counted, the last is open to its end. */
export function addDaysTo(start: Instant, count: number, calendar: Calendar): Due {
  const lastDay = addDays(dayAt(calendar.zone, start), count)
  return { due: momentOf(calendar.zone, lastDay, 24 * 60), isProvisional: false }
}

function nthWorkingDay(start: Day, count: number, calendar: Calendar): Day {
  let year = yearOf(start)
  let table = yearTable(calendar, year)
  let index = countBelow(table.days, start, true) + count - 1
  while (index >= table.days.length && year < LAST_YEAR) {
    index -= table.days.length
    year += 1
    table = yearTable(calendar, year)
  }
  return table.days[index] ?? start
}

/** The moment when `amount` milliseconds of open time have passed since `start`. */
export function addWorkingMs(start: Instant, amount: number, calendar: Calendar): Due {
  if (calendar.alwaysOpen) return { due: start + Math.max(0, amount), isProvisional: false }
  if (amount <= 0) return { due: start, isProvisional: !isCoveredBetween(calendar, start, start + 1) }
  const due = addOpenMs(calendar, start, amount)
  return { due, isProvisional: !isCoveredBetween(calendar, start, due) }
}

/** The moment when `minutes` of open time have passed since `start`. */
export function addWorkingMinutes(start: Instant, minutes: number, calendar: Calendar): Due {
  return addWorkingMs(start, minutes * MINUTE, calendar)
}

/** `minutes` later on any clock, holidays or not. */
export function addElapsed(start: Instant, minutes: number): Due {
  return { due: start + minutes * MINUTE, isProvisional: false }
}

/** Open milliseconds between two moments; negative when `to` lies before `from`. */
export function workingMsBetween(from: Instant, to: Instant, calendar: Calendar): number {
  if (calendar.alwaysOpen) return to - from
  return to < from ? -openMsBetween(calendar, to, from) : openMsBetween(calendar, from, to)
}
