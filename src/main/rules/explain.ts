import type { Calendar, SpanKind } from '../../shared/calendars/model.ts'
import type { CaseClock } from '../../shared/targets/model.ts'
import type { Day, Instant } from '../../shared/time.ts'
import { dayStatus } from './calendar.ts'
import { resumeClock } from './clock.ts'
import { isPlain } from './clock-meter.ts'
import { addDays } from './days.ts'
import { hoursOf, minuteOf } from './working-intervals.ts'
import { dayAt, momentOf } from './zone.ts'

/** A stretch of time and what it was to the clock; a holiday carries its name, a pause the step and who took it. */
export type Span = { from: Instant; to: Instant; kind: SpanKind; name?: string; by?: string }

/** Why a clock is due when it is: every stretch from its start to its due time; a pause that still lasts ends now. */
export function explainDue(clock: CaseClock, calendar: Calendar, now: Instant): Span[] {
  const running = resumeClock(clock, calendar, now)
  return stretches(running, calendar, running.dueAt)
}

/** What a clock has counted by a moment, or by its end if that was earlier. */
export function explainUntil(clock: CaseClock, calendar: Calendar, at: Instant): Span[] {
  const end = Math.min(at, clock.stoppedAt ?? at)
  return stretches(resumeClock(clock, calendar, end), calendar, end)
}

/** The time in a list of stretches that the clock counted. */
export function countedMs(spans: readonly Span[]): number {
  return spans.reduce((sum, { kind, from, to }) => sum + (kind === 'counted' ? to - from : 0), 0)
}

function stretches(clock: CaseClock, calendar: Calendar, end: Instant): Span[] {
  const spans: Span[] = []
  const run = (from: Instant, to: Instant): Span[] =>
    isPlain(clock.limit) && to > from ? [{ from, to, kind: 'counted' }] : explainSpan(calendar, from, to)
  let at = clock.startedAt
  for (const { from, to = end, reason, by } of clock.pauses) {
    if (from >= end) break
    for (const span of run(at, from)) append(spans, span)
    const pause: Span = { from, to: Math.min(to, end), kind: 'paused', name: reason }
    append(spans, by === undefined ? pause : { ...pause, by })
    at = to
  }
  for (const span of run(at, end)) append(spans, span)
  return spans
}

/** Splits a stretch of time into counted time, closed hours, weekends and holidays, in order and without gaps. */
export function explainSpan(calendar: Calendar, from: Instant, to: Instant): Span[] {
  if (to <= from) return []
  if (calendar.alwaysOpen) return [{ from, to, kind: 'counted' }]
  const spans: Span[] = []
  const lastDay = dayAt(calendar.zone, to)
  for (let day = dayAt(calendar.zone, from); day <= lastDay; day = addDays(day, 1)) {
    for (const span of spansOfDay(calendar, day)) append(spans, clip(span, from, to))
  }
  return spans
}

function spansOfDay(calendar: Calendar, day: Day): Span[] {
  const status = dayStatus(calendar, day)
  const opening = momentOf(calendar.zone, day, 0)
  const end = momentOf(calendar.zone, day, 24 * 60)
  if (status.kind === 'weekend') return [{ from: opening, to: end, kind: 'weekend' }]
  if (status.kind === 'holiday') return [{ from: opening, to: end, kind: 'holiday', name: status.name ?? '' }]
  const spans: Span[] = []
  let at = opening
  for (const hours of hoursOf(calendar, day)) {
    const from = momentOf(calendar.zone, day, minuteOf(hours.from))
    const to = momentOf(calendar.zone, day, minuteOf(hours.to))
    spans.push({ from: at, to: from, kind: 'outsideHours' }, { from, to, kind: 'counted' })
    at = to
  }
  spans.push({ from: at, to: end, kind: 'outsideHours' })
  return spans
}

/** The part of a span inside [from, to). */
export function clip(span: Span, from: Instant, to: Instant): Span {
  return { ...span, from: Math.max(span.from, from), to: Math.min(span.to, to) }
}

/** Adds a span to a list, joining it with the last one when they are alike; empty spans vanish. */
export function append(spans: Span[], next: Span): void {
  if (next.to <= next.from) return
  const last = spans.at(-1)
  if (last && last.to === next.from && last.kind === next.kind && last.name === next.name && last.by === next.by)
    last.to = next.to
  else spans.push({ ...next })
}
