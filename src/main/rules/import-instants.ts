import { DAY, DESK_ZONE, type Instant, MINUTE, SECOND } from '../../shared/time.ts'
import { dayNumber } from './days.ts'
import { type CellKind, no, ok, plain } from './import-cells.ts'
import { offsetAt } from './zone.ts'

type Wall = { year: number; month: number; day: number; hour: number; minute: number; second: number }

/** A case or a call from before this year is a slip of the pen. */
const FROM_YEAR = 1990

const USUAL =
  /^(?<year>\d{4})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?[T ]?\s*(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d{1,9})?)?\s*(?<zone>Z|UTC|[+-]\d{2}:?\d{2})?$/

const TOKENS = new Map([
  ['YYYY', '(?<year>\\d{4})'],
  ['MM', '(?<month>\\d{2})'],
  ['M', '(?<month>\\d{1,2})'],
  ['DD', '(?<day>\\d{2})'],
  ['D', '(?<day>\\d{1,2})'],
  ['HH', '(?<hour>\\d{2})'],
  ['H', '(?<hour>\\d{1,2})'],
  ['mm', '(?<minute>\\d{2})'],
  ['ss', '(?<second>\\d{2})'],
  ['Z', '(?<zone>Z|UTC|[+-]\\d{2}:?\\d{2})'],
])
const TOKEN = /(YYYY|MM|M|DD|D|HH|H|mm|ss|Z)/

/** Reader for a written format such as `D/M/YYYY HH:mm`; undefined unless it names day, month, year, hour and minute once. */
function byFormat(format: string): RegExp | undefined {
  const parts = format.split(TOKEN)
  const names = parts.filter((part) => TOKENS.has(part)).map((part) => part[0])
  if (new Set(names).size !== names.length || !['Y', 'M', 'D', 'H', 'm'].every((name) => names.includes(name)))
    return undefined
  const pattern = parts.map((part) => TOKENS.get(part) ?? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('')
  return new RegExp(`^${pattern}$`)
}

/** The offset that `+0800`, `+08:00` or `Z` means, in milliseconds. */
function offsetOf(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  if (!match) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return (match[1] === '-' ? -minutes : minutes) * MINUTE
}

function exists({ year, month, day, hour, minute, second }: Wall): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isDay && hour < 24 && minute < 60 && second < 60
}

/** The moment at which the wall shows this time, by the zone that is written behind it or the desk's own. */
function momentOfWall(wall: Wall, zone: string | undefined): Instant {
  const { year, month, day, hour, minute, second } = wall
  const days = dayNumber(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
  const local = days * DAY + (hour * 60 + minute) * MINUTE + second * SECOND
  return local - (zone === undefined ? offsetAt(DESK_ZONE, local - 8 * 60 * MINUTE) : offsetOf(zone))
}

/** A moment with day and time, year first; other orders need a format, and what names no zone is Beijing time. */
export const moment: CellKind<Instant> = {
  type: 'instant',
  reader: (format) => {
    const form = format === undefined ? USUAL : byFormat(format)
    if (!form) return undefined
    return (cell) => {
      const found = form.exec(plain(cell))?.groups
      if (!found) return no('not-an-instant')
      const wall = {
        year: Number(found.year),
        month: Number(found.month),
        day: Number(found.day),
        hour: Number(found.hour),
        minute: Number(found.minute),
        second: Number(found.second ?? 0),
      }
      if (!exists(wall)) return no('not-an-instant')
      return wall.year < FROM_YEAR ? no('too-early', { year: FROM_YEAR }) : ok(momentOfWall(wall, found.zone))
    }
  },
}
