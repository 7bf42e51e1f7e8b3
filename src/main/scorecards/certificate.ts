import fs from 'node:fs'
import path from 'node:path'
import { sideOf } from '../../shared/contract.ts'
import { found, refuse } from '../../shared/failure.ts'
import type { Language } from '../../shared/session/model.ts'
import type { PdfDocument } from '../bundle/pdf.ts'
import { writeDurably } from '../crypto/durable-file.ts'
import { sha256 } from '../crypto/hash.ts'
import { readHead } from '../engine/audit.ts'
import type { Handler } from '../engine/handler.ts'
import { mustBeNew } from '../engine/outside-faults.ts'
import { watermarkText } from '../rules/export-policy.ts'
import { REPORT_ZONE } from '../rules/report-period.ts'
import { findCommendation, insertExport } from './honour-queries.ts'

const WORDS = {
  title: { zh: '荣誉证书', en: 'Certificate of commendation' },
  subtitle: { zh: '贵宾客户服务', en: 'VIP customer service' },
  footer: { zh: '贵宾服务台', en: 'VIP Desk' },
  to: { zh: '授予', en: 'Awarded to' },
  honour: { zh: '荣誉', en: 'For' },
  reason: { zh: '事迹', en: 'Because' },
  facts: { zh: '颁发', en: 'Given' },
  number: { zh: '证书编号', en: 'Number' },
  month: { zh: '考核月份', en: 'Month of the result' },
  prize: { zh: '奖品', en: 'Prize' },
  day: { zh: '颁发日期', en: 'Date' },
  by: { zh: '颁发人', en: 'Given by' },
  purpose: { zh: '荣誉证书打印', en: 'Print of a certificate' },
} as const

type Row = NonNullable<Awaited<ReturnType<typeof findCommendation>>>

/** The certificate as it is printed: who, for what, when, by whom. */
function certificateDocument(row: Row, language: Language, watermark: string, at: number): PdfDocument {
  const s = sideOf(language)
  const money = row.prizeFen === 0 ? '' : `¥${(row.prizeFen / 100).toFixed(2)}`
  const prize = [row.prize, money].filter((part) => part !== '').join(' · ')
  const fact = (key: keyof typeof WORDS, value: string) => [WORDS[key][s], value] as const
  return {
    language,
    title: WORDS.title[s],
    subtitle: WORDS.subtitle[s],
    runningTitle: `${WORDS.title[s]} · ${row.number}`,
    footer: WORDS.footer[s],
    pageLabel: (page, pages) => (s === 'zh' ? `第 ${page} 页，共 ${pages} 页` : `Page ${page} of ${pages}`),
    watermark,
    createdAt: at,
    sections: [
      { kind: 'text', heading: WORDS.to[s], paragraphs: [row.name] },
      { kind: 'text', heading: WORDS.honour[s], paragraphs: [row.title] },
      { kind: 'text', heading: WORDS.reason[s], paragraphs: [row.reason] },
      {
        kind: 'facts',
        heading: WORDS.facts[s],
        columns: 2,
        facts: [
          fact('number', row.number),
          fact('day', row.givenDay),
          fact('by', row.givenByName),
          ...(row.month === null ? [] : [fact('month', row.month)]),
          ...(prize === '' ? [] : [fact('prize', prize)]),
        ],
      },
    ],
  }
}

/** S3-113: writes the certificate of a commendation as a PDF to print, and keeps who took it out. */
export const certificate: Handler<'honours.certificate'> = async (ctx, { id, language, out }) => {
  const { db, actor, now, desk } = ctx
  if (!desk.open || actor.role === 'system') refuse('store-missing')
  const row = found(await findCommendation(db, id), 'commendation')
  mustBeNew(out)
  const exportId = ctx.newId()
  const reference = exportId.slice(-8)
  const purpose = `${WORDS.purpose[sideOf(language)]} ${row.number}`
  const about = { name: actor.name, login: actor.login, at: now, reference, zone: REPORT_ZONE }
  const watermark = watermarkText({ ...about, purpose })
  // Fonts and layout weigh as much as the rest of the engine: they are loaded by the first print, not by every start.
  const { renderPdf } = await import('../bundle/pdf.ts')
  const bytes = await renderPdf(certificateDocument(row, language, watermark, now))
  ctx.signal.throwIfAborted()
  const head = await readHead(db, desk.open.storeId)
  writeDurably(out, bytes)
  try {
    const file = { fileName: path.basename(out), sha256: sha256(bytes) }
    await insertExport(db, {
      ...{ id: exportId, at: now, actorId: actor.id, memberId: null, purpose, requester: actor.name },
      ...{ ...file, rows: 1, head: head.hash },
    })
    ctx.note({ export: { id: exportId, certificate: row.number, ...file } })
    return { id: exportId, ...file }
  } catch (error) {
    // No file leaves without its row.
    fs.rmSync(out, { force: true })
    throw error
  }
}
