import { type CompiledQuery, sql } from 'kysely'
import { type Packed, type PackedColumn, packRows, type Value } from './pack-rows.ts'
import type { Database, Db, Row } from './types.ts'

/** Rows of one statement, most first; far below either engine's limit of parameters for our widest table. */
const ROWS = [100, 10, 1]

/** Statements kept for other shared values; a load needs three or six. */
const KEPT = 30

/** Inserts rows of one table; all rows name the same columns. */
export type BulkInsert<T extends keyof Database> = (rows: readonly Row<T>[] | Packed<T>) => Promise<void>

/**
 * Makes an insert for very many rows: a statement is compiled once for each shape of rows and then only gets new values,
 * for compiling costs more than storing. What all rows share stands in the statement, for binding a value costs as much
 * as storing it.
 */
export function bulkInsert<T extends keyof Database>(db: Db, table: T): BulkInsert<T> {
  const compiled = new Map<string, CompiledQuery>()

  const statement = (columns: readonly PackedColumn[], shape: string, count: number): CompiledQuery => {
    const key = `${count} ${shape}`
    const known = compiled.get(key)
    if (known) return known
    const sample = Object.fromEntries(
      columns.map(({ name, same }) => [name, isWritten(same) ? sql.lit(same) : BOUND] as const),
    )
    // A row read has all columns a row written needs; the builder cannot see that for a table it does not know.
    const made = db
      .insertInto<keyof Database>(table)
      .values(Array.from({ length: count }, () => sample) as never)
      .compile()
    if (compiled.size >= KEPT) compiled.clear()
    compiled.set(key, made)
    return made
  }

  return async (rows) => {
    const { count, columns } = 'columns' in rows ? rows : packRows(table, rows)
    const bound = columns.filter(({ same }) => !isWritten(same))
    const shape = columns.map(({ same }) => (isWritten(same) ? JSON.stringify(same) : '?')).join()
    let from = 0
    for (const rowsOfOne of ROWS) {
      for (; from + rowsOfOne <= count; from += rowsOfOne) {
        const parameters: Value[] = []
        for (let at = from; at < from + rowsOfOne; at++)
          for (const { same, values } of bound) parameters.push(same === undefined ? (values[at] ?? null) : same)
        await db.executeQuery({ ...statement(columns, shape, rowsOfOne), parameters })
      }
    }
  }
}

const BOUND = ''
/** Words of the program's own, dates and empty texts; whatever a person may have written is bound. */
const WORD = /^[a-zA-Z\d:.[\]-]{0,24}$/

/** True for a shared value that stands in the statement itself. */
function isWritten(same: Value | undefined): same is Value {
  return same === null || typeof same === 'number' || (typeof same === 'string' && WORD.test(same))
}
