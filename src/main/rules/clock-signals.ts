import type { Calendar } from '../../shared/calendars/model.ts'
import { type CaseClock, type ClockSignal, type Receiver, usualStep } from '../../shared/targets/model.ts'
import { type Instant, MINUTE } from '../../shared/time.ts'
import { clockMeter } from './clock-meter.ts'

/** The moment when `percent` of the limit was or will be used up; undefined while that is not known. */
export function momentOfPercent(clock: CaseClock, calendar: Calendar, percent: number): Instant | undefined {
  // The whole limit ends at the due time itself, also when that is the end of a closed day.
  if (percent === 100 && clock.state !== 'paused') return clock.dueAt
  const meter = clockMeter(clock.limit, calendar)
  let total = meter.between(clock.startedAt, clock.dueAt)
  for (const { from, to } of clock.pauses) if (to !== undefined) total -= meter.between(from, to)
  let left = Math.ceil((total * percent) / 100)
  let at = clock.startedAt
  for (const pause of clock.pauses) {
    const run = meter.between(at, pause.from)
    if (left <= run) break
    if (pause.to === undefined) return undefined
    left -= run
    at = pause.to
  }
  return meter.add(at, left).due
}

/** The moment of the n-th reminder after the limit has run out. */
export function momentOfReminder(clock: CaseClock, n: number): Instant {
  return clock.dueAt + n * (clock.reminder?.everyMinutes ?? 0) * MINUTE
}

/** How many reminders lie before a moment, that moment included. */
function remindersUntil(clock: CaseClock, last: Instant): number {
  if (!clock.reminder || clock.state === 'paused' || last <= clock.dueAt) return 0
  return Math.floor((last - clock.dueAt) / (clock.reminder.everyMinutes * MINUTE))
}

/** A clock brought up to a moment, and when it must be looked at again: null when time alone brings nothing more. */
export type Evaluated<C extends CaseClock> = { clock: C; nextCheckAt: Instant | null }

/**
 * S1-45: everything that a clock has told by `now`, each with its true moment: the shares used up, the breach, and the
 * reminders after it. What is told follows from the clock alone, so nothing is lost or told twice however long
 * nobody looked, and an end that becomes known later takes back what lies after it.
 */
export function evaluateClock<C extends CaseClock>(clock: C, calendar: Calendar, now: Instant): Evaluated<C> {
  const last = clock.stoppedAt === undefined ? now : Math.min(now, clock.stoppedAt - 1)
  const signals: ClockSignal[] = []
  let next: Instant | undefined
  for (const { percent } of clock.warnings) {
    const at = momentOfPercent(clock, calendar, percent)
    if (at === undefined) break
    if (at <= last) signals.push({ percent, at })
    else {
      next = at
      break
    }
  }
  const reminders = remindersUntil(clock, last)
  if (clock.reminder) {
    const following = momentOfReminder(clock, reminders + 1)
    next = next === undefined ? following : Math.min(next, following)
  }
  const isBroken = clock.stoppedAt === undefined ? clock.state === 'running' && now >= clock.dueAt : last >= clock.dueAt
  const seen: C = { ...clock, signals, reminders }
  if (isBroken) seen.breachedAt = clock.dueAt
  else if (seen.breachedAt !== undefined) delete seen.breachedAt
  return { clock: seen, nextCheckAt: clock.state === 'running' ? (next ?? null) : null }
}

/** What stored records say was told already: shares up to a percentage, and so many reminders. */
export type Told = { percent: number; reminders: number }

/** Something to be told for the first time; reminders that were missed in a row come as one, with how many they are. */
export type News = {
  percent: number
  /** Number of the first reminder after the limit has run out; 0 for a share. */
  reminder: number
  count: number
  at: Instant
  level: number
  tells: Receiver
  /** A second role that is told besides. */
  also: Receiver | null
  /** A third one, where a raise tells somebody more. */
  third: Receiver | null
}

type ClockWarning = CaseClock['warnings'][number]

/** What a clock has told beyond what is known. */
export function newsOf(clock: CaseClock, told: Told): News[] {
  const news: News[] = []
  for (const { percent, at } of clock.signals) {
    if (percent <= told.percent) continue
    const step: ClockWarning = clock.warnings.find((one) => one.percent === percent) ?? usualStep(percent)
    const { level, tells, also = null, third = null } = step
    news.push({ percent, reminder: 0, count: 1, at, level, tells, also, third })
  }
  if (clock.reminder && clock.reminders > told.reminders) {
    const reminder = told.reminders + 1
    const { level, tells, also = null, third = null } = clock.reminder
    const count = clock.reminders - told.reminders
    const at = momentOfReminder(clock, reminder)
    news.push({ percent: 100, reminder, count, at, level, tells, also, third })
  }
  return news
}

/** What a clock has told in all. */
export function toldBy(clock: CaseClock): Told {
  return { percent: clock.signals.at(-1)?.percent ?? 0, reminders: clock.reminders }
}

/** The highest level that a clock has told. */
export function levelOf(clock: CaseClock): number {
  let highest = clock.reminders > 0 ? (clock.reminder?.level ?? 0) : 0
  for (const { percent } of clock.signals)
    highest = Math.max(highest, clock.warnings.find((step) => step.percent === percent)?.level ?? 0)
  return highest
}
