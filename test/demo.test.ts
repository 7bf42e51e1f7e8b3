import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDemoStore } from '../src/main/demo/create.ts'
import { ensureDemoStore } from '../src/main/demo/ensure.ts'
import type { Database } from '../src/main/store/types.ts'
import { DEMO_NOW, type Demo, demoEngine, demoFolder, openDemo, SMALL } from './demo-store.ts'

const TABLES = [
  'meta',
  'settings',
  'users',
  'numberSeries',
  'policies',
  'calendars',
  'members',
  'memberContacts',
  'memberPeriods',
  'tierRuns',
  'tierChanges',
  'notices',
  'imports',
  'importChanges',
  'consents',
  'flights',
  'bookings',
  'spends',
  'calls',
  'callEvents',
  'drafts',
  'cases',
  'caseEvents',
  'clocks',
  'clockSignals',
  'followUps',
  'exports',
] as const satisfies readonly (keyof Database)[]

async function contentsOf({ engine }: Demo): Promise<Record<string, unknown[]>> {
  const db = engine.desk.open?.store.db
  const contents: Record<string, unknown[]> = {}
  for (const table of TABLES) contents[table] = (await db?.selectFrom(table).selectAll().execute()) ?? []
  // Entries of the audit log carry a number of chance, so that they cannot be guessed from their hash.
  const audit =
    (await db
      ?.selectFrom('audit')
      .select(['seq', 'at', 'actorId', 'call', 'outcome', 'memberId', 'caseId', 'body'])
      .execute()) ?? []
  contents.audit = audit.slice(0, -1).map(({ body, ...row }) => ({ ...row, body: { ...JSON.parse(body), entry: '' } }))
  return contents
}

let first: Demo
beforeAll(async () => {
  first = await openDemo(SMALL)
}, 120_000)
afterAll(async () => first.remove())

test('the same seed and moment give the same rows, ids included', async () => {
  const second = await openDemo(SMALL)
  try {
    expect(await contentsOf(second)).toEqual(await contentsOf(first))
  } finally {
    await second.remove()
  }
}, 120_000)

test('another seed gives other people', async () => {
  const other = await openDemo({ ...SMALL, members: 20, flights: 10, calls: 5, cases: 3, seed: 8 })
  try {
    const names = async ({ engine }: Demo) =>
      (await engine.desk.open?.store.db.selectFrom('members').select('name').orderBy('cardNo').limit(20).execute()) ??
      []
    expect(await names(other)).not.toEqual(await names(first))
  } finally {
    await other.remove()
  }
}, 120_000)

test('it holds as much as was asked for', async () => {
  const { counts } = await first.call('admin.info', {})
  expect({ ...first.made, logins: first.made.logins.length }).toEqual({
    members: 120,
    calls: 60,
    cases: 45,
    logins: 16,
  })
  expect([counts.members, counts.calls, counts.cases]).toEqual([120, 60, 45])
})

test('everybody can sign in with the password that the sign-in screen shows', async () => {
  await first.engine.close()
  const { demo, demoLogins } = await first.call('session.status', {})
  expect(demo).toBe(true)
  const signedIn = []
  for (const { login, role, password, name } of demoLogins) {
    const actor = await first.call('session.signIn', { login, password })
    signedIn.push({ login: actor.login, role: actor.role, name: actor.name })
    expect({ role: actor.role, name: actor.name }).toEqual({ role, name })
    await first.call('session.lock', { reason: 'switch' })
  }
  expect(signedIn.map(({ role }) => role).sort()).toEqual([
    'admin',
    ...Array(12).fill('agent'),
    'lead',
    'lead',
    'manager',
  ])
  await first.call('session.signIn', { login: 'manager', password: demoLogins[0]?.password ?? '' })
  const people = await first.call('users.list', {})
  expect(people.filter(({ mustChangePassword }) => mustChangePassword)).toEqual([])
  const leads = new Set(people.filter(({ role }) => role === 'lead').map(({ id }) => id))
  expect(people.filter(({ role, leadId }) => role === 'agent' && !(leadId && leads.has(leadId)))).toEqual([])
})

test('a making that is cut short leaves nothing behind', async () => {
  const folder = demoFolder()
  const address = path.join(folder, 'demo.db')
  const stop = (share: number) => {
    if (share > 0.5) throw new Error('stopped')
  }
  await expect(createDemoStore(address, SMALL, stop)).rejects.toThrow('stopped')
  expect(fs.readdirSync(folder)).toEqual([])
  fs.rmSync(folder, { recursive: true })
}, 120_000)

test('what an interrupted program left is cleared away by the next making', async () => {
  const folder = demoFolder()
  const address = path.join(folder, 'demo.db')
  fs.mkdirSync(`${address}.making`)
  fs.writeFileSync(path.join(`${address}.making`, 'demo.db'), 'half a store')
  await createDemoStore(address, { ...SMALL, members: 20, flights: 10, calls: 4, cases: 3, days: 3 })
  expect(fs.readdirSync(folder).sort()).toEqual([
    'demo.db',
    'demo.db.anchor',
    'demo.db.demo.json',
    'demo.db.keys',
    'demo.db.keys.copy',
  ])
  fs.rmSync(folder, { recursive: true })
}, 120_000)

test('a store that is there is never made anew', async () => {
  const before = fs.statSync(first.address)
  await ensureDemoStore(first.address, DEMO_NOW)
  await expect(createDemoStore(first.address, SMALL)).rejects.toMatchObject({
    failure: { code: 'RULE', rule: 'store-exists' },
  })
  expect(fs.statSync(first.address).ino).toBe(before.ino)
})

test('a demo is a file of its own, never a shared database', async () => {
  await expect(createDemoStore('postgres://localhost/desk', SMALL)).rejects.toMatchObject({
    failure: { rule: 'demo-needs-file' },
  })
})

test('the demo store says that it is one; a store that a person makes does not', async () => {
  expect(first.engine.desk.open?.isDemo).toBe(true)
  const folder = demoFolder()
  const engine = demoEngine(path.join(folder, 'desk.db'))
  await engine.call('session.create', {
    login: 'boss',
    name: '王经理',
    password: 'correct horse battery',
    language: 'zh-CN',
  })
  expect(engine.desk.open?.isDemo).toBe(false)
  await engine.close()
  fs.rmSync(folder, { recursive: true })
})
