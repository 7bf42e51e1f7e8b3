import type { Calendar } from '../../shared/calendars/model.ts'
import { DAY, type Instant } from '../../shared/time.ts'
import { addDays, yearOf } from './days.ts'
import { countBelow, yearTable } from './working-intervals.ts'
import { dayAt, momentOf } from './zone.ts'

/** No calendar reaches further; the end of the search on one that has no open hours at all. */
export const LAST_YEAR = 9000

/** The open hours of some years in one line, so that a moment is found by its day and a sum by one short search. */
type OpenLine = {
  firstYear: number
  lastYear: number
  /** Within these moments every open hour is known. */
  begins: Instant
  ends: Instant
  from: Instant[]
  to: Instant[]
  /** Open milliseconds of the line before interval i. */
  before: number[]
  total: number
  shortest: number
  longest: number
  /** For each day since `begins`, the first interval that ends after the day began. */
  firstOfDay: number[]
  /** The days that the published table covers. */
  coveredFrom: Instant
  coveredTo: Instant
}

const lines = new WeakMap<Calendar, OpenLine>()
// Most questions in a row are about one calendar.
let lastCalendar: Calendar | undefined
let lastLine: OpenLine | undefined

function lineOf(calendar: Calendar, at: Instant): OpenLine {
  if (calendar === lastCalendar && lastLine && at >= lastLine.begins && at < lastLine.ends) return lastLine
  const known = lines.get(calendar)
  const line = known && at >= known.begins && at < known.ends ? known : extended(calendar, known, at)
  lastCalendar = calendar
  lastLine = line
  return line
}

function extended(calendar: Calendar, known: OpenLine | undefined, at: Instant): OpenLine {
  const year = yearOf(dayAt(calendar.zone, at))
  const first = Math.min(known?.firstYear ?? year, year - 1)
  const line = build(calendar, first, Math.max(known?.lastYear ?? year, year + 1))
  lines.set(calendar, line)
  return line
}

function build(calendar: Calendar, firstYear: number, lastYear: number): OpenLine {
  const { zone, coverage } = calendar
  const line: OpenLine = {
    ...{ firstYear, lastYear, from: [], to: [], before: [], total: 0, shortest: DAY, longest: 0, firstOfDay: [] },
    // The zone's year begins up to a day before or after the one of UTC.
    begins: Date.UTC(firstYear, 0, 2),
    ends: Date.UTC(lastYear, 11, 30),
    coveredFrom: momentOf(zone, coverage.from, 0),
    coveredTo: momentOf(zone, addDays(coverage.to, 1), 0),
  }
  for (let year = firstYear; year <= lastYear; year += 1) {
    const table = yearTable(calendar, year)
    table.from.forEach((from, i) => {
      const to = table.to[i] ?? from
      line.from.push(from)
      line.to.push(to)
      line.before.push(line.total)
      line.total += to - from
      line.shortest = Math.min(line.shortest, to - from)
      line.longest = Math.max(line.longest, to - from)
    })
  }
  for (let day = line.begins, i = 0; day < line.ends; day += DAY) {
    while ((line.to[i] ?? Number.POSITIVE_INFINITY) <= day) i += 1
    line.firstOfDay.push(i)
  }
  return line
}

/** The interval that a moment lies in, or the last one before it, or else the first one. */
function placeOf(line: OpenLine, at: Instant): number {
  let i = line.firstOfDay[Math.floor((at - line.begins) / DAY)] ?? 0
  while ((line.from[i + 1] ?? Number.POSITIVE_INFINITY) <= at) i += 1
  return i
}

function openMsAt(line: OpenLine, i: number, at: Instant): number {
  const from = line.from[i]
  if (from === undefined) return line.total
  const before = line.before[i] ?? 0
  return at <= from ? before : before + Math.min(at, line.to[i] ?? at) - from
}

/** Open milliseconds between two moments in order. */
export function openMsBetween(calendar: Calendar, from: Instant, to: Instant): number {
  // Both are in one line once the farther one has been asked for.
  lineOf(calendar, to)
  lineOf(calendar, from)
  const line = lineOf(calendar, to)
  return openMsAt(line, placeOf(line, to), to) - openMsAt(line, placeOf(line, from), from)
}

/** The moment when so many open milliseconds have passed since a start. */
export function addOpenMs(calendar: Calendar, start: Instant, amount: number): Instant {
  let line = lineOf(calendar, start)
  let place = placeOf(line, start)
  let target = openMsAt(line, place, start) + amount
  while (target > line.total && line.lastYear < LAST_YEAR) {
    line = extended(calendar, line, Date.UTC(line.lastYear + 1, 5, 1))
    place = placeOf(line, start)
    target = openMsAt(line, place, start) + amount
  }
  // The interval that the target falls into or exactly ends: a limit that ends at closing time is due then.
  const least = place + Math.floor(amount / line.longest) - 1
  const most = place + Math.ceil(amount / line.shortest) + 2
  const i = countBelow(line.before, target, false, Math.max(0, least), Math.min(line.before.length, most)) - 1
  return (line.from[i] ?? start) + target - (line.before[i] ?? 0)
}

/** True when the published table covers every day from one moment to just before another. */
export function isCoveredBetween(calendar: Calendar, from: Instant, to: Instant): boolean {
  if (calendar.alwaysOpen) return true
  const line = lineOf(calendar, from)
  return from >= line.coveredFrom && to <= line.coveredTo
}
