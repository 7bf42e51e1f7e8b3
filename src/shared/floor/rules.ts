import type { Instant } from '../time.ts'
import { HOUR } from '../time.ts'
import type { FloorPresence, FloorState } from './words.ts'

/** Whoever left no trace for so long has gone home without signing out: the program was ended, or the power cut. */
export const TRACE_LASTS = 12 * HOUR

export type Traces = {
  /** The live call that keeps the person busy. */
  call: { state: 'ringing' | 'talking' | 'held' | 'wrapUp'; since: Instant } | null
  presence: { state: FloorPresence; since: Instant } | null
  /** The newest entry of the person in the log, and whether it was the end of their work. */
  lastEntry: { at: Instant; isEnd: boolean } | null
  /** Said to be away in the roster of handlers. */
  isAway: boolean
  now: Instant
}

/** What a person is doing: a live call before all else, then whether they are there at all, then what they say. */
export function floorState({ call, presence, lastEntry, isAway, now }: Traces): {
  state: FloorState
  since: Instant | null
} {
  if (call) return call
  if (lastEntry === null || lastEntry.isEnd || now - lastEntry.at > TRACE_LASTS)
    return { state: 'offline', since: lastEntry?.at ?? null }
  if (presence && presence.state !== 'ready') return presence
  if (isAway) return { state: 'away', since: null }
  return presence ?? { state: 'ready', since: null }
}

/** Share of a whole in percent with one decimal; none of nothing. */
export function sharePercent(part: number, whole: number): number | null {
  return whole <= 0 ? null : Math.round((part / whole) * 1000) / 10
}
