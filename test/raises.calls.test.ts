import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrate } from '../src/main/store/migrate.ts'
import { openSqlite } from '../src/main/store/sqlite/open.ts'
import type { CaseId } from '../src/shared/ids.ts'
import type { Raise } from '../src/shared/targets/raises.ts'
import { DAY, HOUR, MINUTE } from '../src/shared/time.ts'
import { type App, onEveryEngine, START } from './app.ts'
import { addMember, complaint, enquiry, inStore } from './cases-fixtures.ts'
import { targetsInForce } from './policies-fixtures.ts'

const REPEATED: Raise = {
  id: 'repeated',
  name: { zh: '钻石会员重复投诉', en: 'A diamond member complains again' },
  isEnabled: true,
  when: { tiers: ['diamond'], repeats: { count: 1, days: 90 } },
  levelsUp: 0,
  also: ['manager'],
  fromPercent: 90,
  source: { mark: 'D', asOf: '2026-11-23', requirement: 'S4-138' },
}

const TODAY = new Date(START + 8 * HOUR).toISOString().slice(0, 10)

/** Puts raises in force from today: drafted by the lead, approved by the manager. */
async function withRaises(app: App, raises: Raise[]): Promise<void> {
  await app.as('lead')
  const { id } = await targetsInForce(app)
  const made = await app.call('policies.draft', { basedOn: id, effectiveFrom: TODAY, body: { raises } })
  await app.call('policies.submit', { id: made.id, reason: '重复投诉须报经理' })
  await app.as('manager')
  await app.call('policies.approve', { id: made.id })
}

/** What the confirmation clock has told at ninety percent: roles and people. */
async function at90(app: App, id: CaseId) {
  const [clock] = await app.call('cases.explain', { id, clock: 'confirm' })
  const [one] = clock?.signals.filter(({ percent }) => percent === 90) ?? []
  return (
    one && {
      roles: [one.tells, one.also, one.third],
      people: one.people.map(({ name }) => name).sort(),
      level: one.level,
    }
  )
}

onEveryEngine(
  'S4-138 a diamond member’s second complaint tells the manager at the step at which the first told only the lead',
  async (app) => {
    await withRaises(app, [REPEATED])
    await app.as('agent', 'li')
    const memberId = await addMember(app, 'diamond')
    const draft = complaint({ memberId, anonymousReason: null })
    const first = await app.call('cases.open', draft)
    expect((await app.call('cases.preview', { ...facts, memberId, receivedAt: START })).raises).toEqual([])
    app.setNow(START + DAY)
    const preview = await app.call('cases.preview', { ...facts, memberId })
    expect(preview.raises.map(({ id, text }) => [id, text.en])).toEqual([
      ['repeated', 'Diamond · at least 1 earlier complaint within 90 days → from 90% also tells manager'],
    ])
    const confirm = preview.clocks.find(({ kind }) => kind === 'confirm')
    expect(confirm?.tells.find(({ percent }) => percent === 90)).toEqual({
      ...{ percent: 90, level: 2, tells: 'lead', also: 'manager', third: null },
    })
    const second = await app.call('cases.open', draft)
    const before = await app.call('cases.explain', { id: second.id, clock: 'confirm' })
    expect(before[0]?.raises.map(({ id }) => id)).toEqual(['repeated'])
    expect(before[0]?.toTell.map(({ percent, also }) => [percent, also])).toEqual([
      [50, null],
      [75, null],
      [90, 'manager'],
      [100, null],
      [150, null],
    ])
    app.setNow(START + 2 * DAY)
    await app.signIn('boss')
    await app.call('cases.tick', {})
    expect(await at90(app, first.id)).toEqual({ roles: ['lead', null, null], people: ['lead'], level: 2 })
    expect(await at90(app, second.id)).toEqual({
      ...{ roles: ['lead', 'manager', null], people: ['lead', '王经理'], level: 2 },
    })
    const rows = await inStore(app, (db) =>
      db
        .selectFrom('clockSignals')
        .innerJoin('clocks', 'clocks.id', 'clockSignals.clockId')
        .select(['clocks.caseId', 'clocks.body', 'alsoTells', 'thirdTells'])
        .where('clocks.kind', '=', 'confirm')
        .where('percent', '=', 90)
        .execute(),
    )
    const stored = (id: string) =>
      rows.flatMap(({ caseId, body, ...row }) => (caseId === id ? [{ ...row, raises: JSON.parse(body).raises }] : []))
    expect(stored(first.id)).toEqual([{ alsoTells: null, thirdTells: null, raises: undefined }])
    expect(stored(second.id)).toEqual([{ alsoTells: 'manager', thirdTells: null, raises: ['repeated'] }])
    expect(await app.call('cases.replay', {})).toMatchObject({ cases: 2, mismatches: 0, found: [] })
  },
)

const facts = { kind: 'complaint', channel: 'phone', category: 'flight.delay' } as const

onEveryEngine(
  'a raise that tells three is stored as three; clocks that begin later are raised too, and replay finds the same',
  async (app) => {
    const everybody: Raise = { ...REPEATED, when: { repeats: { count: 1, days: 30 } }, also: ['lead', 'manager'] }
    await withRaises(app, [{ ...everybody, fromPercent: undefined }])
    await app.as('agent', 'li')
    const memberId = await addMember(app, 'gold')
    const draft = complaint({ memberId, anonymousReason: null })
    await app.call('cases.open', draft)
    app.wait(MINUTE)
    const { id } = await app.call('cases.open', draft)
    const asked = await app.call('cases.open', enquiry({ memberId, anonymousReason: null }))
    expect((await app.call('cases.explain', { id: asked.id }))[0]?.raises).toEqual([])
    app.setNow(START + 13 * HOUR)
    await app.signIn('boss')
    await app.call('cases.tick', {})
    const rows = await inStore(app, (db) =>
      db
        .selectFrom('clockSignals')
        .innerJoin('clocks', 'clocks.id', 'clockSignals.clockId')
        .select(['percent', 'tells', 'alsoTells', 'thirdTells'])
        .where('clocks.caseId', '=', id)
        .where('clocks.kind', '=', 'confirm')
        .where('percent', '=', 50)
        .execute(),
    )
    expect(rows).toEqual([{ percent: 50, tells: 'owner', alsoTells: 'lead', thirdTells: 'manager' }])
    // Receipt by the owner began with an event of the case, not with its opening.
    const begun = await inStore(app, (db) =>
      db.selectFrom('clocks').select(['kind', 'body']).where('caseId', '=', id).orderBy('kind').execute(),
    )
    expect(begun.filter(({ body }) => JSON.parse(body).raises?.[0] !== 'repeated')).toEqual([])
    expect(await app.call('cases.replay', {})).toMatchObject({ cases: 3, mismatches: 0, found: [] })
    // Later complaints do not change what a case was opened with.
    const trail = await app.call('cases.show', { id })
    expect(trail.events.find(({ kind }) => kind === 'signal')?.data).toMatchObject({ third: 'manager' })
  },
)

test('a store of before keeps what was told: nobody was a third one', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-migrate-'))
  const store = openSqlite(path.join(folder, 'desk.db'), new Uint8Array(32).fill(7), true)
  await sql.raw('pragma foreign_keys = off').execute(store.db)
  await migrate('sqlite', store.db, 510)
  const row = { clockId: 'c', percent: 90, reminder: 0, count: 1, at: 1, recordedAt: 2, level: 2, tells: 'lead' }
  await store.db
    .insertInto('clockSignals')
    .values(row as never)
    .execute()
  await migrate('sqlite', store.db, 520)
  expect(await store.db.selectFrom('clockSignals').select(['percent', 'thirdTells']).execute()).toEqual([
    { percent: 90, thirdTells: null },
  ])
  await expect(
    store.db
      .updateTable('clockSignals')
      .set({ thirdTells: 'nobody' as never })
      .execute(),
  ).rejects.toThrow(/CHECK/)
  await store.close()
  fs.rmSync(folder, { recursive: true, force: true })
})
