import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrate } from '../src/main/store/migrate.ts'
import { openSqlite } from '../src/main/store/sqlite/open.ts'
import type { Row } from '../src/main/store/types.ts'

test('an older store gets an empty place for macros and keeps what it had; macros named once keep that name', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-migrate-'))
  const store = openSqlite(path.join(folder, 'desk.db'), new Uint8Array(32).fill(7), true)
  await sql.raw('pragma foreign_keys = off').execute(store.db)
  await migrate('sqlite', store.db, 420)
  const view = { id: 'view', ownerId: 'li', name: '演示', isShared: 0, query: '{}', digit: null } as const
  const kept = { ...view, createdAt: 1, updatedAt: 1, deletedAt: null }
  await store.db.insertInto('savedViews').values(kept).execute()
  await expect(store.db.selectFrom('macros').selectAll().execute()).rejects.toThrow(/no such table/)
  await migrate('sqlite', store.db, 430)
  expect(await store.db.selectFrom('savedViews').selectAll().execute()).toEqual([kept])
  expect(await store.db.selectFrom('macros').selectAll().execute()).toEqual([])
  const macro = { id: 'm', scope: 'own', ownerId: 'li', name: '演示', version: 1, isArchived: 0 } as const
  const row = { ...macro, createdAt: 1, updatedAt: 1, uses: 0, undone: 0, lastUsedAt: null } as Row<'macros'>
  await store.db.insertInto('macros').values(row).execute()
  const version = { macroId: 'm', version: 1, name: '演示', conditions: '{}', steps: '[]', at: 1, byId: 'li' }
  await store.db
    .insertInto('macroVersions')
    .values(version as Row<'macroVersions'>)
    .execute()
  await migrate('sqlite', store.db, 470)
  expect(await store.db.selectFrom('macros').selectAll().execute()).toEqual([{ ...row, nameEn: '' }])
  expect(await store.db.selectFrom('macroVersions').selectAll().execute()).toEqual([{ ...version, nameEn: '' }])
  const wrong = { ...row, id: 'x', scope: 'world' as string as 'own' }
  await expect(store.db.insertInto('macros').values(wrong).execute()).rejects.toThrow(/CHECK/)
  await store.close()
  fs.rmSync(folder, { recursive: true, force: true })
})
