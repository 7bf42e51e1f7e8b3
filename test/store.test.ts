import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { faultOf } from '../src/main/store/errors.ts'
import { createStore, openStore } from '../src/main/store/open.ts'
import { openConnection } from '../src/main/store/sqlite/connection.ts'
import { checkCopy } from '../src/main/store/sqlite/copy.ts'
import { openSqlite } from '../src/main/store/sqlite/open.ts'
import { withStatementCache } from '../src/main/store/sqlite/statement-cache.ts'

const KEY = new Uint8Array(32).fill(7)
const OTHER_KEY = new Uint8Array(32).fill(8)
const MARK = 'a marker that nobody may read 明文'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-store-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const newFile = (): string => path.join(fs.mkdtempSync(path.join(folder, 'store-')), 'desk.db')

/** A closed store with some rows, and where it lies. */
async function madeStore(rows = 200): Promise<string> {
  const file = newFile()
  const store = await createStore({ engine: 'sqlite', path: file }, KEY)
  await store.transaction(async (db) => {
    for (let n = 0; n < rows; n++)
      await db
        .insertInto('settings')
        .values({ key: `row ${n}`, value: `${MARK} ${n}`.repeat(10) })
        .execute()
  })
  await store.close()
  return file
}

/** Refused at opening, or found by SQLite's check of every page. */
const REPORTED = new Set<string | undefined>(['damaged', 'backup-failed'])

/** Opens the store and reads every page of it; answers the fault, or undefined when all was well. */
async function faultWhenRead(file: string): Promise<string | undefined> {
  try {
    const store = await openStore({ engine: 'sqlite', path: file }, KEY)
    await store.close()
    checkCopy(file, KEY)
    return undefined
  } catch (error) {
    return faultOf(error) ?? String(error)
  }
}

test('every safety setting is read back from the open connection', async () => {
  const connection = openConnection(await madeStore(1), KEY, 'write')
  const names = [
    'cipher',
    'algorithm',
    'journal_mode',
    'synchronous',
    'temp_store',
    'foreign_keys',
    'trusted_schema',
    'cell_size_check',
  ]
  expect(Object.fromEntries(names.map((name) => [name, connection.pragma(name, { simple: true })]))).toEqual({
    cipher: 'aegis',
    algorithm: 'aegis-256',
    journal_mode: 'wal',
    synchronous: 2,
    temp_store: 2,
    foreign_keys: 1,
    trusted_schema: 0,
    cell_size_check: 1,
  })
  connection.close()
})

test('nothing readable lies in the store, its log or its neighbours, open or closed', async () => {
  const file = await madeStore()
  const store = openSqlite(file, KEY, false)
  await store.transaction((db) => db.insertInto('settings').values({ key: 'in the log', value: MARK }).execute())
  const folder = path.dirname(file)
  const readable = () =>
    fs.readdirSync(folder).filter((name) => fs.readFileSync(path.join(folder, name)).includes(MARK))
  expect(fs.readdirSync(folder)).toContain('desk.db-wal')
  expect(readable()).toEqual([])
  await store.close()
  expect(readable()).toEqual([])
})

test('a statement is prepared once, and again only while the first is being read', () => {
  const db = new Database(':memory:')
  let prepared = 0
  const prepare = db.prepare.bind(db)
  const counting = Object.assign(db, {
    prepare: (text: string) => {
      prepared += 1
      return prepare(text)
    },
  })
  const cached = withStatementCache(counting as Database.Database)
  for (let n = 0; n < 10; n++) cached.prepare('select 1 as one').all([])
  expect(prepared).toBe(1)
  for (const _ of cached.prepare('select 1 as one union select 2').iterate([])) {
    expect(cached.prepare('select 1 as one union select 2').all([])).toEqual([{ one: 1 }, { one: 2 }])
  }
  expect(prepared).toBe(4)
  cached.close()
})

test('a wrong key opens nothing and changes nothing', async () => {
  const file = await madeStore()
  const before = fs.readFileSync(file)
  await expect(openStore({ engine: 'sqlite', path: file }, OTHER_KEY)).rejects.toMatchObject({ code: 'SQLITE_NOTADB' })
  await expect(openStore({ engine: 'sqlite', path: file }, KEY.slice(1))).rejects.toMatchObject({ fault: 'wrong-key' })
  expect(fs.readFileSync(file).equals(before)).toBe(true)
  expect(await faultWhenRead(file)).toBeUndefined()
})

test('a missing or empty file is refused and never made anew', async () => {
  const file = await madeStore()
  fs.truncateSync(file, 0)
  expect(await faultWhenRead(file)).toBe('empty-file')
  expect(fs.statSync(file).size).toBe(0)
  fs.rmSync(file)
  expect(await faultWhenRead(file)).toBe('missing')
  expect(fs.existsSync(file)).toBe(false)
})

test('a file that is cut short is reported, wherever it was cut', async () => {
  const file = await madeStore()
  const { size } = fs.statSync(file)
  const cuts = { 'a page less': size - 4096, 'some bytes less': size - 100, 'one page': 4096, 'a hundred bytes': 100 }
  const silent: string[] = []
  for (const [name, left] of Object.entries({ ...cuts, half: 4096 * Math.floor(size / 8192) })) {
    const cut = `${file}.${left}`
    fs.copyFileSync(file, cut)
    fs.truncateSync(cut, left)
    if (!REPORTED.has(await faultWhenRead(cut))) silent.push(name)
    expect(fs.statSync(cut).size, name).toBe(left)
  }
  expect(silent).toEqual([])
})

// The first 16 bytes are a salt that a raw key does not use: nothing depends on them.
test('a flipped bit anywhere in the main file is reported', async () => {
  const file = await madeStore(400)
  const bytes = fs.readFileSync(file)
  const flips = Number(process.env.FAULT_FLIPS ?? 30)
  const step = Math.floor((bytes.length - 16) / flips)
  const silent: [place: number, fault: string | undefined][] = []
  for (let n = 0; n < flips; n++) {
    const place = 16 + n * step + ((n * 997) % step)
    const changed = Buffer.from(bytes)
    changed[place] = (changed[place] ?? 0) ^ (1 << (n % 8))
    const damaged = `${file}.damaged`
    fs.writeFileSync(damaged, changed)
    const fault = await faultWhenRead(damaged)
    if (!REPORTED.has(fault)) silent.push([place, fault])
  }
  expect(silent).toEqual([])
})

test('a file deleted or replaced under the open desk stops every change and every query', async () => {
  const file = await madeStore()
  const store = openSqlite(file, KEY, false)
  fs.copyFileSync(file, `${file}.other`)
  fs.renameSync(`${file}.other`, file)
  await expect(store.transaction((db) => db.selectFrom('settings').selectAll().execute())).rejects.toMatchObject({
    fault: 'replaced',
  })
  await expect(store.read((db) => db.selectFrom('settings').selectAll().execute())).rejects.toMatchObject({
    fault: 'replaced',
  })
  fs.rmSync(file)
  await expect(store.transaction((db) => db.selectFrom('settings').selectAll().execute())).rejects.toMatchObject({
    fault: 'replaced',
  })
  await store.close()
})

test('a new store never takes the place of an old one, nor an old note for its own', async () => {
  const file = await madeStore()
  await expect(createStore({ engine: 'sqlite', path: file }, KEY)).rejects.toMatchObject({ fault: 'exists' })
  for (const suffix of ['', '-wal', '-shm']) fs.rmSync(file + suffix, { force: true })
  fs.writeFileSync(`${file}.anchor`, `12 ${'a'.repeat(64)}\n`.padEnd(128))
  const store = await createStore({ engine: 'sqlite', path: file }, OTHER_KEY)
  expect((await sql<{ n: number }>`select count(*) as n from audit`.execute(store.db)).rows).toEqual([{ n: 0 }])
  await store.close()
})

test('a connection that was never used is closed all the same', async () => {
  const file = await madeStore()
  for (let n = 0; n < 3; n++) await openSqlite(file, KEY, false).close()
  expect(fs.existsSync(`${file}-wal`)).toBe(false)
})
