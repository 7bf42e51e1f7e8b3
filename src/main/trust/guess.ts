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
  const now = desk.host.now()
  const before = readAttempts(file)
  const wait = remainingDelay(before, now, signInDelay)
  if (wait > 0) refuse('sign-in-wait', { seconds: Math.ceil(wait / 1000) })
  recordAttempt(file, now)
  const opened = tried()
  if (opened.ok) takeBackAttempt(file, before)
  return opened
}
