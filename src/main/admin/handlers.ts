import path from 'node:path'
import { CURRENT_VERSION } from '../../../migrations/index.ts'
import { refuse } from '../../shared/failure.ts'
import { printPublicKey } from '../crypto/minisign.ts'
import type { OpenStore } from '../engine/desk.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { countRows } from './count-rows.ts'
import { writeBackup } from './write-backup.ts'

export const admin: FeatureHandlers<'admin'> = {
  backup: async (ctx, { out }) => {
    const open = requireOpen(ctx)
    const { size, sha256 } = await writeBackup(ctx, open, out)
    return { fileName: path.basename(out), bytes: size, sha256, head: open.head }
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
