import { type CsvCell, isFormulaLike } from './csv.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const HEADING_STYLE = 1
const QUOTED_STYLE = 2
/** Characters of a cell that Excel opens. */
const MAX_CHARS = 32_767
const CUT = '…（全文见 CSV / full text in the CSV）'

export const SHEET_HEAD = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" baseColWidth="16"/><sheetData>`
export const SHEET_TAIL = '</sheetData></worksheet>'

export const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs></styleSheet>`

export const RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

/** The list of sheets by name. */
export function workbookText(names: readonly string[]): string {
  const sheets = names.map((name, n) => `<sheet name="${escaped(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`)
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`
}

/** Where the workbook's parts are. */
export function workbookRelations(count: number): string {
  const sheets = Array.from({ length: count }, (_, n) => relation(n + 1, 'worksheet', `worksheets/sheet${n + 1}.xml`))
  const all = [...sheets, relation(count + 1, 'styles', 'styles.xml')].join('')
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all}</Relationships>`
}

/** What each part of the package is. */
export function contentTypes(count: number): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${TYPES}.${type}+xml"/>`
  const sheets = Array.from({ length: count }, (_, n) => part(`worksheets/sheet${n + 1}`, 'worksheet')).join('')
  const defaults = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types">${defaults}${part('workbook', 'sheet.main')}${part('styles', 'styles')}${sheets}</Types>`
}

/** One row; `place` counts from 1. */
export function rowText(place: number, cells: readonly CsvCell[], isHeading = false): string {
  let texts = `<row r="${place}">`
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column] ?? null
    if (cell !== null && cell !== '') texts += cellText(columnName(column) + place, cell, isHeading)
  }
  return `${texts}</row>`
}

/** A name that a sheet may have: no more than 31 characters, none of `[]:*?/\`, none twice. */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const plain = wanted.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, 31)
  const isTaken = (name: string) => taken.some((one) => one.toLowerCase() === name.toLowerCase())
  for (let n = 2, name = plain; ; n += 1) {
    if (!isTaken(name)) return name
    name = `${plain.slice(0, 24)} (${n})`
  }
}

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
}

/** A text is written as a text, so that nothing in it is ever computed; one like a formula is also marked as quoted. */
function cellText(place: string, cell: Exclude<CsvCell, null>, isHeading: boolean): string {
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${place}"><v>${cell}</v></c>` : ''
  const style = isHeading ? HEADING_STYLE : isFormulaLike(cell) ? QUOTED_STYLE : 0
  const text = cell.length > MAX_CHARS ? `${cell.slice(0, MAX_CHARS - CUT.length)}${CUT}` : cell
  return `<c r="${place}"${style ? ` s="${style}"` : ''} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

const COLUMN_NAMES: string[] = []

/** `A`, `Z`, `AA`. */
function columnName(index: number): string {
  const known = COLUMN_NAMES[index]
  if (known !== undefined) return known
  const last = String.fromCharCode(65 + (index % 26))
  const name = index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last
  COLUMN_NAMES[index] = name
  return name
}

/** Anything that `escaped` would change: most texts have nothing of it. */
const SPECIAL = /[\p{Cc}\p{Cs}\ufffe\uffff&<>"]|_x/u

// What XML cannot hold goes in the spreadsheet's own escape, and so does a text that looks like one.
function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text
  return text
    .toWellFormed()
    .replaceAll(/_x[0-9A-Fa-f]{4}_/g, (found) => `_x005F${found}`)
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, (sign) => (sign === '\t' || sign === '\n' ? sign : escapedSign(sign)))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function escapedSign(sign: string): string {
  return `_x${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`
}
