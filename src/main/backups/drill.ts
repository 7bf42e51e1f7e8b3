import fs from 'node:fs'
import path from 'node:path'
import { CURRENT_VERSION } from '../../../migrations/index.ts'
import type { Output } from '../../shared/contracts.ts'
import { refuse } from '../../shared/failure.ts'
import { unpackBackup } from '../admin/backup-file.ts'
import { countRows } from '../admin/count-rows.ts'
import { walkChain } from '../audit/walk.ts'
import { isCovered, type StoredKeyring } from '../crypto/keyring-cover.ts'
import type { Keyring } from '../crypto/keyring-model.ts'
import { wipe } from '../crypto/sodium.ts'
import type { OpenStore } from '../engine/desk.ts'
import { openCovered } from '../engine/device-binding.ts'
import type { Ctx } from '../engine/handler.ts'
import { migrate } from '../store/migrate.ts'
import { checkInThread } from '../store/sqlite/copy-thread.ts'
import { openSqlite } from '../store/sqlite/open.ts'
import { mustUnlock, wipeKeys } from '../trust/own-password.ts'

type Drill = Output<'backups.drill'>

/**
 * Restores a backup in a folder of its own beside it, as a new machine would, and proves what is in it: the password opens
 * it, every page is whole, the audit chain holds and ends where the backup says. Refuses: backup-unreadable,
 * backup-newer, wrong-password, sign-in-wait, backup-other-store, backup-drill-failed, device-other, device-bound.
 */
export async function drill(ctx: Ctx, open: OpenStore, file: string, password: string): Promise<Drill> {
  const began = performance.now()
  const folder = fs.mkdtempSync(`${file}.drill-`)
  const part = path.join(folder, 'desk.db')
  try {
    const unpacked = await unpackBackup(file, part)
    if (!unpacked) refuse('backup-unreadable')
    const { manifest, keyring } = unpacked
    if (manifest.schema > CURRENT_VERSION) refuse('backup-newer')
    if (manifest.storeId !== open.storeId) refuse('backup-other-store')
    const keys = mustUnlock(ctx, await uncovered(ctx, keyring), ctx.actor.login, password)
    const proved = await prove(ctx, open, { part, dek: keys.dek, head: manifest.head }).finally(() => wipeKeys(keys))
    const { createdAt: madeAt, head } = manifest
    const about = { fileName: path.basename(file), madeAt, entries: head.sequence, ...proved }
    ctx.note({ drill: { fileName: about.fileName, entries: about.entries, checkpoints: about.checkpoints } })
    return { ...about, tookMs: Math.round(performance.now() - began) }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** Only this computer opens what is bound to it; elsewhere a backup asks for the recovery key when it is restored. */
async function uncovered({ desk }: Ctx, stored: StoredKeyring): Promise<Keyring> {
  if (!isCovered(stored)) return stored
  if (desk.address.engine !== 'sqlite') refuse('device-other')
  const { keychain } = desk.host
  const { keyring, cover } = await openCovered({ storeFile: desk.address.path, covered: stored, keychain })
  wipe(cover)
  return keyring
}

type Copy = { part: string; dek: Uint8Array; head: { sequence: number; hash: string } }

async function prove(ctx: Ctx, { storeId, keys }: OpenStore, { part, dek, head }: Copy) {
  ctx.signal.throwIfAborted()
  await checkInThread(part, dek)
  const store = openSqlite(part, dek, false)
  try {
    await migrate('sqlite', store.db)
    return await store.read(async (db) => {
      const report = await walkChain(db, storeId, keys.signing.publicKey, {
        progress: (done) => ctx.progress(done, head.sequence),
        signal: ctx.signal,
      })
      if (!report.ok || report.head.sequence !== head.sequence || report.head.hash !== head.hash)
        refuse('backup-drill-failed')
      return { checkpoints: report.checkpoints, counts: await countRows(db) }
    })
  } finally {
    await store.close()
  }
}
