import { utf8 } from '../crypto/encoding.ts'
import { type CsvCell, csvText } from './csv.ts'
import type { FileKind } from './manifest.ts'
import { type XlsxSheet, xlsxBytes } from './xlsx.ts'
import type { Chunks } from './zip-writer.ts'

/** One data file of a bundle; `rows` counts what has gone through once its chunks are used up (null: not a table). */
export type BundlePart = { name: string; kind: FileKind; chunks: Chunks; rows: () => number | null }

const PIECE = 64 * 1024

type Rows<T> = Iterable<T> | AsyncIterable<T>

/** Records as a JSON array, one record a line. */
export function jsonPart(name: string, records: Rows<object>): BundlePart {
  const counted = count(records)
  return { name, kind: 'json', chunks: jsonLines(counted.rows), rows: counted.count }
}

/** One JSON document, for example a whole history; counts as one row. */
export function jsonDocument(name: string, document: object): BundlePart {
  return { name, kind: 'json', chunks: [utf8(`${JSON.stringify(document, null, 2)}\n`)], rows: () => 1 }
}

/** Records as CSV with the formula guard. */
export function csvPart(name: string, columns: readonly string[], records: Rows<readonly CsvCell[]>): BundlePart {
  const counted = count(records)
  return { name, kind: 'csv', chunks: encode(csvText(columns, counted.rows)), rows: counted.count }
}

/** Tables as one workbook; counts the rows of all its sheets. */
export function xlsxPart(name: string, sheets: readonly XlsxSheet[]): BundlePart {
  const counted = sheets.map(({ rows }) => count(rows))
  const chunks = xlsxBytes(sheets.map((sheet, n) => ({ ...sheet, rows: counted[n]?.rows ?? [] })))
  return { name, kind: 'xlsx', chunks, rows: () => counted.reduce((sum, one) => sum + one.count(), 0) }
}

/** A finished document such as a PDF or a text. */
export function filePart(name: string, kind: 'pdf' | 'text', bytes: Uint8Array): BundlePart {
  return { name, kind, chunks: [bytes], rows: () => null }
}

/** Records as JSON, one a line. */
export function jsonlPart(name: string, records: Rows<object>): BundlePart {
  const counted = count(records)
  return { name, kind: 'jsonl', chunks: recordLines(counted.rows), rows: counted.count }
}

/** Many records in one piece: each piece is a call to the disk. */
async function* recordLines(records: AsyncIterable<object>): AsyncGenerator<Uint8Array> {
  let waiting = ''
  for await (const record of records) {
    waiting += `${JSON.stringify(record)}\n`
    if (waiting.length < PIECE) continue
    yield utf8(waiting)
    waiting = ''
  }
  if (waiting !== '') yield utf8(waiting)
}

async function* jsonLines(records: AsyncIterable<object>): AsyncGenerator<Uint8Array> {
  let separator = '['
  for await (const record of records) {
    yield utf8(`${separator}\n${JSON.stringify(record)}`)
    separator = ','
  }
  yield utf8(separator === '[' ? '[]\n' : '\n]\n')
}

function count<T>(records: Rows<T>): { rows: AsyncIterable<T>; count: () => number } {
  let seen = 0
  const rows = mapRows(records, (record) => {
    seen += 1
    return record
  })
  return { rows, count: () => seen }
}

function encode(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  return mapRows(texts, utf8)
}

async function* mapRows<T, U>(rows: Rows<T>, change: (row: T) => U): AsyncGenerator<U> {
  for await (const row of rows) yield change(row)
}
