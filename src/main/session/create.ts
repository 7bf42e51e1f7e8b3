import fs from 'node:fs'
import { must, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Actor } from '../../shared/session/model.ts'
import { toBase64 } from '../crypto/encoding.ts'
import { createKeyring } from '../crypto/keyring.ts'
import { writeKeyring } from '../crypto/keyring-file.ts'
import { keyIdText } from '../crypto/minisign.ts'
import { createSigningKey, openSigningKey } from '../crypto/signing.ts'
import type { Desk, OpenStore } from '../engine/desk.ts'
import { keyringFile, keyringPlace } from '../engine/keyring-place.ts'
import { checkPassword } from '../rules/password-policy.ts'
import { createStore } from '../store/open.ts'
import type { Store } from '../store/store.ts'
import { insertUser } from '../users/queries.ts'
import { insertMeta, insertSigningKey } from './queries.ts'
import { openWithKeys } from './unlock.ts'

type First = { login: string; name: string; password: string; isDemo?: boolean }

/**
 * Makes the encrypted store with its first manager and gives back the recovery key, which exists nowhere else.
 * Refuses with `store-exists` when there is a store: a key is never made anew over data.
 */
export async function createDesk(
  desk: Desk,
  first: First,
): Promise<{ open: OpenStore; actor: Actor; recoveryKey: string }> {
  must(checkPassword(first.login, first.password))
  const place = keyringPlace(desk.address, desk.host.keychain)
  if (await place.hasStore()) refuse('store-exists')
  const { host } = desk
  // The shipped policies are read only by whoever makes a store: every start would pay for checking them.
  const { seedPolicies } = await import('../policies/seed.ts')
  const { seedClasses } = await import('../classes/seed.ts')
  const actor: Actor = { id: host.newId() as UserId, login: first.login, name: first.name, role: 'manager' }
  const storeId = host.newId()
  const { keyring, dek, recoveryKey } = createKeyring({
    storeId,
    login: first.login,
    userId: actor.id,
    password: first.password,
    cost: host.passwordCost,
  })
  // The keyring first: a store without one could never be opened.
  if (desk.address.engine === 'sqlite') writeKeyring(keyringFile(desk.address.path), keyring)
  const store = await makeStore(desk, dek)
  try {
    await store.transaction(async (db) => {
      await insertMeta(db, { storeId, createdAt: host.now(), isDemo: first.isDemo ?? false })
      await place.write(keyring, db)
      await insertUser(db, {
        ...actor,
        status: 'active',
        leadId: null,
        mustChangePassword: 0,
        createdAt: host.now(),
        lastSignInAt: host.now(),
      })
      await insertSigningKey(db, newSigningKey(desk, dek))
      await seedPolicies(db, host.now())
      await seedClasses(db, host.now())
    })
  } finally {
    await store.close()
  }
  return { open: await openWithKeys(desk, { dek, nextDek: null }, keyring, place), actor, recoveryKey }
}

async function makeStore(desk: Desk, dek: Uint8Array): Promise<Store> {
  try {
    return await createStore(desk.address, dek)
  } catch (error) {
    if (desk.address.engine === 'sqlite') removeCutShort(desk.address.path)
    throw error
  }
}

// What could not be made is taken away again, so that the next try starts from nothing.
function removeCutShort(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '.anchor']) fs.rmSync(file + suffix, { force: true })
}

function newSigningKey(desk: Desk, dek: Uint8Array) {
  const sealed = createSigningKey(dek)
  const key = openSigningKey(sealed, dek)
  if (!key) throw new Error('a new signing key does not open')
  return {
    id: keyIdText(key.keyId),
    publicKey: toBase64(key.publicKey),
    sealedSecret: JSON.stringify(sealed),
    createdAt: desk.host.now(),
  }
}
