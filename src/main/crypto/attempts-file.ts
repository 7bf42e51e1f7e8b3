import { readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { type Instant, instant } from '../../shared/time.ts'
import { writeDurably } from './durable-file.ts'
import { utf8 } from './encoding.ts'

const attemptsSchema = z.strictObject({ failures: z.number().int().min(0).max(1_000_000), lastAt: instant })

/** Failed sign-ins on a store since the last good one, and when the last of them was. */
export type Attempts = z.output<typeof attemptsSchema>
/** How long the next attempt waits after so many failures, in milliseconds. */
export type DelayRule = (failures: number) => number

const NONE: Attempts = { failures: 0, lastAt: 0 }

/** The attempts on record; none when the file is missing or unreadable (whoever can write it could guess offline anyway). */
export function readAttempts(path: string): Attempts {
  try {
    return attemptsSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return NONE
  }
}

/** Milliseconds until the next attempt is allowed; a clock that was set back makes the wait no longer than the rule's. */
export function remainingDelay(attempts: Attempts, now: Instant, delayOf: DelayRule): number {
  if (attempts.failures === 0) return 0
  const delay = delayOf(attempts.failures)
  return Math.min(delay, Math.max(0, attempts.lastAt + delay - now))
}

/** Counts an attempt as failed, durably; call it before the password is checked, so that killing the program does not help. */
export function recordAttempt(path: string, now: Instant): Attempts {
  const attempts = { failures: Math.min(readAttempts(path).failures + 1, 1_000_000), lastAt: now }
  writeDurably(path, utf8(JSON.stringify(attempts)))
  return attempts
}

/** Takes back the attempt that was counted last: what it tried was right. */
export function takeBackAttempt(path: string, before: Attempts): void {
  if (before.failures === 0) clearAttempts(path)
  else writeDurably(path, utf8(JSON.stringify(before)))
}

/** Forgets the failures after a good sign-in. */
export function clearAttempts(path: string): void {
  rmSync(path, { force: true })
}
