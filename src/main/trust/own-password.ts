import { refuse } from '../../shared/failure.ts'
import { clearAttempts } from '../crypto/attempts-file.ts'
import { type Keyring, type Unlocked, unlock } from '../crypto/keyring.ts'
import { wipe } from '../crypto/sodium.ts'
import { requireOpen } from '../engine/desk.ts'
import type { Ctx } from '../engine/handler.ts'
import { attemptsFile } from '../session/places.ts'
import { guess } from './guess.ts'

type Place = Pick<Ctx, 'desk'>
type Keys = Pick<Unlocked, 'dek' | 'nextDek'>

/** Proves that the signed-in person is there; wrong passwords wait as long as they do at the sign-in. */
export function mustBeOwnPassword({ actor, ...place }: Place & Pick<Ctx, 'actor'>, password: string): void {
  mustBePasswordOf(place, actor.login, password)
}

/** Proves that somebody is there; the words are the same for an unknown login and a wrong password. */
export function mustBePasswordOf(place: Place, login: string, password: string): void {
  wipeKeys(mustUnlock(place, requireOpen(place.desk).keys.keyring, login, password))
}

/**
 * Opens a keyring, also one of another time, with somebody's password; wrong passwords wait as long as they do at the
 * sign-in. Wipe the keys when done.
 */
export function mustUnlock({ desk }: Place, keyring: Keyring, login: string, password: string): Keys {
  const opened = guess(desk, () => unlock(keyring, login, password))
  if (!opened.ok) refuse('wrong-password')
  clearAttempts(attemptsFile(desk))
  return opened
}

/** Wipes the keys that a password opened. */
export function wipeKeys({ dek, nextDek }: Keys): void {
  wipe(dek, ...(nextDek ? [nextDek] : []))
}
