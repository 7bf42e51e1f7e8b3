import { createHash } from 'node:crypto'
import type { Language } from '../../shared/session/model.ts'
import type { CsvCell } from '../bundle/csv.ts'
import { mapPages, type Pages } from '../bundle/pages.ts'
import { type BundlePart, csvPart, filePart, jsonDocument, jsonLines, xlsxPart } from '../bundle/parts.ts'
import type { Cells } from '../rules/export-redaction.ts'
import { HISTORY_COLUMNS } from './columns.ts'
import { headOf, tableNameOf } from './headings.ts'
import type { History, TableName } from './history.ts'
import type { Sieve } from './sieve.ts'
import { SOURCES } from './sources.ts'

type Tables = Record<TableName, readonly Cells[]>

/** The files of one member or one case: printed, as one JSON document, as one workbook, and each table as CSV. */
export function historyParts(history: History, pdf: Uint8Array, language: Language): BundlePart[] {
  const { member, ...rest } = history
  const tables: Tables = rest
  return [
    filePart('history.pdf', 'pdf', pdf),
    jsonDocument('history.json', {
      member: parsed(member ?? {}),
      ...Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.map(parsed)])),
    }),
    xlsxPart(
      'history.xlsx',
      sheetsOf(({ table }) => [tables[table]], language),
    ),
    ...SOURCES.map(({ table }) =>
      csvPart(`${fileName(table)}.csv`, HISTORY_COLUMNS[table], cellsOf(table, [tables[table]])),
    ),
  ]
}

/** A file of the bundle and the tables whose rows are in it. */
export type TablePart = {
  part: BundlePart
  tables: readonly TableName[]
  /** The first file of a table tells the digest of its rows once they went through. */
  digest?: () => string
}

/** How often each table goes through: as JSON lines, as CSV and in the workbook. */
export const TABLE_PASSES = 3

/** The tables of many members or a period: each as JSON lines and as CSV, and all in one workbook, the longest to write. */
export function tableParts(sieve: Pick<Sieve, 'pages'>, { language }: { language: Language }): TablePart[] {
  const each = SOURCES.flatMap((source): TablePart[] => {
    const { table } = source
    const csv = csvPart(`${fileName(table)}.csv`, HISTORY_COLUMNS[table], cellsOf(table, sieve.pages(source)))
    return [linesOf(table, sieve.pages(source)), { part: csv, tables: [table] }]
  })
  const workbook = xlsxPart('tables.xlsx', sheetsOf(sieve.pages, language))
  return [...each, { part: workbook, tables: SOURCES.map(({ table }) => table) }]
}

/** A digest of rows as they leave, whatever is in their files; it ends with the rows. */
export function rowDigest() {
  const digest = createHash('sha256')
  const asLines = jsonLines()
  return {
    take: (rows: readonly Cells[]): Uint8Array => {
      const lines = asLines(rows)
      digest.update(lines)
      return lines
    },
    end: () => digest.digest('hex'),
  }
}

function linesOf(table: TableName, pages: Pages<Cells>): TablePart {
  const { take, end } = rowDigest()
  const asLines = jsonLines()
  const isAsKept = !HISTORY_COLUMNS[table].some((column) => JSON_COLUMNS.has(column))
  let rows = 0
  const chunks = mapPages(pages, (page) => {
    rows += page.length
    const asKept = take(page)
    return isAsKept ? asKept : asLines(page.map(parsed))
  })
  return {
    part: { name: `${fileName(table)}.jsonl`, kind: 'jsonl', chunks, rows: () => rows },
    tables: [table],
    digest: end,
  }
}

/** The printed list of contents that goes before the tables. */
export function contentsPart(pdf: Uint8Array): BundlePart {
  return filePart('contents.pdf', 'pdf', pdf)
}

/** Every table in memory, for what is printed whole. */
export async function collect(sieve: Sieve): Promise<Omit<History, 'member'>> {
  const tables: Partial<Record<TableName, Cells[]>> = {}
  for (const source of SOURCES) {
    const rows: Cells[] = []
    for await (const page of sieve.pages(source)) rows.push(...page)
    tables[source.table] = rows
  }
  // The columns read are those of each table's row; what was replaced in them is a text or null.
  return tables as unknown as Omit<History, 'member'>
}

function sheetsOf(pagesOf: (source: (typeof SOURCES)[number]) => Pages<Cells>, language: Language) {
  return SOURCES.map((source) => ({
    name: tableNameOf(source.table, language),
    columns: HISTORY_COLUMNS[source.table].map((column) => headOf(column, language)),
    pages: cellsOf(source.table, pagesOf(source)),
  }))
}

function cellsOf(table: TableName, pages: Pages<Cells>): AsyncGenerator<CsvCell[][]> {
  const columns = HISTORY_COLUMNS[table]
  return mapPages(pages, (page) => page.map((row) => columns.map((column) => row[column] ?? null)))
}

/** Words with dashes, as they stand in the bundle. */
function fileName(table: string): string {
  return table.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

const JSON_COLUMNS = new Set(['data', 'body', 'reason', 'preferences', 'fields'])
// A text, unless a rating wrote its figures there.
const RATED_COLUMN = 'vipReason'

// What the store keeps as JSON text is written out as what it says.
function parsed(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' && (JSON_COLUMNS.has(name) || (name === RATED_COLUMN && value.startsWith('{')))
        ? asJson(value)
        : value,
    ]),
  )
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
