import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { migrate } from '../src/main/store/migrate.ts'
import { openPostgres } from '../src/main/store/postgres/open.ts'
import type { Engine } from '../src/main/store/schema.ts'
import { openSqlite } from '../src/main/store/sqlite/open.ts'
import type { Database } from '../src/main/store/types.ts'

const OLD = {
  ...{
    id: 'a',
    dimension: 'flight' as const,
    value: 'HU7609',
    state: 'open' as const,
    raisedAt: 5,
    windowFrom: 1,
    windowTo: 2,
  },
  ...{ count: 6, limit: 1, body: '{}', ownerId: null, acknowledgedAt: null, acknowledgedBy: null },
  ...{ finding: null, foundAt: null, foundBy: null, closedAt: null, closedBy: null, outcome: null, closing: null },
} as const

async function keepsAndWidens(engine: Engine, db: Kysely<Database>): Promise<void> {
  await migrate(engine, db, 530)
  await db.insertInto('patternAlerts').values(OLD).execute()
  const supplier = { ...OLD, id: 'b', dimension: 'supplier' as const, value: 'hotel' }
  await expect(db.insertInto('patternAlerts').values(supplier).execute()).rejects.toThrow(/check/i)
  await migrate(engine, db, 570)
  await db.insertInto('patternAlerts').values(supplier).execute()
  expect(await db.selectFrom('patternAlerts').selectAll().orderBy('id').execute()).toEqual([OLD, supplier])
  const unknown = { ...OLD, id: 'c', dimension: 'weather' as never }
  await expect(db.insertInto('patternAlerts').values(unknown).execute()).rejects.toThrow(/check/i)
  expect(await db.selectFrom('serviceTypes').selectAll().execute()).toEqual([])
}

test('warnings stay, and one about a supplier can be raised [sqlite]', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-migrate-'))
  const store = openSqlite(path.join(folder, 'desk.db'), new Uint8Array(32).fill(7), true)
  await keepsAndWidens('sqlite', store.db)
  await store.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

test('warnings stay, and one about a supplier can be raised [postgres]', async () => {
  const server = inject('postgresUrl')
  const name = `desk_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const store = await openPostgres(`${server}/${name}`)
  await keepsAndWidens('postgres', store.db)
  const { rows } = await sql<{ name: string }>`
    select indexname as name from pg_indexes where tablename = 'patternAlerts' order by 1`.execute(store.db)
  expect(rows.map((row) => row.name).filter((one) => !one.includes('pkey'))).toEqual([
    'patternAlertsByDimensionValueWindowTo',
    'patternAlertsByStateRaisedAt',
  ])
  await store.close()
})
