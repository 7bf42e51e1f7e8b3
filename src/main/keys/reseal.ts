import { resealFileKey } from '../crypto/sealed-file.ts'
import { openSigningKey, resealSigningKey, sealedSigningKey } from '../crypto/signing.ts'
import { wipe } from '../crypto/sodium.ts'
import { rewrapKey } from '../crypto/wrapped-key.ts'
import { factsOf } from '../evidence/vault.ts'
import { boundTo } from '../rights/seal.ts'
import type { Db } from '../store/types.ts'
import { factsOfMaterial } from '../training/material-file.ts'
import {
  evidenceAfter,
  filesAfter,
  materialsAfter,
  setEvidenceKey,
  setFileKey,
  setMaterialKey,
  setSigningKey,
  setUnfinishedExportKey,
  signingKeysOf,
  unfinishedExportKeys,
} from './queries.ts'

/** The data key that goes and the one that comes. */
export type Renewal = { old: Uint8Array; next: Uint8Array }
/** Files whose keys were wrapped anew, and those that did not open before either and stay as they are. */
export type Resealed = { sealed: number; unopened: number }

/** Wraps everything in the store that the data key wraps under the next one; the sealed content itself stays as it is. */
export async function resealAll(db: Db, { old, next }: Renewal): Promise<Resealed> {
  for (const { id, sealedSecret } of await signingKeysOf(db)) {
    const signing = openSigningKey(sealedSigningKey.parse(JSON.parse(sealedSecret)), old)
    if (!signing) throw new Error('the signing key does not open with the data key')
    await setSigningKey(db, id, JSON.stringify(resealSigningKey(signing, next)))
    wipe(signing.secretKey)
  }
  const count: Resealed = { sealed: 0, unopened: 0 }
  const reseal = async (about: string, key: string, save: (wrapped: string) => Promise<void>) => {
    // Shredded: its key is gone for good.
    if (key === '') return
    const wrapped = resealFileKey(old, next, about, key)
    if (wrapped !== undefined) await save(wrapped)
    count[wrapped === undefined ? 'unopened' : 'sealed'] += 1
  }
  for await (const row of pages((last?: { id: string }) => evidenceAfter(db, last?.id ?? '')))
    await reseal(factsOf(row), row.sealedKey, (wrapped) => setEvidenceKey(db, row.id, wrapped))
  for await (const row of pages((last?: { id: string }) => materialsAfter(db, last?.id ?? '')))
    await reseal(factsOfMaterial(row), row.sealedKey, (wrapped) => setMaterialKey(db, row.id, wrapped))
  for await (const row of pages((last?: { memberId: string }) => filesAfter(db, last?.memberId ?? ''))) {
    const { memberId, requestId, sealedKey } = row
    await reseal(boundTo(memberId, requestId), sealedKey, (wrapped) => setFileKey(db, memberId, wrapped))
  }
  // No sealed file stands behind these, only work that need not be done again: one that does not open begins anew.
  for (const { id, sealedKey } of await unfinishedExportKeys(db)) {
    const wrapped = rewrapKey(old, next, id, sealedKey)
    if (wrapped !== undefined) await setUnfinishedExportKey(db, id, wrapped)
  }
  return count
}

/** True when what the store has sealed opens with this data key. */
export async function isSealedWith(db: Db, dataKey: Uint8Array): Promise<boolean> {
  const [kept] = await signingKeysOf(db)
  const signing = kept && openSigningKey(sealedSigningKey.parse(JSON.parse(kept.sealedSecret)), dataKey)
  wipe(signing?.secretKey)
  return signing !== undefined
}

async function* pages<T>(load: (last?: T) => Promise<T[]>): AsyncGenerator<T> {
  for (let rows = await load(); rows.length > 0; rows = await load(rows.at(-1))) yield* rows
}
