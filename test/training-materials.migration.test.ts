import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrate } from '../src/main/store/migrate.ts'
import { openSqlite } from '../src/main/store/sqlite/open.ts'

const FILE = {
  ...{ id: 'f', trainingId: 't', name: '提纲.txt', kind: 'text', size: 3, sha256: 'aa', note: '' },
  ...{ addedAt: 1, addedBy: 'zhao', sealedKey: '{}', chunks: 1 },
  ...{ removedAt: null, removedBy: null, removeReason: null },
}

test('an older store gets an empty place for the materials of trainings, and keeps the needs it had', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-migrate-'))
  const store = openSqlite(path.join(folder, 'desk.db'), new Uint8Array(32).fill(7), true)
  await sql.raw('pragma foreign_keys = off').execute(store.db)
  await migrate('sqlite', store.db, 440)
  const need = {
    ...{ id: 'n', source: 'score' as const, subject: 'teamwork', month: '2026-09', people: '[]' },
    ...{ decision: 'declined' as const, trainingId: null, reason: '已有测评', decidedAt: 1, decidedBy: 'zhao' },
  }
  await store.db.insertInto('trainingNeeds').values(need).execute()
  await expect(store.db.selectFrom('trainingMaterials').selectAll().execute()).rejects.toThrow(/no such table/)
  await migrate('sqlite', store.db, 450)
  expect(await store.db.selectFrom('trainingNeeds').selectAll().execute()).toEqual([need])
  expect(await store.db.selectFrom('trainingMaterials').selectAll().execute()).toEqual([])
  await store.db.insertInto('trainingMaterials').values(FILE).execute()
  await store.db
    .insertInto('trainingMaterialChunks')
    .values({ materialId: 'f', seq: 0, body: new Uint8Array([1, 2]) })
    .execute()
  expect(await store.db.selectFrom('trainingMaterials').selectAll().execute()).toEqual([FILE])
  const empty = { ...FILE, id: 'g', size: 0 }
  await expect(store.db.insertInto('trainingMaterials').values(empty).execute()).rejects.toThrow(/CHECK/)
  await store.close()
  fs.rmSync(folder, { recursive: true, force: true })
})
