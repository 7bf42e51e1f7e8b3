import type { Pages } from './pages.ts'

/** What a cell of an export may hold. */
export type CsvCell = string | number | boolean | null

const BYTE_ORDER_MARK = '\uFEFF'
const QUOTED = /[",\r\n]/
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
export async function* csvText(columns: readonly string[], pages: Pages<readonly CsvCell[]>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + lineOf(columns)
  for await (const page of pages) {
    if (page.some((row) => row.length !== columns.length))
      throw new RangeError('a row has another number of cells than there are columns')
    yield page.map(lineOf).join('')
  }
}

function lineOf(row: readonly CsvCell[]): string {
  return `${row.map(cellText).join(',')}\r\n`
}

function cellText(cell: CsvCell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  const text = guardFormula(cell)
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
