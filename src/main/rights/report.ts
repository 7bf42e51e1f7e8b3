import fs from 'node:fs'
import path from 'node:path'
import { found, refuse } from '../../shared/failure.ts'
import type { Language } from '../../shared/session/model.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { type BundlePart, csvPart, filePart, jsonDocument } from '../bundle/parts.ts'
import { writeBundle } from '../bundle/write.ts'
import { sign } from '../crypto/signing.ts'
import { readHead } from '../engine/audit.ts'
import { writeCheckpoint } from '../engine/checkpoints.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { mustBeNew } from '../engine/outside-faults.ts'
import { chainProof } from '../exports/proof.ts'
import { watermarkText } from '../rules/export-policy.ts'
import { loadFulfillable, settle } from './fulfil.ts'
import { insertReport } from './queries.ts'
import { reportDocument } from './report-document.ts'
import { type HeldTable, heldTables } from './report-tables.ts'

/** Everything held about a member, in a signed bundle the member can take to somebody else (PIPL 45). */
export const reporting: Pick<FeatureHandlers<'rights'>, 'report'> = {
  report: async (ctx, { id, answer, language, out }) => {
    const row = await loadFulfillable(ctx, id, 'access')
    const open = ctx.desk.open ?? refuse('store-missing')
    const { db, actor, now } = ctx
    mustBeNew(out)
    const { memberId } = row
    const tables = await heldTables(db, memberId)
    ctx.progress(1, 3)
    const head = await readHead(db, open.storeId)
    const note = await writeCheckpoint(open, db, head, now)
    const exportId = ctx.newId()
    const { login = '' } = actor
    const purpose = PURPOSE[language]
    const watermark = watermarkText({
      name: actor.name,
      login,
      at: now,
      reference: row.number,
      zone: DESK_ZONE,
      purpose,
    })
    const member = found(tables.find(({ table }) => table === 'members')?.rows[0], 'member')
    const { renderPdf } = await import('../bundle/pdf.ts')
    const pdf = await renderPdf(await reportDocument(db, { row, tables, language, watermark, at: now }))
    ctx.progress(2, 3)
    ctx.signal.throwIfAborted()
    const { signing } = open.keys
    const written = await writeBundle(
      out,
      {
        parts: reportParts(tables, pdf, language),
        // Who looked at the file is the desk's own matter: the chain goes along as hashes.
        proof: await chainProof(db, open.storeId, [], { head, note }),
      },
      { keyId: signing.keyId, publicKey: signing.publicKey, sign: (bytes) => sign(signing, bytes) },
      {
        ...{ storeId: open.storeId, requester: { id: actor.id, name: row.requester }, purpose, watermark },
        subject: { kind: 'member', id: String(member.cardNo) },
        ...{ createdAt: now, range: { from: null, to: null } },
      },
    )
    return register(ctx, row, answer, out, { exportId, purpose, written, head: head.hash })
  },
}

const PURPOSE: Record<Language, string> = { 'zh-CN': '答复个人信息查阅请求', en: 'Answer to a request for access' }

type Made = {
  exportId: string
  purpose: string
  written: Awaited<ReturnType<typeof writeBundle>>
  head: string
}

/** No file leaves without its row in the register. */
async function register(
  ctx: Ctx,
  row: { id: string; memberId: string; requester: string },
  answer: string,
  out: string,
  { exportId, purpose, written, head }: Made,
) {
  try {
    const file = { fileName: path.basename(out), rows: written.rows, sha256: written.sha256, head }
    const about = { memberId: row.memberId, purpose, requester: row.requester }
    await insertReport(ctx.db, { id: exportId, at: ctx.now, actorId: ctx.actor.id, ...about, ...file })
    ctx.note({ export: { id: exportId, ...file } })
    return await settle(ctx, row.id, answer, { exportId, fileName: file.fileName, rows: written.rows })
  } catch (error) {
    fs.rmSync(out, { force: true })
    throw error
  }
}

/** One document for machines, a table for each kind of data with its own heading, and the statement for people. */
function reportParts(tables: readonly HeldTable[], pdf: Uint8Array, language: Language): BundlePart[] {
  return [
    filePart('report.pdf', 'pdf', pdf),
    jsonDocument('report.json', {
      language,
      data: Object.fromEntries(tables.map(({ table, rows }) => [table, rows])),
    }),
    ...tables.map(({ table, columns, rows }) =>
      csvPart(`${table.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.csv`, columns, [
        rows.map((row) => columns.map((column) => row[column] ?? null)),
      ]),
    ),
  ]
}
