import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrate } from '../src/main/store/migrate.ts'
import { openSqlite } from '../src/main/store/sqlite/open.ts'

test('changed scores of an older store stay when newer indicators may be changed too, and anything else is still refused', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-migrate-'))
  const store = openSqlite(path.join(folder, 'desk.db'), new Uint8Array(32).fill(7), true)
  await sql.raw('pragma foreign_keys = off').execute(store.db)
  const row = {
    cardId: 'card',
    seq: 1,
    stage: 'calibration',
    fromScore: 8000,
    toScore: 9000,
    reason: '演示',
    at: 1,
  } as const
  const kept = { ...row, id: 'old', indicator: 'teamwork', by: 'boss' } as const
  const insert = (values: Omit<typeof kept, 'id' | 'indicator'> & { id: string; indicator: 'quality' | 'teamwork' }) =>
    store.db.insertInto('scorecardChanges').values(values).execute()
  await migrate('sqlite', store.db, 400)
  await insert(kept)
  await expect(insert({ ...kept, id: 'early', indicator: 'quality' })).rejects.toThrow(/CHECK/)
  await migrate('sqlite', store.db, 410)
  expect(await store.db.selectFrom('scorecardChanges').selectAll().execute()).toEqual([kept])
  await insert({ ...kept, id: 'new', indicator: 'quality' })
  await expect(insert({ ...kept, id: 'bad', indicator: 'luck' as string as 'quality' })).rejects.toThrow(/CHECK/)
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_master where tbl_name like 'scorecardChanges%' and sql is not null order by name`.execute(
    store.db,
  )
  expect(rows.map(({ name }) => name)).toEqual([
    'scorecardChanges',
    'scorecardChangesByBy',
    'scorecardChangesByCardIdSeq',
  ])
  await store.close()
  fs.rmSync(folder, { recursive: true, force: true })
})
