import type Database from 'better-sqlite3'

type Value = string | number | null
type Index = { name: string; sql: string }

/** Fills a table through one prepared statement, in the transaction of the caller. */
export function insertAll(
  db: Database.Database,
  table: string,
  rows: Iterable<Readonly<Record<string, Value>>>,
): number {
  let statement: Database.Statement | undefined
  let count = 0
  for (const row of rows) {
    if (!statement) {
      const columns = Object.keys(row)
      const names = columns.map((name) => `"${name}"`).join(', ')
      statement = db.prepare(`insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`)
    }
    statement.run(...Object.values(row))
    count += 1
  }
  return count
}

/** Does work on a table without its indexes and makes them again afterwards. */
export function withIndexesLast<T>(db: Database.Database, table: string, work: () => T): T {
  const indexes = db
    .prepare("select name, sql from sqlite_master where type = 'index' and tbl_name = ? and sql is not null")
    .all(table) as Index[]
  for (const { name } of indexes) db.exec(`drop index "${name}"`)
  const result = work()
  for (const { sql } of indexes) db.exec(sql)
  return result
}
