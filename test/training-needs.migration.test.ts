import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrate } from '../src/main/store/migrate.ts'
import { openSqlite } from '../src/main/store/sqlite/open.ts'

test('an older store gets an empty place for settled training needs and changes of team, and keeps what it had', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-migrate-'))
  const store = openSqlite(path.join(folder, 'desk.db'), new Uint8Array(32).fill(7), true)
  await sql.raw('pragma foreign_keys = off').execute(store.db)
  await migrate('sqlite', store.db, 430)
  const kept = { key: 'desk.language', value: '"en"' }
  await store.db.insertInto('settings').values(kept).execute()
  await expect(store.db.selectFrom('teamMoves').selectAll().execute()).rejects.toThrow(/no such table/)
  await migrate('sqlite', store.db, 440)
  const settings = await store.db.selectFrom('settings').selectAll().where('key', '=', kept.key).execute()
  expect(settings).toMatchObject([kept])
  expect(await store.db.selectFrom('trainingNeeds').selectAll().execute()).toEqual([])
  const move = { id: 'm', userId: 'li', fromLeadId: null, toLeadId: 'wang', at: 1, by: 'boss' }
  await store.db.insertInto('teamMoves').values(move).execute()
  expect(await store.db.selectFrom('teamMoves').selectAll().execute()).toEqual([move])
  await store.close()
  fs.rmSync(folder, { recursive: true, force: true })
})
