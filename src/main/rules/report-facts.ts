import type { CaseKind } from '../../shared/cases/words.ts'
import type { Instant } from '../../shared/time.ts'

/** An entry of a case's log, as far as a report reads it. */
export type LoggedEvent = {
  at: Instant
  kind: string
  toState: string | null
  emits: readonly string[]
  recorded: Readonly<Record<string, unknown>>
  isOutbound: boolean
}

export type ReportedClock = {
  kind: string
  state: 'running' | 'paused' | 'met' | 'breached' | 'cancelled'
  startedAt: Instant
  dueAt: Instant
  stoppedAt: Instant | null
}

export type ReportedCompensation = {
  status: string
  costFen: number
  dueAt: Instant | null
  executedAt: Instant | null
  effect: string | null
}

/** What a customer said about a case; the newest answer counts. */
export type Scores = { result: number | null; process: number | null; agent: number | null; overall: number | null }

/** What was answered when the customer was asked in a survey, and when the newest answer was given. */
export type SurveyScores = Scores & { solved: string | null; at: Instant }

/** A case with what is read about it. */
export type ReportedCase = {
  id: string
  kind: CaseKind
  state: string
  isOpen: boolean
  memberId: string | null
  ownerId: string | null
  tier: string
  channelGroup: string
  channel: string
  category: string
  contentClass: string
  severity: string
  objectClass: string
  department: string
  timeClass: string
  serviceType: string | null
  flight: string | null
  /** Where the flight left from. */
  station: string | null
  /** Login of whoever has the case in hand. */
  owner: string | null
  receivedAt: Instant
  day: string
  events: readonly LoggedEvent[]
  clocks: readonly ReportedClock[]
  compensations: readonly ReportedCompensation[]
  cause: string | null
  survey: SurveyScores | null
}

export type StageStay = { stage: string; ms: number; isRunning: boolean }
export type ClockFacts = { kind: string; isDecided: boolean; isOnTime: boolean; ms: number | null }

/** What a report counts about one case: every number is made of these. */
export type CaseFacts = Omit<ReportedCase, 'events' | 'clocks'> & {
  clocks: ClockFacts[]
  stays: StageStay[]
  isAccepted: boolean
  isFinished: boolean
  isAnswered: boolean
  reopenings: number
  firstFeedbackMs: number | null
  confirmedMs: number | null
  handlingMs: number | null
  closureMs: number | null
  solved: string | null
  scores: Scores
  visits: number
  attempts: number
  ageMs: number
}

const FEEDBACK = ['responded', 'confirmed', 'preliminaryTold', 'progressTold', 'answered', 'replied']
const NOT_ACCEPTED = ['rejected', 'withdrawn', 'merged']
const FINISHED = ['closed', 'archived']
const OVER = [...NOT_ACCEPTED, ...FINISHED]

const saysFeedback = (event: LoggedEvent) =>
  (event.kind === 'contacted' && event.isOutbound) || event.emits.some((name) => FEEDBACK.includes(name))
const emitted = (name: string) => (event: LoggedEvent) => event.emits.includes(name)
const score = (value: unknown) => (typeof value === 'number' ? value : null)

/** Reads one case: when the customer first heard from us, when it was done, how long it stood where, what came of it. */
export function factsOf(one: ReportedCase, asOf: Instant): CaseFacts {
  const { events, clocks, ...rest } = one
  const since = (event: LoggedEvent | undefined) => (event ? Math.max(0, event.at - one.receivedAt) : null)
  const first = events.filter(saysFeedback).reduce<LoggedEvent | undefined>(earlier, undefined)
  const handled = events.findLastIndex(emitted('handled'))
  const isUndone = events.findLastIndex(emitted('reopened')) > handled
  const isAccepted = !NOT_ACCEPTED.includes(one.state)
  const isFinished = FINISHED.includes(one.state)
  const visit = events.findLast((event) => event.recorded.isSolved !== undefined)
  const said = saidOf(visit, one.survey)
  return {
    ...rest,
    clocks: clocks.map((clock) => clockFacts(clock, asOf)),
    stays: staysOf(one, asOf),
    isAccepted,
    isFinished,
    isAnswered: events.some((event) => emitted('replied')(event) && !emitted('rejected')(event)),
    reopenings: events.filter(emitted('reopened')).length,
    firstFeedbackMs: since(first),
    confirmedMs: since(events.find(emitted('confirmed'))),
    handlingMs: isAccepted && !isUndone ? since(events[handled]) : null,
    closureMs: isFinished ? since(events.findLast(emitted('closed'))) : null,
    solved: said.solved,
    scores: said.scores,
    visits: events.filter(emitted('visited')).length,
    attempts: events.filter(emitted('attempted')).length,
    ageMs: asOf - one.receivedAt,
  }
}

/** The call to the customer and the survey ask the same: of each answer the newer one counts. */
function saidOf(
  visit: LoggedEvent | undefined,
  survey: SurveyScores | null,
): { solved: string | null; scores: Scores } {
  const { isSolved, satisfactionResult, satisfactionProcess, satisfactionAgent, satisfactionOverall } =
    visit?.recorded ?? {}
  const byVisit: SurveyScores = {
    result: score(satisfactionResult),
    process: score(satisfactionProcess),
    agent: score(satisfactionAgent),
    overall: score(satisfactionOverall),
    solved: typeof isSolved === 'string' ? isSolved : null,
    at: visit?.at ?? 0,
  }
  const [newer, older] = survey && survey.at >= byVisit.at ? [survey, byVisit] : [byVisit, survey ?? byVisit]
  return {
    solved: newer.solved ?? older.solved,
    scores: {
      result: newer.result ?? older.result,
      process: newer.process ?? older.process,
      agent: newer.agent ?? older.agent,
      overall: newer.overall ?? older.overall,
    },
  }
}

function earlier(best: LoggedEvent | undefined, event: LoggedEvent): LoggedEvent {
  return best === undefined || event.at < best.at ? event : best
}

/** A limit that still runs after its time is missed, whether or not the desk has looked at it since. */
function clockFacts({ kind, state, startedAt, dueAt, stoppedAt }: ReportedClock, asOf: Instant): ClockFacts {
  const isLate = state === 'breached' || (state === 'running' && dueAt < asOf)
  const isDecided = isLate || state === 'met'
  const ms = isDecided && stoppedAt !== null ? Math.max(0, stoppedAt - startedAt) : null
  return { kind, isDecided, isOnTime: state === 'met', ms }
}

/** Time between entering a state and leaving it until the case is over; the state an open case is in lasts until now. */
function staysOf({ events, isOpen }: ReportedCase, asOf: Instant): StageStay[] {
  const moves = events.flatMap(({ at, toState }) => (toState === null ? [] : [{ at, stage: toState }]))
  const entries = moves.filter(({ stage }, i) => i === 0 || moves[i - 1]?.stage !== stage)
  return entries.flatMap(({ at, stage }, i): StageStay[] => {
    const next = entries[i + 1]
    if (OVER.includes(stage) || (!next && !isOpen)) return []
    return [{ stage, ms: Math.max(0, (next?.at ?? asOf) - at), isRunning: !next }]
  })
}
