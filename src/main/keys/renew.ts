import { Refusal, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Actor } from '../../shared/session/model.ts'
import { abandonRotation, finishRotation, type Keyring, rotate } from '../crypto/keyring.ts'
import { wipe } from '../crypto/sodium.ts'
import { appendAudit, entryBody, type Head, noteHead } from '../engine/audit.ts'
import type { Desk, OpenStore } from '../engine/desk.ts'
import type { BareCtx } from '../engine/handler.ts'
import { openHeavyReader } from '../engine/heavy.ts'
import { closeStore } from '../session/unlock.ts'
import { opensWith } from '../store/sqlite/rekey.ts'
import type { Db } from '../store/types.ts'
import { keepOldKeyring } from './older-copies.ts'
import { type Renewal, type Resealed, resealAll } from './reseal.ts'

/** Whose renewal, why, and the open store that it is about. */
export type Asked = { ctx: BareCtx; open: OpenStore; actor: Actor; secondId: UserId | null; reason: string }
export type Renewed = Resealed & { generation: number; isOldDropped: boolean }

/** Steps of a renewal, as they are reported: prepared, pages, what is sealed, done. */
const STEPS = 4

const renewing = new WeakSet<OpenStore>()

/** Renews the data key. Refuses with `key-renewal-running` while another renewal of this desk runs. */
export async function renew(asked: Asked): Promise<Renewed> {
  const { open } = asked
  if (renewing.has(open)) refuse('key-renewal-running')
  renewing.add(open)
  const old = new Uint8Array(open.keys.dataKey)
  try {
    return open.store.engine === 'sqlite' ? await inFile(asked, old) : await onServer(asked, old)
  } finally {
    renewing.delete(open)
    wipe(old)
  }
}

/** On a server the keyring lies beside what its key seals: both change in one transaction, the pages are the server's. */
async function onServer(asked: Asked, old: Uint8Array): Promise<Renewed> {
  const { open, ctx } = asked
  const { keys, store } = open
  const { resealed, head, finished, dek, generation } = await store.transaction(async (db) => {
    await store.lockChain(db)
    const rotation = rotate(await keys.place.latest(keys.keyring, db), old)
    const finished = finishRotation(rotation.keyring, { oldDek: old, newDek: rotation.dek })
    await keys.place.write(rotation.keyring, db)
    await keys.place.write(finished, db)
    ctx.progress(1, STEPS)
    ctx.signal.throwIfAborted()
    return { ...rotation, finished, ...(await change(asked, db, rotation.generation, { old, next: rotation.dek })) }
  })
  keys.keyring = finished
  keys.dataKey.set(dek)
  wipe(dek)
  noteHead(open, head)
  ctx.progress(STEPS, STEPS)
  return { ...resealed, generation, isOldDropped: true }
}

/**
 * In a file: first both keys stand in the key file, then the pages change, then what is sealed, then the old key goes.
 * Whatever ends the program in between, the next sign-in goes on from what it finds (settle.ts).
 */
async function inFile(asked: Asked, old: Uint8Array): Promise<Renewed> {
  const { ctx, open } = asked
  await closeReaders(open)
  try {
    return await rewritten(asked, old)
  } catch (error) {
    if (error instanceof HalfDone) await lockHalfDone(ctx.desk, open, error)
    throw error
  } finally {
    if (ctx.desk.open === open) reopenReaders(ctx.desk, open)
  }
}

/** The pages are under the new key and the rest could not follow: only opening the store again can go on from here. */
class HalfDone extends Error {}

async function rewritten(asked: Asked, old: Uint8Array): Promise<Renewed> {
  const { ctx, open } = asked
  const { keys, store } = open
  if (ctx.desk.address.engine !== 'sqlite' || !store.hold) throw new Error('only a file has pages of its own')
  const { path } = ctx.desk.address
  return store.hold(async (held) => {
    const before = keys.keyring
    const { keyring, dek, generation } = rotate(before, old)
    const deks = { oldDek: old, newDek: dek }
    const save = (one: Keyring) => held.transaction((db) => keys.place.write(one, db))
    try {
      keepOldKeyring(path, keys.place.leaving(before))
      await save(keyring)
      ctx.progress(1, STEPS)
      // The report is sent off before this thread is busy with the pages.
      await new Promise(setImmediate)
      ctx.signal.throwIfAborted()
      held.rekey(dek)
    } catch (error) {
      // A flush that failed may still have reached the disk.
      if (opensWith(path, dek)) throw new HalfDone('pages', { cause: error })
      keys.keyring = abandonRotation(keyring, deks)
      await save(keys.keyring).catch((cause) => ctx.desk.host.log('keyring', cause))
      throw error
    }
    ctx.progress(2, STEPS)
    const { resealed, head } = await held
      .transaction((db) => change(asked, db, generation, { old, next: dek }))
      .catch((cause) => {
        throw new HalfDone('sealed', { cause })
      })
    noteHead(open, head)
    ctx.progress(3, STEPS)
    keys.keyring = finishRotation(keyring, deks)
    const isOldDropped = await save(keys.keyring).then(
      () => true,
      (cause) => {
        ctx.desk.host.log('keyring', cause)
        return false
      },
    )
    wipe(dek)
    ctx.progress(STEPS, STEPS)
    return { ...resealed, generation, isOldDropped }
  })
}

/** Wraps what is sealed under the new key, and the row that says so, in one transaction. */
async function change(
  { ctx, open, actor, secondId, reason }: Asked,
  db: Db,
  generation: number,
  renewal: Renewal,
): Promise<{ resealed: Resealed; head: Head }> {
  const resealed = await resealAll(db, renewal)
  const head = await appendAudit(open.store, db, open.storeId, {
    ...{ at: ctx.now, actorId: actor.id, call: 'keys.renew', outcome: 'done', memberId: null, caseId: null },
    body: entryBody(actor, { reason }, { secondId, generation, ...resealed }),
  })
  return { resealed, head }
}

// A connection under the old key would take new pages for damage.
async function closeReaders(open: OpenStore): Promise<void> {
  const { reader, heavy } = open
  open.reader = null
  open.heavy = null
  await heavy?.close({ code: 'RULE', rule: 'key-renewal-running', params: {} })
  // Whoever reads just now reads to the end.
  await reader?.read(async () => {})
  await reader?.close()
}

function reopenReaders(desk: Desk, open: OpenStore): void {
  open.reader = open.store.openReader?.() ?? null
  open.heavy = openHeavyReader(desk, open)
}

async function lockHalfDone(desk: Desk, open: OpenStore, { cause }: HalfDone): Promise<never> {
  desk.host.log('keys.renew', cause)
  desk.open = null
  desk.session = null
  await closeStore(open)
  desk.host.push({ kind: 'changed', topics: ['session'] })
  throw new Refusal({ code: 'RULE', rule: 'key-renewal-unfinished', params: {} })
}
