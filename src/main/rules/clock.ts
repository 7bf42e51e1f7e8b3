import type { Calendar } from '../../shared/calendars/model.ts'
import type { CaseClock, ClockSignal, TargetPolicy } from '../../shared/targets/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { CaseEvent } from '../../shared/workflow/words.ts'
import { clockMeter } from './clock-meter.ts'
import type { ClockPlan } from './targets.ts'

/** Events after which a promise no longer counts, whether it was kept or not. */
const CANCELLING: readonly CaseEvent[] = ['withdrawn', 'merged']

/** Starts the clock of a plan, under the policy version that the case keeps. */
export function startClock(plan: ClockPlan, policy: TargetPolicy): CaseClock {
  return {
    kind: plan.kind,
    policyId: policy.id,
    policyVersion: policy.version,
    ruleId: plan.rule.id,
    limit: plan.rule.limit,
    calendarId: plan.rule.calendar,
    stopsOn: plan.rule.stopsOn,
    pausesIn: plan.rule.pausesIn ?? [],
    warnings: policy.warnings,
    state: 'running',
    startedAt: plan.startedAt,
    dueAt: plan.dueAt,
    isProvisional: plan.isProvisional,
    pauses: [],
    signals: [],
  }
}

/** True while the clock can still be met or broken. */
export function isOpen(clock: CaseClock): boolean {
  return clock.state === 'running' || clock.state === 'paused'
}

/** Stops the clock's time; a legal clock never stands still, and a promise already broken is not paused. */
export function pauseClock(clock: CaseClock, at: Instant, reason: string): CaseClock {
  if (clock.state !== 'running' || clock.kind === 'legal' || at >= clock.dueAt) return clock
  return { ...clock, state: 'paused', pauses: [...clock.pauses, { from: at, reason }] }
}

/** Lets the clock run on: the due time moves by the open time that the pause took. */
export function resumeClock(clock: CaseClock, calendar: Calendar, at: Instant): CaseClock {
  const pause = clock.pauses.at(-1)
  if (clock.state !== 'paused' || !pause) return clock
  const meter = clockMeter(clock.limit, calendar)
  const to = Math.max(at, pause.from)
  const { due, isProvisional } = meter.add(clock.dueAt, meter.between(pause.from, to))
  return {
    ...clock,
    state: 'running',
    dueAt: due,
    isProvisional: clock.isProvisional || isProvisional,
    pauses: [...clock.pauses.slice(0, -1), { ...pause, to }],
  }
}

/** Ends the clock when what it waits for has happened: met up to the due moment, breached after it (S1-43). */
export function stopClock(clock: CaseClock, calendar: Calendar, at: Instant): CaseClock {
  if (!isOpen(clock)) return clock
  const { breachedAt: _, ...running } = resumeClock(clock, calendar, at)
  const signals = clock.signals.filter((signal) => signal.at < at)
  const isLate = at > running.dueAt
  const end = { ...running, signals, stoppedAt: at }
  return isLate ? { ...end, state: 'breached', breachedAt: running.dueAt } : { ...end, state: 'met' }
}

/** Ends the clock without a result, as when the customer withdraws. */
export function cancelClock(clock: CaseClock, calendar: Calendar, at: Instant): CaseClock {
  return isOpen(clock) ? { ...resumeClock(clock, calendar, at), state: 'cancelled', stoppedAt: at } : clock
}

/** The moment when `percent` of the limit was or will be used up; undefined while that is not known. */
export function momentOfPercent(clock: CaseClock, calendar: Calendar, percent: number): Instant | undefined {
  const meter = clockMeter(clock.limit, calendar)
  const closed = clock.pauses.flatMap(({ from, to }) => (to === undefined ? [] : [{ from, to }]))
  const paused = closed.reduce((sum, { from, to }) => sum + meter.between(from, to), 0)
  let left = Math.ceil(((meter.between(clock.startedAt, clock.dueAt) - paused) * percent) / 100)
  let at = clock.startedAt
  for (const pause of clock.pauses) {
    const run = meter.between(at, pause.from)
    if (left <= run) break
    if (pause.to === undefined) return undefined
    left -= run
    at = pause.to
  }
  // The whole limit ends at the due time itself, also when that is the end of a closed day.
  return percent === 100 && clock.state !== 'paused' ? clock.dueAt : meter.add(at, left).due
}

/**
 * S1-45: gives every signal that is due by `now` and not yet given, each with its true moment, so that nothing is
 * lost or given twice however long nobody looked.
 */
export function evaluateClock(
  clock: CaseClock,
  calendar: Calendar,
  now: Instant,
): { clock: CaseClock; signals: ClockSignal[] } {
  if (clock.state === 'cancelled') return { clock, signals: [] }
  const signals: ClockSignal[] = []
  for (const percent of clock.warnings) {
    if (clock.signals.some((given) => given.percent === percent)) continue
    const at = momentOfPercent(clock, calendar, percent)
    if (at !== undefined && at <= now && (clock.stoppedAt === undefined || at < clock.stoppedAt)) {
      signals.push({ percent, at })
    }
  }
  const isBroken = clock.state === 'running' && now >= clock.dueAt
  const breach = isBroken && clock.breachedAt === undefined ? { breachedAt: clock.dueAt } : {}
  return { clock: { ...clock, ...breach, signals: [...clock.signals, ...signals] }, signals }
}

/** When the clock must be looked at next; undefined when nothing can happen by time alone. */
export function nextCheckAt(clock: CaseClock, calendar: Calendar): Instant | undefined {
  if (clock.state !== 'running') return undefined
  const open = clock.warnings
    .filter((percent) => !clock.signals.some((given) => given.percent === percent))
    .map((percent) => momentOfPercent(clock, calendar, percent))
    .filter((at) => at !== undefined)
  const moments = clock.breachedAt === undefined ? [...open, clock.dueAt] : open
  return moments.length > 0 ? Math.min(...moments) : undefined
}

/** Open milliseconds left until the due time; negative once it has passed, unchanged during a pause. */
export function remainingMs(clock: CaseClock, calendar: Calendar, now: Instant): number {
  const pause = clock.state === 'paused' ? clock.pauses.at(-1) : undefined
  return clockMeter(clock.limit, calendar).between(pause?.from ?? clock.stoppedAt ?? now, clock.dueAt)
}

/** What happened to a case: the events of one step and the state it is in afterwards. */
export type ClockStep = { events: readonly CaseEvent[]; state: string; at: Instant; reason: string }

/** Moves one clock on by a step: its own events stop it, its pausing states pause it, every other state resumes it. */
export function stepClock(clock: CaseClock, calendar: Calendar, step: ClockStep): CaseClock {
  if (step.events.some((event) => clock.stopsOn.includes(event))) return stopClock(clock, calendar, step.at)
  if (step.events.some((event) => CANCELLING.includes(event))) return cancelClock(clock, calendar, step.at)
  if (clock.pausesIn.includes(step.state)) return pauseClock(clock, step.at, step.reason)
  return resumeClock(clock, calendar, step.at)
}
