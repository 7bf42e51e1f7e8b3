import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { readWhole, scanZip } from '../src/main/bundle/zip-reader.ts'
import { HISTORY_COLUMNS } from '../src/main/exports/columns.ts'
import { SOURCES, type Source } from '../src/main/exports/sources.ts'
import type { Db } from '../src/main/store/types.ts'
import { type App, onEngine } from './app.ts'
import { inStore } from './cases-fixtures.ts'

/** What a spreadsheet takes for the beginning of a formula, also behind blanks and in full-width form. */
const STARTS = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', ' =', '\n=']
const isFormula = (text: string) => /^[\s\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) && !/^-?\d+$/.test(text)

/** A column of the store; `word` is the first of those it may hold, where it holds only words of the program. */
type Column = { name: string; type: string; word: string | undefined }

async function columnsOf(db: Db, table: string): Promise<Column[]> {
  const { rows } = await sql<Omit<Column, 'word'>>`select name, type from pragma_table_info(${table})`.execute(db)
  const made = await sql<{ sql: string }>`select sql from sqlite_master where name = ${table}`.execute(db)
  const wordOf = (name: string) => new RegExp(`"${name}" IN \\('([^']*)'`).exec(made.rows[0]?.sql ?? '')?.[1]
  return rows.map((column) => ({ ...column, word: wordOf(column.name) }))
}

/** Which row a column points at; the rows of one turn belong together. */
const TARGETS: Record<string, string> = { caseId: 'cases.id', callId: 'calls.id', flightId: 'flights.id' }
const linkOf = ({ case: ofCase, calls = [] }: Source, name: string): string | undefined =>
  name === 'flightId' || name === ofCase || calls.includes(name) ? (TARGETS[name] ?? TARGETS.callId) : undefined

/** Fills every text column of a table, once for each way in which a formula begins; the member stays who they are. */
async function fill(db: Db, source: Source, memberId: string): Promise<void> {
  const table = source.from
  const columns = await columnsOf(db, table)
  const policies = await db.selectFrom('policies').select(['id', 'kind']).execute()
  const known = (kind: string) => policies.find((one) => one.kind === kind)?.id
  const fixed: Record<string, string | undefined> = {
    ...{ memberId, workflowPolicyId: known('workflow'), targetPolicyId: known('targets') },
  }
  const rows = STARTS.map((start) =>
    Object.fromEntries(
      columns.map(({ name, type, word }) => {
        const own = `${start}1+1|${table}.${name}`
        const link = name === 'id' ? undefined : linkOf(source, name)
        if (type !== 'TEXT') return [name, name.startsWith('is') ? 0 : 1]
        return [name, fixed[name] ?? word ?? (link ? `${start}1+1|${link}` : own)]
      }),
    ),
  )
  await db
    .insertInto(source.from)
    .values(rows as never)
    .execute()
}

/** The store holds what no call would let in: its keys begin like formulas, too. */
async function fillAll(app: App, memberId: string): Promise<Map<string, readonly Column[]>> {
  const store = app.engine.desk.open?.store
  if (!store) throw new Error('the store is closed')
  await sql.raw('pragma foreign_keys = off').execute(store.db)
  return inStore(app, async (db) => {
    const [booked] = SOURCES.filter(({ join }) => join)
    if (booked) await fill(db, { ...booked, from: 'flights' }, memberId)
    for (const source of SOURCES) await fill(db, source, memberId)
    const known = SOURCES.map(async ({ table, from, join }) => {
      const flown = join ? await columnsOf(db, join) : []
      return [table, [...(await columnsOf(db, from)), ...flown]] as const
    })
    return new Map<string, readonly Column[]>(await Promise.all(known))
  })
}

/** Every file of a bundle. */
async function filesOf(file: string): Promise<Record<string, Uint8Array>> {
  const handle = await fs.promises.open(file)
  try {
    const scan = await scanZip(handle, (await handle.stat()).size)
    if (!scan.ok) throw new Error(scan.detail)
    const files: Record<string, Uint8Array> = {}
    for (const entry of scan.entries) files[entry.name] = await readWhole(handle, entry)
    return files
  } finally {
    await handle.close()
  }
}

const textOf = (bytes: Uint8Array | undefined) => strFromU8(bytes ?? new Uint8Array())

/** The text of a cell as a spreadsheet reads it. */
const unescaped = (xml: string) =>
  xml
    .replaceAll(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? '"')
    .replaceAll(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const CELL = /<c r="[A-Z]+\d+"(?: s="(\d)")?(?: t="(\w+)")?>(?:<is><t[^>]*>([^<]*)<\/t><\/is>|<v>([^<]*)<\/v>)<\/c>/g

onEngine(
  'sqlite',
  'S3-133 whatever a text column of an export holds, no cell of its CSV files and its workbook begins a formula',
  async (app) => {
    app.hasMadeRows()
    await app.as('manager')
    const { id } = await app.call('members.create', { card: 'CA000001', name: '示例' })
    const stored = await fillAll(app, id)
    const scope = { kind: 'members' as const, memberIds: [id] }
    const out = path.join(app.folder, 'tables.zip')
    await app.call('exports.selection', { scope, purpose: '示例：会员申请查阅', requester: '示例', out })
    const files = await filesOf(out)

    const found: string[] = []
    const unfilled: string[] = []
    for (const { table } of SOURCES) {
      const file = `${table.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.csv`
      const [head = [], ...rows] = parse(textOf(files[file]), { bom: true, recordDelimiter: '\r\n' }) as string[][]
      expect(head).toEqual(HISTORY_COLUMNS[table])
      found.push(...rows.flat().filter(isFormula))
      const isText = (column: string) =>
        stored.get(table)?.some(({ name, type, word }) => name === column && type === 'TEXT' && word === undefined)
      for (const column of head.filter(isText)) {
        const cells = new Set(rows.map((row) => (row[head.indexOf(column)] ?? '').split('1+1|')[0]))
        if (STARTS.some((start) => !cells.has(`'${start}`))) unfilled.push(`${table}.${column}`)
      }
    }
    expect(found).toEqual([])
    expect(unfilled.filter((column) => !/\.(memberId|workflowPolicyId|targetPolicyId)$/.test(column))).toEqual([])

    const parts = unzipSync(files['tables.xlsx'] ?? new Uint8Array())
    const sheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/'))
    expect(sheets).toHaveLength(SOURCES.length)
    const quoted = [...textOf(parts['xl/styles.xml']).matchAll(/<xf [^>]*xfId="0"[^>]*>/g)].findIndex(([style]) =>
      style.includes('quotePrefix="1"'),
    )
    for (const sheet of sheets) {
      const xml = textOf(parts[sheet])
      const cells = [...xml.matchAll(CELL)]
      expect([sheet, cells.length]).toEqual([sheet, xml.match(/<c /g)?.length])
      expect(xml).not.toMatch(/<f[ >]/)
      const bare = cells.filter(([, style, , text]) => isFormula(unescaped(text ?? '')) && Number(style) !== quoted)
      expect([sheet, bare.map(([cell]) => cell)]).toEqual([sheet, []])
    }
    const marked = sheets.flatMap((sheet) => [...textOf(parts[sheet]).matchAll(CELL)]).filter(([, s]) => s === '2')
    expect(marked.length).toBeGreaterThan(SOURCES.length * STARTS.length)
  },
)
