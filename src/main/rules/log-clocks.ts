import type { TargetPolicy } from '../../shared/targets/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { WorkflowDefinition } from '../../shared/workflow/model.ts'
import { CASE_EVENTS, type CaseEvent } from '../../shared/workflow/words.ts'
import {
  answerByOf,
  type CaseMove,
  calendarOf,
  moveClocks,
  openingClocks,
  type RoundClock,
  settle,
} from './case-clocks.ts'
import { correctedLog } from './pause-correction.ts'
import type { Calendars, TargetFacts } from './targets.ts'
import { pausesAt } from './workflow.ts'

/** An entry of a case's log as its clocks read it. */
type ClockEntry = { seq: number; kind: string; at: Instant; actorId: string; toState: string | null; data: unknown }

/** A case as far as its clocks depend on it: its facts, and its log. */
export type LoggedCase = {
  facts: TargetFacts
  workflow: Pick<WorkflowDefinition, 'states'>
  log: readonly ClockEntry[]
}

/** How a case stands while its log is followed. */
type Stand = { state: string; round: number; facts: TargetFacts; clocks: RoundClock[] }

const EVENTS = new Set<string>(CASE_EVENTS)

const part = (data: unknown, name: string): unknown =>
  typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined

function emitsOf(data: unknown): CaseEvent[] {
  const emits = part(data, 'emits')
  return Array.isArray(emits) ? emits.filter((event): event is CaseEvent => EVENTS.has(String(event))) : []
}

/**
 * The clocks that a policy would have given a case, moved on by everything that its log tells, as they stand at `now`;
 * the facts are taken as they are in the end, as if they had held from the beginning.
 */
export function clocksOfLog(one: LoggedCase, policy: TargetPolicy, calendars: Calendars, now: Instant): RoundClock[] {
  const final = new Set(one.workflow.states.filter((state) => state.isFinal).map((state) => state.id))
  const facts = { ...one.facts, isComplex: false }
  let stand: Stand = { state: '', round: 1, facts, clocks: openingClocks(facts, policy, calendars) }
  const undoable = new Map<number, Stand>()
  for (const entry of correctedLog(one.log)) {
    const events = emitsOf(entry.data)
    if (events.includes('merged')) undoable.set(entry.seq, stand)
    const restores = part(entry.data, 'restores')
    const from = (typeof restores === 'number' ? undoable.get(restores) : undefined) ?? stand
    stand = after(from, entry, events)
    if (events.length === 0 && entry.toState === null) continue
    const move = { ...moveOf(stand, entry, events, final), ...pausesAt(one.workflow, stand.state) }
    const { moved, started } = moveClocks(stand.clocks, move, policy, calendars)
    stand.clocks = [...moved, ...started]
  }
  return stand.clocks.map((clock) => settle(clock, calendarOf(clock, calendars), now).clock)
}

function after({ state, round, facts, clocks }: Stand, { toState }: ClockEntry, events: readonly CaseEvent[]): Stand {
  return {
    clocks,
    state: toState ?? state,
    round: round + (events.includes('reopened') ? 1 : 0),
    facts: events.includes('complexMarked') ? { ...facts, isComplex: true } : facts,
  }
}

function moveOf(
  { state, round, facts }: Stand,
  { at, actorId, kind, toState, data }: ClockEntry,
  events: CaseEvent[],
  final: ReadonlySet<string>,
): CaseMove {
  const [step, item, dueAt] = [part(data, 'step'), part(data, 'item'), part(data, 'dueAt')]
  return {
    ...{ events, state, round, facts, at },
    by: actorId,
    reason: typeof step === 'string' ? step : kind,
    isFinal: toState !== null && final.has(state),
    ...(typeof item === 'string' ? { item } : {}),
    ...(typeof dueAt === 'number' ? { dueAt } : {}),
    ...answerByOf(part(data, 'recorded')),
  }
}
