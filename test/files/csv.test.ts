import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordSplitter } from '../../src/main/files/csv-records.ts'
import { TABLE_LIMITS } from '../../src/main/files/limits.ts'
import { openTable } from '../../src/main/files/read-table.ts'
import { readAll } from './read-all.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-csv-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function file(content: string | Buffer): Promise<string> {
  const path = join(folder, `${crypto.randomUUID()}.csv`)
  await writeFile(path, content)
  return path
}

const read = async (content: string | Buffer) => readAll(await openTable(await file(content)))

test('a comma file with quotes, blank lines and line breaks in cells keeps its row numbers', async () => {
  expect(await read('卡号,备注\r\nA1,"靠窗, ""安静""\r\n第二行"\r\n\r\nA2,5" 屏幕\r\n')).toEqual({
    headers: ['卡号', '备注'],
    rows: [
      { row: 2, cells: ['A1', '靠窗, "安静"\r\n第二行'] },
      { row: 4, cells: ['A2', '5" 屏幕'] },
    ],
  })
})

test.each([
  ['semicolons', 'Card;Name\nA1;Anna, Smith\n'],
  ['tabs', 'Card\tName\nA1\tAnna, Smith\n'],
  ['a byte order mark', '\ufeffCard,Name\nA1,"Anna, Smith"\n'],
  ['old Macintosh line ends', 'Card,Name\rA1,"Anna, Smith"\r'],
  ['mixed line ends and none at the end', 'Card,Name\r\nA1,"Anna, Smith"'],
])('%s are understood', async (_, content) => {
  expect(await read(content)).toEqual({ headers: ['Card', 'Name'], rows: [{ row: 2, cells: ['A1', 'Anna, Smith'] }] })
})

test('a GB18030 file is recognised by strict decoding, rare characters included', async () => {
  const opened = await openTable(await file(iconv.encode('卡号,姓名\nA1,王𬭎\nA2,李小明\n', 'gb18030')))
  expect(opened.ok && opened.table.encoding).toBe('gb18030')
  expect(await readAll(opened)).toEqual({
    headers: ['卡号', '姓名'],
    rows: [
      { row: 2, cells: ['A1', '王𬭎'] },
      { row: 3, cells: ['A2', '李小明'] },
    ],
  })
})

test('Chinese after a long run of plain letters is not cut where pieces meet', async () => {
  const lines = Array.from({ length: 60_000 }, (_, at) => `A${at},客人${at}`)
  for (const encoding of ['utf-8', 'gb18030']) {
    const result = await read(iconv.encode(`Card,Name\n${lines.join('\n')}\n`, encoding))
    expect('rows' in result && result.rows.map(({ cells }) => cells.join(','))).toEqual(lines)
  }
})

test('a file that mixes UTF-8 and GB18030 is refused, naming the row', async () => {
  const gb = iconv.encode('卡号,姓名\nA1,王小明\nA2,李雷\n', 'gb18030')
  expect(await read(Buffer.concat([gb, Buffer.from('A3,韩梅梅来自上海\n')]))).toEqual({
    failure: { code: 'FILE', reason: 'bad-encoding', row: 4, params: { found: 'mixed' } },
  })
  const utf8 = Buffer.from('卡号,姓名\nA1,王小明\nA2,李雷\n')
  expect(await read(Buffer.concat([utf8, iconv.encode('A3,韩梅梅\n', 'gb18030')]))).toEqual({
    failure: { code: 'FILE', reason: 'bad-encoding', row: 4, params: { found: 'mixed' } },
  })
})

test('bytes that are neither UTF-8 nor GB18030 are refused, naming the row', async () => {
  expect(await read(Buffer.from('Card,Name\nA1,\xff\xff\n', 'latin1'))).toEqual({
    failure: { code: 'FILE', reason: 'bad-encoding', row: 2, params: { found: 'unknown' } },
  })
})

test('UTF-16, binary, empty and missing files are refused in words of their own', async () => {
  const reason = async (content: Buffer) => {
    const result = await read(content)
    return 'failure' in result ? result.failure.reason : 'read'
  }
  const missing = await openTable(join(folder, 'nowhere.csv'))
  expect([
    await reason(Buffer.from('\ufeffCard,Name', 'utf16le')),
    await reason(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])),
    await reason(Buffer.alloc(0)),
    await reason(Buffer.from('\n\n,,\n')),
    missing.ok ? 'read' : missing.failure.reason,
  ]).toEqual(['bad-encoding', 'not-a-table', 'empty', 'empty', 'not-found'])
})

test('a NUL among the cells is a fault of its row, in a header or in great number a file that is no table', async () => {
  const picture = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(13), Buffer.alloc(900, 0xff)])
  expect([
    await read('卡号,姓名\nA1,王\0明\nA2,李\n'),
    await read(iconv.encode('卡号,姓名\nA1,王\0明\n', 'gb18030')),
    await read('卡\0号,姓名\nA1,王明\n'),
    await read(`a,b\n${'1,\0\n'.repeat(100)}`),
    await read(picture),
  ]).toMatchObject([
    {
      rows: [
        { row: 2, cells: ['A1', '王\0明'] },
        { row: 3, cells: ['A2', '李'] },
      ],
    },
    { rows: [{ row: 2, cells: ['A1', '王\0明'] }] },
    { failure: { reason: 'not-a-table' } },
    { failure: { reason: 'not-a-table' } },
    { failure: { reason: 'not-a-table' } },
  ])
})

test('a quote that never closes and a quote followed by text are refused with their row', async () => {
  expect([await read('a,b\n1,"x\n2,y\n'), await read('a,b\n1,"x"y\n')]).toEqual([
    { failure: { code: 'FILE', reason: 'bad-quotes', row: 2, column: 2 } },
    { failure: { code: 'FILE', reason: 'bad-quotes', row: 2, column: 2 } },
  ])
})

test('one field of 10 MB, with and without quotes, is refused and not swallowed', async () => {
  const long = 'x'.repeat(10_000_000)
  const results = [await read(`a,b\n1,${long}\n`), await read(`a,b\n1,"${long}"\n`)]
  const reasons = results.map((result) => ('failure' in result ? result.failure.reason : 'read'))
  expect(reasons).toEqual(['cell-too-long', 'cell-too-long'])
})

test('too many columns or rows are refused with the row', async () => {
  const limits = { columns: 3, rows: 3 }
  const results = []
  for (const content of ['a,b\n1,2,3,4\n', 'a,b\n1,2\n3,4\n5,6\n']) {
    results.push(await readAll(await openTable(await file(content), { limits })))
  }
  expect(results).toEqual([
    { failure: { code: 'FILE', reason: 'too-many-columns', row: 2, params: { max: 3 } } },
    { failure: { code: 'FILE', reason: 'too-many-rows', row: 4, params: { max: 3 } } },
  ])
})

test('any table survives being written, cut into pieces anywhere, and read again as csv-parse reads it', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '王', '"', ',', '\n', '\r', ' ', '😀'), maxLength: 6 })
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 })
  const ends = fc.constantFrom('\n', '\r\n', '\r')
  fc.assert(
    fc.property(table, ends, fc.array(fc.nat(60), { maxLength: 6 }), (rows, end, cuts) => {
      const text = rows.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join(end)
      const splitter = recordSplitter(',', TABLE_LIMITS)
      const found: string[][] = []
      let rest = text
      for (const cut of cuts) {
        found.push(...splitter.push(rest.slice(0, cut), false).map((row) => [...row.cells]))
        rest = rest.slice(cut)
      }
      found.push(...splitter.push(rest, true).map((row) => [...row.cells]))
      const expected: string[][] = parse(text, { relax_column_count: true, record_delimiter: end })
      expect(found).toEqual(expected.filter((cells) => cells.some((one) => one !== '')))
    }),
    { numRuns: 1000 },
  )
})

test('a million rows stream with flat memory', async () => {
  const path = join(folder, 'million.csv')
  const handle = await open(path, 'w')
  await handle.write('Card,Name,Distance\n')
  for (let block = 0; block < 100; block += 1) {
    const lines = Array.from({ length: 10_000 }, (_, at) => `C${block * 10_000 + at},客人${at},${at}`)
    await handle.write(`${lines.join('\n')}\n`)
  }
  await handle.close()
  const opened = await openTable(path)
  expect(opened.ok).toBe(true)
  if (!opened.ok) return
  let rows = 0
  let most = 0
  const before = process.memoryUsage().rss
  for await (const batch of opened.table.batches) {
    if (batch.ok) rows += batch.rows.length
    most = Math.max(most, process.memoryUsage().rss - before)
  }
  expect({ rows, isFlat: most < 200 * 1024 ** 2 }).toEqual({ rows: 1_000_000, isFlat: true })
})
