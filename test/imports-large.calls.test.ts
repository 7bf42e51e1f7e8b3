import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { rowOfCreated, seriesOf } from '../src/main/rules/import-ids.ts'
import type { Mapping } from '../src/shared/imports/model.ts'
import { type App, onEngine, onEveryEngine } from './app.ts'

const HEADERS = '会员卡号,姓名,手机,会员等级,月份,飞行里程,备注'
const MAP: Mapping = {
  columns: {
    card: '会员卡号',
    name: '姓名',
    mobile: '手机',
    tier: '会员等级',
    period: '月份',
    distanceKm: '飞行里程',
    notes: '备注',
  },
}
const TIERS = ['钻石', '金卡', '', '普通']
const NAMES = ['王小明', '单于明', '吕绿', '欧阳娜娜', 'Anna Smith', '阿依古丽·买买提']

/** Rows of many members, some in two months, some wrong; a long note makes the file as large as it has to be. */
function rows(count: number, note: string): string[] {
  return Array.from({ length: count }, (_, n) => {
    const isSecond = n % 10 === 9
    const card = `CA${isSecond ? n - 1 : n}`
    const mobile = n % 50 === 7 ? '123' : `138${String(n).padStart(8, '0')}`
    const tier = isSecond ? '白金卡' : TIERS[n % TIERS.length]
    return `${card},${NAMES[n % NAMES.length]},${mobile},${tier},${isSecond ? '2026-08' : '2026-07'},${n},${note}`
  })
}

function write(app: App, name: string, lines: readonly string[]): string {
  const file = path.join(app.folder, name)
  fs.writeFileSync(file, [HEADERS, ...lines].join('\n'))
  return file
}

/** Everything that an import leaves behind, without what names the import itself. */
async function left(app: App, importId: string) {
  const db = app.engine.desk.open?.store.db
  if (!db) throw new Error('closed')
  const row = (id: string) => rowOfCreated(seriesOf(importId), id)
  const members = await db.selectFrom('members').selectAll().orderBy('cardNo').execute()
  const periods = await db.selectFrom('memberPeriods').selectAll().orderBy('memberId').orderBy('period').execute()
  const tiers = await db.selectFrom('tierChanges').selectAll().orderBy('memberId').orderBy('toTier').execute()
  return {
    members: members.map(({ id, ...rest }) => ({ ...rest, row: row(id), careNotes: rest.careNotes[0] })),
    periods: periods.map(({ memberId, ...rest }) => ({ ...rest, row: row(memberId) })),
    tiers: tiers.map(({ id: _, memberId, reason, ...rest }) => ({
      ...rest,
      row: row(memberId),
      isOfImport: JSON.parse(reason).importId === importId,
    })),
  }
}

const withoutActor = ({ tiers, ...rest }: Awaited<ReturnType<typeof left>>) => ({
  ...rest,
  tiers: tiers.map(({ actorId: _, ...change }) => change),
})

async function emptied(app: App): Promise<void> {
  const db = app.engine.desk.open?.store.db
  for (const table of ['importChanges', 'tierChanges', 'memberPeriods', 'members'] as const)
    await db?.deleteFrom(table).execute()
}

onEveryEngine('a file that a thread of its own reads leaves exactly what a small one leaves', async (app) => {
  await app.as('lead')
  const small = await app.call('imports.members', { file: write(app, 'small.csv', rows(400, 'x')), mapping: MAP })
  const before = await left(app, small.id ?? '')
  await emptied(app)
  const long = write(app, 'long.csv', rows(400, 'x'.repeat(3000)))
  const large = await app.call('imports.members', { file: long, mapping: MAP })
  expect({ ...large, id: '' }).toEqual({ ...small, id: '' })
  expect({ read: large.read, created: large.created, updated: large.updated, rejected: large.rejected }).toEqual({
    read: 400,
    created: 352,
    updated: 40,
    rejected: 8,
  })
  const after = await left(app, large.id ?? '')
  expect(withoutActor(after)).toEqual(withoutActor(before))
  expect(after.tiers.every(({ isOfImport }) => isOfImport)).toBe(true)
  expect(await app.call('imports.members', { file: long, mapping: MAP })).toMatchObject({ created: 0, rejected: 8 })
})

onEveryEngine('what an import made and changed is shown in the order of the rows, page by page', async (app) => {
  await app.as('lead')
  const { id } = await app.call('imports.members', {
    file: write(app, 'm.csv', rows(150, 'x'.repeat(4000))),
    mapping: MAP,
  })
  const all: string[] = []
  let after: number | null = 0
  let pages = 0
  while (after !== null) {
    const page: Awaited<ReturnType<typeof app.call<'imports.changes'>>> = await app.call('imports.changes', {
      importId: id ?? '',
      after,
      limit: 10,
    })
    all.push(...page.rows.map(({ row, card, kind }) => `${row} ${card} ${kind}`))
    after = page.next
    pages += 1
  }
  const expected = Array.from({ length: 150 }, (_, n) => n)
    .filter((n) => n % 50 !== 7)
    .map((n) => `${n + 2} CA${n % 10 === 9 ? n - 1 : n} ${n % 10 === 9 ? 'updated' : 'created'}`)
  expect({ all, pages }).toEqual({ all: expected, pages: 15 })
  const created = await app.call('imports.changes', { importId: id ?? '', kind: 'created', limit: 500 })
  const updated = await app.call('imports.changes', { importId: id ?? '', kind: 'updated', limit: 500 })
  expect([created.rows.length, created.total, updated.rows.length, updated.total]).toEqual([132, 132, 15, 15])
})

onEveryEngine('a cancel while a thread reads ends at once and leaves nothing', async (app) => {
  await app.as('lead')
  const file = write(app, 'm.csv', rows(3000, 'x'.repeat(1000)))
  app.pushes.push = () => {
    app.engine.cancel('import')
    return 0
  }
  const result = await app.engine.call('imports.members', { file, mapping: MAP }, { job: 'import' })
  expect(result).toEqual({ ok: false, failure: { code: 'CANCELLED' } })
  expect([await app.call('members.page', {}), await app.call('imports.list', {})]).toEqual([[], []])
})

onEveryEngine('a fault of the file that shows late refuses the import, and nothing stays', async (app) => {
  await app.as('lead')
  const file = write(app, 'm.csv', [...rows(800, 'x'.repeat(1000)), 'CA9,"open'])
  expect(await app.fail('imports.members', { file, mapping: MAP })).toMatchObject({
    code: 'RULE',
    rule: 'file-bad-quotes',
    params: { row: 802 },
  })
  expect([await app.call('members.page', {}), await app.call('imports.list', {})]).toEqual([[], []])
})

onEngine('sqlite', 'the total that an import shows never shrinks before its end, and is exact then', async (app) => {
  await app.as('lead')
  // Long rows first, short ones after them, so that a guess by bytes starts too low.
  const lines = [...rows(500, 'x'.repeat(2000)), ...rows(4000, 'x').slice(500)]
  const file = write(app, 'm.csv', lines)
  const totals: number[] = []
  const done: number[] = []
  app.pushes.push = (push) => {
    if (push.kind === 'progress') {
      totals.push(push.progress.total ?? -1)
      done.push(push.progress.done)
    }
    return 0
  }
  await app.engine.call('imports.members', { file, mapping: MAP }, { job: 'import' })
  const beforeEnd = totals.slice(0, done.indexOf(4000))
  expect({
    isSteady: beforeEnd.every((total, at) => at === 0 || total >= (beforeEnd[at - 1] ?? 0)),
    hasSeveral: beforeEnd.length > 2,
    last: totals.at(-1),
  }).toEqual({ isSteady: true, hasSeveral: true, last: 4000 })
})
