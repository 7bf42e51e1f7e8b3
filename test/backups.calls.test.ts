import fs from 'node:fs'
import path from 'node:path'
import { expect, vi } from 'vitest'
import type { Db } from '../src/main/store/types.ts'
import { HOUR } from '../src/shared/time.ts'
import { type App, closeApp, onEngine, openApp, PASSWORD } from './app.ts'
import { inStore } from './cases-fixtures.ts'
import { ZHANG } from './members-fixture.ts'

vi.setConfig({ testTimeout: 60_000 })

/** A folder for backups, and a plan that fills it. */
async function planned(app: App, plan: { everyHours?: number; keep?: number } = {}): Promise<string> {
  const folder = path.join(app.folder, 'backups')
  fs.mkdirSync(folder)
  await app.call('backups.plan', { isOn: true, out: folder, ...plan })
  return folder
}

const shown = (app: App) => app.call('backups.show', {})
const later = (app: App, hours: number) => app.setNow(app.now() + hours * HOUR)

onEngine('sqlite', 'backups are made by the desk itself when they are due, and the oldest give way', async (app) => {
  expect(await shown(app)).toEqual({ plan: null, nextAt: null, isShared: false, rows: [] })
  await app.engine.heartbeat()
  const folder = await planned(app, { everyHours: 4, keep: 2 })
  for (let round = 0; round < 3; round++) {
    await app.engine.heartbeat()
    // Another look finds nothing to do.
    await app.engine.heartbeat()
    expect((await shown(app)).rows).toHaveLength(round + 1)
    later(app, 4)
    await app.call('session.touch', {})
  }
  const { plan, nextAt, rows } = await shown(app)
  expect(plan).toMatchObject({ folder, everyHours: 4, keep: 2 })
  expect(nextAt).toBe(app.now())
  expect(rows.map(({ outcome, isThere, removedAt }) => [outcome, isThere, removedAt !== null])).toEqual([
    ['done', true, false],
    ['done', true, false],
    ['done', false, true],
  ])
  expect(rows.every(({ madeByName, fault }) => madeByName === null && fault === null)).toBe(true)
  expect(fs.readdirSync(folder).sort()).toEqual(
    rows
      .slice(0, 2)
      .map(({ fileName }) => fileName)
      .sort(),
  )
  const told = await inStore(app, (db) =>
    db.selectFrom('audit').select(['actorId', 'outcome']).where('call', '=', 'backups.run').execute(),
  )
  expect(told).toEqual([1, 2, 3].map(() => ({ actorId: 'system', outcome: 'done' })))
})

onEngine('sqlite', 'a backup of the plan is restored as a drill beside it and as a store elsewhere', async (app) => {
  const folder = await planned(app)
  await app.call('members.create', ZHANG)
  const { id, fileName, entries, bytes } = await app.call('backups.run', {})
  const file = path.join(folder, fileName)
  expect(fs.statSync(file)).toMatchObject({ size: bytes, mode: expect.any(Number) })
  expect(fs.statSync(file).mode & 0o077).toBe(0)
  await app.call('members.create', { card: 'C2', name: '林晓' })
  expect(await app.fail('backups.drill', { id, password: 'something else' })).toMatchObject({ rule: 'wrong-password' })
  // Wrong passwords wait as they do at the sign-in.
  for (let wrong = 0; wrong < 3; wrong++) await app.fail('backups.drill', { id, password: 'something else' })
  expect(await app.fail('backups.drill', { id, password: PASSWORD })).toMatchObject({ rule: 'sign-in-wait' })
  later(app, 1)
  const proved = await app.call('backups.drill', { id, password: PASSWORD })
  expect(proved).toMatchObject({ fileName, entries, counts: { members: 1, users: 1 } })
  expect(await app.call('backups.drill', { file, password: PASSWORD })).toMatchObject({
    entries,
    counts: { members: 1 },
  })
  expect(fs.readdirSync(folder)).toEqual([fileName])
  const other = await openApp('sqlite')
  await other.call('session.restore', { file, login: 'boss', password: PASSWORD })
  await other.signIn('boss')
  expect((await other.call('admin.info', {})).counts.members).toBe(1)
  expect(await other.fail('backups.drill', { file: path.join(folder, 'nothing'), password: PASSWORD })).toMatchObject({
    ...{ rule: 'named-file-missing', params: { name: 'nothing' } },
  })
  await closeApp(other)
})

onEngine(
  'sqlite',
  'a backup that was altered, is of another store or is gone fails its drill in words',
  async (app) => {
    const folder = await planned(app)
    const { id, fileName } = await app.call('backups.run', {})
    const file = path.join(folder, fileName)
    const bytes = fs.readFileSync(file)
    const altered = Buffer.from(bytes)
    altered[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1
    fs.writeFileSync(file, altered)
    expect(await app.fail('backups.drill', { id, password: PASSWORD })).toMatchObject({ rule: 'backup-unreadable' })
    const other = await openApp('sqlite')
    await other.call('session.create', { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' })
    fs.writeFileSync(file, bytes)
    expect(await other.fail('backups.drill', { file, password: PASSWORD })).toMatchObject({
      rule: 'backup-other-store',
    })
    await closeApp(other)
    fs.rmSync(file)
    expect((await shown(app)).rows).toMatchObject([{ outcome: 'done', isThere: false, removedAt: null }])
    expect(await app.fail('backups.drill', { id, password: PASSWORD })).toEqual({
      ...{ code: 'RULE', rule: 'backup-gone', params: { name: fileName } },
    })
    expect(fs.readdirSync(folder)).toEqual([])
  },
)

onEngine(
  'sqlite',
  'a folder that is gone: the failure is on record, no older backup gives way, and an hour later it is tried again',
  async (app) => {
    const folder = await planned(app, { keep: 1 })
    await app.call('backups.run', {})
    const moved = `${folder}-moved`
    fs.renameSync(folder, moved)
    later(app, 24)
    await app.call('session.touch', {})
    await app.engine.heartbeat()
    const { rows, nextAt } = await shown(app)
    expect(rows.map(({ outcome, fault, removedAt }) => [outcome, fault, removedAt])).toEqual([
      ['failed', 'path-unusable', null],
      ['done', null, null],
    ])
    expect(nextAt).toBe(app.now() + HOUR)
    expect(fs.readdirSync(moved)).toHaveLength(1)
    fs.renameSync(moved, folder)
    later(app, 1)
    await app.call('session.touch', {})
    await app.engine.heartbeat()
    expect((await shown(app)).rows.map(({ outcome, isThere }) => [outcome, isThere])).toEqual([
      ['done', true],
      ['failed', false],
      ['done', false],
    ])
  },
)

onEngine('sqlite', 'a plan needs a folder that can be written, and ends when it is stopped', async (app) => {
  expect(await app.fail('backups.plan', { isOn: true })).toMatchObject({ rule: 'backup-no-plan' })
  expect(await app.fail('backups.run', {})).toMatchObject({ rule: 'backup-no-plan' })
  const nowhere = path.join(app.folder, 'nowhere')
  for (const out of [nowhere, 'backups', app.address])
    expect(await app.fail('backups.plan', { isOn: true, out })).toMatchObject({ rule: 'backup-no-folder' })
  expect(await app.fail('backups.plan', { isOn: true, out: app.folder, everyHours: 5 })).toMatchObject({
    ...{ code: 'INVALID_INPUT', issues: [{ path: 'everyHours' }] },
  })
  const folder = await planned(app)
  expect(await app.call('backups.plan', { isOn: true, everyHours: 1, keep: 3 })).toMatchObject({
    plan: { folder, everyHours: 1, keep: 3 },
  })
  expect(await app.call('backups.plan', { isOn: false })).toMatchObject({ plan: { isOn: false } })
  await app.engine.heartbeat()
  expect(await shown(app)).toMatchObject({ nextAt: null, rows: [] })
  await app.as('agent', 'li')
  for (const name of ['backups.show', 'backups.run'] as const)
    expect(await app.fail(name, {})).toEqual({ code: 'FORBIDDEN' })
})

onEngine(
  'sqlite',
  'a plan that was stopped keeps folder, hours and number: starting it again is one act, and the next is due at once',
  async (app) => {
    expect(await app.call('backups.plan', { isOn: false })).toEqual({ plan: null })
    const folder = await planned(app, { everyHours: 8, keep: 3 })
    const plan = { folder, everyHours: 8, keep: 3 }
    await app.engine.heartbeat()
    await app.call('backups.plan', { isOn: false })
    later(app, 30)
    await app.call('session.touch', {})
    await app.engine.heartbeat()
    expect(await shown(app)).toMatchObject({ plan: { ...plan, isOn: false }, nextAt: null, rows: [{}] })
    expect((await app.call('backups.run', {})).folder).toBe(folder)
    later(app, 1)
    expect(await app.call('backups.plan', { isOn: true })).toEqual({ plan: { ...plan, isOn: true, since: app.now() } })
    expect((await shown(app)).nextAt).toBe(app.now())
    await app.engine.heartbeat()
    expect((await shown(app)).rows).toHaveLength(3)

    fs.renameSync(folder, `${folder}-moved`)
    await app.call('backups.plan', { isOn: false })
    expect(await app.fail('backups.plan', { isOn: true })).toMatchObject({ rule: 'backup-no-folder' })
    expect((await shown(app)).plan).toMatchObject({ ...plan, isOn: false })
  },
)

onEngine('sqlite', 'a plan as it was kept before it could be stopped is read as one that runs', async (app) => {
  const older = { folder: app.folder, everyHours: 12, keep: 5, since: app.now() }
  await inStore(app, (db) =>
    db
      .insertInto('settings')
      .values({ key: 'backups', value: JSON.stringify(older) })
      .execute(),
  )
  expect(await shown(app)).toMatchObject({ plan: { ...older, isOn: true }, nextAt: app.now() })
  await app.call('backups.plan', { isOn: true })
  expect((await shown(app)).plan).toEqual({ ...older, isOn: true })
  // Stopping wrote nothing in place of the plan.
  const stopped = (db: Db) => db.updateTable('settings').set({ value: 'null' }).where('key', '=', 'backups').execute()
  await inStore(app, stopped)
  expect(await shown(app)).toMatchObject({ plan: null, nextAt: null })
})

onEngine('sqlite', 'what a program that was ended left in the folder is cleared away a day later', async (app) => {
  const folder = await planned(app)
  const left = (name: string, hours: number) => {
    const file = path.join(folder, name)
    fs.writeFileSync(file, 'x')
    fs.utimesSync(file, new Date(app.now() - hours * HOUR), new Date(app.now() - hours * HOUR))
  }
  left('vip-desk-2026-01-01-0800.backup.copy.part', 30)
  left('vip-desk-2026-01-01-0900.backup.part', 2)
  left('notes.backup.part', 30)
  const { fileName } = await app.call('backups.run', {})
  expect(fs.readdirSync(folder).sort()).toEqual(
    ['notes.backup.part', fileName, 'vip-desk-2026-01-01-0900.backup.part'].sort(),
  )
})

onEngine(
  'sqlite',
  'two backups of one minute have names of their own, also when the first was moved away',
  async (app) => {
    const folder = await planned(app, { keep: 1 })
    const first = await app.call('backups.run', {})
    fs.renameSync(path.join(folder, first.fileName), path.join(app.folder, 'moved.backup'))
    const second = await app.call('backups.run', {})
    expect(second.fileName).not.toBe(first.fileName)
    expect(fs.readdirSync(folder)).toEqual([second.fileName])
  },
)

onEngine('sqlite', 'a backup that is cancelled leaves no file and no record', async (app) => {
  const folder = await planned(app)
  const running = app.engine.call('backups.run', {}, { job: 'backup' })
  app.engine.cancel('backup')
  expect(await running).toEqual({ ok: false, failure: { code: 'CANCELLED' } })
  expect(fs.readdirSync(folder)).toEqual([])
  expect((await shown(app)).rows).toEqual([])
})

onEngine('postgres', 'a shared database is backed up with its own tools, and says so', async (app) => {
  expect(await shown(app)).toMatchObject({ plan: null, isShared: true })
  expect(await app.fail('backups.plan', { isOn: true, out: app.folder })).toMatchObject({ rule: 'backup-sqlite-only' })
})

onEngine('sqlite', 'who looks something up does not wait for a backup that is being made', async (app) => {
  await planned(app)
  await app.call('members.create', ZHANG)
  const order: string[] = []
  await Promise.all([
    app.call('backups.run', {}).then(() => order.push('backup')),
    app.call('members.find', { text: ZHANG.card }).then(() => order.push('found')),
  ])
  expect(order).toEqual(['found', 'backup'])
})
