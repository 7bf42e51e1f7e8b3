import fs from 'node:fs'
import path from 'node:path'
import { CURRENT_VERSION } from '../../../migrations/index.ts'
import { refuse } from '../../shared/failure.ts'
import { printPublicKey } from '../crypto/minisign.ts'
import type { OpenStore } from '../engine/desk.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { packBackup } from './backup-file.ts'
import { countRows } from './queries.ts'

export const admin: FeatureHandlers<'admin'> = {
  backup: async (ctx, { out }) => {
    const open = requireOpen(ctx)
    if (open.store.engine !== 'sqlite') refuse('backup-sqlite-only')
    if (fs.existsSync(out)) refuse('backup-exists', { name: path.basename(out) })
    if (!fs.existsSync(path.dirname(out))) refuse('path-unusable')
    const copy = `${out}.copy`
    try {
      ctx.progress(0, 2)
      await open.store.copyTo(copy)
      ctx.progress(1, 2)
      const { head, storeId } = open
      const { size, sha256 } = await packBackup(out, copy, open.keys.keyring, {
        storeId,
        schema: CURRENT_VERSION,
        createdAt: ctx.now,
        head,
      })
      ctx.note({ backup: { sha256, sequence: head.sequence, hash: head.hash } })
      return { fileName: path.basename(out), bytes: size, sha256, head }
    } finally {
      fs.rmSync(copy, { force: true })
    }
  },

  info: async (ctx) => {
    const open = requireOpen(ctx)
    return {
      ...ctx.desk.host.versions,
      engine: open.store.engine,
      engineVersion: await open.store.versionText(),
      cipher: open.store.cipher,
      schema: CURRENT_VERSION,
      storeId: open.storeId,
      publicKey: printPublicKey(open.keys.signing),
      audit: open.head,
      counts: await countRows(ctx.db),
    }
  },
}

function requireOpen(ctx: Ctx): OpenStore {
  if (!ctx.desk.open) refuse('store-missing')
  return ctx.desk.open
}
