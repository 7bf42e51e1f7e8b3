import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrate } from '../src/main/store/migrate.ts'
import type { Engine } from '../src/main/store/schema.ts'
import type { Database } from '../src/main/store/types.ts'
import { onEmptyPostgres, onEmptySqlite } from './support/empty-store.ts'

const MESSAGES_BY_TIME = 'messagesByCreatedAtId'

async function getsItsOrder(engine: Engine, db: Kysely<Database>, names: () => Promise<string[]>): Promise<void> {
  await migrate(engine, db, 590)
  expect(await names()).not.toContain(MESSAGES_BY_TIME)
  await migrate(engine, db, 600)
  expect(await names()).toContain(MESSAGES_BY_TIME)
}

test('messages are kept in the order of time as well [sqlite]', async () => {
  await onEmptySqlite((db) =>
    getsItsOrder('sqlite', db, async () => {
      const { rows } = await sql<{ name: string }>`select name from sqlite_master where tbl_name = 'messages'`.execute(
        db,
      )
      return rows.map(({ name }) => name)
    }),
  )
})

test('messages are kept in the order of time as well [postgres]', async () => {
  await onEmptyPostgres((db) =>
    getsItsOrder('postgres', db, async () => {
      const { rows } = await sql<{ name: string }>`
        select indexname as name from pg_indexes where tablename = 'messages'`.execute(db)
      return rows.map(({ name }) => name)
    }),
  )
})
