import type SqliteDatabase from 'better-sqlite3'
import { faultOf, StoreError } from '../errors.ts'
import { type CipherDatabase, openConnection, withRawKey } from './connection.ts'
import { holdLock } from './lock.ts'

/**
 * Encrypts every page under a new key, in one write that either stands whole or not at all; a kill leaves the old key or
 * the new one. No other connection may be open. Throws what SQLite throws, and the old key is then still in use.
 */
export function rekey(connection: SqliteDatabase.Database, newKey: Uint8Array): void {
  withRawKey(newKey, (raw) => (connection as CipherDatabase).rekey(raw))
  try {
    // The log is as long as the store now: its room is needed, and what the old key opens goes with it.
    connection.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // The new key stands. SQLite moves its log when it next can.
  }
}

/**
 * Which of two keys a store that nobody uses opens with, after a change of keys that was cut short. It only reads: a
 * connection that may write would move the log when it closes. Throws StoreError in-use, or damaged when neither opens it.
 */
export function keyThatOpens(file: string, keys: readonly Uint8Array[]): Uint8Array {
  const lock = holdLock(file)
  try {
    const key = keys.find((one) => opensWith(file, one))
    if (!key) throw new StoreError('damaged')
    return key
  } finally {
    lock.release()
  }
}

/** True when the store's first page opens with this key. */
export function opensWith(file: string, dataKey: Uint8Array): boolean {
  try {
    openConnection(file, dataKey, 'read').close()
    return true
  } catch (error) {
    if (faultOf(error) === 'damaged') return false
    throw error
  }
}
