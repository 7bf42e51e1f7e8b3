import { type Calendar, type CalendarDay, type Shift, WEEKDAYS } from '../../shared/calendars/model.ts'
import type { Day, Instant } from '../../shared/time.ts'
import { addDays, weekdayOf, yearOf } from './days.ts'
import { momentOf } from './zone.ts'

/** One year of a calendar, worked out once: its working days and its open hours with running totals. */
export type YearTable = {
  days: Day[]
  from: Instant[]
  to: Instant[]
  /** Open milliseconds of the year before interval i. */
  before: number[]
  total: number
}

type Prepared = { exceptions: Map<Day, CalendarDay>; years: Map<number, YearTable> }

/** Calendars are frozen data, so what follows from one is kept as long as the calendar itself. */
const prepared = new WeakMap<Calendar, Prepared>()

function prepare(calendar: Calendar): Prepared {
  const known = prepared.get(calendar)
  if (known) return known
  const made = { exceptions: new Map(calendar.days.map((day) => [day.date, day])), years: new Map() }
  prepared.set(calendar, made)
  return made
}

/** The calendar's own entry for a day, if the day differs from its weekday. */
export function exceptionOf(calendar: Calendar, day: Day): CalendarDay | undefined {
  return prepare(calendar).exceptions.get(day)
}

const WHOLE_DAY: Shift[] = [{ from: '00:00', to: '24:00' }]

/**
 * The hours of a day if it is worked: its weekday's; a make-up day on a weekday without hours of its own
 * takes those of the first weekday that has some.
 */
export function hoursOf(calendar: Calendar, day: Day): Shift[] {
  if (!calendar.shifts) return WHOLE_DAY
  const own = calendar.shifts[weekdayOf(day)]
  if (own) return own
  for (const weekday of WEEKDAYS) {
    const hours = calendar.shifts[weekday]
    if (hours && hours.length > 0) return hours
  }
  return WHOLE_DAY
}

/** Minutes past midnight of a wall time such as 09:30. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** True when the desk works on that day: its own entry decides, else its weekday. */
export function isOpenOn(calendar: Calendar, day: Day): boolean {
  if (calendar.alwaysOpen) return true
  const entry = exceptionOf(calendar, day)
  const isWorked = entry ? !entry.isOffDay : !calendar.weekend.includes(weekdayOf(day))
  return isWorked && hoursOf(calendar, day).length > 0
}

/** Working days and open hours of one year on the calendar's wall clock. */
export function yearTable(calendar: Calendar, year: number): YearTable {
  const { years } = prepare(calendar)
  const known = years.get(year)
  if (known) return known
  const table: YearTable = { days: [], from: [], to: [], before: [], total: 0 }
  for (let day = `${String(year).padStart(4, '0')}-01-01`; yearOf(day) === year; day = addDays(day, 1)) {
    if (!isOpenOn(calendar, day)) continue
    table.days.push(day)
    for (const hours of hoursOf(calendar, day)) addInterval(table, calendar.zone, day, hours)
  }
  years.set(year, table)
  return table
}

function addInterval(table: YearTable, zone: string, day: Day, hours: Shift): void {
  const from = momentOf(zone, day, minuteOf(hours.from))
  const to = momentOf(zone, day, minuteOf(hours.to))
  if (to <= from) return
  table.from.push(from)
  table.to.push(to)
  table.before.push(table.total)
  table.total += to - from
}

/**
 * How many entries of a rising list are smaller than, or with `orEqual` not larger than, the value;
 * sought between two places where it is known to lie.
 */
export function countBelow<T extends number | string>(
  list: readonly T[],
  value: T,
  orEqual = false,
  least = 0,
  most = list.length,
): number {
  let low = least
  let high = most
  while (low < high) {
    const middle = (low + high) >> 1
    const entry = list[middle]
    if (entry !== undefined && (entry < value || (orEqual && entry === value))) low = middle + 1
    else high = middle
  }
  return low
}
