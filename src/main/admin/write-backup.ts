import fs from 'node:fs'
import path from 'node:path'
import { CURRENT_VERSION } from '../../../migrations/index.ts'
import { refuse } from '../../shared/failure.ts'
import type { OpenStore } from '../engine/desk.ts'
import type { Ctx } from '../engine/handler.ts'
import { packBackup } from './backup-file.ts'

/**
 * Writes the whole store with its keyring as one new file. Its pages are copied and checked in a thread of their own, so
 * nobody who looks something up waits. Refuses: backup-sqlite-only, backup-exists, path-unusable.
 */
export async function writeBackup(ctx: Ctx, open: OpenStore, out: string): Promise<{ size: number; sha256: string }> {
  if (open.store.engine !== 'sqlite') refuse('backup-sqlite-only')
  if (fs.existsSync(out)) refuse('backup-exists', { name: path.basename(out) })
  if (!fs.existsSync(path.dirname(out))) refuse('path-unusable')
  const copy = `${out}.copy`
  try {
    ctx.progress(0, 2)
    await open.store.copyTo(copy)
    ctx.signal.throwIfAborted()
    ctx.progress(1, 2)
    const { head, storeId } = open
    const packed = await packBackup(out, copy, open.keys.place.leaving(open.keys.keyring), {
      ...{ storeId, schema: CURRENT_VERSION, createdAt: ctx.now, head },
    })
    ctx.note({ backup: { sha256: packed.sha256, sequence: head.sequence, hash: head.hash } })
    return packed
  } finally {
    fs.rmSync(copy, { force: true })
  }
}
