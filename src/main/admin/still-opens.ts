import { Refusal, refuse } from '../../shared/failure.ts'
import { clearAttempts } from '../crypto/attempts-file.ts'
import { unlock } from '../crypto/keyring.ts'
import { KeyringError } from '../crypto/keyring-model.ts'
import type { Desk } from '../engine/desk.ts'
import { keyringPlace } from '../engine/keyring-place.ts'
import { attemptsFile } from '../session/places.ts'
import { closeStore, openWithKeys } from '../session/unlock.ts'
import { faultOf, type StoreFault } from '../store/errors.ts'
import { checkInThread } from '../store/sqlite/copy-thread.ts'
import { guess } from '../trust/guess.ts'

/** What a store is refused for that no other program, key or free disk would mend; the last is what the check of all pages says. */
const DAMAGES: readonly StoreFault[] = [
  ...(['missing', 'empty-file', 'wrong-key', 'damaged', 'rolled-back', 'read-failed', 'backup-failed'] as const),
]

type Asked = { login: string; password: string; recoveryKey?: string | undefined }

/**
 * Proves that the store in its place does not open, or not every page of it, with the password of one of its people as it
 * is now; wrong ones wait as at the sign-in. A keyring that cannot be read proves it too. Refuses: store-opens, present-password, sign-in-wait,
 * device-bound, device-other; throws StoreError for what is no damage: in-use, newer-version, disk-full.
 */
export async function mustNotOpen(desk: Desk, { login, password, recoveryKey }: Asked): Promise<void> {
  const place = keyringPlace(desk.address, desk.host.keychain)
  try {
    const keyring = await place.read(recoveryKey)
    const opened = guess(desk, () => unlock(keyring, login, password))
    if (!opened.ok) refuse(opened.reason === 'wrong' ? 'present-password' : 'keyring-tampered')
    clearAttempts(attemptsFile(desk))
    const open = await openWithKeys(desk, opened, keyring, place)
    try {
      if (desk.address.engine === 'sqlite') await checkInThread(desk.address.path, open.keys.dataKey)
    } finally {
      await closeStore(open)
    }
  } catch (error) {
    place.close()
    if (isDamage(error)) return
    throw error
  }
  refuse('store-opens')
}

function isDamage(error: unknown): boolean {
  if (error instanceof KeyringError) return error.code !== 'newer-version'
  if (error instanceof Refusal) {
    const { failure } = error
    return failure.code === 'NOT_FOUND' || (failure.code === 'RULE' && failure.rule === 'keyring-tampered')
  }
  const fault = faultOf(error)
  return fault !== undefined && DAMAGES.includes(fault)
}
