import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { CsvCell } from './csv.ts'
import {
  contentTypes,
  RELATIONS,
  rowText,
  SHEET_HEAD,
  SHEET_TAIL,
  STYLES,
  sheetName,
  workbookRelations,
  workbookText,
} from './xlsx-text.ts'

/** A sheet to write: its name, the heads of its columns and its rows, which may come from anywhere. */
export type XlsxSheet = {
  name: string
  columns: readonly string[]
  rows: Iterable<readonly CsvCell[]> | AsyncIterable<readonly CsvCell[]>
}

/** Rows of a sheet that Excel opens, its head among them. */
const MAX_ROWS = 1_048_576
const ROWS_AT_ONCE = 500
// The oldest day a zip can hold: the same tables give the same bytes.
const NO_TIME = new Date(1980, 0, 1)

/**
 * A workbook as bytes, sheet after sheet and row after row, so that the memory it takes does not grow with the rows.
 * Texts are texts, never formulas; a table longer than a sheet goes on in the next one.
 */
export async function* xlsxBytes(sheets: readonly XlsxSheet[], maxRows = MAX_ROWS): AsyncGenerator<Uint8Array> {
  const pack = packer()
  const names: string[] = []
  for (const sheet of sheets) {
    let [place, waiting] = [0, '']
    const begin = () => {
      names.push(sheetName(sheet.name, names))
      pack.begin(`xl/worksheets/sheet${names.length}.xml`)
      place = 1
      waiting = SHEET_HEAD + rowText(place, sheet.columns, true)
    }
    begin()
    for await (const row of sheet.rows) {
      if (place === maxRows) {
        pack.push(waiting + SHEET_TAIL, true)
        begin()
      }
      place += 1
      waiting += rowText(place, row)
      if (place % ROWS_AT_ONCE > 0) continue
      pack.push(waiting)
      waiting = ''
      yield* pack.take()
    }
    pack.push(waiting + SHEET_TAIL, true)
    yield* pack.take()
  }
  pack.whole('xl/styles.xml', STYLES)
  pack.whole('xl/workbook.xml', workbookText(names))
  pack.whole('xl/_rels/workbook.xml.rels', workbookRelations(names.length))
  pack.whole('_rels/.rels', RELATIONS)
  pack.whole('[Content_Types].xml', contentTypes(names.length))
  pack.end()
  yield* pack.take()
}

function packer() {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    ready.push(bytes)
  })
  let part: ZipDeflate | undefined
  const begin = (name: string) => {
    part = new ZipDeflate(name, { level: 6 })
    part.mtime = NO_TIME
    zip.add(part)
  }
  const push = (text: string, isLast = false) => part?.push(strToU8(text), isLast)
  return {
    begin,
    push,
    whole(name: string, text: string) {
      begin(name)
      push(text, true)
    },
    end: () => zip.end(),
    take() {
      const pieces = ready
      ready = []
      return pieces
    },
  }
}
