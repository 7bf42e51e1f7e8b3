import type { Calendar } from '../../shared/calendars/model.ts'
import type { CaseClock, Limit } from '../../shared/targets/model.ts'
import type { Instant } from '../../shared/time.ts'
import { addWorkingMs, type Due, workingMsBetween } from './calendar.ts'
import { append, clip, explainSpan, type Span } from './explain.ts'

/** How a limit measures time: plain minutes on any clock, the other units on the calendar's open time. */
export type ClockMeter = {
  add: (at: Instant, ms: number) => Due
  between: (from: Instant, to: Instant) => number
}

const PLAIN: ClockMeter = {
  add: (at, ms) => ({ due: at + ms, isProvisional: false }),
  between: (from, to) => to - from,
}

/** The measure of a limit. */
export function clockMeter(limit: Limit, calendar: Calendar): ClockMeter {
  if (limit.unit === 'minutes') return PLAIN
  return {
    add: (at, ms) => addWorkingMs(at, ms, calendar),
    between: (from, to) => workingMsBetween(from, to, calendar),
  }
}

/** Why the clock is due when it is: every stretch from its start to its due time, pauses cut out. */
export function explainClock(clock: CaseClock, calendar: Calendar, now: Instant): Span[] {
  const spans: Span[] = []
  const end = Math.max(clock.dueAt, clock.startedAt)
  let at = clock.startedAt
  const counted = (from: Instant, to: Instant): Span[] => {
    if (clock.limit.unit === 'minutes') return [{ from, to, kind: 'counted' }]
    return explainSpan(calendar, from, to)
  }
  for (const pause of clock.pauses) {
    const to = pause.to ?? Math.max(now, pause.from)
    for (const span of counted(at, pause.from)) append(spans, span)
    append(spans, { from: pause.from, to, kind: 'paused', name: pause.reason })
    at = to
  }
  for (const span of counted(at, end)) append(spans, clip(span, at, end))
  return spans
}
