import { refuse } from '../../shared/failure.ts'
import { readAttempts, recordAttempt, remainingDelay, takeBackAttempt } from '../crypto/attempts-file.ts'
import type { Desk } from '../engine/desk.ts'
import { signInDelay } from '../rules/password-policy.ts'
import { attemptsFile } from '../session/places.ts'

/**
 * Tries a password; wrong ones wait as long as they do at the sign-in, and count before they are tried. A right one counts
 * as none and forgives none: it may be that of another store's file. Refuses: sign-in-wait.
 */
export function guess<T extends { ok: boolean }>(desk: Pick<Desk, 'address' | 'host'>, tried: () => T): T {
  const file = attemptsFile(desk)
  mustNotWait(desk)
  // Counted as failed before the check, so that killing the program does not buy another guess.
  const mark = recordAttempt(file, desk.host.now())
  try {
    // Another program may have counted one since: each tries only what those before it in the file leave free.
    mustNotWait(desk, mark)
  } catch (error) {
    takeBackAttempt(file, mark)
    throw error
  }
  const opened = tried()
  if (opened.ok) takeBackAttempt(file, mark)
  return opened
}

/** Refuses with sign-in-wait while the wrong passwords, or those before a counted one, are to be waited for. */
export function mustNotWait(desk: Pick<Desk, 'address' | 'host'>, before?: string): void {
  const wait = remainingDelay(readAttempts(attemptsFile(desk), before), desk.host.now(), signInDelay)
  if (wait > 0) refuse('sign-in-wait', { seconds: Math.ceil(wait / 1000) })
}
