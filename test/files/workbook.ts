import { writeFile } from 'node:fs/promises'
import { crc32, deflateRawSync } from 'node:zlib'

/** One part of a ZIP file to write; `size` lies about the unpacked size, `flags` sets the general purpose bits. */
export type ZipPart = { name: string; data: string | Buffer; size?: number; flags?: number }

/** Writes a ZIP file by hand, so that tests can also write wrong ones. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const data = Buffer.from(part.data)
    const packed = deflateRawSync(data)
    const name = Buffer.from(part.name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(part.flags ?? 0, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(part.size ?? data.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, name]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`

/** Parts of a workbook; each may be given as it shall stand in the file. */
export type Book = {
  /** Content of each sheet's `sheetData`, by the sheet's name. */
  sheets: Record<string, string>
  strings?: readonly string[]
  /** Number format ids of the cell styles, and codes of own formats. */
  styles?: { formats: readonly number[]; codes?: Record<number, string> }
  date1904?: boolean
  hidden?: readonly string[]
  /** Put before and behind `sheetData` of every sheet. */
  before?: string
  behind?: string
  extra?: readonly ZipPart[]
}

export const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** The parts of a small but complete workbook. */
export function bookParts(book: Book): ZipPart[] {
  const names = Object.keys(book.sheets)
  const sheets = names.map((name, at) => {
    const state = book.hidden?.includes(name) ? ' state="hidden"' : ''
    return `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`
  })
  const links = names.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
  const strings = (book.strings ?? []).map((text) => `<si><t>${escaped(text)}</t></si>`).join('')
  const codes = Object.entries(book.styles?.codes ?? {})
  const formats = codes.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${escaped(code)}"/>`).join('')
  const xfs = (book.styles?.formats ?? [0]).map((id) => `<xf numFmtId="${id}"/>`).join('')
  return [
    {
      name: '_rels/.rels',
      data: `${XML}<Relationships ${PACKAGE}>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `${XML}<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr date1904="${book.date1904 ? 1 : 0}"/><sheets>${sheets.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${XML}<Relationships ${PACKAGE}>${links.join('')}${relation('rId90', 'styles', 'styles.xml')}${relation('rId91', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      data: `${XML}<styleSheet ${MAIN}><numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs}</cellXfs></styleSheet>`,
    },
    { name: 'xl/sharedStrings.xml', data: `${XML}<sst ${MAIN}>${strings}</sst>` },
    ...names.map((name, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      data: `${XML}<worksheet ${MAIN}>${book.before ?? ''}<sheetData>${book.sheets[name]}</sheetData>${book.behind ?? ''}</worksheet>`,
    })),
    ...(book.extra ?? []),
  ]
}

/** Writes a workbook and gives its path back. */
export async function writeBook(path: string, book: Book): Promise<string> {
  await writeFile(path, zip(bookParts(book)))
  return path
}

/** A row of texts written into the cells themselves. */
export function inlineRow(row: number, cells: readonly string[]): string {
  const written = cells.map((text) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`)
  return `<row r="${row}">${written.join('')}</row>`
}
