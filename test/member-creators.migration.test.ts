import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { seeded } from '../bench/lib/random.ts'
import { memberRow } from '../bench/lib/rows-of.ts'
import { migrate } from '../src/main/store/migrate.ts'
import type { Engine } from '../src/main/store/schema.ts'
import type { Database } from '../src/main/store/types.ts'
import { onEmptyPostgres, onEmptySqlite } from './support/empty-store.ts'

const PERSON = {
  ...{ id: 'li', login: 'li', name: '演示', role: 'agent', status: 'active', leadId: null },
  ...{ mustChangePassword: 0, createdAt: 1, lastSignInAt: null },
}

async function keepsAndNames(engine: Engine, db: Kysely<Database>): Promise<void> {
  await migrate(engine, db, 570)
  await db
    .insertInto('users')
    .values(PERSON as never)
    .execute()
  const { createdBy: _, ...old } = memberRow(1, seeded(1))
  await db
    .insertInto('members')
    .values(old as never)
    .execute()
  await migrate(engine, db, 580)
  const made = { ...memberRow(2, seeded(2)), createdBy: 'li' }
  await db.insertInto('members').values(made).execute()
  expect(await db.selectFrom('members').selectAll().orderBy('cardNo').execute()).toEqual([
    { ...old, createdBy: null },
    made,
  ])
  const stranger = { ...memberRow(3, seeded(3)), createdBy: 'nobody' }
  await expect(db.insertInto('members').values(stranger).execute()).rejects.toThrow(/foreign key/i)
}

test('members stay without a creator, and a new one names somebody of the desk [sqlite]', async () => {
  await onEmptySqlite((db) => keepsAndNames('sqlite', db))
})

test('members stay without a creator, and a new one names somebody of the desk [postgres]', async () => {
  await onEmptyPostgres(async (db) => {
    await keepsAndNames('postgres', db)
    const { rows } = await sql<{ name: string }>`
      select indexname as name from pg_indexes where tablename = 'members' order by 1`.execute(db)
    expect(rows.map((row) => row.name)).toContain('membersByCreatedBy')
  })
})
