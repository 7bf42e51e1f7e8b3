import type { FileRow } from '../rules/import-mapping.ts'
import type { TableLimits } from './limits.ts'
import { FileRefused } from './table.ts'

export type RecordLimits = Pick<TableLimits, 'rows' | 'columns' | 'cell'>

/** Characters of one record that may be waited for, so that a quote that never closes cannot eat the memory. */
const LONGEST_RECORD = 4_000_000

const LINE_END = /[\r\n]/g
const BARE_CR = /\r[^\n]/
const QUOTE = 34
const LF = 10
const CR = 13

/** Takes text in pieces and gives complete records; `push(text, true)` ends the file. */
export type RecordSplitter = { push: (text: string, isLast: boolean) => FileRow[] }

/**
 * Splits CSV text (RFC 4180; records end with CRLF, LF or CR; a quote inside an unquoted cell is itself).
 * Blank records are left out but counted. Refuses by throwing FileRefused with the row.
 */
export function recordSplitter(delimiter: string, limits: RecordLimits): RecordSplitter {
  let rest = ''
  let row = 0

  const add = (rows: FileRow[], cells: string[], length: number) => {
    row += 1
    if (cells.length > limits.columns)
      throw new FileRefused('too-many-columns', { row, params: { max: limits.columns } })
    if (length > limits.cell) checkCells(cells, row, limits.cell)
    if (cells[0] === '' && cells.every((cell) => cell === '')) return
    if (row > limits.rows) throw new FileRefused('too-many-rows', { row, params: { max: limits.rows } })
    rows.push({ row, cells })
  }

  const push = (piece: string, isLast: boolean): FileRow[] => {
    const text = rest + piece
    const rows: FileRow[] = []
    const isMixed = BARE_CR.test(text)
    // The last CR of a piece may be half of a CRLF, so it waits for the next piece.
    const end = !isLast && text.charCodeAt(text.length - 1) === CR ? text.length - 1 : text.length
    let at = 0
    let quote = text.indexOf('"')
    while (at < end) {
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at)
      const stop = lineEnd(text, at, end, isMixed)
      if (stop < 0 && !isLast) break
      const lineStop = stop < 0 ? end : stop
      if (quote < 0 || quote > lineStop) {
        const isCrLf = text.charCodeAt(lineStop) === LF && lineStop > at && text.charCodeAt(lineStop - 1) === CR
        const line = text.slice(at, isCrLf ? lineStop - 1 : lineStop)
        add(rows, line.split(delimiter), line.length)
        at = afterLineEnd(text, lineStop)
        continue
      }
      const record = quotedRecord(text, at, end, delimiter, isLast, row + 1)
      if (!record) break
      add(rows, record.cells, record.next - at)
      at = record.next
    }
    rest = text.slice(at)
    if (rest.length > LONGEST_RECORD)
      throw new FileRefused('cell-too-long', { row: row + 1, params: { max: limits.cell } })
    return rows
  }
  return { push }
}

function checkCells(cells: readonly string[], row: number, max: number): void {
  const long = cells.findIndex((cell) => cell.length > max)
  if (long >= 0) throw new FileRefused('cell-too-long', { row, column: long + 1, params: { max } })
}

/** Position of the next CR or LF before `end`, or -1; looks for LF alone while no CR stands by itself. */
function lineEnd(text: string, from: number, end: number, isMixed: boolean): number {
  if (!isMixed) {
    const found = text.indexOf('\n', from)
    if (found >= 0 && found < end) return found
    // In text without a bare CR one can stand only at the very end.
    return text.charCodeAt(end - 1) === CR && end - 1 >= from ? end - 1 : -1
  }
  LINE_END.lastIndex = from
  const match = LINE_END.exec(text)
  return match && match.index < end ? match.index : -1
}

/** Position behind the line end at `at`; CRLF is one. */
function afterLineEnd(text: string, at: number): number {
  return text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1
}

/** One record with quotes in it; undefined when its end has not arrived yet. */
function quotedRecord(text: string, from: number, end: number, delimiter: string, isLast: boolean, row: number) {
  const comma = delimiter.charCodeAt(0)
  const cells: string[] = []
  let at = from
  for (;;) {
    const cell = text.charCodeAt(at) === QUOTE && at < end ? quotedCell(text, at, end) : plainCell(text, at, end, comma)
    if (!cell) {
      if (isLast) throw new FileRefused('bad-quotes', { row, column: cells.length + 1 })
      return undefined
    }
    cells.push(cell.value)
    at = cell.next
    if (at >= end) return isLast ? { cells, next: end } : undefined
    const code = text.charCodeAt(at)
    if (code === CR || code === LF) return { cells, next: afterLineEnd(text, at) }
    if (code !== comma) throw new FileRefused('bad-quotes', { row, column: cells.length })
    at += 1
  }
}

function plainCell(text: string, from: number, end: number, comma: number): { value: string; next: number } {
  let at = from
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code === comma || code === LF || code === CR) break
  }
  return { value: text.slice(from, at), next: at }
}

/** The cell whose opening quote is at `from`; undefined when it does not close. */
function quotedCell(text: string, from: number, end: number): { value: string; next: number } | undefined {
  let value = ''
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0 || quote >= end) return undefined
    value += text.slice(at, quote)
    if (text.charCodeAt(quote + 1) !== QUOTE) return { value, next: quote + 1 }
    value += '"'
    at = quote + 2
  }
}
