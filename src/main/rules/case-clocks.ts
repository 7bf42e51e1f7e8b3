import type { Calendar } from '../../shared/calendars/model.ts'
import type { CaseClock, ClockKind, ClockSignal, TargetPolicy } from '../../shared/targets/model.ts'
import type { Instant } from '../../shared/time.ts'
import { type ClockStep, cancelClock, evaluateClock, isOpen, nextCheckAt, startClock, stepClock } from './clock.ts'
import { type Calendars, clocksFor, newPlans, type TargetFacts } from './targets.ts'

/** A clock of a case in its round; reopening begins a new round beside the old clocks. */
export type RoundClock = CaseClock & { round: number }

/** A clock brought up to a moment, with what was not told before and when to look again. */
export type SettledClock = { clock: RoundClock; signals: ClockSignal[]; nextCheckAt: Instant | null }

/** The whole limit is always told, whatever shares the policy names besides. */
const WHOLE = 100

/** Promises that begin anew when a case is reopened; confirmation and the legal limit belong to the first round. */
const REOPENED: readonly ClockKind[] = ['answer', 'resolve', 'reply']

/** The calendar that a clock counts on; a missing one is a fault in the store. */
export function calendarOf(clock: { calendarId: string }, calendars: Calendars): Calendar {
  const calendar = calendars[clock.calendarId]
  if (!calendar) throw new Error(`no calendar ${clock.calendarId}`)
  return calendar
}

function withWhole(policy: TargetPolicy): TargetPolicy {
  return policy.warnings.includes(WHOLE)
    ? policy
    : { ...policy, warnings: [...policy.warnings, WHOLE].sort((a, b) => a - b) }
}

/** S2-35: every clock of a new case, frozen to the policy that was in force when the customer spoke. */
export function openingClocks(facts: TargetFacts, policy: TargetPolicy, calendars: Calendars): RoundClock[] {
  return clocksFor(facts, policy, calendars).map((plan) => ({ ...startClock(plan, withWhole(policy)), round: 1 }))
}

/** S3-53 S3-54: clocks of a kind that the case did not have, as when an enquiry turns out to be complex. */
export function addedClocks(
  facts: TargetFacts,
  clocks: readonly RoundClock[],
  round: number,
  policy: TargetPolicy,
  calendars: Calendars,
): RoundClock[] {
  return newPlans(clocksFor(facts, policy, calendars), clocks).map((plan) => ({
    ...startClock(plan, withWhole(policy)),
    round,
  }))
}

/** S2-171: the clocks of a new round, starting when the case is reopened; the old ones stay as they ended. */
export function reopenedClocks(
  facts: TargetFacts,
  at: Instant,
  clocks: readonly RoundClock[],
  round: number,
  policy: TargetPolicy,
  calendars: Calendars,
): RoundClock[] {
  const running = new Set(clocks.filter(isOpen).map((clock) => clock.kind))
  return clocksFor({ ...facts, receivedAt: at, registeredAt: at }, policy, calendars)
    .filter((plan) => REOPENED.includes(plan.kind) && !running.has(plan.kind))
    .map((plan) => ({ ...startClock(plan, withWhole(policy)), round }))
}

/** A step of a case; a case that has come to its end leaves no clock running. */
export type CaseStep = ClockStep & { isFinal: boolean }

/** Moves a clock on by a step of the case and tells everything that came due meanwhile. */
export function stepRoundClock(clock: RoundClock, calendars: Calendars, step: CaseStep, now: Instant): SettledClock {
  const calendar = calendarOf(clock, calendars)
  // What came due before the step is told first, so that a late stop still leaves its warnings.
  const before = evaluateClock(clock, calendar, Math.min(now, step.at))
  const stepped = stepClock(before.clock, calendar, step)
  const moved = step.isFinal ? cancelClock(stepped, calendar, step.at) : stepped
  return settle({ ...moved, round: clock.round }, calendar, now, before.signals)
}

/**
 * S1-45: brings a clock up to now: every warning and breach that came due, each with its true time. A limit that is
 * found to have run out is told as just that: nobody is warned of what has already happened.
 */
export function settle(
  clock: RoundClock,
  calendar: Calendar,
  now: Instant,
  told: readonly ClockSignal[] = [],
): SettledClock {
  const seen = evaluateClock(clock, calendar, now)
  const isBroken = seen.clock.breachedAt !== undefined
  const found = [...told, ...seen.signals]
  const isKept = (signal: ClockSignal) =>
    !isBroken || signal.percent >= WHOLE || !found.some((one) => one.percent === signal.percent)
  const signals = seen.clock.signals.filter(isKept)
  const settled = { ...seen.clock, signals, round: clock.round }
  const open = isBroken ? { ...settled, warnings: settled.warnings.filter((percent) => percent >= WHOLE) } : settled
  return {
    clock: settled,
    signals: signals.filter((signal) => found.some((one) => one.percent === signal.percent)),
    nextCheckAt: nextCheckAt(open, calendar) ?? null,
  }
}

/** The next due time of a case and whose it is; none when nothing runs. */
export function nextDueOf(clocks: readonly CaseClock[]): { dueAt: Instant; kind: ClockKind } | undefined {
  const running = clocks.filter((clock) => clock.state === 'running')
  const [head, ...rest] = running
  if (!head) return undefined
  const next = rest.reduce((best, clock) => (clock.dueAt < best.dueAt ? clock : best), head)
  return { dueAt: next.dueAt, kind: next.kind }
}

/** Who is told when a share of a limit is used up: 1 the owner, 2 the lead, 3 the manager; 0 nobody. */
export function escalationOf(percent: number): 0 | 1 | 2 | 3 {
  if (percent >= WHOLE) return 3
  if (percent >= 90) return 2
  return percent >= 75 ? 1 : 0
}
