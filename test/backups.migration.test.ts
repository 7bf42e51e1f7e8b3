import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '../src/main/store/migrate.ts'
import { openSqlite } from '../src/main/store/sqlite/open.ts'

const BACKUP = {
  ...{ id: 'b', seq: 1, at: 1, folder: '/backups', fileName: 'vip-desk.backup', bytes: 3, sha256: 'aa', entries: 2 },
  ...{ tookMs: 5, outcome: 'done' as const, fault: null, madeBy: 'system', removedAt: null },
}

test('an older store gets an empty list of backups and keeps its settings', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-migrate-'))
  const store = openSqlite(path.join(folder, 'desk.db'), new Uint8Array(32).fill(7), true)
  await migrate('sqlite', store.db, 470)
  const setting = { key: 'desk', value: '{}' }
  await store.db.insertInto('settings').values(setting).execute()
  await expect(store.db.selectFrom('backups').selectAll().execute()).rejects.toThrow(/no such table/)
  await migrate('sqlite', store.db, 480)
  expect(await store.db.selectFrom('settings').selectAll().execute()).toEqual([setting])
  expect(await store.db.selectFrom('backups').selectAll().execute()).toEqual([])
  await store.db.insertInto('backups').values(BACKUP).execute()
  expect(await store.db.selectFrom('backups').selectAll().execute()).toEqual([BACKUP])
  await expect(
    store.db
      .insertInto('backups')
      .values({ ...BACKUP, id: 'c' })
      .execute(),
  ).rejects.toThrow(/UNIQUE/)
  await store.close()
  fs.rmSync(folder, { recursive: true, force: true })
})
