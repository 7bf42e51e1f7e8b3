import { Zip } from 'fflate'
import type { CsvCell } from './csv.ts'
import type { Pages } from './pages.ts'
import { textBytes } from './text-bytes.ts'
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
import { type DeflatedFile, deflatedFile } from './zip-deflate.ts'

/** A sheet to write: its name, the heads of its columns and its rows, which may come from anywhere. */
export type XlsxSheet = {
  name: string
  columns: readonly string[]
  pages: Pages<readonly CsvCell[]>
}

/** Rows of a sheet that Excel opens, its head among them. */
const MAX_ROWS = 1_048_576
const ROWS_AT_ONCE = 500

/**
 * A workbook as bytes, sheet after sheet and row after row, so that the memory it takes does not grow with the rows.
 * Texts are texts, never formulas; a table longer than a sheet goes on in the next one.
 */
export async function* xlsxBytes(sheets: readonly XlsxSheet[], maxRows = MAX_ROWS): AsyncGenerator<Uint8Array> {
  const pack = packer()
  const encode = textBytes()
  const finish = async (file: DeflatedFile, texts: readonly string[]) => {
    await file.write(encode(texts))
    await file.end()
  }
  const names: string[] = []
  for (const sheet of sheets) {
    const begin = () => {
      names.push(sheetName(sheet.name, names))
      return pack.begin(`xl/worksheets/sheet${names.length}.xml`)
    }
    const head = SHEET_HEAD + rowText(1, sheet.columns, true)
    let file = begin()
    let [place, waiting] = [1, [head]]
    for await (const page of sheet.pages) {
      for (const row of page) {
        if (place === maxRows) {
          await finish(file, [...waiting, SHEET_TAIL])
          file = begin()
          ;[place, waiting] = [1, [head]]
        }
        place += 1
        waiting.push(rowText(place, row))
        if (place % ROWS_AT_ONCE > 0) continue
        await file.write(encode(waiting))
        waiting = []
        yield* pack.take()
      }
    }
    await finish(file, [...waiting, SHEET_TAIL])
    yield* pack.take()
  }
  const around = {
    'xl/styles.xml': STYLES,
    'xl/workbook.xml': workbookText(names),
    'xl/_rels/workbook.xml.rels': workbookRelations(names.length),
    '_rels/.rels': RELATIONS,
    '[Content_Types].xml': contentTypes(names.length),
  }
  for (const [name, text] of Object.entries(around)) await finish(pack.begin(name), [text])
  pack.end()
  yield* pack.take()
}

function packer() {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    ready.push(bytes)
  })
  return {
    begin: (name: string) => deflatedFile(zip, name),
    end: () => zip.end(),
    take() {
      const pieces = ready
      ready = []
      return pieces
    },
  }
}
