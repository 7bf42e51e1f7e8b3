import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrate } from '../src/main/store/migrate.ts'
import type { Engine } from '../src/main/store/schema.ts'
import type { Database } from '../src/main/store/types.ts'
import { onEmptyPostgres, onEmptySqlite } from './support/empty-store.ts'

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
  await onEmptySqlite((db) => keepsAndWidens('sqlite', db))
})

test('warnings stay, and one about a supplier can be raised [postgres]', async () => {
  await onEmptyPostgres(async (db) => {
    await keepsAndWidens('postgres', db)
    const { rows } = await sql<{ name: string }>`
      select indexname as name from pg_indexes where tablename = 'patternAlerts' order by 1`.execute(db)
    expect(rows.map((row) => row.name).filter((one) => !one.includes('pkey'))).toEqual([
      'patternAlertsByDimensionValueWindowTo',
      'patternAlertsByStateRaisedAt',
    ])
  })
})
