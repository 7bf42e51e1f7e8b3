import { DAY, type Day, type Instant, MINUTE } from '../../shared/time.ts'
import { dayNumber, dayOfNumber } from './days.ts'

/** From this moment on, the zone's wall clock is ahead of UTC by `offset` milliseconds. */
type Stretch = { from: Instant; offset: number }

const formats = new Map<string, Intl.DateTimeFormat>()
const yearsOfZone = new Map<string, Map<number, Stretch[]>>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, made)
  return made
}

function readOffset(zone: string, at: Instant): number {
  const part: Record<string, number> = {}
  for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  return wall - Math.floor(at / 1000) * 1000
}

/** The first moment in (low, high] at which the offset is no longer the one at `low`. */
function findChange(zone: string, low: Instant, high: Instant): Instant {
  const before = readOffset(zone, low)
  let [same, changed] = [low, high]
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2)
    if (readOffset(zone, middle) === before) same = middle
    else changed = middle
  }
  return changed
}

/** Offsets of one UTC year; asking the runtime for each moment would be a thousand times slower. */
function stretchesOf(zone: string, year: number): Stretch[] {
  const years = yearsOfZone.get(zone) ?? new Map<number, Stretch[]>()
  yearsOfZone.set(zone, years)
  const known = years.get(year)
  if (known) return known
  const end = Date.UTC(year + 1, 0, 1)
  let at = Date.UTC(year, 0, 1)
  const list: Stretch[] = [{ from: at, offset: readOffset(zone, at) }]
  while (at < end) {
    const next = Math.min(at + 7 * DAY, end)
    const offset = readOffset(zone, next)
    if (offset !== list.at(-1)?.offset) list.push({ from: findChange(zone, at, next), offset })
    at = next
  }
  years.set(year, list)
  return list
}

function stretchAt(zone: string, at: Instant): Stretch {
  const list = stretchesOf(zone, new Date(at).getUTCFullYear())
  for (let i = list.length - 1; i >= 0; i -= 1) {
    const stretch = list[i]
    if (stretch && stretch.from <= at) return stretch
  }
  return { from: at, offset: 0 }
}

/** How far the zone's wall clock is ahead of UTC at a moment, in milliseconds. */
export function offsetAt(zone: string, at: Instant): number {
  return stretchAt(zone, at).offset
}

/** The calendar day on the zone's wall at a moment. */
export function dayAt(zone: string, at: Instant): Day {
  return dayOfNumber(Math.floor((at + offsetAt(zone, at)) / DAY))
}

/** The month YYYY-MM on the zone's wall at a moment. */
export function monthAt(zone: string, at: Instant): string {
  return dayAt(zone, at).slice(0, 7)
}

/** Minutes past midnight on the zone's wall at a moment. */
export function minuteAt(zone: string, at: Instant): number {
  const wall = at + offsetAt(zone, at)
  return Math.floor((wall - Math.floor(wall / DAY) * DAY) / MINUTE)
}

/**
 * The moment when the zone's wall shows this minute of this day (0 to 1440).
 * A time that the clock change skips is the moment of the change; of a time that comes twice the first is meant.
 */
export function momentOf(zone: string, day: Day, minute: number): Instant {
  const wall = dayNumber(day) * DAY + minute * MINUTE
  const before = offsetAt(zone, wall - DAY)
  const after = offsetAt(zone, wall + DAY)
  const early = wall - before
  if (before === after || offsetAt(zone, early) === before) return early
  const late = wall - after
  return offsetAt(zone, late) === after ? late : stretchAt(zone, early).from
}
