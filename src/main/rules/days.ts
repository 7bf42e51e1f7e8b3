import { WEEKDAYS, type Weekday } from '../../shared/calendars/model.ts'
import { DAY, type Day } from '../../shared/time.ts'

/** Midnight of a day as if the desk stood at UTC; only for arithmetic on days. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY
}

/** A century of days; a desk looks at a few hundred. */
const MOST_KEPT = 36_525

const written = new Map<number, Day>()

/** The day with this number. Kept once written: writing a date costs a hundred times what finding it does. */
export function dayOfNumber(number: number): Day {
  const known = written.get(number)
  if (known !== undefined) return known
  const day = new Date(number * DAY).toISOString().slice(0, 10)
  if (written.size < MOST_KEPT) written.set(number, day)
  return day
}

/** The day `count` days later, or earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return dayOfNumber(dayNumber(day) + count)
}

export function weekdayOf(day: Day): Weekday {
  // 1970-01-01 was a Thursday, the fourth day of the week.
  const index = (((dayNumber(day) + 3) % 7) + 7) % 7
  return WEEKDAYS[index] ?? 'mon'
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

/** The same day `count` months later; the end of a shorter month where that day does not exist. */
export function addMonths(day: Day, count: number): Day {
  const months = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + count
  const first = Date.UTC(Math.floor(months / 12), months % 12, 1)
  const length = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate()
  return dayOfNumber(first / DAY + Math.min(Number(day.slice(8, 10)), length) - 1)
}

/** The month YYYY-MM that lies `count` months later, or earlier when negative. */
export function shiftMonth(month: string, count: number): string {
  return addMonths(`${month}-01`, count).slice(0, 7)
}

/** The last day of the day's month. */
export function endOfMonth(day: Day): Day {
  return addDays(addMonths(`${day.slice(0, 7)}-01`, 1), -1)
}

/** The last whole stretch of so many calendar months before a day, counted from January: a month, a quarter, a year. */
export function lastMonths(today: Day, months: 1 | 3 | 6 | 12): { fromDay: Day; toDay: Day } {
  const place = Math.floor((Number(today.slice(5, 7)) - 1) / months)
  const current = addMonths(`${yearOf(today)}-01-01`, place * months)
  return { fromDay: addMonths(current, -months), toDay: addDays(current, -1) }
}
