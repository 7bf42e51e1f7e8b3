import { writeDurably } from '../crypto/durable-file.ts'
import { readHead } from '../engine/audit.ts'
import { writeCheckpoint } from '../engine/checkpoints.ts'
import { requireOpen } from '../engine/desk.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { mustBeNew } from '../engine/outside-faults.ts'
import { withoutClosed } from './closed.ts'
import { findEntries, resolved } from './find.ts'
import { lastVerified, noteVerified, verifyRecent } from './start-check.ts'
import { walkChain } from './walk.ts'

export const audit: FeatureHandlers<'audit'> = {
  list: async (ctx, input) => {
    const asked = await resolved(ctx.db, input)
    if (!asked) return { rows: [], next: null }
    if (asked.member) ctx.subject({ memberId: asked.member })
    if (asked.case) ctx.subject({ caseId: asked.case })
    const { rows, next } = await findEntries(ctx.db, asked, ctx.signal)
    const isSought = asked.member !== undefined || Boolean(asked.text)
    return { rows: await withoutClosed(ctx, rows, isSought), next }
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

  verifyRecent,
  noteVerified,
  lastVerified,

  // The row of the call is all there is to it: the page asks before it opens the system's dialog.
  printed: async () => null,
}
