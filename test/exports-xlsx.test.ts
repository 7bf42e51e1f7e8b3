import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { CsvCell } from '../src/main/bundle/csv.ts'
import { rowCounter } from '../src/main/bundle/rows.ts'
import { type XlsxSheet, xlsxBytes } from '../src/main/bundle/xlsx.ts'
import { openTable } from '../src/main/files/read-table.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xlsx-'))

async function write(sheets: XlsxSheet[], maxRows?: number): Promise<string> {
  const file = path.join(folder, `${sheets.length}-${maxRows ?? 0}.xlsx`)
  const pieces: Uint8Array[] = []
  for await (const piece of xlsxBytes(sheets, maxRows)) pieces.push(piece)
  fs.writeFileSync(file, Buffer.concat(pieces))
  return file
}

/** Every row of a sheet as an unrelated reader finds it. */
async function read(file: string, sheet: string): Promise<string[][]> {
  const opened = await openTable(file, { sheet })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  const rows: string[][] = [opened.table.headers]
  for await (const batch of opened.table.batches) {
    if (!('rows' in batch)) throw new Error(JSON.stringify(batch))
    rows.push(...batch.rows.map((row) => row.cells.map(String)))
  }
  return rows
}

function counted(file: string): number | null {
  const counter = rowCounter('xlsx')
  const bytes = fs.readFileSync(file)
  for (let at = 0; at < bytes.length; at += 1000) counter.take(bytes.subarray(at, at + 1000))
  return counter.rows()
}

test('a workbook comes back as it was written: Chinese, line ends, numbers, empty cells, control signs', async () => {
  const rows: CsvCell[][] = [
    ['欧阳静', 12.5, '第一行\n第二行 <b>&"', null],
    ['x_x0041_y', -3, '铃\u0007', ''],
  ]
  const file = await write([{ name: '服务单/一', columns: ['姓名', '金额', '内容', '备注'], pages: [rows] }])
  const back = await read(file, '服务单 一')
  expect(back.map((row) => row.slice(0, 3))).toEqual([
    ['姓名', '金额', '内容'],
    ['欧阳静', '12.5', '第一行\n第二行 <b>&"'],
    ['x_x0041_y', '-3', '铃\u0007'],
  ])
})

test('S3-133 what looks like a formula is written as a quoted text and nothing in the workbook is computed', async () => {
  const hostile = ['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '\t=1', '＝1+1']
  const file = await write([{ name: 'a', columns: ['=HYPERLINK("x")'], pages: [hostile.map((text) => [text])] }])
  const { unzipSync, strFromU8 } = await import('fflate')
  const xml = strFromU8(unzipSync(fs.readFileSync(file))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(xml).not.toMatch(/<f[ >]/)
  expect(xml.match(/s="2" t="inlineStr"/g)).toHaveLength(hostile.length)
  expect((await read(file, 'a')).slice(1).flat()).toEqual(hostile)
})

test('the rows of a workbook are counted from its bytes, also where a table goes on in a second sheet', async () => {
  const rows = Array.from({ length: 2500 }, (_, n) => [`第${n}行`, n])
  const file = await write(
    [
      { name: '通话', columns: ['说明', '数'], pages: [rows.slice(0, 700), [], rows.slice(700)] },
      { name: '空表', columns: ['说明'], pages: [] },
    ],
    1001,
  )
  expect(counted(file)).toBe(2500)
  expect(await read(file, '通话 (3)')).toHaveLength(501)
  expect(await read(file, '空表')).toEqual([['说明']])
})
