import type { Day } from '../../shared/time.ts'
import { type Cell, type CellContext, type CellKind, no, ok, plain } from './import-cells.ts'

type Parts = { year: number; month: number; day: number }
type DayReader = (cell: string) => Parts | undefined

const USUAL =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日?)$/
const USUAL_MONTH = /^(\d{4})(?:-(\d{1,2})|\/(\d{1,2})|\.(\d{1,2})|年(\d{1,2})月?)$/
/** A time behind the day, as spreadsheets and other systems export it: dropped. With a time zone the day is not certain. */
const TIME = /[T ](?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?$/

const TOKENS = new Map([
  ['YYYY', '(?<year>\\d{4})'],
  ['MM', '(?<month>\\d{2})'],
  ['M', '(?<month>\\d{1,2})'],
  ['DD', '(?<day>\\d{2})'],
  ['D', '(?<day>\\d{1,2})'],
])

/** Reader for a written format such as `DD/MM/YYYY` or `YYYY,M`; undefined unless it names year and month once each. */
function byFormat(format: string): DayReader | undefined {
  const found = format.match(/YYYY|MM|M|DD|D/g)?.map((token) => token[0]) ?? []
  const names = [...found].sort().join('')
  if (names !== 'DMY' && names !== 'MY') return undefined
  const pattern = format
    .split(/(YYYY|MM|M|DD|D)/)
    .map((part) => TOKENS.get(part) ?? part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('')
  const form = new RegExp(`^${pattern}$`)
  return (cell) => {
    const groups = form.exec(cell)?.groups
    return groups && { year: Number(groups.year), month: Number(groups.month), day: Number(groups.day ?? 1) }
  }
}

/** Year first, the one order that everybody reads alike; 20260930 too. */
function usualDay(cell: string): Parts | undefined {
  const match = USUAL.exec(cell)
  if (match) {
    const month = match[2] ?? match[4] ?? match[6] ?? match[8]
    const day = match[3] ?? match[5] ?? match[7] ?? match[9]
    return { year: Number(match[1]), month: Number(month), day: Number(day) }
  }
  if (!/^\d{8}$/.test(cell)) return undefined
  return { year: Number(cell.slice(0, 4)), month: Number(cell.slice(4, 6)), day: Number(cell.slice(6)) }
}

function usualMonth(cell: string): Parts | undefined {
  const match = USUAL_MONTH.exec(cell)
  const month = match?.[2] ?? match?.[3] ?? match?.[4] ?? match?.[5]
  if (match && month) return { year: Number(match[1]), month: Number(month), day: 1 }
  if (/^\d{6}$/.test(cell)) return { year: Number(cell.slice(0, 4)), month: Number(cell.slice(4)), day: 1 }
  return usualDay(cell)
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Number of days of a month in the calendar we all use; 0 for a month that does not exist. */
function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeap ? 29 : (LENGTHS[month - 1] ?? 0)
}

const two = (value: number) => (value < 10 ? `0${value}` : String(value))

function dayText({ year, month, day }: Parts): Day | undefined {
  if (day < 1 || day > daysIn(year, month)) return undefined
  return `${year}-${two(month)}-${two(day)}`
}

/** Bounds of a day field: the earliest year, and whether it may lie after today. */
export type DayBounds = { fromYear: number }

function bounded(written: Day | undefined, bounds: DayBounds, context: CellContext): Cell<Day> {
  if (written === undefined) return no('not-a-day')
  if (Number(written.slice(0, 4)) < bounds.fromYear) return no('too-early', { year: bounds.fromYear })
  return written > context.today ? no('in-future') : ok(written)
}

/** A day that exists and does not lie after today: 2026-02-30 is refused, never moved; 01/02/2026 needs a format. */
export function pastDay(bounds: DayBounds): CellKind<Day> {
  return {
    type: 'day',
    reader: (format) => {
      const read = format === undefined ? usualDay : byFormat(format)
      if (!read) return undefined
      return (cell, context) => {
        const parts = read(plain(cell).replace(TIME, ''))
        return bounded(parts && dayText(parts), bounds, context)
      }
    },
  }
}

/** A day that exists, past or to come: the day of a flight. */
export const day: CellKind<Day> = {
  type: 'day',
  reader: (format) => {
    const read = format === undefined ? usualDay : byFormat(format)
    if (!read) return undefined
    return (cell) => {
      const parts = read(plain(cell).replace(TIME, ''))
      const written = parts && dayText(parts)
      return written === undefined ? no('not-a-day') : ok(written)
    }
  },
}

/** A month YYYY-MM, not after the current one; a day of the month is dropped. */
export function pastMonth(bounds: DayBounds): CellKind<string> {
  return {
    type: 'month',
    reader: (format) => {
      const read = format === undefined ? usualMonth : byFormat(format)
      if (!read) return undefined
      return (cell, context) => {
        const parts = read(plain(cell).replace(TIME, ''))
        const written = parts && dayText(parts)
        if (written === undefined) return no('not-a-month')
        const month = bounded(`${written.slice(0, 7)}-01`, bounds, context)
        return month.ok ? ok(month.value.slice(0, 7)) : month
      }
    },
  }
}
