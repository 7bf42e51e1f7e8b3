import type { TargetPolicy } from '../../shared/targets/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { WorkflowDefinition } from '../../shared/workflow/model.ts'
import { calendarOf, moveClocks, openingClocks, type RoundClock, settle } from './case-clocks.ts'
import { cancelClock } from './clock.ts'
import { onChangedCalendar, rebaseClocks } from './clock-rebase.ts'
import { clocksOfLog } from './log-clocks.ts'
import { correctedLog } from './pause-correction.ts'
import { type CaseFactsThen, type LogEntry, moveOf, type ReplayedCase, targetFactsOf } from './replay-model.ts'
import type { Calendars } from './targets.ts'
import { pausesAt, stateOf } from './workflow.ts'

export type { LogData, LogEntry, ReplayedCase } from './replay-model.ts'

/** The rules that stood behind a log: those of its opening, and where they changed meanwhile, the ones of each moment. */
export type CaseRules = {
  policy: TargetPolicy
  workflow: WorkflowDefinition
  policyOf?: (id: string) => TargetPolicy | undefined
  workflowOf?: (id: string) => WorkflowDefinition | undefined
  /** The calendars as they were when an entry was written. */
  calendarsAt: (entry: LogEntry) => Calendars
  /** The calendars as they are. */
  calendars: Calendars
}

/** Something in a log that the rules do not bear out. */
export type LogFault = { seq: number; what: string }

/** A case after some entries, the rules in force by then, what may have to be undone, and what did not fit. */
type Course = {
  now: ReplayedCase
  rules: CaseRules
  /** The rules of its opening. */
  first: CaseRules
  /** The entries bear their true moments already: what corrects a pause has been heeded. */
  isCorrected: boolean
  log: LogEntry[]
  before: Map<number, ReplayedCase>
  faults: LogFault[]
}

/**
 * The case as it stood at a moment, from its log alone: state, owner, round, records and every clock, by the rules that
 * it was opened under. Undefined before it was opened.
 */
export function replay(
  events: readonly LogEntry[],
  policy: TargetPolicy,
  workflow: WorkflowDefinition,
  calendars: Calendars,
  at: Instant,
): ReplayedCase | undefined {
  return replayLog(events, { policy, workflow, calendars, calendarsAt: () => calendars }, at).state
}

/**
 * The same for rules that changed meanwhile, with the entries that do not fit what went before them. By `happened` what
 * counts is what had happened by the moment, even if it was written down later; else what had been written by then.
 */
export function replayLog(
  events: readonly LogEntry[],
  rules: CaseRules,
  at: Instant,
  by: 'written' | 'happened' = 'written',
): { state: ReplayedCase | undefined; faults: LogFault[] } {
  let course: Course | undefined
  const isCorrected = by === 'happened'
  for (const entry of isCorrected ? correctedLog(events) : events) {
    if (by === 'written' && entry.recordedAt > at) break
    if (by === 'happened' && course && entry.at > at) continue
    if (course) follow(course, entry)
    else course = begin(entry, rules, isCorrected)
  }
  if (!course) return { state: undefined, faults: [] }
  const { now, faults } = course
  const clocks = now.clocks.map((clock) => settle(clock, calendarOf(clock, rules.calendars), at).clock)
  return { state: { ...now, clocks }, faults }
}

function begin(entry: LogEntry, rules: CaseRules, isCorrected: boolean): Course | undefined {
  const { data, seq } = entry
  if (entry.kind !== 'opened' || !data.facts) return undefined
  const { policy, workflow } = rules
  const facts = data.facts as CaseFactsThen
  const state = workflow.transitions.find(({ id }) => id === data.step)?.to ?? workflow.initial
  const opened: ReplayedCase = {
    seq,
    state,
    ownerId: data.ownerId ?? null,
    round: 1,
    isOpen: true,
    isComplex: false,
    closedAt: null,
    facts,
    recorded: { ...data.recorded },
    clocks: openingClocks(targetFactsOf(facts, false), policy, rules.calendarsAt(entry)),
  }
  const course: Course = {
    ...{ now: opened, rules, first: rules, isCorrected, log: [entry], before: new Map(), faults: [] },
  }
  if (entry.toState !== state) course.faults.push({ seq, what: 'state' })
  moveAll(course, entry)
  return course
}

function follow(course: Course, entry: LogEntry): void {
  const { data, seq } = entry
  const { now: was } = course
  if (seq !== was.seq + 1) course.faults.push({ seq, what: 'order' })
  const emits = data.emits ?? []
  // What may be undone later is kept as it stood.
  if (emits.includes('merged')) course.before.set(seq, was)
  const kept = data.restores === undefined ? undefined : course.before.get(data.restores)
  const next: ReplayedCase = {
    ...was,
    ...(kept ? standing(kept) : {}),
    seq,
    ownerId: entry.kind === 'assigned' ? (data.to ?? null) : was.ownerId,
    round: was.round + (emits.includes('reopened') ? 1 : 0),
    isComplex: was.isComplex || emits.includes('complexMarked'),
    facts: data.facts ? { ...was.facts, ...data.facts } : was.facts,
    recorded: data.recorded ? { ...was.recorded, ...data.recorded } : was.recorded,
  }
  if (isStep(entry)) takeStep(course, next, entry)
  else if (isImported(entry)) takeOver(course, next, entry)
  course.now = next
  if (emits.length > 0 || isStep(entry) || isImported(entry)) moveAll(course, entry)
  changeRules(course, entry)
  course.log.push(entry)
}

/** A step of its own, or one that the case took by itself with the record of a stage. */
const isStep = ({ kind, toState, data }: LogEntry) => kind === 'step' || (toState !== null && data.step !== undefined)

/** Another system's word for where the case went; the steps of this workflow were not taken there. */
const isImported = ({ kind, toState }: LogEntry) => kind === 'imported' && toState !== null

function takeOver(
  { now: was, faults, rules }: Course,
  next: ReplayedCase,
  { seq, at, fromState, toState }: LogEntry,
): void {
  const state = stateOf(rules.workflow, toState ?? '')
  if (!state) faults.push({ seq, what: 'state' })
  if (fromState !== was.state) faults.push({ seq, what: 'from' })
  next.state = toState ?? was.state
  next.isOpen = !(state?.isFinal ?? false)
  next.closedAt = next.isOpen ? null : (was.closedAt ?? at)
}

/** What a step undone gives back: where the case stood and how its clocks ran. */
const standing = ({ state, isOpen, closedAt, clocks }: ReplayedCase) => ({ state, isOpen, closedAt, clocks })

function takeStep({ now: was, faults, rules }: Course, next: ReplayedCase, entry: LogEntry): void {
  const { data, seq } = entry
  const transition = rules.workflow.transitions.find(({ id }) => id === data.step)
  if (!transition?.from.includes(was.state) || entry.fromState !== was.state) faults.push({ seq, what: 'from' })
  next.state = transition?.to ?? entry.toState ?? was.state
  if (next.state !== entry.toState) faults.push({ seq, what: 'state' })
  next.isOpen = !(stateOf(rules.workflow, next.state)?.isFinal ?? false)
  next.closedAt = next.isOpen ? null : (was.closedAt ?? entry.at)
}

function moveAll({ now, rules }: Course, entry: LogEntry): void {
  const move = { ...moveOf(now, entry), ...pausesAt(rules.workflow, now.state) }
  const { moved, started } = moveClocks(now.clocks, move, rules.policy, rules.calendarsAt(entry))
  now.clocks = [...moved, ...started]
}

/** Entries by which a case went on under other rules: another workflow, other targets, another calendar. */
function changeRules(course: Course, entry: LogEntry): void {
  const { kind, data } = entry
  if (kind === 'movedVersion') changeWorkflow(course, entry)
  if (kind === 'rebased' && data.choice === 'recompute') rebase(course, entry)
  if (kind === 'pauseCorrected' && !course.isCorrected) correctPauses(course, entry)
  if (kind !== 'calendarChanged' || data.calendarId === undefined) return
  const { now, rules } = course
  const changed = onChangedCalendar(now.clocks, data.calendarId, rules.calendarsAt(entry))
  now.clocks = now.clocks.map((clock) => changed.find((one) => one.clock === clock)?.to ?? clock)
}

/** The limits as they would be had every pause been recorded rightly from the beginning. */
function correctPauses(course: Course, entry: LogEntry): void {
  let right: Course | undefined
  for (const one of correctedLog([...course.log, entry])) {
    if (right) follow(right, one)
    else right = begin(one, course.first, true)
  }
  if (right) course.now.clocks = right.now.clocks
}

function changeWorkflow(course: Course, { seq, data }: LogEntry): void {
  const workflow = course.rules.workflowOf?.(data.to ?? '')
  if (workflow) course.rules = { ...course.rules, workflow }
  else course.faults.push({ seq, what: 'workflow' })
}

function rebase(course: Course, entry: LogEntry): void {
  const { now, rules, log } = course
  const { after } = entry.data
  const policy = rules.policyOf?.(after?.policyId ?? '')
  if (!after || !policy) {
    course.faults.push({ seq: entry.seq, what: 'policy' })
    return
  }
  course.rules = { ...rules, policy }
  now.facts = { ...now.facts, tierAtOpening: after.tier }
  const calendars = rules.calendarsAt(entry)
  const logged = { facts: targetFactsOf(now.facts, now.isComplex), workflow: rules.workflow, log }
  const { open, started } = rebaseClocks(now.clocks, clocksOfLog(logged, policy, calendars, entry.recordedAt))
  const to = new Map<RoundClock, RoundClock>(
    open.map(({ clock, to: other }) => [clock, other ?? cancelled(clock, calendars, entry.recordedAt)]),
  )
  now.clocks = [...now.clocks.map((clock) => to.get(clock) ?? clock), ...started]
}

function cancelled(clock: RoundClock, calendars: Calendars, at: Instant): RoundClock {
  return { ...cancelClock(clock, calendarOf(clock, calendars), at), round: clock.round }
}
