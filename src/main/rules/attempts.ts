import type { AttemptNumbers } from '../../shared/targets/desk-numbers.ts'
import { type Instant, MINUTE } from '../../shared/time.ts'

/** How many attempts were made at different times, and whether they stand for an answer. */
export type AttemptVerdict = { attempts: number; isEnough: boolean }

/** Attempts to reach a customer by the policy's numbers: how many, how far apart, over how long (S1-50). */
export function weighAttempts(
  times: readonly Instant[],
  { enough, gapMinutes, spanMinutes }: Omit<AttemptNumbers, 'source'>,
): AttemptVerdict {
  const counted: Instant[] = []
  for (const at of [...times].sort((a, b) => a - b)) {
    const last = counted.at(-1)
    if (last === undefined || at - last >= gapMinutes * MINUTE) counted.push(at)
  }
  const span = (counted.at(-1) ?? 0) - (counted[0] ?? 0)
  return { attempts: counted.length, isEnough: counted.length >= enough && span >= spanMinutes * MINUTE }
}
