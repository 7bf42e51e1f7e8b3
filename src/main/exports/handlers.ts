import fs from 'node:fs'
import path from 'node:path'
import { found, must, refuse } from '../../shared/failure.ts'
import { verifyBundle } from '../bundle/verify.ts'
import { writeBundle } from '../bundle/write.ts'
import { keyIdText, printPublicKey } from '../crypto/minisign.ts'
import { sign } from '../crypto/signing.ts'
import { readHead } from '../engine/audit.ts'
import { writeCheckpoint } from '../engine/checkpoints.ts'
import type { OpenStore } from '../engine/desk.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { mustBeNew } from '../engine/outside-faults.ts'
import { canExport, watermarkText } from '../rules/export-policy.ts'
import { historyDocument } from './document.ts'
import { historyParts } from './parts.ts'
import { memberProof } from './proof.ts'
import { insertExport, listExports, readHistory, readNames } from './queries.ts'

const ZONE = 'Asia/Shanghai'

export const exports: FeatureHandlers<'exports'> = {
  history: async (ctx, input) => {
    const open = requireOpen(ctx)
    const { db, actor, now } = ctx
    if (actor.role === 'system') refuse('export-manager-only')
    must(
      canExport(actor, {
        purpose: input.purpose,
        leavesMainland: input.leavesMainland,
        ...(input.approval ? { approval: input.approval } : {}),
      }),
    )
    ctx.subject({ memberId: input.memberId })
    mustBeNew(input.out)
    const history = await readHistory(db, input.memberId)
    const member = found(history.member, 'member')
    const head = await readHead(db, open.storeId)
    const note = await writeCheckpoint(open, db, head, now)
    const id = ctx.newId()
    const watermark = watermarkText({
      name: actor.name,
      login: actor.login,
      at: now,
      reference: id.slice(-8),
      zone: ZONE,
    })
    const { purpose, requester, language, out } = input
    const facts = {
      history,
      names: await readNames(db),
      language,
      purpose,
      requester,
      exporter: `${actor.name} (${actor.login})`,
      watermark,
      at: now,
      head,
    }
    ctx.progress(1, 3)
    // Fonts and layout weigh as much as the rest of the engine: they are loaded by the first export, not by every start.
    const { renderPdf } = await import('../bundle/pdf.ts')
    const pdf = await renderPdf(historyDocument(facts))
    ctx.progress(2, 3)
    ctx.signal.throwIfAborted()
    const { signing } = open.keys
    const written = await writeBundle(
      out,
      {
        parts: historyParts(history, pdf),
        proof: await memberProof(
          db,
          open.storeId,
          input.memberId,
          history.cases.map((one) => one.id),
          { head, note },
        ),
      },
      { keyId: signing.keyId, publicKey: signing.publicKey, sign: (bytes) => sign(signing, bytes) },
      {
        storeId: open.storeId,
        requester: { id: actor.id, name: requester },
        purpose,
        watermark,
        subject: { kind: 'member', id: member.cardNo },
        createdAt: now,
        range: { from: null, to: null },
      },
    )
    try {
      const row = { fileName: path.basename(out), rows: written.rows, sha256: written.sha256, head: head.hash }
      await insertExport(db, { id, at: now, actorId: actor.id, memberId: input.memberId, purpose, requester, ...row })
      ctx.note({ export: { id, ...row } })
      return { id, ...row, keyId: keyIdText(signing.keyId) }
    } catch (error) {
      // No file leaves without its row.
      fs.rmSync(out, { force: true })
      throw error
    }
  },

  list: async ({ db }, { limit }) => listExports(db, limit),

  verify: async (ctx, { file }) => {
    const { signing } = requireOpen(ctx).keys
    const report = await verifyBundle(file)
    const ours = await verifyBundle(file, { pinnedKey: printPublicKey(signing) })
    return {
      ok: report.ok,
      rows: report.rows,
      isOurs: ours.ok,
      problems: report.problems.map(({ code, file: name, detail }) => ({
        code,
        detail,
        ...(name ? { file: name } : {}),
      })),
    }
  },
}

function requireOpen(ctx: Ctx): OpenStore {
  if (!ctx.desk.open) refuse('store-missing')
  return ctx.desk.open
}
