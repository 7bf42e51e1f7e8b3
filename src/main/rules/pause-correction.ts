import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Instant } from '../../shared/time.ts'

/** What a correction reads of an entry of a case's log. */
type Entry = { seq: number; at: Instant; kind: string; toState: string | null; data: unknown }

/** When a pause truly lasted; equal moments say that there was none, without an end it still lasts. */
export type TruePause = { from: Instant; to: Instant | null }

/** A stay in a state that lets limits stand still, as the log has it with every correction so far. */
export type LoggedPause = TruePause & {
  /** The entry that began it, and the one that ended it. */
  seq: number
  endSeq: number | null
  /** The step, or the kind of entry, by which it began. */
  reason: string
  state: string
  /** Where it ended. */
  endState: string | null
  /** Between which steps it has to lie: the one before it, and the one after its end. */
  earliest: Instant
  latest: Instant | null
}

const isCorrection = ({ kind }: { kind: string }) => kind === 'pauseCorrected'

const part = (data: unknown, name: string): unknown =>
  typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined

/** The place of the entry that ended a stay which began at a place: the next one that went to another state. */
function endOf(log: readonly Entry[], begin: number): number {
  const state = log[begin]?.toState
  return log.findIndex(({ toState }, i) => i > begin && toState !== null && toState !== state)
}

/** The newest correction of each pause, by the number of the entry that began it. */
function corrections(log: readonly Entry[]): Map<number, TruePause> {
  const found = new Map<number, TruePause>()
  for (const { data } of log.filter(isCorrection)) {
    const [seq, from, to] = [part(data, 'pause'), part(data, 'from'), part(data, 'to')]
    if (typeof seq === 'number' && typeof from === 'number')
      found.set(seq, { from, to: typeof to === 'number' ? to : null })
  }
  return found
}

/**
 * The log as it would read had every pause been recorded rightly: the entries that began and ended a corrected one bear
 * their true moments and stand where they belong among what happened between the steps before and after. The rest is as
 * it was written.
 */
export function correctedLog<E extends Entry>(log: readonly E[]): E[] {
  let right = [...log]
  for (const [seq, truth] of corrections(log)) right = corrected(right, seq, truth)
  return right
}

function corrected<E extends Entry>(log: readonly E[], seq: number, { from, to }: TruePause): E[] {
  const begin = log.findIndex((entry) => entry.seq === seq)
  const first = log[begin]
  if (!first) return [...log]
  const end = endOf(log, begin)
  const last = to === null ? undefined : log[end]
  const rest = log.filter((entry) => entry !== first && entry !== last)
  const before = log.findLastIndex(({ toState }, i) => i < begin && toState !== null) + 1
  const after = firstAfter(rest, before, from)
  const moved = [...rest.slice(0, after), { ...first, at: from }, ...rest.slice(after)]
  if (last === undefined || to === null) return moved
  const place = firstAfter(moved, after + 1, to)
  return [...moved.slice(0, place), { ...last, at: to }, ...moved.slice(place)]
}

/** The first place from a place on whose entry is a step or happened after a moment. */
function firstAfter(log: readonly Entry[], start: number, at: Instant): number {
  const place = log.findIndex((entry, i) => i >= start && (entry.toState !== null || entry.at > at))
  return place < 0 ? log.length : place
}

/** Every stay of a case in one of the states that pause its limits, as it is known by now. */
export function pausesOfLog(log: readonly Entry[], pausing: ReadonlySet<string>): LoggedPause[] {
  const right = correctedLog(log)
  const steps = right.filter(({ toState }) => toState !== null)
  return steps.flatMap(({ seq, at, kind, toState, data }, i): LoggedPause[] => {
    const before = steps[i - 1]
    if (toState === null || !pausing.has(toState) || before?.toState === toState) return []
    const end = endOf(steps, i)
    const last = steps[end]
    const step = part(data, 'step')
    return [
      {
        ...{ seq, from: at, to: last?.at ?? null, state: toState, reason: typeof step === 'string' ? step : kind },
        ...{ endSeq: last?.seq ?? null, endState: last?.toState ?? null },
        ...{ earliest: before?.at ?? at, latest: last ? (steps[end + 1]?.at ?? null) : null },
      },
    ]
  })
}

/** True moments lie in order, between the steps around the pause, and not ahead; what still lasts is ended first. */
export function canCorrectPause(
  pause: LoggedPause,
  { from, to }: TruePause,
  { now, isEndFinal }: { now: Instant; isEndFinal: boolean },
): Decision {
  if (from === pause.from && to === pause.to) return deny('pause-same')
  if ((to === null) !== (pause.to === null)) return deny(to === null ? 'pause-has-ended' : 'pause-still-lasts')
  if (isEndFinal && to !== pause.to) return deny('pause-ended-with-case')
  if (from < pause.earliest || from > (to ?? now)) return deny('pause-begins-outside')
  if (to !== null && to > (pause.latest ?? now)) return deny('pause-ends-outside')
  return allow
}
