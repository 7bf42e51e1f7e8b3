import { sql } from 'kysely'
import type { Db } from './types.ts'

/** Runs work inside a transaction so that all it wrote is gone again when it throws, or when `keep` says no; the transaction goes on. */
export async function inSavepoint<T>(db: Db, work: () => Promise<T>, keep = true): Promise<T> {
  await sql.raw('savepoint one').execute(db)
  let isKept = false
  try {
    const value = await work()
    isKept = keep
    return value
  } finally {
    if (!isKept) await sql.raw('rollback to savepoint one').execute(db)
    await sql.raw('release savepoint one').execute(db)
  }
}
