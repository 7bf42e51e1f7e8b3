import { writeDurably } from '../crypto/durable-file.ts'
import { readHead } from '../engine/audit.ts'
import { writeCheckpoint } from '../engine/checkpoints.ts'
import { requireOpen } from '../engine/desk.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { mustBeNew } from '../engine/outside-faults.ts'
import { listAudit } from './queries.ts'
import { walkChain } from './walk.ts'

export const audit: FeatureHandlers<'audit'> = {
  list: async (ctx, input) => {
    if (input.member) ctx.subject({ memberId: input.member })
    const rows = await listAudit(ctx.db, { ...input, limit: input.limit + 1 })
    return { rows: rows.slice(0, input.limit), more: rows.length > input.limit }
  },

  verify: async (ctx) => {
    const open = requireOpen(ctx.desk)
    const { storeId, keys } = open
    return walkChain(ctx.db, storeId, keys.signing.publicKey, {
      progress: (done) => ctx.progress(done, open.head.sequence),
      signal: ctx.signal,
    })
  },

  checkpoint: async (ctx, { out }) => {
    const open = requireOpen(ctx.desk)
    mustBeNew(out)
    const head = await readHead(ctx.db, open.storeId)
    const note = await writeCheckpoint(open, ctx.db, head, ctx.now)
    writeDurably(out, Buffer.from(note))
    return { head, note }
  },

  // The row of the call is all there is to it: the page asks before it opens the system's dialog.
  printed: async () => null,
}
