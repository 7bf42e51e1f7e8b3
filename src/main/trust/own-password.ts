import { refuse } from '../../shared/failure.ts'
import { clearAttempts, readAttempts, recordAttempt, remainingDelay } from '../crypto/attempts-file.ts'
import { unlock } from '../crypto/keyring.ts'
import { wipe } from '../crypto/sodium.ts'
import type { Ctx } from '../engine/handler.ts'
import { signInDelay } from '../rules/password-policy.ts'
import { attemptsFile } from '../session/places.ts'

type Place = Pick<Ctx, 'desk' | 'now'>

/** Proves that the signed-in person is there; wrong passwords wait as long as they do at the sign-in. */
export function mustBeOwnPassword({ actor, ...place }: Place & Pick<Ctx, 'actor'>, password: string): void {
  mustBePasswordOf(place, actor.login, password)
}

/** Proves that somebody is there; the words are the same for an unknown login and a wrong password. */
export function mustBePasswordOf({ desk, now }: Place, login: string, password: string): void {
  if (!desk.open) refuse('store-missing')
  const file = attemptsFile(desk)
  const wait = remainingDelay(readAttempts(file), now, signInDelay)
  if (wait > 0) refuse('sign-in-wait', { seconds: Math.ceil(wait / 1000) })
  recordAttempt(file, now)
  const opened = unlock(desk.open.keys.keyring, login, password)
  if (!opened.ok) refuse('wrong-password')
  wipe(opened.dek, ...(opened.nextDek ? [opened.nextDek] : []))
  clearAttempts(file)
}
