import { abandonRotation, finishRotation, type Keyring } from '../crypto/keyring.ts'
import { wipe } from '../crypto/sodium.ts'
import { appendAudit, entryBody } from '../engine/audit.ts'
import type { Desk } from '../engine/desk.ts'
import { SYSTEM_ACTOR } from '../engine/handler.ts'
import type { KeyringPlace } from '../engine/keyring-place.ts'
import { readMeta } from '../session/queries.ts'
import { StoreError } from '../store/errors.ts'
import { openStore } from '../store/open.ts'
import { keyThatOpens } from '../store/sqlite/rekey.ts'
import type { Store } from '../store/store.ts'
import { isSealedWith, resealAll } from './reseal.ts'

type Opened = { dek: Uint8Array; nextDek: Uint8Array | null }
export type Settled = { store: Store; dataKey: Uint8Array; keyring: Keyring; settled?: 'kept' | 'renewed' }

/**
 * Opens the store with the data key of a keyring. After a renewal that was cut short there are two: whichever opens the
 * pages stays, what the store has sealed follows it, and the other one is dropped. Throws StoreError.
 */
export async function openSettled(
  desk: Desk,
  { dek, nextDek }: Opened,
  keyring: Keyring,
  place: KeyringPlace,
): Promise<Settled> {
  const { address } = desk
  if (!nextDek) return { store: await openStore(address, dek), dataKey: dek, keyring }
  if (address.engine !== 'sqlite') throw new Error('two data keys at rest on a server, which changes them in one step')
  const dataKey = keyThatOpens(address.path, [dek, nextDek])
  const store = await openStore(address, dataKey)
  try {
    // Now that the store is ours alone: another program may have ended its renewal since the keyring was read.
    if ((await place.read()).generations.length === 1) throw new StoreError('in-use')
    const deks = { oldDek: dek, newDek: nextDek }
    const isRenewed = dataKey === nextDek
    if (isRenewed) await resealIfNeeded(desk, store, { old: dek, next: nextDek })
    const settled = isRenewed ? finishRotation(keyring, deks) : abandonRotation(keyring, deks)
    await store.transaction((db) => place.write(settled, db))
    wipe(isRenewed ? dek : nextDek)
    return { store, dataKey, keyring: settled, settled: isRenewed ? 'renewed' : 'kept' }
  } catch (error) {
    await store.close()
    throw error
  }
}

async function resealIfNeeded(desk: Desk, store: Store, renewal: { old: Uint8Array; next: Uint8Array }): Promise<void> {
  const head = await store.transaction(async (db) => {
    if (await isSealedWith(db, renewal.next)) return undefined
    const { storeId } = await readMeta(db)
    const resealed = await resealAll(db, renewal)
    return appendAudit(store, db, storeId, {
      ...{ at: desk.host.now(), actorId: SYSTEM_ACTOR.id, call: 'keys.renew', outcome: 'done' },
      ...{ memberId: null, caseId: null, body: entryBody(SYSTEM_ACTOR, {}, { ...resealed, wasCutShort: true }) },
    })
  })
  if (head) store.anchor(head)
}
