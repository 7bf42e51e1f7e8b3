import type { CompiledQuery } from 'kysely'
import type { Database, Db, Row } from './types.ts'

/** Rows of one statement; far below either engine's limit of parameters for our widest table. */
const ROWS = 100

/** Inserts rows of one table; all rows name the same columns. */
export type BulkInsert<T extends keyof Database> = (rows: readonly Row<T>[]) => Promise<void>

/**
 * Makes an insert for very many rows: a statement is compiled once for each number of rows and then only gets new values,
 * for compiling costs more than storing.
 */
export function bulkInsert<T extends keyof Database>(db: Db, table: T): BulkInsert<T> {
  const compiled = new Map<number, CompiledQuery>()
  let columns: (keyof Row<T>)[] | undefined

  const statement = (sample: Row<T>, count: number): CompiledQuery => {
    const known = compiled.get(count)
    if (known) return known
    // A row read has all columns a row written needs; the builder cannot see that for a table it does not know.
    const made = db
      .insertInto<keyof Database>(table)
      .values(Array.from({ length: count }, () => sample) as never)
      .compile()
    compiled.set(count, made)
    return made
  }

  return async (rows) => {
    for (let from = 0; from < rows.length; from += ROWS) {
      const part = rows.slice(from, from + ROWS)
      const [first] = part
      if (!first) return
      columns ??= Object.keys(first) as (keyof Row<T>)[]
      const parameters: unknown[] = []
      for (const row of part) for (const column of columns) parameters.push(row[column])
      await db.executeQuery({ ...statement(first, part.length), parameters })
    }
  }
}
