import type { CaseClock } from '../../shared/targets/model.ts'
import type { Instant } from '../../shared/time.ts'
import { calendarOf, nextDueOf, type RoundClock, settle } from './case-clocks.ts'
import { CHANGING_FACTS, type ChangingFact } from './case-log.ts'
import { type CaseRules, type LogEntry, replayLog } from './replay.ts'
import type { ReplayedCase } from './replay-model.ts'

/** What is stored of a case besides its log. */
export type StoredCase = {
  lastSeq: number
  state: string
  ownerId: string | null
  round: number
  isOpen: number
  isComplex: number
  closedAt: Instant | null
  nextDueAt: Instant | null
  nextClock: string | null
} & Record<ChangingFact, string>

/** What was told about a clock, as it was written down. */
type ToldRow = { percent: number; reminder: number; count: number; at: Instant }
export type StoredCaseClock = RoundClock & { nextCheckAt: Instant | null; told: readonly ToldRow[] }

/** One thing in which what is stored differs from what the log gives. */
export type Mismatch = { what: string; stored: string; replayed: string }

/** S1-46: compares what is stored of a case with what its log alone gives, at a moment. Empty when all is the same. */
export function checkCase(
  stored: StoredCase,
  clocks: readonly StoredCaseClock[],
  log: readonly LogEntry[],
  rules: CaseRules,
  at: Instant,
): Mismatch[] {
  const { state, faults } = replayLog(log, rules, at)
  if (!state) return [{ what: 'opened', stored: stored.state, replayed: '' }]
  const pairs: [string, unknown, unknown][] = [
    ...faults.map(({ seq, what }): [string, unknown, unknown] => [`entry ${seq}`, what, '']),
    ...factPairs(stored, state),
    ...clockPairs(clocks, state.clocks, rules, at),
  ]
  return pairs
    .map(([what, a, b]) => ({ what, stored: text(a), replayed: text(b) }))
    .filter(({ stored: a, replayed: b }) => a !== b)
}

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null))

function factPairs(stored: StoredCase, state: ReplayedCase): [string, unknown, unknown][] {
  const next = nextDueOf(state.clocks)
  return [
    ['lastSeq', stored.lastSeq, state.seq],
    ['state', stored.state, state.state],
    ['ownerId', stored.ownerId, state.ownerId],
    ['round', stored.round, state.round],
    ['isOpen', stored.isOpen === 1, state.isOpen],
    ['isComplex', stored.isComplex === 1, state.isComplex],
    ['closedAt', stored.closedAt, state.closedAt],
    ['nextDueAt', stored.nextDueAt, next?.dueAt ?? null],
    ['nextClock', stored.nextClock, next?.kind ?? null],
    ...CHANGING_FACTS.map((name): [string, unknown, unknown] => [name, stored[name], state.facts[name]]),
  ]
}

const nameOf = ({ kind, round, item, startedAt, ruleId }: RoundClock) =>
  `${kind} ${round} ${item ?? ''} ${startedAt} ${ruleId}`

function clockPairs(
  stored: readonly StoredCaseClock[],
  replayed: readonly RoundClock[],
  { calendars }: CaseRules,
  at: Instant,
): [string, unknown, unknown][] {
  const left = [...replayed]
  const pairs = stored.flatMap((clock): [string, unknown, unknown][] => {
    const name = nameOf(clock)
    const place = left.findIndex((other) => nameOf(other) === name)
    const [other] = place < 0 ? [] : left.splice(place, 1)
    const calendar = calendarOf(clock, calendars)
    const seen = settle<RoundClock>(clock, calendar, at)
    return [
      [name, course(seen.clock), other ? course(other) : ''],
      [`${name}: told`, clock.told.filter((row) => !isTrue(row, seen.clock)), []],
      [`${name}: next`, clock.nextCheckAt, isWaiting(clock, at) ? clock.nextCheckAt : seen.nextCheckAt],
    ]
  })
  return [...pairs, ...left.map((clock): [string, unknown, unknown] => [nameOf(clock), '', course(clock)])]
}

/** True when the next look has not been taken yet. */
const isWaiting = ({ nextCheckAt }: StoredCaseClock, at: Instant): boolean => nextCheckAt !== null && nextCheckAt <= at

/** Everything about a clock that its log decides. */
function course(clock: CaseClock): unknown {
  const { state, dueAt, isProvisional, limit, pauses, stoppedAt, breachedAt, signals, reminders, raises = [] } = clock
  return {
    ...{ state, dueAt, isProvisional, limit, pauses: pauses.map(({ from, to }) => [from, to]) },
    ...{ stoppedAt, breachedAt, signals: signals.map(({ percent, at }) => [percent, at]), reminders, raises },
  }
}

function isTrue({ percent, reminder, count, at }: ToldRow, clock: CaseClock): boolean {
  if (reminder > 0) return reminder + count - 1 <= clock.reminders
  return clock.signals.some((signal) => signal.percent === percent && signal.at === at)
}
