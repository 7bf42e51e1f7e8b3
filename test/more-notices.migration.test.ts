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
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-migrate-'))
  const store = openSqlite(path.join(folder, 'desk.db'), new Uint8Array(32).fill(7), true)
  await keepsAndWidens('sqlite', store.db)
  await store.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

test('what was told stays, and the newer kinds can be told, each once [postgres]', async () => {
  const server = inject('postgresUrl')
  const name = `desk_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const store = await openPostgres(`${server}/${name}`)
  await keepsAndWidens('postgres', store.db)
  const { rows } = await sql<{ name: string }>`
    select indexname as name from pg_indexes where tablename = 'deskNotices' order by 1`.execute(store.db)
  expect(rows.map((row) => row.name).filter((one) => !one.includes('pkey'))).toEqual([
    'deskNoticesByCaseId',
    'deskNoticesByUserIdReadAtAt',
    'deskNoticesByUserIdSource',
  ])
  await store.close()
})
