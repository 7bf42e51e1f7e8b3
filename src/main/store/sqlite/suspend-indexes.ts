import { sql } from 'kysely'
import type { SuspendedIndexes } from '../store.ts'
import type { Database, Db } from '../types.ts'

type Index = { name: string; sql: string }

/** KiB of pages kept while tables are filled: each index reads the whole table, which is many times faster from memory. */
const ROOM = 262_144

/** Drops the indexes of tables, but not those that keep keys unique, and gives the steps that make them again. */
export async function suspendIndexes(db: Db, tables: readonly (keyof Database)[]): Promise<SuspendedIndexes> {
  const { rows } = await sql<Index>`
    select name, sql from sqlite_master
    where type = 'index' and tbl_name in (${sql.join(tables)}) and sql is not null and sql not like 'CREATE UNIQUE%'
  `.execute(db)
  for (const { name } of rows) await sql`drop index ${sql.id(name)}`.execute(db)
  const usual = await sql<{ cache_size: number }>`pragma cache_size`.execute(db)
  await sql`pragma cache_size = ${sql.lit(-ROOM)}`.execute(db)
  return {
    steps: rows.map((index) => async () => {
      await sql.raw(index.sql).execute(db)
    }),
    end: async () => {
      await sql`pragma cache_size = ${sql.lit(usual.rows[0]?.cache_size ?? 0)}`.execute(db)
    },
  }
}
