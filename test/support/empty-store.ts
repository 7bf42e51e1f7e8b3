import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { openPostgres } from '../../src/main/store/postgres/open.ts'
import { openSqlite } from '../../src/main/store/sqlite/open.ts'
import type { Database } from '../../src/main/store/types.ts'
import { dropDatabase, makeDatabase } from './databases.ts'

type Work = (db: Kysely<Database>) => Promise<void>

/** Works on an encrypted file that has no tables yet. */
export async function onEmptySqlite(work: Work): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-migrate-'))
  const store = openSqlite(path.join(folder, 'desk.db'), new Uint8Array(32).fill(7), true)
  await work(store.db)
  await store.close()
  fs.rmSync(folder, { recursive: true, force: true })
}

/** Works on a database of the tests' PostgreSQL that has no tables yet. */
export async function onEmptyPostgres(work: Work): Promise<void> {
  const address = await makeDatabase()
  const store = await openPostgres(address)
  try {
    await work(store.db)
  } finally {
    await store.close()
    await dropDatabase(address)
  }
}
