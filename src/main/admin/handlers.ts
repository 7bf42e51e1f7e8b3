import path from 'node:path'
import { CURRENT_VERSION } from '../../../migrations/index.ts'
import { printPublicKey } from '../crypto/minisign.ts'
import { requireOpen } from '../engine/desk.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { countRows } from './count-rows.ts'
import { writeBackup } from './write-backup.ts'

export const admin: FeatureHandlers<'admin'> = {
  backup: async (ctx, { out }) => {
    const open = requireOpen(ctx.desk)
    const { size, sha256 } = await writeBackup(ctx, open, out)
    return { fileName: path.basename(out), bytes: size, sha256, head: open.head }
  },

  info: async (ctx) => {
    const open = requireOpen(ctx.desk)
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
