import type { Calendar } from '../../shared/calendars/model.ts'
import {
  type CaseClock,
  type ClockKind,
  type Limit,
  neverPauses,
  type TargetPolicy,
  type TargetRule,
} from '../../shared/targets/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { CaseEvent } from '../../shared/workflow/words.ts'
import { clockMeter } from './clock-meter.ts'
import { lifted, liftedReminder } from './raises.ts'
import { type ClockPlan, dueOf } from './targets.ts'

/** Events after which no promise counts any longer, whether it was kept or not. */
export const CANCELLING: readonly CaseEvent[] = ['withdrawn', 'merged']

/** What a clock has of its rule and of the raises. */
type OfRule =
  | ('stopsOn' | 'cancelsOn' | 'restartsOn' | 'repeat' | 'pausesIn' | 'pausesOn' | 'resumesOn')
  | ('warnings' | 'reminder' | 'raises')

/** What a clock has of its rule: what moves it, and whom it warns, lifted by the raises that held when it started. */
export function conditionsOf(
  rule: TargetRule,
  policy: TargetPolicy,
  raised: readonly string[] = [],
): Pick<CaseClock, OfRule> {
  const raises = (policy.raises ?? []).filter(({ id }) => raised.includes(id))
  const warnings = rule.warnings ?? policy.warnings
  return {
    stopsOn: rule.stopsOn,
    ...(rule.cancelsOn && { cancelsOn: rule.cancelsOn }),
    ...(rule.restartsOn && { restartsOn: rule.restartsOn }),
    ...(rule.repeat && { repeat: rule.repeat }),
    pausesIn: rule.pausesIn ?? [],
    ...(rule.pausesOn && { pausesOn: rule.pausesOn }),
    ...(rule.resumesOn && { resumesOn: rule.resumesOn }),
    warnings: warnings.map((step) => lifted(step, step.percent, raises)),
    ...(policy.reminder && { reminder: liftedReminder(policy.reminder, raises) }),
    ...(raised.length > 0 && { raises: [...raised] }),
  }
}

/** Starts the clock of a plan, under the policy version that the case keeps. */
export function startClock(plan: ClockPlan, policy: TargetPolicy): CaseClock {
  const { rule } = plan
  return {
    kind: plan.kind,
    policyId: policy.id,
    policyVersion: policy.version,
    ruleId: rule.id,
    limit: rule.limit,
    calendarId: rule.calendar,
    ...conditionsOf(rule, policy, plan.raises),
    state: 'running',
    startedAt: plan.startedAt,
    dueAt: plan.dueAt,
    isProvisional: plan.isProvisional,
    pauses: [],
    signals: [],
    reminders: 0,
  }
}

/** S2-111: the next round of a repeating promise, from the moment that kept the last one. */
export function restartClock(clock: CaseClock, calendar: Calendar, at: Instant): CaseClock {
  const { breachedAt: _breach, stoppedAt: _stop, ...kept } = clock
  const limit: Limit = clock.repeat ?? clock.limit
  const { due, isProvisional } = dueOf(limit, at, calendar)
  return {
    ...kept,
    limit,
    state: 'running',
    startedAt: at,
    dueAt: due,
    isProvisional,
    pauses: [],
    signals: [],
    reminders: 0,
  }
}

/** True while the clock can still be met or broken. */
export function isOpen(clock: CaseClock): boolean {
  return clock.state === 'running' || clock.state === 'paused'
}

export type PauseCause = { reason: string; by?: string; isByEvent?: true }

/** Stops the clock's time; a limit that others set never stands still, and a promise already broken is not paused. */
export function pauseClock(clock: CaseClock, at: Instant, { reason, by, isByEvent }: PauseCause): CaseClock {
  if (clock.state !== 'running' || neverPauses(clock.kind) || at >= clock.dueAt) return clock
  const from = Math.max(at, clock.startedAt)
  const pause = { from, reason, ...(by === undefined ? {} : { by }), ...(isByEvent && { isByEvent }) }
  return { ...clock, state: 'paused', pauses: [...clock.pauses, pause] }
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
  const stoppedAt = Math.max(at, clock.startedAt)
  const end = { ...running, signals: clock.signals.filter((signal) => signal.at < stoppedAt), stoppedAt }
  return stoppedAt > running.dueAt
    ? { ...end, state: 'breached', breachedAt: running.dueAt }
    : { ...end, state: 'met', reminders: 0 }
}

/** Ends the clock without a result, as when the customer withdraws. */
export function cancelClock(clock: CaseClock, calendar: Calendar, at: Instant): CaseClock {
  if (!isOpen(clock)) return clock
  return { ...resumeClock(clock, calendar, at), state: 'cancelled', stoppedAt: Math.max(at, clock.startedAt) }
}

/** Open milliseconds left until the due time; negative once it has passed, unchanged during a pause. */
export function remainingMs(clock: CaseClock, calendar: Calendar, now: Instant): number {
  const pause = clock.state === 'paused' ? clock.pauses.at(-1) : undefined
  return clockMeter(clock.limit, calendar).between(pause?.from ?? clock.stoppedAt ?? now, clock.dueAt)
}

/** What happened to a case: the events of one entry of its log and the state it is in afterwards. */
export type ClockStep = {
  events: readonly CaseEvent[]
  state: string
  /** Limits that the workflow lets stand still in this state. */
  pausesHere?: readonly ClockKind[]
  at: Instant
  /** The step or entry, and who made it: a pause says both. */
  reason: string
  by?: string
  /** The one thing that the events are about, where a case has several alike: a sub-task. */
  item?: string
}

const has = (step: ClockStep, list: readonly CaseEvent[] | undefined): boolean =>
  list !== undefined && step.events.some((event) => list.includes(event))

/** True when events about one thing reach this clock: a clock about a thing hears only of that thing. */
const isMeant = (clock: CaseClock, { item }: ClockStep): boolean => clock.item === undefined || clock.item === item

/** True when the step keeps this promise and at the same time begins the next round of it; an older one does not. */
export function isRestarted(clock: CaseClock, step: ClockStep): boolean {
  const isNewer = step.at > clock.startedAt
  return isOpen(clock) && isMeant(clock, step) && isNewer && !has(step, clock.stopsOn) && has(step, clock.restartsOn)
}

/** Moves one clock on by a step: its own events stop it, its pausing events and states pause it, every other resumes it. */
export function stepClock(clock: CaseClock, calendar: Calendar, step: ClockStep): CaseClock {
  const { at } = step
  if (!isOpen(clock)) return clock
  if (isMeant(clock, step)) {
    if (has(step, clock.stopsOn) || isRestarted(clock, step)) return stopClock(clock, calendar, at)
    if (has(step, clock.cancelsOn)) return cancelClock(clock, calendar, at)
  }
  if (has(step, CANCELLING)) return cancelClock(clock, calendar, at)
  return pauseOrResume(clock, calendar, step)
}

function pauseOrResume(clock: CaseClock, calendar: Calendar, step: ClockStep): CaseClock {
  const cause = { reason: step.reason, ...(step.by === undefined ? {} : { by: step.by }) }
  if (isMeant(clock, step) && has(step, clock.pausesOn))
    return pauseClock(clock, step.at, { ...cause, isByEvent: true })
  if (clock.pauses.at(-1)?.isByEvent && !has(step, clock.resumesOn)) return clock
  if (clock.pausesIn.includes(step.state) || step.pausesHere?.includes(clock.kind))
    return pauseClock(clock, step.at, cause)
  return resumeClock(clock, calendar, step.at)
}
