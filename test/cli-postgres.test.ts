import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moment } from '../src/main/cli/moments.ts'
import { type App, closeApp, openApp, PASSWORD } from './app.ts'
import { type CommandLine, closedStore, commandLine } from './cli-run.ts'

let app: App
let desk: CommandLine

beforeAll(async () => {
  app = await closedStore('postgres')
  desk = commandLine(app.address, app.folder)
})

afterAll(() => closeApp(app))

test('a PostgreSQL store is made, and its password is never printed', async () => {
  const fresh = await openApp('postgres', Date.now())
  try {
    const { code, stdout, stderr } = await commandLine(fresh.address, fresh.folder).run('boss', [
      'init',
      '--name',
      '王经理',
      '--json',
    ])
    const { store, recoveryKey, schema } = JSON.parse(stdout)
    expect([code, typeof recoveryKey, typeof schema]).toEqual([0, 'string', 'number'])
    expect(store).toBe(fresh.address.replace(':desk-test@', '@'))
    expect(stdout + stderr).not.toContain('desk-test')
  } finally {
    await closeApp(fresh)
  }
})

test('the same commands do the same work there', async () => {
  const table = path.join(app.folder, 'members.csv')
  const map = path.join(app.folder, 'map.json')
  fs.writeFileSync(table, 'card,name,phone\nC1,林晓,13800001111\n')
  fs.writeFileSync(map, JSON.stringify({ columns: { card: 'card', name: 'name', mobile: 'phone' } }))
  expect(await desk.json('boss', 'import', 'members', table, '--map', map)).toMatchObject({ read: 1, created: 1 })
  expect(await desk.json('boss', 'member', 'find', 'C1')).toMatchObject([{ card: 'C1', name: '林晓', tier: 'none' }])
  const opened = await desk.json(
    'boss',
    'case',
    'open',
    '--member',
    'C1',
    '--kind',
    'complaint',
    '--category',
    'baggage.lost',
    '--channel',
    'email',
    '--received',
    moment(Date.now()),
    '--severity',
    'major',
    '--text',
    '行李丢失，尚未找回',
  )
  expect(opened.clocks.length).toBeGreaterThan(0)
  expect(await desk.json('boss', 'case', 'list')).toMatchObject([{ case: opened.case, owner: 'boss' }])
  expect(await desk.json('boss', 'tick')).toMatchObject({ breached: 0 })
  expect(await desk.json('boss', 'audit', 'verify')).toMatchObject({ ok: true })
  expect(await desk.json('boss', 'info')).toMatchObject({ engine: 'postgres', counts: { members: 1, cases: 1 } })
})

test('people can be added while somebody else works, and two can work at once', async () => {
  const added = await desk.run(
    'boss',
    ['user', 'add', '--login', 'u1', '--role', 'agent', '--name', '小李', '--json'],
    { DESK_NEW_PASSWORD: 'for the first day only' },
  )
  expect(added.code).toBe(0)
  const env = { DESK_PASSWORD: 'for the first day only', DESK_NEW_PASSWORD: PASSWORD }
  expect((await desk.run('u1', ['user', 'password'], env)).code).toBe(0)
  const found = await Promise.all(['boss', 'u1'].map((login) => desk.json(login, 'member', 'find', '林晓')))
  expect(found.map((hits) => hits.length)).toEqual([1, 1])
})

test('what cannot be is refused: a file backup, a wrong password, a server that does not answer', async () => {
  expect(await desk.fail('boss', 'backup', path.join(app.folder, 'x.backup'))).toMatchObject({
    exit: 1,
    rule: 'backup-sqlite-only',
  })
  const wrong = await desk.run('boss', ['info', '--json'], { DESK_PASSWORD: 'not this password' })
  expect([wrong.code, JSON.parse(wrong.stdout).error.rule]).toEqual([1, 'wrong-password'])
  const nowhere = commandLine('postgres://desk:secret@127.0.0.1:1/desk', app.folder)
  const failed = await nowhere.fail('boss', 'info')
  expect(failed).toMatchObject({ exit: 1, rule: 'store-unreachable' })
  expect(JSON.stringify(failed)).not.toContain('secret')
})

test('a database server that answers is not called unreachable: it refused the login, or has no such database', async () => {
  const address = (change: (url: URL) => void) => {
    const url = new URL(app.address)
    change(url)
    return url.toString()
  }
  const failures = [
    address((url) => {
      url.password = 'not-this-secret'
    }),
    address((url) => {
      url.username = 'stranger'
    }),
    address((url) => {
      url.password = ''
    }),
    address((url) => {
      url.pathname = '/no_such_database'
    }),
  ].map((each) => commandLine(each, app.folder).fail('boss', 'info'))
  const [password, name, none, database] = await Promise.all(failures)
  for (const refused of [password, name, none])
    expect(refused).toMatchObject({
      exit: 1,
      rule: 'store-login-refused',
      message: expect.stringContaining('password'),
    })
  expect(database).toMatchObject({ exit: 1, rule: 'store-database-missing' })
  expect(JSON.stringify(await Promise.all(failures))).not.toContain('secret')
})
