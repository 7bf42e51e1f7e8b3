import { refuse } from '../../shared/failure.ts'
import { type Attempts, readAttempts, recordAttempt, remainingDelay, takeBackAttempt } from '../crypto/attempts-file.ts'
import type { Desk } from '../engine/desk.ts'
import { signInDelay } from '../rules/password-policy.ts'
import { attemptsFile } from '../session/places.ts'

/**
 * Tries a password; wrong ones wait as long as they do at the sign-in, and count before they are tried. A right one counts
 * as none and forgives none: it may be that of another store's file. Refuses: sign-in-wait.
 */
export function guess<T extends { ok: boolean }>(desk: Pick<Desk, 'address' | 'host'>, tried: () => T): T {
  const file = attemptsFile(desk)
  const before = mustNotWait(desk)
  // Counted as failed before the check, so that killing the program does not buy another guess.
  recordAttempt(file, desk.host.now())
  const opened = tried()
  if (opened.ok) takeBackAttempt(file, before)
  return opened
}

/** The wrong passwords before, once none is to be waited for; refuses with sign-in-wait while a delay runs. */
export function mustNotWait(desk: Pick<Desk, 'address' | 'host'>): Attempts {
  const before = readAttempts(attemptsFile(desk))
  const wait = remainingDelay(before, desk.host.now(), signInDelay)
  if (wait > 0) refuse('sign-in-wait', { seconds: Math.ceil(wait / 1000) })
  return before
}
