import { HOUR, type Instant } from '../../shared/time.ts'

/** So many failed attempts to reach the customer stand for an answer (D). */
export const ATTEMPTS_ENOUGH = 3

/** Attempts count as made at different times when they lie at least this far apart (D). */
export const ATTEMPT_GAP = 2 * HOUR

/** How many of the attempts were made at different times. */
export function countAttempts(times: readonly Instant[]): number {
  let count = 0
  let last = Number.NEGATIVE_INFINITY
  for (const at of [...times].sort((a, b) => a - b)) {
    if (at - last < ATTEMPT_GAP) continue
    count += 1
    last = at
  }
  return count
}
