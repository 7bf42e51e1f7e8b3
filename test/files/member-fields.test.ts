import { expect, test } from 'vitest'
import { applyMapping, compileMapping } from '../../src/main/rules/import-mapping.ts'
import { describeFields, type MemberDraft, memberFields, memberImport } from '../../src/main/rules/member-fields.ts'
import { fieldDescription, type Source } from '../../src/shared/imports/model.ts'

const context = { today: '2026-11-22' }

/** What a row with a card, a name and these cells says: its values without card and name, or its errors. */
function row(cells: Record<string, string>, sources: Record<string, Source> = {}) {
  const all = { card: 'A1', name: '王小明', ...cells }
  const headers = Object.keys(all)
  const columns = { ...Object.fromEntries(headers.map((header) => [header, header])), ...sources }
  const compiled = compileMapping({ columns }, headers, memberImport)
  if (!compiled.ok) return compiled.problems
  const result = applyMapping({ row: 7, cells: Object.values(all) }, compiled.mapper, context)
  if (!result.ok) return result.errors.map(({ field, reason }) => `${field}: ${reason}`)
  const { card: _card, name: _name, ...rest } = result.value satisfies MemberDraft
  return rest
}

/** What one field makes of each of these cells. */
function cells(field: keyof typeof memberFields, written: readonly string[], format?: string) {
  const read = memberFields[field].kind.reader(format)
  return written.map((text) => {
    const cell = read?.(text, context)
    return cell?.ok ? cell.value : cell?.reason
  })
}

test('a full row of a Chinese member list is read', () => {
  const written = {
    card: 'ca 100 200-3',
    name: '王小明',
    gender: '女',
    birthDate: '1980/2/3',
    mobile: '+86 138-1234-5678',
    email: 'Wang@Example.com',
    documentType: '身份证',
    documentNo: '110105198002030027',
    tier: '白金卡',
    level: 'Aurora',
    enrolledOn: '2015年3月1日',
    distanceKm: '１２,345',
    segments: '17',
    spendFen: '￥12,345.60',
    partnerSpendFen: '80.5元',
    period: '2026-10',
    preferences: '靠窗；素食、靠窗',
    language: '普通话',
  }
  expect(row(written)).toEqual({
    gender: 'female',
    birthDate: '1980-02-03',
    mobile: '+8613812345678',
    email: 'wang@example.com',
    documentType: 'identity',
    documentNo: '110105198002030027',
    tier: 'platinum',
    level: 'Aurora',
    enrolledOn: '2015-03-01',
    distanceKm: 12345,
    segments: 17,
    spendFen: 1_234_560,
    partnerSpendFen: 8050,
    period: '2026-10',
    preferences: ['靠窗', '素食'],
    language: 'zh-CN',
  })
})

test('a day that does not exist is refused and never moved', () => {
  const days = [
    '2026-02-30',
    '2023-02-29',
    '2024-02-29',
    '2026-13-01',
    '2026-9-3',
    '20260903',
    '2026.9.3',
    '01/02/2026',
    '1',
    '12.03.2026',
  ]
  expect(cells('enrolledOn', days)).toEqual([
    'not-a-day',
    'not-a-day',
    '2024-02-29',
    'not-a-day',
    '2026-09-03',
    '2026-09-03',
    '2026-09-03',
    'not-a-day',
    'not-a-day',
    'not-a-day',
  ])
  expect(
    cells('enrolledOn', ['2026-11-22', '2026-11-23', '1066-10-14', '2015-03-01 13:20:05', '2015-03-01T00:00:00Z']),
  ).toEqual(['2026-11-22', 'in-future', 'too-early', '2015-03-01', 'not-a-day'])
})

test('a day written another way is read by the format of the map', () => {
  expect(cells('birthDate', ['03/12/1980', '31/02/1980'], 'DD/MM/YYYY')).toEqual(['1980-12-03', 'not-a-day'])
  expect(cells('birthDate', ['12.3.1980', '12x3x1980'], 'D.M.YYYY')).toEqual(['1980-03-12', 'not-a-day'])
  expect(memberFields.birthDate.kind.reader('whenever')).toBeUndefined()
})

test('Chinese mobiles are one number however they are written', () => {
  const written = [
    '13812345678',
    '138 1234 5678',
    '138-1234-5678',
    '＋８６１３８１２３４５６７８',
    '0086 13812345678',
    '86 13812345678',
    '(138)12345678',
  ]
  expect(new Set(cells('mobile', written))).toEqual(new Set(['+8613812345678']))
  expect(
    cells('mobile', [
      '+1 604 555 0123',
      '12812345678',
      '1381234567',
      '0755-12345678',
      '1.38E+10',
      '+86 0755 1234',
      'no',
    ]),
  ).toEqual([
    '+16045550123',
    'not-a-mobile',
    'not-a-mobile',
    'not-a-mobile',
    'not-a-mobile',
    'not-a-mobile',
    'not-a-mobile',
  ])
})

test('identity numbers must have their division, day of birth and check digit', () => {
  const number = (documentNo: string) => row({ documentNo })
  expect(number('11010519491231002X')).toEqual({ documentNo: '11010519491231002X', documentType: 'identity' })
  expect(number('110105194912310021')).toEqual(['documentNo: checksum'])
  expect(number('11010519490231002X')).toEqual(['documentNo: not-a-document'])
  expect(number('99010519491231002X')).toEqual(['documentNo: not-a-document'])
  expect(row({ documentType: '护照', documentNo: 'e12345678' })).toEqual({
    documentType: 'passport',
    documentNo: 'E12345678',
  })
  expect(row({ documentType: '身份证', documentNo: 'E12345678' })).toEqual(['documentNo: not-a-document'])
  expect(row({ documentNo: '11010519491231002X', birthDate: '1950-01-01' })).toEqual(['birthDate: contradiction'])
})

test('absurd figures are refused naming the field', () => {
  expect(
    row({ distanceKm: '-5', segments: '1.5', spendFen: '-12.00', partnerSpendFen: '1.234', period: '2027-01' }),
  ).toEqual([
    'distanceKm: negative',
    'segments: not-whole',
    'spendFen: negative',
    'partnerSpendFen: too-precise',
    'period: in-future',
  ])
  expect(
    row({ distanceKm: '99999999999', segments: '99999999999999999999', spendFen: '99999999999', points: 'many' }),
  ).toEqual(['distanceKm: too-large', 'segments: too-large', 'spendFen: too-large', 'points: not-a-number'])
})

test('spend is in yuan unless the map says fen', () => {
  expect(cells('spendFen', ['12', '12.3', '12.30', '1,234.56', '12,34', '¥5', '5 元', 'CNY 7.00', '0.1'])).toEqual([
    1200,
    1230,
    1230,
    123_456,
    'not-a-number',
    500,
    500,
    700,
    10,
  ])
  expect(cells('spendFen', ['1234', '12.34'], 'fen')).toEqual([1234, 'not-whole'])
})

test('contacts and texts with faults are refused', () => {
  expect(cells('email', ['a@b.cn', 'ａ＠ｂ．ｃｎ', 'a@b', 'a b@c.cn', 'a..b@c.cn', `${'x'.repeat(65)}@c.cn`])).toEqual([
    'a@b.cn',
    'a@b.cn',
    'not-an-email',
    'not-an-email',
    'not-an-email',
    'not-an-email',
  ])
  expect(cells('name', ['王\u0000', '王\ufffd', 'x'.repeat(101), "O'Neil"])).toEqual([
    'bad-characters',
    'bad-characters',
    'too-long',
    "O'Neil",
  ])
  expect(cells('card', ['1', '卡1', 'A'.repeat(33), '1;--'])).toEqual(['1', 'not-a-card', 'not-a-card', 'not-a-card'])
  expect(row({ notes: '#N/A', gender: '?', tier: 'gold ' })).toEqual(['notes: formula-error', 'gender: unknown-choice'])
})

test('leaving before joining is refused', () => {
  expect(row({ enrolledOn: '2018-05-01', cancelledOn: '2018-04-30' })).toEqual(['cancelledOn: before-start'])
})

test('a name is made of family and given name in the order of its script', () => {
  const name = (familyName: string, givenName: string) => {
    const compiled = compileMapping(
      { columns: { card: 'c', familyName: 'f', givenName: 'g' } },
      ['c', 'f', 'g'],
      memberImport,
    )
    const cells = ['A1', familyName, givenName]
    const result = compiled.ok ? applyMapping({ row: 2, cells }, compiled.mapper, context) : undefined
    return result?.ok ? result.value.name : result
  }
  expect([name('王', '小明'), name('Smith', 'Anna'), name('Smith', '')]).toEqual([
    '王小明',
    'Anna Smith',
    { ok: false, errors: [{ row: 2, field: 'name', reason: 'required' }] },
  ])
})

test('the list of fields has the shape that is printed, in both languages', () => {
  for (const language of ['zh', 'en'] as const) {
    const printed = describeFields(memberFields, language)
    expect(printed.map((one) => fieldDescription.parse(one))).toEqual(printed)
    expect(printed.filter((one) => one.required).map((one) => one.field)).toEqual(['card', 'name'])
  }
})
