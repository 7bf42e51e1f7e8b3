import fs from 'node:fs'
import path from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import type { Mapping } from '../src/shared/imports/model.ts'
import { type App, onEngine, onEveryEngine } from './app.ts'
import { inlineRow, writeBook } from './files/workbook.ts'
import { sharedData } from './rules/shared-data.ts'

const HEADERS = ['会员卡号', '姓名', '性别', '手机', '邮箱', '会员等级', '省份', '飞行里程', '备注']
const PEOPLE = [
  ['CA1001', '王小明', '男', '13812345678', 'Wang@Example.com', '金卡', '北京', '12,345', '靠窗'],
  ['CA1002', '欧阳娜娜', '女', '+86 139-0000-1111', '', '', '上海', '', ''],
  ['CA1003', 'Anna Smith', 'F', '+85291234567', 'anna@example.com', '钻石', '', '900', '不吃辣'],
]
const MAP: Mapping = {
  columns: {
    card: '会员卡号',
    name: '姓名',
    gender: '性别',
    mobile: '手机',
    email: '邮箱',
    tier: '会员等级',
    province: '省份',
    distanceKm: '飞行里程',
    notes: '备注',
  },
}
const csv = (rows: readonly (readonly string[])[]) =>
  rows
    .map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
    .join('\r\n')

function write(app: App, name: string, content: string | Buffer): string {
  const file = path.join(app.folder, name)
  fs.writeFileSync(file, content)
  return file
}

const DONE = { read: 3, created: 3, updated: 0, unchanged: 0, rejected: 0, errors: [] }
/** What a person sees of the members in the store. */
async function list(app: App) {
  const rows = await app.call('members.page', { order: 'card' })
  return rows.map(({ card, name, tier, maskedMobile, province }) => [card, name, tier, maskedMobile, province])
}
const LISTED = [
  ['CA1001', '王小明', 'gold', '+86138****5678', '北京'],
  ['CA1002', '欧阳娜娜', 'none', '+86139****1111', '上海'],
  ['CA1003', 'Anna Smith', 'diamond', '+85*****4567', ''],
]

onEveryEngine(
  'S3-76 S3-71 members come in from CSV in UTF-8, with BOM, in GB18030, and from XLSX, all the same',
  async (app) => {
    await app.as('lead')
    const text = csv([HEADERS, ...PEOPLE])
    const book = path.join(app.folder, 'book.xlsx')
    await writeBook(book, {
      sheets: { 会员: [HEADERS, ...PEOPLE].map((cells, at) => inlineRow(at + 1, cells)).join('') },
    })
    const files = [
      write(app, 'utf8.csv', text),
      write(app, 'bom.csv', `\ufeff${text}`),
      write(app, 'gb.csv', iconv.encode(text, 'gb18030')),
      book,
    ]
    const [first = '', ...others] = files
    expect(await app.call('imports.members', { file: first, mapping: MAP })).toEqual({
      ...DONE,
      id: expect.any(String),
    })
    expect(await list(app)).toEqual(LISTED)
    for (const file of others) {
      const result = await app.call('imports.members', { file, mapping: MAP })
      expect({ file: path.basename(file), ...result }).toEqual({
        file: path.basename(file),
        ...DONE,
        created: 0,
        unchanged: 3,
        id: expect.any(String),
      })
    }
    expect(await list(app)).toEqual(LISTED)
  },
)

onEveryEngine('S3-76 an imported member is found by telephone, pinyin and initials at once', async (app) => {
  await app.as('lead')
  await app.call('imports.members', { file: write(app, 'm.csv', csv([HEADERS, ...PEOPLE])), mapping: MAP })
  const found = async (text: string) => (await app.call('members.find', { text })).map((hit) => hit.card)
  expect([
    await found('13812345678'),
    await found('5678'),
    await found('ouyangnana'),
    await found('oynn'),
    await found('smith'),
    await found('娜娜'),
  ]).toEqual([['CA1001'], ['CA1001'], ['CA1002'], ['CA1002'], ['CA1003'], ['CA1002']])
})

onEveryEngine('a file is recognised: encoding, columns, mapping, and what is missing', async (app) => {
  await app.as('lead')
  const file = write(
    app,
    'gb.csv',
    iconv.encode(
      csv([
        ['卡号', '电话', '入会日期', '内部代码'],
        ['CA1', '13812345678', '2020/1/5', 'x'],
      ]),
      'gb18030',
    ),
  )
  expect(await app.call('imports.inspect', { file })).toEqual({
    kind: 'csv',
    fileName: 'gb.csv',
    sheets: [],
    encoding: 'gb18030',
    delimiter: ',',
    headers: ['卡号', '电话', '入会日期', '内部代码'],
    rows: [{ row: 2, cells: ['CA1', '13812345678', '2020/1/5', 'x'] }],
    proposal: {
      mapping: { columns: { card: '卡号', mobile: '电话', enrolledOn: '入会日期' } },
      fields: [
        { field: 'card', confidence: 'sure' },
        { field: 'mobile', confidence: 'sure' },
        { field: 'enrolledOn', confidence: 'sure' },
      ],
      missing: ['name'],
      unused: ['内部代码'],
    },
  })
  const fields = await app.call('imports.fields', { kind: 'members', language: 'en' })
  expect(fields.filter(({ required }) => required).map(({ field, type }) => [field, type])).toEqual([
    ['card', 'text'],
    ['name', 'text'],
  ])
})

onEveryEngine('a preview judges the first rows as the import will, and stores nothing', async (app) => {
  await app.as('lead')
  const rows = [
    HEADERS,
    ...PEOPLE,
    ['CA1004', '', '男', '12', '', '', '', '', ''],
    ['CA1001', '又一个', '', '', '', '', '', '', ''],
  ]
  const file = write(app, 'm.csv', csv(rows))
  const { rows: shown, ...counts } = await app.call('imports.preview', { file, mapping: MAP, rows: 5 })
  expect(counts).toEqual({
    problems: [],
    sampled: 5,
    created: 3,
    updated: 0,
    unchanged: 0,
    rejected: 2,
    reasons: [
      { field: 'mobile', reason: 'not-a-mobile', count: 1 },
      { field: 'card', reason: 'duplicate', count: 1 },
    ],
  })
  expect(
    shown.map(({ row, outcome, errors }) => [row, outcome, errors.map(({ field, reason }) => `${field} ${reason}`)]),
  ).toEqual([
    [2, 'created', []],
    [3, 'created', []],
    [4, 'created', []],
    [5, 'rejected', ['mobile not-a-mobile']],
    [6, 'rejected', ['card duplicate']],
  ])
  expect(shown[0]?.values).toEqual({
    card: 'CA1001',
    name: '王小明',
    gender: 'male',
    mobile: '+8613812345678',
    email: 'wang@example.com',
    tier: 'gold',
    province: '北京',
    distanceKm: 12345,
    notes: '靠窗',
  })
  const wrong = await app.call('imports.preview', {
    file,
    mapping: { columns: { card: '会员卡号', name: '不存在', shoe: '姓名' } },
  })
  expect(wrong.problems).toEqual([
    { field: 'name', problem: 'unknown-column', detail: '不存在' },
    { field: 'shoe', problem: 'unknown-field', detail: 'shoe' },
  ])
  expect(await list(app)).toEqual([])
})

onEveryEngine('S3-76 a second import updates by card number and shows what changed, before and after', async (app) => {
  await app.as('lead')
  await app.call('imports.members', { file: write(app, 'a.csv', csv([HEADERS, ...PEOPLE])), mapping: MAP })
  app.wait(1000)
  const changed = [
    ['ca1001', '王小明', '', '13900001234', '', '白金卡', '北京', '20000', ''],
    ['CA1002', '欧阳娜娜', '女', '', '', '', '上海', '', ''],
    ['CA1009', '新会员', '', '', '', '', '', '', ''],
  ]
  const again = await app.call('imports.members', {
    file: write(app, 'b.csv', csv([HEADERS, ...changed])),
    mapping: MAP,
  })
  expect(again).toEqual({
    id: expect.any(String),
    read: 3,
    created: 1,
    updated: 1,
    unchanged: 1,
    rejected: 0,
    errors: [],
  })
  const { rows, total, next } = await app.call('imports.changes', { importId: again.id ?? '' })
  expect({ total, next }).toEqual({ total: 2, next: null })
  expect(rows.map(({ memberId: _, ...row }) => row)).toEqual([
    {
      row: 2,
      card: 'CA1001',
      name: '王小明',
      tier: 'platinum',
      kind: 'updated',
      changes: [
        { field: 'mobile', before: '+86138****5678', after: '+86139****1234' },
        { field: 'tier', before: 'gold', after: 'platinum' },
        { field: 'distanceKm', period: '2026-09', before: 12345, after: 20000 },
      ],
    },
    { row: 4, card: 'CA1009', name: '新会员', tier: 'none', kind: 'created', changes: [] },
  ])
  expect((await app.call('imports.changes', { importId: again.id ?? '', kind: 'updated' })).rows).toHaveLength(1)
  const [newest, oldest] = await app.call('imports.list', {})
  expect([newest, oldest]).toMatchObject([
    { fileName: 'b.csv', read: 3, created: 1, updated: 1, unchanged: 1, rejected: 0 },
    { fileName: 'a.csv', read: 3, created: 3, fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/), mapping: MAP },
  ])
})

onEveryEngine(
  'wrong rows are refused one by one, the rest is imported, and the error file says why in the language of the person',
  async (app) => {
    await app.as('manager')
    const rows = [
      HEADERS,
      ...PEOPLE,
      ['CA 1004', '李雷', '', '12345', 'nowhere', '', '', '-3', ''],
      ['CA1001', '重复的人', '', '', '', '', '', '', ''],
      ['CA1005', '', '', '', '', '', '', '', ''],
      ['CA1006', '短了'],
    ]
    const errorsOut = path.join(app.folder, 'errors.csv')
    const input = { file: write(app, 'm.csv', csv(rows)), mapping: MAP, errorsOut }
    const result = await app.call('imports.members', { ...input, language: 'en' })
    expect(result).toEqual({
      id: expect.any(String),
      read: 7,
      created: 3,
      updated: 0,
      unchanged: 0,
      rejected: 4,
      errors: [
        { row: 5, field: 'mobile', reason: 'not-a-mobile' },
        { row: 5, field: 'email', reason: 'not-an-email' },
        { row: 5, field: 'distanceKm', reason: 'negative' },
        { row: 6, field: 'card', reason: 'duplicate', params: { first: 2 } },
        { row: 7, field: 'name', reason: 'required' },
        { row: 8, field: 'row', reason: 'ragged', params: { expected: 9, found: 2 } },
      ],
    })
    expect(
      fs
        .readFileSync(errorsOut, 'utf8')
        .split('\r\n')
        .map((line) => line.replaceAll('"', '').split(',').slice(0, 3).join(',')),
    ).toEqual([
      '\ufeffRow,Field,Reason',
      '5,Mobile; Email; Distance,Mobile is not a mobile number; Email is not an e-mail address; Distance must not be negative',
      '6,Card,Card repeats row 2 of the file',
      '7,Name,Name is required but empty',
      '8,Row,Row has 2 cells where the header has 9',
      '',
    ])
    expect(await app.fail('imports.members', { ...input, errorsOut: input.file })).toEqual({
      code: 'RULE',
      rule: 'errors-over-source',
      params: {},
    })
  },
)

onEveryEngine('a NUL in a cell is a fault of its row and field, the other rows come in', async (app) => {
  await app.as('lead')
  const rows = [HEADERS, ...PEOPLE, ['CA1004', '李\0雷', '', '', '', '', '', '', '']]
  const result = await app.call('imports.members', { file: write(app, 'm.csv', csv(rows)), mapping: MAP })
  expect(result).toEqual({
    id: expect.any(String),
    read: 4,
    created: 3,
    updated: 0,
    unchanged: 0,
    rejected: 1,
    errors: [{ row: 5, field: 'name', reason: 'bad-characters' }],
  })
  expect(await list(app)).toEqual(LISTED)
})

onEveryEngine('a dry run says what would happen and stores nothing', async (app) => {
  await app.as('lead')
  const file = write(app, 'm.csv', csv([HEADERS, ...PEOPLE]))
  expect(await app.call('imports.members', { file, mapping: MAP, dryRun: true })).toEqual({ ...DONE, id: null })
  expect([await list(app), await app.call('imports.list', {})]).toEqual([[], []])
})

onEveryEngine('a cancel in the middle leaves nothing of the import', async (app) => {
  await app.as('lead')
  const many = Array.from({ length: 20_000 }, (_, at) => [`B${at}`, `会员${at}`, '', '', '', '', '', '', ''])
  const file = write(app, 'm.csv', csv([HEADERS, ...many]))
  const errorsOut = path.join(app.folder, 'errors.csv')
  app.pushes.push = () => {
    app.engine.cancel('import')
    return 0
  }
  const result = await app.engine.call('imports.members', { file, mapping: MAP, errorsOut }, { job: 'import' })
  expect(result).toEqual({ ok: false, failure: { code: 'CANCELLED' } })
  expect([await list(app), await app.call('imports.list', {})]).toEqual([[], []])
  expect(fs.readdirSync(app.folder).filter((name) => name.startsWith('errors'))).toEqual([])
  // The indexes that were away during the import are back, and the next import works as if nothing had been.
  const { created } = await app.call('imports.members', {
    file: write(app, 'n.csv', csv([HEADERS, ...PEOPLE])),
    mapping: MAP,
  })
  expect([created, await list(app)]).toEqual([3, LISTED])
})

onEngine(
  'sqlite',
  'the indexes that are away during a first import are all back after it, and after a cancelled one',
  async (app) => {
    await app.as('lead')
    const indexes = async () => {
      const rows = await app.engine.desk.open?.store.db
        .selectFrom('sqlite_master' as never)
        .select(['name', 'sql'] as never)
        .where('type' as never, '=', 'index' as never)
        .orderBy('name' as never)
        .execute()
      return rows ?? []
    }
    const before = await indexes()
    const errorsOut = path.join(app.folder, 'no such folder', 'errors.csv')
    const file = write(app, 'm.csv', csv([HEADERS, ...PEOPLE]))
    expect(await app.fail('imports.members', { file, mapping: MAP, errorsOut })).toEqual({
      code: 'RULE',
      rule: 'errors-not-writable',
      params: {},
    })
    expect(await indexes()).toEqual(before)
    await app.call('imports.members', { file, mapping: MAP })
    expect(await indexes()).toEqual(before)
    expect(before.length).toBeGreaterThan(30)
  },
)

onEveryEngine('a file that cannot be read is refused in words', async (app) => {
  await app.as('lead')
  const mapping = MAP
  const fail = (name: string, content: string | Buffer) =>
    app.fail('imports.members', { file: write(app, name, content), mapping })
  expect([
    await app.fail('imports.inspect', { file: path.join(app.folder, 'nothing.csv') }),
    await fail('empty.csv', ''),
    await fail('quotes.csv', `${HEADERS.join(',')}\r\nCA1,"open\r\n`),
    await fail('old.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])),
    await fail('columns.csv', 'card,name\r\nCA1,x\r\n'),
  ]).toMatchObject([
    { code: 'RULE', rule: 'named-file-missing', params: { name: 'nothing.csv' } },
    { code: 'RULE', rule: 'file-empty' },
    { code: 'RULE', rule: 'file-bad-quotes', params: { row: 2 } },
    { code: 'RULE', rule: 'file-old-format' },
    { code: 'RULE', rule: 'mapping-unknown-column' },
  ])
  expect([await list(app), await app.call('imports.list', {})]).toEqual([[], []])
})

onEveryEngine(
  'S3-35 S3-36 monthly figures of a member come row by row: distance, segments, own and partner spend',
  async (app) => {
    await app.as('lead')
    await app.call('imports.members', { file: write(app, 'm.csv', csv([HEADERS, ...PEOPLE])), mapping: MAP })
    const columns = ['卡号', '月份', '飞行里程', '航段', '消费', '合作伙伴消费', '积分']
    const rows = [
      ['CA1002', '2026-08', '1500', '2', '1234.50', '100', '150'],
      ['CA1002', '2026-09', '500', '1', '0.05', '', ''],
      ['CA1002', '2026-09', '600', '1', '', '', ''],
      ['CA9999', '2026-09', '600', '1', '', '', ''],
    ]
    const file = write(app, 'figures.csv', csv([columns, ...rows]))
    const { proposal } = await app.call('imports.inspect', { file })
    const dry = await app.call('imports.members', { file, mapping: proposal.mapping, dryRun: true })
    const real = await app.call('imports.members', { file, mapping: proposal.mapping })
    expect(real).toEqual({
      id: expect.any(String),
      read: 4,
      created: 0,
      updated: 2,
      unchanged: 0,
      rejected: 2,
      errors: [
        { row: 4, field: 'card', reason: 'duplicate', params: { first: 3 } },
        { row: 5, field: 'card', reason: 'unknown-member' },
      ],
    })
    expect(dry).toEqual({ ...real, id: null })
    const [hit] = await app.call('members.find', { text: 'CA1002' })
    const { periods } = await app.call('members.view', { id: hit?.id ?? '' })
    expect(periods.toSorted((a, b) => (a.period < b.period ? -1 : 1))).toEqual([
      { period: '2026-08', distanceKm: 1500, segments: 2, spendFen: 123450, partnerSpendFen: 10000, points: 150 },
      { period: '2026-09', distanceKm: 500, segments: 1, spendFen: 5, partnerSpendFen: 0, points: 0 },
    ])
  },
)

onEveryEngine('an import is remembered with the file that was read, and agents may not import', async (app) => {
  await app.as('lead')
  const file = write(app, 'm.csv', csv([HEADERS, ...PEOPLE]))
  await app.call('imports.members', { file, mapping: MAP })
  await app.as('manager')
  const { rows } = await app.call('audit.list', { limit: 5 })
  const entry = rows.find(({ call }) => call === 'imports.members')
  expect(JSON.parse(entry?.body ?? '')).toMatchObject({
    import: { fileName: 'm.csv', read: 3, created: 3, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
  await app.as('agent')
  expect(await app.fail('imports.members', { file, mapping: MAP })).toEqual({ code: 'FORBIDDEN' })
})

const loyalty = sharedData('airline-loyalty')
describe.runIf(loyalty !== undefined)('real rows', () => {
  onEveryEngine(
    'S3-76 the 13,369 real rows of an airline programme come in, with names made by a template',
    async (app) => {
      await app.as('lead')
      const file = path.join(loyalty ?? '', 'members.csv')
      const { proposal } = await app.call('imports.inspect', { file })
      const mapping = { columns: { ...proposal.mapping.columns, name: { template: 'Member {Loyalty Number}' } } }
      const first = await app.call('imports.members', { file, mapping })
      expect({ ...first, errors: first.errors.length }).toEqual({
        id: expect.any(String),
        read: 13369,
        created: 13369,
        updated: 0,
        unchanged: 0,
        rejected: 0,
        errors: 0,
      })
      expect(await app.call('imports.members', { file, mapping })).toMatchObject({
        created: 0,
        updated: 0,
        unchanged: 13369,
      })
    },
  )
})
test.skipIf(loyalty !== undefined)(
  'the real rows are not here: set VIPDESK_DATA to the folder of public data sets to import them',
  () => {},
)
