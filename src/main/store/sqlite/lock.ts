import Database from 'better-sqlite3'
import { faultOf, StoreError } from '../errors.ts'
import { makePrivate } from './connection.ts'

/**
 * Keeps every second program out of the store for as long as this one lives.
 * The lock is a transaction on an empty neighbour file, so the system itself lets go of it when the program dies:
 * no staleness to guess. Our own reader connection is not kept out, as SQLite's exclusive mode would.
 * Throws StoreError in-use.
 */
export function holdLock(storeFile: string): { release: () => void } {
  const file = `${storeFile}.lock`
  makePrivate(file)
  const db = new Database(file, { timeout: 0 })
  try {
    db.pragma('journal_mode = DELETE')
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if (faultOf(error) === 'in-use') throw new StoreError('in-use')
    throw error
  }
  return { release: () => db.close() }
}
