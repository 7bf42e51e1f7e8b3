import type { CompiledQuery } from 'kysely'
import type { Value } from './pack-rows.ts'
import type { Database, Db, Row } from './types.ts'

/** Tables whose rows have an id of their own. */
type WithId = { [T in keyof Database]: 'id' extends keyof Row<T> ? T : never }[keyof Database]

/** Changes some columns of one row. */
export type BulkUpdate<T extends WithId> = (id: string, columns: Partial<Row<T>>) => Promise<void>

/** Sets of columns whose statements are kept. */
const KEPT = 100

/** Makes an update for very many rows one by one: a statement is compiled once for each set of columns. */
export function bulkUpdate<T extends WithId>(db: Db, table: T): BulkUpdate<T> {
  const compiled = new Map<string, CompiledQuery>()

  return async (id, columns) => {
    const names = Object.keys(columns)
    const shape = names.join()
    const query =
      compiled.get(shape) ??
      db
        .updateTable<WithId>(table)
        .set(columns as never)
        .where('id', '=', id as never)
        .compile()
    if (compiled.size >= KEPT) compiled.clear()
    compiled.set(shape, query)
    await db.executeQuery({ ...query, parameters: [...(Object.values(columns) as Value[]), id] })
  }
}
