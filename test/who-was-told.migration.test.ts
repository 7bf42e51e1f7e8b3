import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrate } from '../src/main/store/migrate.ts'
import { openSqlite } from '../src/main/store/sqlite/open.ts'

test('an older store keeps what it told to roles and who saw it first, and names nobody it did not know', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-migrate-'))
  const store = openSqlite(path.join(folder, 'desk.db'), new Uint8Array(32).fill(7), true)
  await sql.raw('pragma foreign_keys = off').execute(store.db)
  await migrate('sqlite', store.db, 480)
  const old = { clockId: 'c', reminder: 0, count: 1, at: 1, recordedAt: 2, level: 3, tells: 'manager' as const }
  const rows = [
    { ...old, percent: 100, seenAt: 3, seenBy: 'zheng' },
    { ...old, percent: 150, seenAt: null, seenBy: null },
  ]
  for (const row of rows)
    await store.db
      .insertInto('clockSignals')
      .values(row as never)
      .execute()
  await expect(store.db.selectFrom('toldGroups').selectAll().execute()).rejects.toThrow(/no such table/)
  await migrate('sqlite', store.db, 490)
  const read = () => store.db.selectFrom('clockSignals').selectAll().orderBy('percent').execute()
  expect(await read()).toEqual(rows.map((row) => ({ ...row, toldGroup: null, alsoTells: null })))
  expect(await store.db.selectFrom('toldGroups').selectAll().execute()).toEqual([])
  expect(await store.db.selectFrom('seenSignals').selectAll().execute()).toEqual([])
  const sight = { clockId: 'c', percent: 150, reminder: 0, userId: 'wu', seenAt: 4 }
  await store.db.insertInto('seenSignals').values(sight).execute()
  await expect(store.db.insertInto('seenSignals').values(sight).execute()).rejects.toThrow(/UNIQUE/)
  await expect(
    store.db
      .updateTable('clockSignals')
      .set({ alsoTells: 'nobody' as never })
      .execute(),
  ).rejects.toThrow(/CHECK/)
  await store.close()
  fs.rmSync(folder, { recursive: true, force: true })
})
