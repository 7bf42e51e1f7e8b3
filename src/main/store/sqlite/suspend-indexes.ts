import { sql } from 'kysely'
import type { Database, Db } from '../types.ts'

type Index = { name: string; sql: string }

/** Drops a table's indexes, but not those that keep keys unique, and gives the steps that make them again. */
export async function suspendIndexes(db: Db, table: keyof Database): Promise<(() => Promise<void>)[]> {
  const { rows } = await sql<Index>`
    select name, sql from sqlite_master where type = 'index' and tbl_name = ${table} and sql is not null and sql not like 'CREATE UNIQUE%'
  `.execute(db)
  for (const { name } of rows) await sql`drop index ${sql.id(name)}`.execute(db)
  return rows.map((index) => async () => {
    await sql.raw(index.sql).execute(db)
  })
}
