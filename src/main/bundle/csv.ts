import { stringify } from 'csv-stringify/sync'

/** What a cell of an export may hold. */
export type CsvCell = string | number | boolean | null

const BYTE_ORDER_MARK = '\uFEFF'
// With CRLF between records the library leaves a lone CR or LF unquoted; RFC 4180 wants quotes.
const LINE_END = /[\r\n]/
const ROWS_AT_ONCE = 500
// A spreadsheet takes such text for a formula, also behind blanks and in full-width form (OWASP CSV injection).
const FORMULA_START = /^[\s\uFEFF]*(?:\p{Cc}|[=+\-@＝＋－＠﹢﹣﹦﹫])/u

/** True for a text that a spreadsheet would take for a formula. */
export function isFormulaLike(text: string): boolean {
  return FORMULA_START.test(text)
}

/** Text that no spreadsheet takes for a formula: an apostrophe before what begins like one. */
export function guardFormula(text: string): string {
  return isFormulaLike(text) ? `'${text}` : text
}

/** A table as RFC 4180 with a header, CRLF, and a byte order mark (without it Excel garbles Chinese). */
export async function* csvText(
  columns: readonly string[],
  rows: Iterable<readonly CsvCell[]> | AsyncIterable<readonly CsvCell[]>,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + lines([columns])
  let waiting: (readonly CsvCell[])[] = []
  for await (const row of rows) {
    if (row.length !== columns.length) throw new RangeError('a row has another number of cells than there are columns')
    waiting.push(row)
    if (waiting.length < ROWS_AT_ONCE) continue
    yield lines(waiting)
    waiting = []
  }
  if (waiting.length > 0) yield lines(waiting)
}

function lines(rows: readonly (readonly CsvCell[])[]): string {
  return stringify(
    rows.map((row) => row.map(cellText)),
    { record_delimiter: '\r\n', quoted_match: LINE_END },
  )
}

function cellText(cell: CsvCell): string {
  return typeof cell === 'string' ? guardFormula(cell) : cell === null ? '' : String(cell)
}
