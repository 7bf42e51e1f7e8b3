import type { Input } from '../../shared/contracts.ts'
import { refuse } from '../../shared/failure.ts'
import { recover } from '../crypto/keyring.ts'
import type { Desk, OpenStore } from '../engine/desk.ts'
import { keyringPlace } from '../engine/keyring-place.ts'
import { clearMustChange, findUser, noteSignIn } from './queries.ts'
import { closeStore, openWithKeys } from './unlock.ts'

/**
 * Opens the store with the recovery key and gives one person a new password. Refuses: store-missing,
 * recovery-key-mistyped, and recovery-failed, the same words for another store's key, an unknown login and a disabled person.
 */
export async function recoverDesk(
  desk: Desk,
  { recoveryKey, login, newPassword }: Input<'session.recover'>,
): Promise<{ open: OpenStore; user: NonNullable<Awaited<ReturnType<typeof findUser>>> }> {
  const place = keyringPlace(desk.address, desk.host.keychain)
  if (!(await place.hasStore())) refuse('store-missing')
  const cost = desk.host.passwordCost
  const recovered = recover(await place.read(recoveryKey), { recoveryKey, login, newPassword, cost })
  if (!recovered.ok) refuse(recovered.reason === 'mistyped' ? 'recovery-key-mistyped' : 'recovery-failed')
  const open = await openWithKeys(desk, recovered, recovered.keyring, place)
  const user = await open.store.transaction(async (db) => {
    await open.store.lockChain(db)
    await place.write(open.keys.keyring, db)
    await clearMustChange(db, recovered.userId)
    await noteSignIn(db, recovered.userId, desk.host.now())
    return findUser(db, recovered.userId)
  })
  if (user?.status === 'active') return { open, user }
  await closeStore(open)
  return refuse('recovery-failed')
}
