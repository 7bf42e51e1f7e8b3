import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { csvCell } from '../../src/main/files/csv-cell.ts'
import { openErrorReport } from '../../src/main/files/error-report.ts'
import { openTable } from '../../src/main/files/read-table.ts'
import { applyMapping, compileMapping } from '../../src/main/rules/import-mapping.ts'
import { memberFields, memberImport } from '../../src/main/rules/member-fields.ts'
import { FILE_REASONS, REASONS, type RowError } from '../../src/shared/imports/model.ts'
import { FILE_REASON_TEXTS, filled, REASON_TEXTS } from '../../src/shared/imports/reasons.ts'
import { readAll } from './read-all.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-errors-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const headers = ['会员卡号', '手机', '备注']
const row = { row: 3, cells: ['A1', '+86 1', '=HYPERLINK("http://x")'] }
const errors: RowError[] = [
  { row: 3, field: 'mobile', reason: 'not-a-mobile' },
  { row: 3, field: 'notes', reason: 'too-long', params: { max: 4000 } },
]

test('refused rows are written for people, in their language, and nothing in them runs as a formula', async () => {
  const texts = []
  for (const language of ['zh', 'en'] as const) {
    const path = join(folder, `${language}.csv`)
    const report = await openErrorReport(path, { headers, fields: memberFields, language })
    await report.add(row, errors)
    expect((await readdir(folder)).filter((name) => name.startsWith(language))).toEqual([`${language}.csv.partial`])
    await report.finish()
    texts.push(await readFile(path, 'utf8'))
  }
  const cells = `A1,'+86 1,"'=HYPERLINK(""http://x"")"\r\n`
  expect(texts).toEqual([
    `\ufeff行号,字段,原因,会员卡号,手机,备注\r\n3,手机；备注,手机 不是手机号码；备注 超过 4000 个字符,${cells}`,
    `\ufeffRow,Field,Reason,会员卡号,手机,备注\r\n3,"Mobile; Notes","Mobile is not a mobile number; Notes is longer than 4000 characters",${cells}`,
  ])
})

test('a corrected error file can be imported again: the guard does not come back in', async () => {
  const path = join(folder, 'again.csv')
  const report = await openErrorReport(path, { headers, fields: memberFields, language: 'zh' })
  await report.add({ row: 3, cells: ['A1', '+8613812345678', ' ＝ 见备注'] }, errors)
  await report.finish()
  const table = await readAll(await openTable(path))
  expect('rows' in table).toBe(true)
  if (!('rows' in table)) return
  const columns = { card: '会员卡号', mobile: '手机', notes: '备注', name: { constant: '王' } }
  const compiled = compileMapping({ columns }, table.headers, memberImport)
  const first = table.rows[0]
  expect(compiled.ok && first && applyMapping(first, compiled.mapper, { today: '2026-11-22' })).toEqual({
    ok: true,
    value: { card: 'A1', mobile: '+8613812345678', notes: '＝ 见备注', name: '王' },
  })
})

test('a report that is discarded leaves nothing behind', async () => {
  const report = await openErrorReport(join(folder, 'gone.csv'), { headers, fields: memberFields, language: 'zh' })
  await report.discard()
  expect((await readdir(folder)).filter((name) => name.startsWith('gone'))).toEqual([])
})

test.each(['=1', '+1', '-1', '@x', '\tx', '\rx', '\0x', '＝1', '＋1', '－1', '＠x'])('%j is guarded', (text) => {
  expect(csvCell(text).replaceAll('"', '').startsWith("'")).toBe(true)
})

test('every reason has a sentence in both languages, and names only values it is given', () => {
  const sentences = [...REASONS.map((one) => REASON_TEXTS[one]), ...FILE_REASONS.map((one) => FILE_REASON_TEXTS[one])]
  for (const { zh, en } of sentences) {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).not.toMatch(/\p{Script=Han}/u)
    const names = (text: string) => text.match(/\{\w+\}/g)?.toSorted() ?? []
    expect(names(zh)).toEqual(names(en))
  }
  expect(filled('{max} of {other}', { max: 3 })).toBe('3 of {other}')
})
