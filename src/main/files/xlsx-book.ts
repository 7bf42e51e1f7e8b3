import { posix } from 'node:path'
import type { FileRow } from '../rules/import-mapping.ts'
import { FileRefused } from './table.ts'
import { type NumberKind, numberKind } from './xlsx-dates.ts'
import type { XlsxMessage, XlsxTask } from './xlsx-messages.ts'
import { openParts, type Parts } from './xlsx-parts.ts'
import { sheetHandlers } from './xlsx-sheet.ts'
import { readStrings } from './xlsx-strings.ts'
import { readXml } from './xlsx-xml.ts'

const PORTION = 2000
const MAX_SHEETS = 1000
const MAX_STYLES = 70_000

type Reader = { open: (sheets: string[]) => void; send: (message: XlsxMessage) => Promise<void> }
type Sheet = { name: string; relation: string; isHidden: boolean }
type Relation = { id: string; type: string; target: string }

/** Reads one sheet of a workbook, portion by portion; throws FileRefused. */
export async function readWorkbook(task: XlsxTask, reader: Reader): Promise<void> {
  const parts = await openParts(task.path, task.limits)
  try {
    const main = (await relations(parts, '')).find((one) => one.type.endsWith('/officeDocument'))?.target
    if (!main?.endsWith('.xml')) throw new FileRefused('not-a-table')
    const { sheets, is1904 } = await workbook(parts, main)
    const links = await relations(parts, main)
    const sheet = chosen(sheets, task.sheet)
    const part = links.find((one) => one.id === sheet.relation && one.type.endsWith('/worksheet'))?.target
    if (!part) throw new FileRefused('no-sheet', { params: { sheet: sheet.name } })
    const linked = (type: string) => links.find((one) => one.type.endsWith(type) && parts.has(one.target))?.target
    const styles = linked('/styles')
    const texts = linked('/sharedStrings')
    const kinds = styles ? await numberKinds(parts, styles) : []
    const strings = texts ? await readStrings(parts, texts, task.limits) : []
    reader.open(sheets.map((one) => one.name))
    await sendRows(parts, part, { strings, kinds, is1904, limits: task.limits }, reader)
  } finally {
    parts.close()
  }
}

function chosen(sheets: readonly Sheet[], name: string | undefined): Sheet {
  const sheet =
    name === undefined ? (sheets.find((one) => !one.isHidden) ?? sheets[0]) : sheets.find((one) => one.name === name)
  if (!sheet) throw new FileRefused('no-sheet', name === undefined ? {} : { params: { sheet: name } })
  return sheet
}

async function sendRows(
  parts: Parts,
  part: string,
  context: Parameters<typeof sheetHandlers>[0],
  reader: Reader,
): Promise<void> {
  let rows: FileRow[] = []
  let read = 0
  const size = Math.max(1, parts.size(part))
  const flush = async () => {
    if (rows.length === 0) return
    const full = rows
    rows = []
    await reader.send({ kind: 'rows', rows: full, share: Math.min(1, read / size) })
  }
  async function* counted() {
    for await (const piece of parts.read(part)) {
      read += piece.length
      yield piece
    }
  }
  const handlers = sheetHandlers(context, (row) => rows.push(row))
  const pause = async () => {
    if (rows.length >= PORTION) await flush()
  }
  await readXml(counted(), { ...handlers, pause })
  await flush()
}

/** What a part refers to, with targets made into names of parts; a target outside the file is left out, one that climbs out refused. */
async function relations(parts: Parts, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part)
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  if (!parts.has(name)) return []
  const found: Relation[] = []
  await readXml(parts.read(name), {
    open: (tag, { Id, Type, Target, TargetMode }) => {
      if (tag !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return
      const target = Target.startsWith('/') ? posix.normalize(Target.slice(1)) : posix.join(folder, Target)
      if (target.startsWith('..')) throw new FileRefused('unsafe-path')
      found.push({ id: Id, type: Type, target })
    },
  })
  return found
}

async function workbook(parts: Parts, name: string): Promise<{ sheets: Sheet[]; is1904: boolean }> {
  const sheets: Sheet[] = []
  let is1904 = false
  await readXml(parts.read(name), {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (tag !== 'sheet') return
      if (sheets.length >= MAX_SHEETS) throw new FileRefused('damaged')
      const relation = Object.entries(attributes).find(([key]) => /:id$/.test(key))?.[1] ?? ''
      const isHidden = attributes.state === 'hidden' || attributes.state === 'veryHidden'
      sheets.push({ name: attributes.name ?? '', relation, isHidden })
    },
  })
  return { sheets, is1904 }
}

/** The kind of number of each cell style, in the order cells refer to them. */
async function numberKinds(parts: Parts, name: string): Promise<NumberKind[]> {
  const codes = new Map<number, string>()
  const kinds: NumberKind[] = []
  let isCells = false
  await readXml(parts.read(name), {
    open: (tag, attributes) => {
      if (tag === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (tag === 'cellXfs') isCells = true
      if (tag !== 'xf' || !isCells) return
      if (kinds.length >= MAX_STYLES) throw new FileRefused('damaged')
      const id = Number(attributes.numFmtId ?? 0)
      kinds.push(numberKind(id, codes.get(id)))
    },
    close: (tag) => {
      if (tag === 'cellXfs') isCells = false
    },
  })
  return kinds
}
