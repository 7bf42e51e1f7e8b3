import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvText, guardFormula } from '../../src/main/bundle/csv.ts'
import { rowCounter } from '../../src/main/bundle/rows.ts'
import { utf8 } from '../../src/main/crypto/encoding.ts'

async function textOf(columns: string[], rows: (string | number | null)[][]): Promise<string> {
  let text = ''
  for await (const piece of csvText(columns, [rows])) text += piece
  return text
}

test('a cell that a spreadsheet would take for a formula is written as text', () => {
  const dangerous = [
    '=1+1',
    '+86 139',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\u0000=1',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    ' =1',
    '\n@x',
  ]
  expect(dangerous.map(guardFormula)).toEqual(dangerous.map((text) => `'${text}`))
  const harmless = ['张伟', '1=1', 'a@b.cn', '', '3-4', "'=1"]
  expect(harmless.map(guardFormula)).toEqual(harmless)
})

test('a table is RFC 4180 with a mark for Excel, and numbers stay numbers', async () => {
  expect(
    await textOf(
      ['姓名', '金额'],
      [
        ['张"三"', -5],
        ['多\n行,', null],
      ],
    ),
  ).toBe('\uFEFF姓名,金额\r\n"张""三""",-5\r\n"多\n行,",\r\n')
  await expect(textOf(['a', 'b'], [['x']])).rejects.toThrow(RangeError)
})

test('whatever the cells hold, the table is read back cell by cell and its rows are counted', async () => {
  const table = fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string()), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const text = await textOf(['一', '二'], rows)
      const expected = rows.map((row) => row.map(guardFormula))
      expect(parse(text, { bom: true, fromLine: 2, recordDelimiter: '\r\n' })).toEqual(expected)
      const counter = rowCounter('csv')
      counter.take(utf8(text))
      expect(counter.rows()).toBe(rows.length)
    }),
  )
})
