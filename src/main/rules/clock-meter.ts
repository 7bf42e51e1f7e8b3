import type { Calendar } from '../../shared/calendars/model.ts'
import type { Limit } from '../../shared/targets/model.ts'
import type { Instant } from '../../shared/time.ts'
import { addWorkingMs, type Due, workingMsBetween } from './calendar.ts'

/** How a limit measures time: plain minutes and days on any clock, the other units on the calendar's open time. */
export type ClockMeter = {
  add: (at: Instant, ms: number) => Due
  between: (from: Instant, to: Instant) => number
}

const PLAIN: ClockMeter = {
  add: (at, ms) => ({ due: at + ms, isProvisional: false }),
  between: (from, to) => to - from,
}

const meters = new WeakMap<Calendar, ClockMeter>()

/** True when a limit's time runs day and night, on every day. */
export function isPlain(limit: Limit): boolean {
  return limit.unit === 'minutes' || limit.unit === 'days'
}

/** The measure of a limit. */
export function clockMeter(limit: Limit, calendar: Calendar): ClockMeter {
  if (isPlain(limit)) return PLAIN
  const known = meters.get(calendar)
  if (known) return known
  const made: ClockMeter = {
    add: (at, ms) => addWorkingMs(at, ms, calendar),
    between: (from, to) => workingMsBetween(from, to, calendar),
  }
  meters.set(calendar, made)
  return made
}
