import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { faultOf, StoreError } from '../errors.ts'

/** "VIPD": marks a file as one of our stores. */
export const APPLICATION_ID = 0x56495044

/** Every page is encrypted and authenticated with it; measured in docs/decisions/0060. */
export const CIPHER = 'aegis'

const CIPHER_FORM = 'aegis-256'

/** The encrypting fork adds these to better-sqlite3, whose published types do not know them. */
export type CipherDatabase = Database.Database & { key(key: Buffer): number; rekey(key: Buffer): number }

type Mode = 'create' | 'write' | 'read'

/**
 * Opens the encrypted file with the raw 32-byte data key and reads every safety setting back,
 * because SQLite silently ignores a pragma it does not know.
 * Throws StoreError: missing, empty-file, exists, damaged (a wrong key looks the same: the keyring tells which).
 */
export function openConnection(file: string, dataKey: Uint8Array, mode: Mode): Database.Database {
  if (mode === 'create' ? fs.existsSync(file) : !fs.existsSync(file))
    throw new StoreError(mode === 'create' ? 'exists' : 'missing')
  // A file of no bytes would open as a new, empty store.
  if (mode !== 'create' && fs.statSync(file).size === 0) throw new StoreError('empty-file')
  // SQLite makes its log and its index with the rights of the file, and the file itself with those the system allows.
  if (mode === 'create') makePrivate(file)
  const db = new Database(file, { fileMustExist: true, readonly: mode === 'read', timeout: 5000 })
  try {
    giveKey(db, dataKey)
    if (mode === 'create') db.pragma(`application_id = ${APPLICATION_ID}`)
    applySettings(db, mode)
    if (mode !== 'create' && db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
      throw new StoreError('damaged')
    if (mode === 'write') mustBeWritable(db, file)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

// One flipped bit of the header makes SQLite take the store for one of a later form that it may read alone.
function mustBeWritable(db: Database.Database, file: string): void {
  try {
    // To begin is not enough: SQLite begins to read then. What is written here is what is there, and taken back.
    db.exec(`begin; pragma user_version = ${String(db.pragma('user_version', { simple: true }))}; rollback`)
  } catch (error) {
    if (faultOf(error) !== 'no-right') throw error
    fs.accessSync(file, fs.constants.R_OK | fs.constants.W_OK)
    fs.accessSync(path.dirname(file), fs.constants.W_OK)
    throw new StoreError('damaged')
  }
}

/** Makes an empty file for its owner only, where there is none: SQLite would let everybody on the machine read it. */
export function makePrivate(file: string): void {
  fs.closeSync(fs.openSync(file, 'a', 0o600))
}

function giveKey(db: Database.Database, dataKey: Uint8Array): void {
  setting(db, 'cipher', `'${CIPHER}'`, CIPHER)
  setting(db, 'algorithm', `'${CIPHER_FORM}'`, CIPHER_FORM)
  withRawKey(dataKey, (raw) => (db as CipherDatabase).key(raw))
}

/** Hands on a raw 32-byte key in the form that the cipher takes, and wipes that afterwards. Throws StoreError wrong-key. */
export function withRawKey(dataKey: Uint8Array, use: (raw: Buffer) => void): void {
  if (dataKey.length !== 32) throw new StoreError('wrong-key')
  // Key bytes only ever live in this buffer: a key in a pragma's text stays in memory after closing.
  const raw = Buffer.concat([Buffer.from('raw:'), dataKey])
  try {
    use(raw)
  } finally {
    raw.fill(0)
  }
}

function applySettings(db: Database.Database, mode: Mode): void {
  setting(db, 'temp_store', '2', 2)
  if (mode !== 'read') {
    db.pragma('journal_mode = WAL')
    expectSetting(db, 'journal_mode', 'wal')
  }
  setting(db, 'synchronous', 'FULL', 2)
  setting(db, 'foreign_keys', 'ON', 1)
  setting(db, 'trusted_schema', 'OFF', 0)
  setting(db, 'cell_size_check', 'ON', 1)
  setting(db, 'cache_size', '-65536', -65536)
}

function setting(db: Database.Database, name: string, value: string, expected: unknown): void {
  db.pragma(`${name} = ${value}`)
  expectSetting(db, name, expected)
}

function expectSetting(db: Database.Database, name: string, expected: unknown): void {
  const actual = db.pragma(name, { simple: true })
  if (actual !== expected) throw new Error(`sqlite setting ${name} is ${String(actual)}, wanted ${String(expected)}`)
}
