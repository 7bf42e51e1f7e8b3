import { utf8 } from '../crypto/encoding.ts'
import { type CsvCell, csvLines } from './csv.ts'
import type { FileKind } from './manifest.ts'
import { mapPages, type Pages } from './pages.ts'
import { textBytes } from './text-bytes.ts'
import { type XlsxSheet, xlsxBytes } from './xlsx.ts'
import type { Chunks } from './zip-writer.ts'

/**
 * One data file of a bundle; `rows` counts what has gone through once its chunks are used up (null: not a table).
 * `size` (bytes) is told where it is known: one of 4 GiB or more is refused without it.
 */
export type BundlePart = { name: string; kind: FileKind; chunks: Chunks; rows: () => number | null; size?: number }

/** Records as a JSON array, one record a line. */
export function jsonPart(name: string, records: Iterable<object>): BundlePart {
  let rows = 0
  function* pieces() {
    for (const record of records) yield utf8(`${rows++ === 0 ? '[' : ','}\n${JSON.stringify(record)}`)
    yield utf8(rows === 0 ? '[]\n' : '\n]\n')
  }
  return { name, kind: 'json', chunks: pieces(), rows: () => rows }
}

/** One JSON document, for example a whole history; counts as one row. */
export function jsonDocument(name: string, document: object): BundlePart {
  return { name, kind: 'json', chunks: [utf8(`${JSON.stringify(document, null, 2)}\n`)], rows: () => 1 }
}

/** Records as CSV with the formula guard. */
export function csvPart(name: string, columns: readonly string[], records: Pages<readonly CsvCell[]>): BundlePart {
  const counted = count(records)
  return { name, kind: 'csv', chunks: mapPages(csvLines(columns, counted.pages), textBytes()), rows: counted.count }
}

/** Tables as one workbook; counts the rows of all its sheets. */
export function xlsxPart(name: string, sheets: readonly XlsxSheet[]): BundlePart {
  const counted = sheets.map(({ pages }) => count(pages))
  const chunks = xlsxBytes(sheets.map((sheet, n) => ({ ...sheet, pages: counted[n]?.pages ?? [] })))
  return { name, kind: 'xlsx', chunks, rows: () => counted.reduce((sum, one) => sum + one.count(), 0) }
}

/** A finished document such as a PDF or a text. */
export function filePart(name: string, kind: 'pdf' | 'text', bytes: Uint8Array): BundlePart {
  return { name, kind, chunks: [bytes], rows: () => null }
}

/** Records as JSON, one a line. */
export function jsonlPart(name: string, records: Pages<object>): BundlePart {
  const counted = count(records)
  return { name, kind: 'jsonl', chunks: mapPages(counted.pages, jsonLines()), rows: counted.count }
}

/** Makes a function that writes records as JSON, each with its line end. */
export function jsonLines(): (records: readonly object[]) => Uint8Array {
  const encode = textBytes()
  return (records) => encode(records.map((record) => `${JSON.stringify(record)}\n`))
}

function count<T>(records: Pages<T>): { pages: AsyncIterable<readonly T[]>; count: () => number } {
  let seen = 0
  const pages = mapPages(records, (page) => {
    seen += page.length
    return page
  })
  return { pages, count: () => seen }
}
