import { refuse } from '../../shared/failure.ts'
import type { Actor } from '../../shared/session/model.ts'
import { clearAttempts } from '../crypto/attempts-file.ts'
import { type Keyring, unlock } from '../crypto/keyring.ts'
import { openSigningKey, sealedSigningKey } from '../crypto/signing.ts'
import { wipe } from '../crypto/sodium.ts'
import { readHead } from '../engine/audit.ts'
import type { Desk, OpenStore } from '../engine/desk.ts'
import { openHeavyReader } from '../engine/heavy.ts'
import { type KeyringPlace, keyringPlace } from '../engine/keyring-place.ts'
import { openSettled, type Settled } from '../keys/settle.ts'
import { ensureKnowledge } from '../knowledge/ensure.ts'
import { unreadableSettings } from '../settings/unreadable.ts'
import { ensureTrustTexts } from '../trust/ensure.ts'
import { guess, mustNotWait } from '../trust/guess.ts'
import { attemptsFile } from './places.ts'
import { findSigningKey, findUser, readMeta, readSettings } from './queries.ts'

/**
 * Opens the store with a person's password.
 * Refuses with `sign-in-wait` while a delay runs, with `device-bound` or `device-other` when the store is bound to another
 * computer, and with `wrong-password`, the same words for an unknown login, a wrong password and a disabled person.
 */
export async function unlockDesk(
  desk: Desk,
  login: string,
  password: string,
): Promise<{ open: OpenStore; actor: Actor; mustChangePassword: boolean }> {
  mustNotWait(desk)
  const place = keyringPlace(desk.address, desk.host.keychain)
  if (!(await place.hasStore())) refuse('store-missing')
  const keyring = await place.read()
  const opened = guess(desk, () => unlock(keyring, login, password))
  if (!opened.ok) {
    place.close()
    refuse(opened.reason === 'wrong' ? 'wrong-password' : 'keyring-tampered')
  }
  // The password was right: a store that does not open is no wrong guess.
  clearAttempts(attemptsFile(desk))
  const open = await openWithKeys(desk, opened, keyring, place)
  const user = await open.store.transaction((db) => findUser(db, opened.userId))
  if (user?.status !== 'active') {
    await closeStore(open)
    refuse('wrong-password')
  }
  const actor: Actor = { id: user.id, login: user.login, name: user.name, role: user.role }
  return { open, actor, mustChangePassword: user.mustChangePassword === 1 }
}

/** Opens the store with its data key; throws StoreError when it is missing, damaged, newer or in use. */
export async function openWithKeys(
  desk: Desk,
  keys: { dek: Uint8Array; nextDek: Uint8Array | null },
  keyring: Keyring,
  place: KeyringPlace,
): Promise<OpenStore> {
  const settled = await openSettled(desk, keys, keyring, place)
  const { store } = settled
  try {
    return await describeOpen(desk, settled, place)
  } catch (error) {
    await store.close()
    throw error
  }
}

async function describeOpen(
  desk: Desk,
  { store, dataKey, keyring, settled }: Settled,
  place: KeyringPlace,
): Promise<OpenStore> {
  return store.transaction(async (db) => {
    const meta = await readMeta(db)
    await ensureKnowledge(store, db, desk.host.now())
    await ensureTrustTexts(store, db, desk.host.now(), desk.host.newId)
    const sealed = sealedSigningKey.parse(JSON.parse(await findSigningKey(db)))
    const signing = openSigningKey(sealed, dataKey)
    if (!signing) throw new Error('the signing key does not open with the data key')
    const { autoLockMinutes } = await readSettings(db)
    for (const name of await unreadableSettings(db)) desk.host.log('setting unreadable, at its usual value', name)
    const head = await readHead(db, meta.storeId)
    const { storeId, isDemo } = meta
    const open = {
      store,
      reader: store.openReader?.() ?? null,
      storeId,
      isDemo,
      autoLockMinutes,
      head,
      keys: { dataKey, keyring, place, signing, ...(settled ? { settled } : {}) },
    }
    return { ...open, heavy: openHeavyReader(desk, open) }
  })
}

/** Closes the store and its reader and forgets the keys. */
export async function closeStore(open: OpenStore): Promise<void> {
  await open.heavy?.close()
  await open.reader?.close()
  await open.store.close()
  wipe(open.keys.dataKey, open.keys.signing.secretKey)
  open.keys.place.close()
}
