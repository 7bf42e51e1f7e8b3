import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTable, type TableOptions } from '../../src/main/files/read-table.ts'
import { readAll } from './read-all.ts'
import { type Book, bookParts, inlineRow, writeBook, zip } from './workbook.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-xlsx-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const place = () => join(folder, `${crypto.randomUUID()}.xlsx`)
const read = async (book: Book, options?: TableOptions) =>
  readAll(await openTable(await writeBook(place(), book), options))

async function readBytes(bytes: Buffer, options?: TableOptions) {
  const path = place()
  await writeFile(path, bytes)
  return readAll(await openTable(path, options))
}

const simple = inlineRow(1, ['Card', 'Name']) + inlineRow(2, ['A1', 'Anna'])
const refused = (reason: string, where: object = {}) => ({ failure: { code: 'FILE', reason, ...where } })

test('texts, shared texts, numbers, truth values and formula results are read as a person sees them', async () => {
  const sheet = `${inlineRow(1, ['卡号', '姓名', '手机', '里程', '有效', '合计', '备注'])}
    <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3"><v>1.3812345678E10</v></c>
    <c r="D3"><v>0.10000000000000001</v></c><c r="E3" t="b"><v>1</v></c><c r="F3"><f>1+1</f><v>2</v></c>
    <c r="G3" t="inlineStr"><is><r><t>靠</t></r><r><t>窗_x000A_安静</t></r><rPh><t>かお</t></rPh></is></c></row>`
  expect(await read({ sheets: { 会员: sheet }, strings: ['A1', '王小明 & 家人'] })).toEqual({
    headers: ['卡号', '姓名', '手机', '里程', '有效', '合计', '备注'],
    rows: [{ row: 3, cells: ['A1', '王小明 & 家人', '13812345678', '0.1', 'TRUE', '2', '靠窗\n安静'] }],
  })
})

test('days are known by the number format of the cell, in both ways of counting days', async () => {
  const cells = (row: number) =>
    `<row r="${row}">${[0, 1, 2, 3, 4].map((style) => `<c s="${style}"><v>${style === 4 ? 0.5 : 45000.75}</v></c>`).join('')}</row>`
  const styles = {
    formats: [0, 14, 164, 165, 20],
    codes: { 164: 'yyyy"年"m"月"d"日"', 165: '[$-804]yyyy-mm-dd hh:mm;@' },
  }
  const head = inlineRow(1, ['a', 'b', 'c', 'd', 'e'])
  const found = []
  for (const date1904 of [false, true]) {
    const table = await read({ sheets: { S: head + cells(2) }, styles, date1904 })
    found.push('rows' in table ? table.rows[0]?.cells : table.failure)
  }
  expect(found).toEqual([
    ['45000.75', '2023-03-15', '2023-03-15', '2023-03-15 18:00:00', '12:00:00'],
    ['45000.75', '2027-03-16', '2027-03-16', '2027-03-16 18:00:00', '12:00:00'],
  ])
})

test('days before March 1900 are right, and the day that never was stays a number', async () => {
  const row = `<row r="2"><c s="1"><v>1</v></c><c s="1"><v>59</v></c><c s="1"><v>60</v></c><c s="1"><v>61</v></c></row>`
  const table = await read({ sheets: { S: inlineRow(1, ['a', 'b', 'c', 'd']) + row }, styles: { formats: [0, 14] } })
  expect('rows' in table && table.rows[0]?.cells).toEqual(['1900-01-01', '1900-02-28', '60', '1900-03-01'])
})

test('the first visible sheet is read, or the one that is named', async () => {
  const book = {
    sheets: { Hidden: inlineRow(1, ['h']), First: inlineRow(1, ['f']), 会员: inlineRow(1, ['m']) },
    hidden: ['Hidden'],
  }
  expect([await read(book), await read(book, { sheet: '会员' }), await read(book, { sheet: 'None' })]).toEqual([
    { headers: ['f'], rows: [] },
    { headers: ['m'], rows: [] },
    refused('no-sheet', { params: { sheet: 'None' } }),
  ])
})

test('more rows than are sent at once arrive in order while the reader takes its time', async () => {
  const rows = Array.from({ length: 25_000 }, (_, at) => inlineRow(at + 2, [`A${at}`, '']))
  const opened = await openTable(
    await writeBook(place(), { sheets: { S: inlineRow(1, ['Card', 'X']) + rows.join('') } }),
  )
  expect(opened.ok).toBe(true)
  if (!opened.ok) return
  let next = 0
  for await (const batch of opened.table.batches) {
    if (batch.ok) for (const { cells } of batch.rows) if (cells[0] === `A${next}`) next += 1
    if (next === 4000) await new Promise((resolve) => setTimeout(resolve, 50))
  }
  expect(next).toBe(25_000)
})

test('a reading that is cancelled ends at once and says so', async () => {
  const stop = new AbortController()
  const rows = Array.from({ length: 40_000 }, (_, at) => inlineRow(at + 2, [`A${at}`]))
  const path = await writeBook(place(), { sheets: { S: inlineRow(1, ['Card']) + rows.join('') } })
  const opened = await openTable(path, { signal: stop.signal })
  if (opened.ok) stop.abort()
  expect(await readAll(opened)).toEqual(refused('cancelled'))
})

describe('workbooks made to do harm are refused in words', () => {
  test('400 MB packed into 390 KB', async () => {
    const parts = bookParts({ sheets: { S: simple } }).filter((part) => part.name !== 'xl/worksheets/sheet1.xml')
    const bomb = zip([...parts, { name: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(400_000_000, 32) }])
    const started = performance.now()
    expect(bomb.length).toBeLessThan(420_000)
    expect(await readBytes(bomb)).toEqual(
      refused('inflates-too-much', { params: { part: 'xl/worksheets/sheet1.xml' } }),
    )
    expect(performance.now() - started).toBeLessThan(5000)
  })

  test('the same, lying about its size', async () => {
    const parts = bookParts({ sheets: { S: simple } }).filter((part) => part.name !== 'xl/sharedStrings.xml')
    const bomb = zip([...parts, { name: 'xl/sharedStrings.xml', data: Buffer.alloc(100_000_000, 32), size: 1000 }])
    expect(await readBytes(bomb)).toEqual(refused('damaged'))
  })

  test('a merged area over the whole sheet costs nothing', async () => {
    const behind = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    const started = performance.now()
    expect(await read({ sheets: { S: simple }, behind })).toEqual({
      headers: ['Card', 'Name'],
      rows: [{ row: 2, cells: ['A1', 'Anna'] }],
    })
    expect(performance.now() - started).toBeLessThan(3000)
  })

  test('row 999999999', async () => {
    const sheet = `${simple}<row r="999999999"><c t="inlineStr"><is><t>x</t></is></c></row>`
    expect(await read({ sheets: { S: sheet } })).toEqual(
      refused('too-many-rows', { row: 999_999_999, params: { max: 1_048_576 } }),
    )
  })

  test('a value in the last column there is, and a styled empty cell there', async () => {
    const at = (content: string) =>
      read({ sheets: { S: `${simple}<row r="3"><c r="XFD3" s="0">${content}</c></row>` } })
    expect([await at('<v>1</v>'), await at('')]).toEqual([
      refused('too-many-columns', { row: 3, params: { max: 500 } }),
      { headers: ['Card', 'Name'], rows: [{ row: 2, cells: ['A1', 'Anna'] }] },
    ])
  })

  test('a million columns, named and counted', async () => {
    const named = `${simple}<row r="3"><c r="BDWGN3"><v>1</v></c></row>`
    const counted = `${simple}<row r="3">${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`
    // No sheet has a column of this name.
    expect(await read({ sheets: { S: named } })).toEqual(refused('damaged', { row: 3 }))
    const tooMany = refused('too-many-columns', { row: 3, params: { max: 500 } })
    expect(await read({ sheets: { S: counted } })).toEqual(tooMany)
  })

  test('a document type with entities', async () => {
    const parts = bookParts({ sheets: { S: simple } }).map((part) =>
      part.name === 'xl/sharedStrings.xml'
        ? { ...part, data: '<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>' }
        : part,
    )
    expect(await readBytes(zip(parts))).toEqual(refused('unsafe-xml'))
  })

  test('elements piled ten thousand deep', async () => {
    expect(await read({ sheets: { S: `${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}` } })).toEqual(
      refused('unsafe-xml'),
    )
  })

  test('names and links that climb out of the file', async () => {
    const parts = bookParts({ sheets: { S: simple }, extra: [{ name: '../../evil.xml', data: 'x' }] })
    const links = bookParts({ sheets: { S: simple } }).map((part) =>
      part.name === 'xl/_rels/workbook.xml.rels'
        ? { ...part, data: String(part.data).replace('worksheets/sheet1.xml', '../../../etc/passwd') }
        : part,
    )
    expect([await readBytes(zip(parts)), await readBytes(zip(links))]).toEqual([
      refused('unsafe-path'),
      refused('unsafe-path'),
    ])
  })

  test('encrypted, old, macro-laden, foreign and truncated files', async () => {
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    const parts = bookParts({ sheets: { S: simple } })
    const whole = zip(parts)
    expect([
      await readBytes(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])),
      await readBytes(ole),
      await readBytes(zip(parts.map((part) => ({ ...part, flags: 1 })))),
      await readBytes(zip([...parts, { name: 'xl/vbaProject.bin', data: 'x' }])),
      await readBytes(zip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' }])),
      await readBytes(whole.subarray(0, whole.length / 2)),
    ]).toEqual(
      ['encrypted', 'old-format', 'encrypted', 'macro', 'not-a-table', 'damaged'].map((reason) => refused(reason)),
    )
  })

  test('a flipped byte anywhere never does worse than refuse', async () => {
    const whole = zip(bookParts({ sheets: { S: simple }, strings: ['a'] }))
    for (let at = 0; at < whole.length; at += 61) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 0x5a
      const table = await readBytes(bytes)
      expect('failure' in table ? table.failure.code : 'read').toMatch(/^(FILE|read)$/)
    }
  }, 60_000)

  test('one text of 10 MB, and a NUL, which XML cannot hold', async () => {
    const long = `${inlineRow(1, ['a', 'b'])}${inlineRow(2, ['x'.repeat(10_000_000)])}`
    const table = await read({ sheets: { S: long } })
    expect('failure' in table && table.failure.reason).toBe('cell-too-long')
    expect(await read({ sheets: { S: inlineRow(1, ['a\0b']) } })).toEqual(refused('damaged'))
  })

  test('more texts than the thread may hold', async () => {
    const strings = Array.from({ length: 300_000 }, (_, at) => `text number ${at}`)
    const options = { limits: { heapMb: 16 } }
    expect(await read({ sheets: { S: simple }, strings }, options)).toEqual(refused('out-of-memory'))
    const few = { limits: { strings: 1000 } }
    expect(await read({ sheets: { S: simple }, strings }, few)).toEqual(
      refused('too-many-strings', { params: { max: 1000 } }),
    )
  })

  test('a thread that says nothing in time is ended', async () => {
    expect(await read({ sheets: { S: simple } }, { limits: { stallMs: 1 } })).toEqual(
      refused('too-slow', { params: { seconds: 0.001 } }),
    )
  })

  test('the program that reads does not look at names', async () => {
    const path = place().replace('.xlsx', '.csv')
    await writeFile(path, zip(bookParts({ sheets: { S: simple } })))
    expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK')
    expect('rows' in (await readAll(await openTable(path)))).toBe(true)
  })
})
