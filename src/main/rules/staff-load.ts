import type { HourLoad, RosterDay } from '../../shared/careers/desk-model.ts'
import { HOUR, type Instant } from '../../shared/time.ts'

/** Share of an hour that one person can be on calls; the rest is rest and other work. */
const OCCUPANCY = 0.8
/** What a call takes where nothing is known yet: five minutes. */
export const USUAL_HANDLING_MS = 300_000
/** Half an hour of a shift counts as being there in that hour. */
const HALF = 30

export type PastCall = { startedAt: Instant; handlingMs: number }
export type Span = { startMinute: number; endMinute: number }

/** The mean handling time of calls that were answered. */
export function handlingOf(calls: readonly PastCall[]): number {
  const handled = calls.filter(({ handlingMs }) => handlingMs > 0)
  if (handled.length === 0) return USUAL_HANDLING_MS
  return Math.round(handled.reduce((sum, { handlingMs }) => sum + handlingMs, 0) / handled.length)
}

/** S4-87: people it takes for so many calls in one hour. */
export function neededFor(expected: number, handlingMs: number): number {
  return expected === 0 ? 0 : Math.max(1, Math.ceil((expected * handlingMs) / (HOUR * OCCUPANCY)))
}

/** Minutes of a shift within an hour of the day; a shift over midnight reaches into the morning. */
export function minutesIn(hour: number, { startMinute, endMinute }: Span): number {
  const part = (from: number, to: number) => Math.max(0, Math.min(to, hour * 60 + 60) - Math.max(from, hour * 60))
  return startMinute < endMinute ? part(startMinute, endMinute) : part(startMinute, 1440) + part(0, endMinute)
}

/**
 * S4-87: each hour's expected calls (the mean of the same hour on the same weekday before), the people it takes, and
 * the people whose shift covers it.
 */
export function hourLoads(
  counts: readonly number[],
  weeks: number,
  handlingMs: number,
  shifts: readonly Span[],
): HourLoad[] {
  return Array.from({ length: 24 }, (_, hour) => {
    const expected = weeks === 0 ? 0 : Math.round(((counts[hour] ?? 0) / weeks) * 10) / 10
    const present = shifts.filter((span) => minutesIn(hour, span) >= HALF).length
    return { hour, expected, needed: neededFor(expected, handlingMs), present }
  })
}

/** S4-87: for each hour with too few people, an hour that has one to spare; none is promised twice. */
export function adviceOn(hours: readonly HourLoad[]): RosterDay['advice'] {
  const spare = new Map(hours.map(({ hour, present, needed }) => [hour, Math.max(0, present - needed)]))
  return hours
    .filter(({ present, needed }) => present < needed)
    .map(({ hour, present, needed }) => {
      const [best] = [...spare].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1] || a[0] - b[0])
      if (best) spare.set(best[0], best[1] - 1)
      return { hour, missing: needed - present, spareHour: best?.[0] ?? null }
    })
}
