import fs from 'node:fs'
import path from 'node:path'
import { sideOf } from '../../shared/contract.ts'
import { found, refuse } from '../../shared/failure.ts'
import type { ReportFormat } from '../../shared/reports/words.ts'
import { csvText } from '../bundle/csv.ts'
import { xlsxBytes } from '../bundle/xlsx.ts'
import { writeDurably } from '../crypto/durable-file.ts'
import { sha256 } from '../crypto/hash.ts'
import { readHead } from '../engine/audit.ts'
import type { Handler } from '../engine/handler.ts'
import { mustBeNew } from '../engine/outside-faults.ts'
import { watermarkText } from '../rules/export-policy.ts'
import { REPORT_ZONE } from '../rules/report-period.ts'
import { type IssuedCopy, reportDocument } from './document.ts'
import { isWhole, openIssued } from './issue.ts'
import { findIssued, insertExport } from './issued-queries.ts'
import { tableHead, tableRows } from './table-file.ts'
import { REPORT_WORDS } from './words.ts'

/** S1-60: writes an issued report to a file, exactly as it was issued, and keeps who took it out. */
export const exportIssued: Handler<'reports.export'> = async (ctx, { id, format, language, out }) => {
  const { db, actor, now, desk } = ctx
  if (!desk.open || actor.role === 'system') refuse('store-missing')
  const row = found(await findIssued(db, id), 'report')
  if (!isWhole(row)) refuse('report-damaged', { number: row.number })
  mustBeNew(out)
  const exportId = ctx.newId()
  const { zh, en } = REPORT_WORDS.purpose
  const purpose = `${language === 'en' ? en : zh} ${row.number}`
  const watermark = watermarkText({
    name: actor.name,
    login: actor.login,
    at: now,
    reference: exportId.slice(-8),
    zone: REPORT_ZONE,
    purpose,
  })
  const copy = { ...(await openIssued(db, row)), language, watermark, at: now }
  const { bytes, rows } = await WRITERS[format](copy)
  ctx.signal.throwIfAborted()
  const head = await readHead(db, desk.open.storeId)
  writeDurably(out, bytes)
  try {
    const file = { fileName: path.basename(out), rows, sha256: sha256(bytes) }
    await insertExport(db, {
      id: exportId,
      at: now,
      actorId: actor.id,
      memberId: null,
      purpose,
      requester: actor.name,
      ...file,
      head: head.hash,
    })
    ctx.note({ export: { id: exportId, report: row.number, ...file } })
    return { id: exportId, ...file }
  } catch (error) {
    // No file leaves without its row.
    fs.rmSync(out, { force: true })
    throw error
  }
}

type Written = { bytes: Uint8Array; rows: number }

/** How each kind of file is written. */
const WRITERS: Record<ReportFormat, (copy: IssuedCopy) => Promise<Written>> = { csv: csvOf, xlsx: xlsxOf, pdf: pdfOf }

async function csvOf({ report, language }: IssuedCopy): Promise<Written> {
  const side = sideOf(language)
  const rows = tableRows(report, side)
  const pieces: string[] = []
  for await (const piece of csvText(tableHead(side), [rows])) pieces.push(piece)
  return { bytes: new TextEncoder().encode(pieces.join('')), rows: rows.length }
}

async function xlsxOf({ report, language }: IssuedCopy): Promise<Written> {
  const side = sideOf(language)
  const rows = tableRows(report, side)
  const pieces: Uint8Array[] = []
  const sheet = { name: `${REPORT_WORDS.title[side]} ${report.period.key}`, columns: tableHead(side), pages: [rows] }
  for await (const piece of xlsxBytes([sheet])) pieces.push(piece)
  return { bytes: Buffer.concat(pieces), rows: rows.length }
}

async function pdfOf(copy: IssuedCopy): Promise<Written> {
  // Fonts and layout weigh as much as the rest of the engine: they are loaded by the first export, not by every start.
  const { renderPdf } = await import('../bundle/pdf.ts')
  return { bytes: await renderPdf(reportDocument(copy)), rows: copy.report.figures.length }
}
