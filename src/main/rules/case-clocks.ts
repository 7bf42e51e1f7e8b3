import type { Calendar } from '../../shared/calendars/model.ts'
import { type CaseClock, CLOCK_KINDS, type ClockKind, type TargetPolicy } from '../../shared/targets/model.ts'
import { type Instant, MINUTE } from '../../shared/time.ts'
import { type ClockStep, cancelClock, isOpen, isRestarted, restartClock, startClock, stepClock } from './clock.ts'
import { type Evaluated, evaluateClock } from './clock-signals.ts'
import { type Calendars, clocksFor, clocksOn, newPlans, type TargetFacts } from './targets.ts'

/** A clock of a case in its round; reopening begins a new round beside the old clocks. */
export type RoundClock = CaseClock & { round: number }

/** A clock brought up to a moment, and when to look again. */
export type SettledClock = Evaluated<RoundClock>

/** What a step recorded of an appeal to an authority: until when it wants its answer. */
export function answerByOf(recorded: unknown): Pick<CaseMove, 'answerBy'> {
  const at: unknown =
    typeof recorded === 'object' && recorded !== null ? Reflect.get(recorded, 'appealDueAt') : undefined
  return typeof at === 'number' ? { answerBy: at } : {}
}

/** Promises that begin anew when a case is reopened; confirmation and the legal limit belong to the first round. */
export const REOPENED: readonly ClockKind[] = ['answer', 'resolve', 'reply', 'progress']

/** The calendar that a clock counts on; a missing one is a fault in the store. */
export function calendarOf(clock: { calendarId: string }, calendars: Calendars): Calendar {
  const calendar = calendars[clock.calendarId]
  if (!calendar) throw new Error(`no calendar ${clock.calendarId}`)
  return calendar
}

/** S2-35: every clock of a new case, frozen to the policy that was in force when the customer spoke. */
export function openingClocks(facts: TargetFacts, policy: TargetPolicy, calendars: Calendars): RoundClock[] {
  return clocksFor(facts, policy, calendars).map((plan) => ({ ...startClock(plan, policy), round: 1 }))
}

/** One entry of a case's log as its clocks see it; a case that has come to its end leaves no clock running. */
export type CaseMove = ClockStep & {
  isFinal: boolean
  /** The round and the facts after the entry. */
  round: number
  facts: TargetFacts
  /** When the promise about `item` was agreed to end, in place of the rule's own limit; nothing without an item. */
  dueAt?: Instant
  /** Until when an authority wants its answer, in place of the rule's own limit; nothing without an appeal. */
  answerBy?: Instant
}

/** The clocks of a case after an entry: the old ones in their order, each moved on, then those that it starts. */
export type MovedClocks = { moved: RoundClock[]; started: RoundClock[] }

/** S1-12 S1-43: what an entry of the log does to the clocks of a case. The log alone decides, so it can be replayed. */
export function moveClocks(
  clocks: readonly RoundClock[],
  move: CaseMove,
  policy: TargetPolicy,
  calendars: Calendars,
): MovedClocks {
  const moved = clocks.map((clock) => moveClock(clock, move, calendars))
  if (move.isFinal || move.events.length === 0) return { moved, started: [] }
  const restarted = clocks
    .filter((clock) => isRestarted(clock, move))
    .map((clock) => ({ ...restartClock(clock, calendarOf(clock, calendars), move.at), round: clock.round }))
  const begun = [...restarted]
  for (const start of STARTS) begun.push(...start([...moved, ...begun], move, policy, calendars))
  return { moved, started: begun.map((clock) => pausedAtOnce(clock, move, calendars)) }
}

function moveClock(clock: RoundClock, move: CaseMove, calendars: Calendars): RoundClock {
  if (!isOpen(clock)) return clock
  const calendar = calendarOf(clock, calendars)
  const stepped = stepClock(clock, calendar, move)
  const next = move.isFinal ? cancelClock(stepped, calendar, move.at) : stepped
  return next === clock ? clock : { ...next, round: clock.round }
}

/** A clock that starts in a state that pauses it stands still from its first moment. */
function pausedAtOnce(clock: RoundClock, move: CaseMove, calendars: Calendars): RoundClock {
  const { state, pausesHere, at, reason, by } = move
  const step: ClockStep = {
    ...{ events: [], state, at, reason },
    ...(pausesHere === undefined ? {} : { pausesHere }),
    ...(by === undefined ? {} : { by }),
  }
  return { ...stepClock(clock, calendarOf(clock, calendars), step), round: clock.round }
}

/** S2-171: the clocks of a new round, starting when the case is reopened; the old ones stay as they ended. */
function reopenedClocks(
  clocks: readonly RoundClock[],
  { events, facts, at, round }: CaseMove,
  policy: TargetPolicy,
  calendars: Calendars,
): RoundClock[] {
  if (!events.includes('reopened')) return []
  const running = new Set(clocks.filter(isOpen).map((clock) => clock.kind))
  return clocksFor({ ...facts, receivedAt: at, registeredAt: at }, policy, calendars)
    .filter((plan) => REOPENED.includes(plan.kind) && !running.has(plan.kind))
    .map((plan) => ({ ...startClock(plan, policy), round }))
}

/** S3-53 S3-54: clocks of a kind that the case did not have, when an enquiry turns out to be complex. */
function complexClocks(
  clocks: readonly RoundClock[],
  { events, facts, round }: CaseMove,
  policy: TargetPolicy,
  calendars: Calendars,
): RoundClock[] {
  if (!events.includes('complexMarked')) return []
  return newPlans(clocksFor(facts, policy, calendars), clocks).map((plan) => ({ ...startClock(plan, policy), round }))
}

/** Clocks whose rules wait for one of the events; one that already runs is not started twice. */
function eventClocks(
  clocks: readonly RoundClock[],
  { events, facts, at, state, round, item, dueAt, answerBy }: CaseMove,
  policy: TargetPolicy,
  calendars: Calendars,
): RoundClock[] {
  return clocksOn({ events, state, at }, facts, policy, calendars)
    .filter((plan) => !clocks.some((clock) => isOpen(clock) && clock.kind === plan.kind && clock.item === item))
    .map((plan) => {
      const clock = { ...startClock(plan, policy), round, ...(item === undefined ? {} : { item }) }
      const end = plan.kind === 'appeal' ? answerBy : item === undefined ? undefined : dueAt
      return end === undefined ? clock : agreed(clock, Math.max(end, at + MINUTE))
    })
}

/** A promise whose end was agreed or set by others runs on any clock until then. */
function agreed(clock: RoundClock, dueAt: Instant): RoundClock {
  const amount = Math.max(1, Math.ceil((dueAt - clock.startedAt) / MINUTE))
  return { ...clock, limit: { unit: 'minutes', amount }, dueAt, isProvisional: false }
}

/** S1-45: brings a clock up to now: every warning and breach that came due, each with its true time. */
export function settle<C extends RoundClock>(clock: C, calendar: Calendar, now: Instant): Evaluated<C> {
  return evaluateClock(clock, calendar, now)
}

/** The ways in which an entry starts clocks. */
const STARTS = [reopenedClocks, complexClocks, eventClocks]

/** The next due time of a case and whose it is; none when nothing runs. */
export function nextDueOf(clocks: readonly CaseClock[]): { dueAt: Instant; kind: ClockKind } | undefined {
  const running = clocks.filter((clock) => clock.state === 'running')
  const [head, ...rest] = running
  if (!head) return undefined
  const isSooner = (a: CaseClock, b: CaseClock) =>
    a.dueAt < b.dueAt || (a.dueAt === b.dueAt && CLOCK_KINDS.indexOf(a.kind) < CLOCK_KINDS.indexOf(b.kind))
  const next = rest.reduce((best, clock) => (isSooner(clock, best) ? clock : best), head)
  return { dueAt: next.dueAt, kind: next.kind }
}
