import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrate } from '../src/main/store/migrate.ts'
import type { Engine } from '../src/main/store/schema.ts'
import type { Database } from '../src/main/store/types.ts'
import { onEmptyPostgres, onEmptySqlite } from './support/empty-store.ts'

const PERSON = {
  ...{ id: 'li', login: 'li', name: '演示', role: 'agent', status: 'active', leadId: null },
  ...{ mustChangePassword: 0, createdAt: 1, lastSignInAt: null },
}
const TOLD = { id: 'a', userId: 'li', kind: 'todo', source: 'todo x', caseId: null, at: 1 } as const
const OLD = { ...TOLD, verdict: 'shown', why: '', readAt: null } as const

async function keepsAndWidens(engine: Engine, db: Kysely<Database>): Promise<void> {
  await migrate(engine, db, 490)
  await db
    .insertInto('users')
    .values(PERSON as never)
    .execute()
  await db.insertInto('deskNotices').values(OLD).execute()
  const mention = { ...OLD, id: 'b', kind: 'mention' as const, source: 'mention x' }
  await expect(db.insertInto('deskNotices').values(mention).execute()).rejects.toThrow(/check/i)
  await migrate(engine, db, 530)
  await db.insertInto('deskNotices').values(mention).execute()
  const all = await db.selectFrom('deskNotices').selectAll().orderBy('id').execute()
  expect(all).toEqual([OLD, mention])
  const twice = { ...mention, id: 'c' }
  await expect(db.insertInto('deskNotices').values(twice).execute()).rejects.toThrow(/unique/i)
  const unknown = { ...mention, id: 'd', source: 'z', kind: 'gossip' as never }
  await expect(db.insertInto('deskNotices').values(unknown).execute()).rejects.toThrow(/check/i)
}

test('what was told stays, and the newer kinds can be told, each once [sqlite]', async () => {
  await onEmptySqlite((db) => keepsAndWidens('sqlite', db))
})

test('what was told stays, and the newer kinds can be told, each once [postgres]', async () => {
  await onEmptyPostgres(async (db) => {
    await keepsAndWidens('postgres', db)
    const { rows } = await sql<{ name: string }>`
      select indexname as name from pg_indexes where tablename = 'deskNotices' order by 1`.execute(db)
    expect(rows.map((row) => row.name).filter((one) => !one.includes('pkey'))).toEqual([
      'deskNoticesByCaseId',
      'deskNoticesByUserIdReadAtAt',
      'deskNoticesByUserIdSource',
    ])
  })
})
