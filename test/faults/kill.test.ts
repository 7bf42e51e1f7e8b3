import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { CURRENT_VERSION } from '../../migrations/index.ts'
import { migrate, schemaVersion } from '../../src/main/store/migrate.ts'
import { openStore } from '../../src/main/store/open.ts'
import { checkCopy } from '../../src/main/store/sqlite/copy.ts'
import { openSqlite } from '../../src/main/store/sqlite/open.ts'
import { type App, closeApp, onEngine, openApp } from '../app.ts'
import { PASSWORD, pause, ROUNDS, startChild } from './child.ts'

const KEY = new Uint8Array(32).fill(7)
const LONG = 120_000

async function newDesk(): Promise<App> {
  const app = await openApp('sqlite')
  await app.call('session.create', { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' })
  return app
}

test('a program killed while it saves loses nothing that it confirmed, and the chain stays whole', {
  timeout: LONG,
}, async () => {
  const app = await newDesk()
  const lost: string[] = []
  let confirmed = 0
  for (let round = 0; round < ROUNDS; round++) {
    await app.call('session.lock', { reason: 'switch' })
    const child = startChild('commits', app.address, String(round))
    expect(await child.said('saved')).toBe(true)
    await pause(20 + ((round * 137) % 200))
    await child.kill()
    await app.signIn('boss')
    const logins = new Set((await app.call('users.list', { includeDisabled: true })).map(({ login }) => login))
    const saved = child.words.filter((word) => word.startsWith('saved ')).map((word) => word.slice('saved '.length))
    confirmed += saved.length
    lost.push(...saved.filter((login) => !logins.has(login)))
    expect(await app.call('audit.verify', {})).toMatchObject({ ok: true, problem: null })
    checkCopy(app.address, app.engine.desk.open?.keys.dataKey ?? KEY)
  }
  expect(lost).toEqual([])
  expect(confirmed).toBeGreaterThan(ROUNDS)
  await closeApp(app)
})

test('a program killed while it migrates leaves the old store or the new one, never one in between', {
  timeout: LONG,
}, async () => {
  const app = await openApp('sqlite')
  const versions = new Set<number>()
  for (let round = 0; round < ROUNDS; round++) {
    const file = path.join(app.folder, `old${round}.db`)
    const old = openSqlite(file, KEY, true)
    await migrate('sqlite', old.db, 20)
    await old.db.insertInto('settings').values({ key: 'kept', value: 'yes' }).execute()
    await old.close()
    const child = startChild('migrate', file)
    expect(await child.said('ready')).toBe(true)
    await pause((round * 13) % 60)
    await child.kill()
    const left = openSqlite(file, KEY, false)
    const version = await schemaVersion('sqlite', left.db)
    versions.add(version)
    expect([20, CURRENT_VERSION]).toContain(version)
    await left.close()
    const opened = await openStore({ engine: 'sqlite', path: file }, KEY)
    expect(await opened.db.selectFrom('settings').select('value').where('key', '=', 'kept').execute()).toEqual([
      { value: 'yes' },
    ])
    await opened.close()
    checkCopy(file, KEY)
  }
  expect(versions.size).toBeGreaterThan(0)
  await closeApp(app)
})

test('a program killed while it copies the store leaves whole copies only, and the store as it was', {
  timeout: LONG,
}, async () => {
  const app = await openApp('sqlite')
  const file = path.join(app.folder, 'store.db')
  const store = openSqlite(file, KEY, true)
  await migrate('sqlite', store.db)
  const rows = Array.from({ length: 2000 }, (_, n) => ({ key: `row ${n}`, value: `${n} `.repeat(200) }))
  await store.transaction(async (db) => {
    for (let from = 0; from < rows.length; from += 100)
      await db
        .insertInto('settings')
        .values(rows.slice(from, from + 100))
        .execute()
  })
  await store.close()
  for (let round = 0; round < ROUNDS; round++) {
    const child = startChild('copies', file)
    expect(await child.said('ready')).toBe(true)
    await pause(10 + ((round * 31) % 90))
    await child.kill()
    for (const name of fs.readdirSync(app.folder).filter((one) => /copy\d+$/.test(one))) {
      const copy = path.join(app.folder, name)
      checkCopy(copy, KEY)
      expect(await countSettings(copy), name).toBe(rows.length)
      fs.rmSync(copy)
    }
    expect(await countSettings(file)).toBe(rows.length)
  }
  await closeApp(app)
})

async function countSettings(file: string): Promise<number> {
  const store = openSqlite(file, KEY, false)
  const { n } = await store.db
    .selectFrom('settings')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  await store.close()
  return n
}

onEngine(
  'sqlite',
  'a second program is refused in words, harms nothing, and is let in once the first was killed',
  async (app) => {
    const child = startChild('hold', app.address)
    await child.ended
    expect(child.words).toEqual(['failed Error: session.signIn {"code":"RULE","rule":"store-in-use","params":{}}'])
    await app.call('users.create', { login: 'agent', name: '李专员', role: 'agent', leadId: null, password: PASSWORD })
    await app.call('session.lock', { reason: 'switch' })
    const holder = startChild('hold', app.address)
    expect(await holder.said('ready')).toBe(true)
    expect(await app.fail('session.signIn', { login: 'boss', password: PASSWORD })).toEqual({
      code: 'RULE',
      rule: 'store-in-use',
      params: {},
    })
    await holder.kill()
    await app.signIn('boss')
    expect(await app.call('audit.verify', {})).toMatchObject({ ok: true })
  },
)
