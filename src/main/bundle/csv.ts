import type { Pages } from './pages.ts'

/** What a cell of an export may hold. */
export type CsvCell = string | number | boolean | null

const BYTE_ORDER_MARK = '\uFEFF'
const QUOTED = /[",\r\n]/
// A spreadsheet takes such text for a formula, also behind blanks and in full-width form (OWASP CSV injection).
const FORMULA_START = /^[\s\uFEFF]*(?:\p{Cc}|[=+\-@＝＋－＠﹢﹣﹦﹫])/u

/** True for a text that a spreadsheet would take for a formula. */
export function isFormulaLike(text: string): boolean {
  return !isPlainStart(text.charCodeAt(0)) && FORMULA_START.test(text)
}

/** A digit, a letter or a common Chinese character: most texts begin with one, and a formula with none. */
function isPlainStart(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code > 0x40 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff)
}

/** Text that no spreadsheet takes for a formula: an apostrophe before what begins like one. */
export function guardFormula(text: string): string {
  return isFormulaLike(text) ? `'${text}` : text
}

/** A table as RFC 4180 with a header, CRLF, and a byte order mark (without it Excel garbles Chinese). */
export async function* csvText(columns: readonly string[], pages: Pages<readonly CsvCell[]>): AsyncGenerator<string> {
  for await (const lines of csvLines(columns, pages)) yield lines.join('')
}

/** The same as lines, each with its end. */
export async function* csvLines(
  columns: readonly string[],
  pages: Pages<readonly CsvCell[]>,
): AsyncGenerator<readonly string[]> {
  yield [BYTE_ORDER_MARK + lineOf(columns)]
  for await (const page of pages) {
    if (page.some((row) => row.length !== columns.length))
      throw new RangeError('a row has another number of cells than there are columns')
    yield page.map(lineOf)
  }
}

function lineOf(row: readonly CsvCell[]): string {
  let line = ''
  for (let place = 0; place < row.length; place += 1) line += (place === 0 ? '' : ',') + cellText(row[place] ?? null)
  return `${line}\r\n`
}

function cellText(cell: CsvCell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  const text = guardFormula(cell)
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
