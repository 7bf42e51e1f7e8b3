import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { CURRENT_VERSION, migrations } from '../migrations/index.ts'
import { migrate, schemaVersion } from '../src/main/store/migrate.ts'
import { openStore } from '../src/main/store/open.ts'
import { ENGINES, stepSql } from '../src/main/store/schema.ts'
import { openSqlite } from '../src/main/store/sqlite/open.ts'

const KEY = new Uint8Array(32).fill(7)

function newFile(): string {
  return path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-migrate-')), 'desk.db')
}

test('the schema is the committed one, on both engines', async () => {
  const text = ENGINES.map((engine) => {
    const statements = migrations.flatMap(({ version, name, steps }) => [
      `-- ${version} ${name}`,
      ...steps.map((step) => `${stepSql(engine, step)};`),
    ])
    return `-- ${engine}\n\n${statements.join('\n')}\n`
  })
  await expect(text.join('\n')).toMatchFileSnapshot('../migrations/schema.snap.sql')
})

test('versions rise in steps of ten', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => (index + 1) * 10))
})

for (const [index, migration] of migrations.entries()) {
  test(`version ${migration.version} (${migration.name}) is reached from the one before, and what was there stays`, async () => {
    const file = newFile()
    const before = migrations[index - 1]?.version ?? 0
    const store = openSqlite(file, KEY, true)
    await migrate('sqlite', store.db, before)
    if (before > 0)
      await store.db
        .insertInto('settings')
        .values({ key: 'kept', value: String(before) })
        .execute()
    await migrate('sqlite', store.db, migration.version)
    expect(await schemaVersion('sqlite', store.db)).toBe(migration.version)
    const names = migration.steps.flatMap((step) => (step.kind === 'table' ? [step.name] : []))
    const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(store.db)
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(names))
    const kept = await store.db.selectFrom('settings').select('value').where('key', '=', 'kept').execute()
    expect(kept).toEqual(before > 0 ? [{ value: String(before) }] : [])
    await store.close()
  })
}

test('a store made by a newer version is refused and left as it is', async () => {
  const file = newFile()
  const store = openSqlite(file, KEY, true)
  await migrate('sqlite', store.db)
  await sql.raw(`pragma user_version = ${CURRENT_VERSION + 10}`).execute(store.db)
  await store.close()
  await expect(openStore({ engine: 'sqlite', path: file }, KEY)).rejects.toMatchObject({ fault: 'newer-version' })
  const again = openSqlite(file, KEY, false)
  expect(await schemaVersion('sqlite', again.db)).toBe(CURRENT_VERSION + 10)
  await again.close()
})

test('an older store that holds something is backed up before it is changed', async () => {
  const file = newFile()
  const store = openSqlite(file, KEY, true)
  await migrate('sqlite', store.db, 20)
  await store.db.insertInto('settings').values({ key: 'kept', value: 'yes' }).execute()
  await store.close()
  const opened = await openStore({ engine: 'sqlite', path: file }, KEY)
  expect(await schemaVersion('sqlite', opened.db)).toBe(CURRENT_VERSION)
  await opened.close()
  const [backup = ''] = fs.readdirSync(path.dirname(file)).filter((name) => name.endsWith('.backup'))
  const old = openSqlite(path.join(path.dirname(file), backup), KEY, false)
  expect(await schemaVersion('sqlite', old.db)).toBe(20)
  expect(await old.db.selectFrom('settings').selectAll().where('key', '=', 'kept').execute()).toEqual([
    { key: 'kept', value: 'yes' },
  ])
  await old.close()
})
