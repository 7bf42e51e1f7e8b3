import fs from 'node:fs'
import path from 'node:path'
import { StoreError } from '../errors.ts'
import { makePrivate, openConnection } from './connection.ts'

/**
 * Writes a copy of a store that opens with the same key, and has every page of it checked. backup() always fails between
 * encrypted files; VACUUM INTO keeps cipher, key and salt, but a copy cut short opens as an empty store: so it gets its
 * name only when it is complete. A connection of its own copies what is committed, also while the desk is in the middle of
 * a transaction. Throws StoreError exists or backup-failed, and what SQLite throws.
 */
export function copyStore(file: string, dataKey: Uint8Array, target: string): void {
  if (fs.existsSync(target)) throw new StoreError('exists')
  const part = `${target}.part`
  fs.rmSync(part, { force: true })
  makePrivate(part)
  const connection = openConnection(file, dataKey, 'read')
  try {
    connection.prepare('VACUUM INTO ?').run(part)
  } catch (error) {
    fs.rmSync(part, { force: true })
    throw error
  } finally {
    connection.close()
  }
  checkCopy(part, dataKey)
  fs.renameSync(part, target)
  const folder = fs.openSync(path.dirname(target), 'r')
  fs.fsyncSync(folder)
  fs.closeSync(folder)
}

/** Opens a copy with the same key and has SQLite check every page. Throws StoreError backup-failed. */
export function checkCopy(file: string, dataKey: Uint8Array): void {
  const copy = openConnection(file, dataKey, 'read')
  try {
    if (copy.pragma('integrity_check', { simple: true }) !== 'ok') throw new StoreError('backup-failed')
  } finally {
    copy.close()
  }
}
