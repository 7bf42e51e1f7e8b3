import type { Calendar } from '../../shared/calendars/model.ts'
import { type CaseKind, type Channel, isUnder, type Severity, type TimeClass } from '../../shared/cases/words.ts'
import {
  type CaseClock,
  CLOCK_KINDS,
  type ClockKind,
  COMPLAINT_CLOCKS,
  type Limit,
  neverPauses,
  type TargetPolicy,
  type TargetRule,
  type TargetWhen,
} from '../../shared/targets/model.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { CaseEvent } from '../../shared/workflow/words.ts'
import { addDaysTo, addElapsed, addWorkingDays, addWorkingMinutes, type Due } from './calendar.ts'
import { raisesFor } from './raises.ts'

/** What the limits of a case depend on. */
export type TargetFacts = {
  kind: CaseKind
  tier: MemberTier
  category: string
  severity: Severity
  timeClass: TimeClass
  channel: Channel
  isComplex: boolean
  /** The customer's own time (S1-17), which may lie before the entry. */
  receivedAt: Instant
  registeredAt: Instant
  /** When the same member complained before, as far as was known when the case was opened (S4-138). */
  earlier?: readonly Instant[]
}

/** One rule that applies to a case, with the due time it alone would set. */
export type Candidate = { rule: TargetRule; startedAt: Instant; dueAt: Instant; isProvisional: boolean }

/** The clock a case gets for one kind of promise, and every rule that was weighed for it. */
export type ClockPlan = Candidate & {
  kind: ClockKind
  candidates: Candidate[]
  /** The raises that hold for the case, by id; left out where there are none. */
  raises?: readonly string[]
}

export type Calendars = Readonly<Record<string, Calendar>>

/** The calendars by id, as the rules name them; `constructor` and the like are no ids that it knows. */
export function calendarsById(list: readonly Calendar[]): Calendars {
  return Object.assign(Object.create(null), Object.fromEntries(list.map((calendar) => [calendar.id, calendar])))
}

/** When a limit that starts at a moment runs out. */
export function dueOf(limit: Limit, start: Instant, calendar: Calendar): Due {
  switch (limit.unit) {
    case 'minutes':
      return addElapsed(start, limit.amount)
    case 'workingMinutes':
      return addWorkingMinutes(start, limit.amount, calendar)
    case 'days':
      return addDaysTo(start, limit.amount, calendar)
    case 'workingDays':
      return addWorkingDays(start, limit.amount, calendar)
  }
}

const lists = <T>(list: readonly T[] | undefined, value: T): boolean => !list || list.includes(value)

/** True when a rule is meant for such a case; a group of categories also means its details. */
export function matches(when: TargetWhen, facts: TargetFacts): boolean {
  return (
    lists(when.kinds, facts.kind) &&
    lists(when.tiers, facts.tier) &&
    lists(when.severities, facts.severity) &&
    lists(when.timeClasses, facts.timeClass) &&
    lists(when.channels, facts.channel) &&
    (when.isComplex === undefined || when.isComplex === facts.isComplex) &&
    (!when.categories || when.categories.some((group) => isUnder(facts.category, group)))
  )
}

function candidateOf(
  rule: TargetRule,
  facts: TargetFacts,
  calendars: Calendars,
  startedAt: Instant,
): Candidate | undefined {
  const calendar = calendars[rule.calendar]
  if (!calendar || !matches(rule.when, facts)) return undefined
  const { due, isProvisional } = dueOf(rule.limit, startedAt, calendar)
  return { rule, startedAt, dueAt: due, isProvisional }
}

/**
 * S1-44 S2-35 S3-46 S5-20 S5-21: the clocks that a case has from its beginning. For each kind of promise the earliest
 * due time of all matching rules holds, so a tier, a severity or a law can only tighten it.
 */
export function clocksFor(facts: TargetFacts, policy: TargetPolicy, calendars: Calendars): ClockPlan[] {
  const all: Candidate[] = []
  for (const rule of sortedRules(policy).atOpening) {
    const startedAt = rule.startsAt === 'received' ? facts.receivedAt : facts.registeredAt
    const candidate = candidateOf(rule, facts, calendars, startedAt)
    if (candidate) all.push(candidate)
  }
  return raised(plansOf(all), facts, policy)
}

/** The plans with the raises that hold for their case. */
function raised(plans: ClockPlan[], facts: TargetFacts, { raises }: TargetPolicy): ClockPlan[] {
  const ids = raisesFor(raises, facts).map(({ id }) => id)
  return ids.length === 0 ? plans : plans.map((plan) => ({ ...plan, raises: ids }))
}

type SortedRules = { atOpening: TargetRule[]; onEvent: TargetRule[] }

/** Policies are frozen data, so their rules are sorted once. */
const sorted = new WeakMap<TargetPolicy, SortedRules>()

function sortedRules(policy: TargetPolicy): SortedRules {
  const known = sorted.get(policy)
  if (known) return known
  const enabled = policy.rules.filter((rule) => rule.isEnabled)
  const made = {
    atOpening: enabled.filter(({ startsAt }) => startsAt !== 'event'),
    onEvent: enabled.filter(({ startsAt }) => startsAt === 'event'),
  }
  sorted.set(policy, made)
  return made
}

/** What happened, where the case then stands, and when. */
export type Happening = { events: readonly CaseEvent[]; state: string; at: Instant }

/** The clocks that events start in a case: its approval when a plan is submitted, its follow-up when it was answered. */
export function clocksOn(
  { events, state, at }: Happening,
  facts: TargetFacts,
  policy: TargetPolicy,
  calendars: Calendars,
): ClockPlan[] {
  if (events.length === 0) return []
  const begun = sortedRules(policy).onEvent.filter(
    ({ startsOn, startsIn }) => startsOn?.some((event) => events.includes(event)) && lists(startsIn, state),
  )
  if (begun.length === 0) return []
  const plans = plansOf(begun.flatMap((rule) => candidateOf(rule, facts, calendars, at) ?? []))
  return raised(plans, facts, policy)
}

function plansOf(all: readonly Candidate[]): ClockPlan[] {
  const byKind = new Map<ClockKind, ClockPlan>()
  for (const candidate of all) {
    const { clock: kind } = candidate.rule
    const best = byKind.get(kind)
    const candidates = best ? best.candidates : []
    candidates.push(candidate)
    if (!best || candidate.dueAt < best.dueAt) byKind.set(kind, { kind, ...candidate, candidates })
  }
  return [...byKind.values()].sort((a, b) => CLOCK_KINDS.indexOf(a.kind) - CLOCK_KINDS.indexOf(b.kind))
}

/** Plans of kinds that the case has no clock for yet, as when an enquiry turns out to be complex (S3-54). */
export function newPlans(plans: readonly ClockPlan[], clocks: readonly CaseClock[]): ClockPlan[] {
  return plans.filter((plan) => !clocks.some((clock) => clock.kind === plan.kind))
}

export type TargetProblem =
  | { code: 'noGeneralRule'; clock: ClockKind }
  | { code: 'unknownCalendar'; rule: string; calendar: string }
  | { code: 'legalMayPause'; rule: string }

/**
 * What is wrong with a target policy before it is put into force: a clock that some complaint would be left
 * without (S1-44), or a calendar that does not exist.
 */
export function checkTargets(policy: TargetPolicy, calendars: Calendars): TargetProblem[] {
  const rules = policy.rules.filter((rule) => rule.isEnabled)
  const problems: TargetProblem[] = []
  for (const clock of COMPLAINT_CLOCKS) {
    if (!rules.some((rule) => rule.clock === clock && rule.startsAt !== 'event' && isForEveryComplaint(rule.when))) {
      problems.push({ code: 'noGeneralRule', clock })
    }
  }
  for (const rule of rules) {
    if (!calendars[rule.calendar]) problems.push({ code: 'unknownCalendar', rule: rule.id, calendar: rule.calendar })
    if (neverPauses(rule.clock) && rule.pausesIn?.length) problems.push({ code: 'legalMayPause', rule: rule.id })
  }
  return problems
}

function isForEveryComplaint({ kinds, ...rest }: TargetWhen): boolean {
  return (!kinds || kinds.includes('complaint')) && Object.values(rest).every((condition) => condition === undefined)
}
