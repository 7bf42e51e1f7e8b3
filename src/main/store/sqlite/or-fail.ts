import { type RawBuilder, SqliteAdapter, sql } from 'kysely'
import type { Db } from '../types.ts'

/**
 * What follows the verb of a change of many rows: SQLite then keeps no copy of each page to take back the statement alone,
 * which is a tenth of a long change. Rows before one that is refused stay changed, so it is only for work whose refusal
 * ends the transaction. PostgreSQL needs nothing.
 */
export function orFail(db: Db): RawBuilder<unknown> {
  return db.getExecutor().adapter instanceof SqliteAdapter ? sql`or fail` : sql``
}
