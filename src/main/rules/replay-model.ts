import type { CaseKind, Channel, Severity, TimeClass } from '../../shared/cases/words.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { StepData } from '../../shared/workflow/model.ts'
import type { CaseEvent } from '../../shared/workflow/words.ts'
import { answerByOf, type CaseMove, type RoundClock } from './case-clocks.ts'
import type { ChangingFact, FactChange } from './case-log.ts'
import type { TargetFacts } from './targets.ts'

/** What the first entry of a log says about its case, with the changes since. */
export type CaseFactsThen = {
  kind: CaseKind
  tierAtOpening: string
  channel: string
  receivedAt: Instant
  registeredAt: Instant
  /** When the same member complained before; left out where there was nothing. */
  earlier?: Instant[]
} & Record<ChangingFact, string>

/** What replay reads of an entry; entries say more, for people. */
export type LogData = {
  step?: string
  emits?: CaseEvent[]
  recorded?: StepData
  /** The one thing that the events are about, and when the promise about it was agreed to end. */
  item?: string
  dueAt?: Instant
  ownerId?: string | null
  /** The new owner, or the new workflow. */
  to?: string | null
  facts?: FactChange & Partial<CaseFactsThen>
  /** Number of the entry that this one undoes. */
  restores?: number
  calendarId?: string
  calendarVersion?: number
  choice?: string
  after?: { policyId: string; tier: string }
}

/** One entry of a case's log. */
export type LogEntry = {
  seq: number
  at: Instant
  recordedAt: Instant
  actorId: string
  kind: string
  fromState: string | null
  toState: string | null
  data: LogData
}

/** A case as its log tells it. */
export type ReplayedCase = {
  /** Number of the last entry read. */
  seq: number
  state: string
  ownerId: string | null
  round: number
  isOpen: boolean
  isComplex: boolean
  closedAt: Instant | null
  facts: CaseFactsThen
  recorded: StepData
  clocks: RoundClock[]
}

/** An entry as the clocks of a case see it, with the case as it stands after it. */
export function moveOf({ state, isOpen, isComplex, round, facts }: ReplayedCase, entry: LogEntry): CaseMove {
  const { emits = [], item, dueAt, step, recorded } = entry.data
  return {
    events: emits,
    state,
    at: entry.at,
    reason: step ?? entry.kind,
    by: entry.actorId,
    isFinal: !isOpen,
    round,
    facts: targetFactsOf(facts, isComplex),
    ...(item === undefined ? {} : { item }),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...answerByOf(recorded),
  }
}

export function targetFactsOf(facts: CaseFactsThen, isComplex: boolean): TargetFacts {
  const { kind, category, receivedAt, registeredAt, earlier } = facts
  // Only what the desk itself wrote stands in a log.
  return {
    kind,
    category,
    receivedAt,
    registeredAt,
    isComplex,
    ...(earlier && { earlier }),
    tier: facts.tierAtOpening as MemberTier,
    severity: facts.severity as Severity,
    timeClass: facts.timeClass as TimeClass,
    channel: facts.channel as Channel,
  }
}
