import type { Calendar, SpanKind } from '../../shared/calendars/model.ts'
import type { Day, Instant } from '../../shared/time.ts'
import { dayStatus } from './calendar.ts'
import { addDays } from './days.ts'
import { hoursOf, minuteOf } from './working-intervals.ts'
import { dayAt, momentOf } from './zone.ts'

/** A stretch of time and what it was to the clock; a holiday carries its name. */
export type Span = { from: Instant; to: Instant; kind: SpanKind; name?: string }

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
  if (last && last.to === next.from && last.kind === next.kind && last.name === next.name) last.to = next.to
  else spans.push({ ...next })
}
