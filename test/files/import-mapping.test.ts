import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTable } from '../../src/main/files/read-table.ts'
import { detectMapping } from '../../src/main/rules/import-detect.ts'
import { applyMapping, compileMapping } from '../../src/main/rules/import-mapping.ts'
import { memberFields, memberImport } from '../../src/main/rules/member-fields.ts'
import { mapping } from '../../src/shared/imports/model.ts'

const context = { today: '2026-11-22' }

test('a Chinese list is mapped by its headers alone', () => {
  const headers = ['会员卡号', '姓 名', '手机号码（必填）', '会员等级', '飞行里程(公里)', '座位']
  expect(detectMapping(headers, [], memberFields, context)).toEqual({
    mapping: {
      columns: {
        card: '会员卡号',
        name: '姓 名',
        mobile: '手机号码（必填）',
        tier: '会员等级',
        distanceKm: '飞行里程(公里)',
      },
    },
    fields: ['card', 'name', 'mobile', 'tier', 'distanceKm'].map((field) => ({ field, confidence: 'sure' })),
    missing: [],
    unused: ['座位'],
  })
})

test('mobiles and addresses are recognised by their cells, and days of an unknown order by what can be', () => {
  const headers = ['Card No', 'Full Name', 'Contact A', 'Contact B', 'Birthday']
  const rows = [
    ['1', 'Anna Smith', '13812345678', 'a@b.cn', '25/12/1980'],
    ['2', 'Wang', '13912345678', 'c@d.cn', '01/02/1990'],
  ]
  expect(detectMapping(headers, rows, memberFields, context)).toEqual({
    mapping: {
      columns: {
        card: 'Card No',
        name: 'Full Name',
        birthDate: { column: 'Birthday', format: 'DD/MM/YYYY' },
        mobile: 'Contact A',
        email: 'Contact B',
      },
    },
    fields: [
      { field: 'card', confidence: 'sure' },
      { field: 'name', confidence: 'sure' },
      { field: 'birthDate', confidence: 'sure' },
      { field: 'mobile', confidence: 'guess' },
      { field: 'email', confidence: 'guess' },
    ],
    missing: [],
    unused: [],
  })
})

test('values of the file are translated, empty cells filled and constants put in every row', () => {
  const columns = {
    card: 'No',
    name: { template: '会员 {No}' },
    tier: { column: 'Grade', values: { A: 'diamond', B: 'gold' }, constant: 'silver' },
    language: { constant: 'en' },
  }
  const compiled = compileMapping(mapping.parse({ columns }), ['No', 'Grade'], memberImport)
  expect(compiled.ok).toBe(true)
  if (!compiled.ok) return
  const results = [['1', 'A'], ['2', ''], ['3', 'Z'], ['', 'A'], ['5'], ['6', 'B', '']].map((cells, at) =>
    applyMapping({ row: at + 2, cells }, compiled.mapper, context),
  )
  const allowed = 'diamond, platinum, gold, silver, none'
  expect(results).toEqual([
    { ok: true, value: { card: '1', name: '会员 1', tier: 'diamond', language: 'en' } },
    { ok: true, value: { card: '2', name: '会员 2', tier: 'silver', language: 'en' } },
    { ok: false, errors: [{ row: 4, field: 'tier', reason: 'unknown-choice', params: { allowed } }] },
    {
      ok: false,
      errors: [
        { row: 5, field: 'card', reason: 'required' },
        { row: 5, field: 'name', reason: 'required' },
      ],
    },
    { ok: false, errors: [{ row: 6, field: 'row', reason: 'ragged', params: { expected: 2, found: 1 } }] },
    { ok: true, value: { card: '6', name: '会员 6', tier: 'gold', language: 'en' } },
  ])
})

test('everything wrong with a map is told at once, before any row', () => {
  const columns = {
    name: 'Nome',
    toString: 'No',
    spendFen: { column: 'No', format: 'dollars' },
    city: { template: '{No} {Where}' },
    period: { columns: ['No', 'Month'], format: 'YYYY,M' },
  }
  expect(compileMapping(mapping.parse({ columns }), ['No'], memberImport)).toEqual({
    ok: false,
    problems: [
      { field: 'name', problem: 'unknown-column', detail: 'Nome' },
      { field: 'toString', problem: 'unknown-field', detail: 'toString' },
      { field: 'spendFen', problem: 'bad-format', detail: 'dollars' },
      { field: 'city', problem: 'unknown-column', detail: 'Where' },
      { field: 'period', problem: 'unknown-column', detail: 'Month' },
      { field: 'card', problem: 'missing-field', detail: 'card' },
    ],
  })
})

test.each([
  '{"columns":{"card":{"column":"A","extra":1}}}',
  '{"columns":{"card":7}}',
  '{"columns":{"__proto__":"A"}}',
  '{"colums":{"card":"A"}}',
  '{"columns":{"card":{"column":"A","values":{"a":"b","__proto__":"x"}}}}',
])('a map that is not one is refused: %s', (text) => {
  expect(mapping.safeParse(JSON.parse(text)).success).toBe(false)
})

const data = process.env.VIPDESK_DATA ?? join(import.meta.dirname, '../../../shared/data')
const list = join(data, 'airline-loyalty', 'members.csv')
const hasList = existsSync(list)

test.runIf(hasList)(
  '13,369 members of a published airline list are read with a proposed map and a made-up name',
  async () => {
    const opened = await openTable(list)
    expect(opened.ok).toBe(true)
    if (!opened.ok) return
    const { headers, batches } = opened.table
    const rows = []
    for await (const batch of batches) if (batch.ok) rows.push(...batch.rows)
    const sample = rows.slice(0, 200).map(({ cells }) => cells)
    const proposal = detectMapping(headers, sample, memberFields, context)
    expect(proposal.missing).toEqual(['name'])
    const columns = { ...proposal.mapping.columns, name: { template: 'Member {Loyalty Number}' } }
    const compiled = compileMapping({ columns }, headers, memberImport)
    expect(compiled.ok).toBe(true)
    if (!compiled.ok) return
    const read = rows.map((row) => applyMapping(row, compiled.mapper, context))
    const good = read.flatMap((one) => (one.ok ? [one.value] : []))
    const count = (level: string) => good.filter((one) => one.level === level).length
    expect({
      read: read.length,
      good: good.length,
      star: count('Star'),
      nova: count('Nova'),
      aurora: count('Aurora'),
      left: good.filter((one) => one.cancelledOn).length,
      second: good[1],
    }).toEqual({
      read: 13_369,
      good: 13_369,
      star: 6098,
      nova: 4523,
      aurora: 2748,
      left: 1664,
      second: {
        card: '429460',
        name: 'Member 429460',
        gender: 'male',
        province: 'British Columbia',
        city: 'Vancouver',
        level: 'Star',
        enrolledOn: '2014-07-01',
        cancelledOn: '2018-01-01',
      },
    })
  },
)

test.runIf(!hasList)(
  'the published airline list is not here: its test is left out (set VIPDESK_DATA to its folder)',
  () => {
    expect(hasList).toBe(false)
  },
)
