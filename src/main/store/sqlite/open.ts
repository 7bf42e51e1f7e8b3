import fs from 'node:fs'
import path from 'node:path'
import type SqliteDatabase from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { StoreError } from '../errors.ts'
import type { Store } from '../store.ts'
import type { Database } from '../types.ts'
import { openAnchor } from './anchor.ts'
import { openConnection } from './connection.ts'
import { holdLock } from './lock.ts'
import { withStatementCache } from './statement-cache.ts'

/** Opens (or, with `create`, makes) the encrypted SQLite store for this program alone. Throws StoreError. */
export function openSqlite(file: string, dataKey: Uint8Array, create: boolean): Store {
  const lock = holdLock(file)
  try {
    const connection = openConnection(file, dataKey, create ? 'create' : 'write')
    const anchor = openAnchor(file)
    const opened = fs.statSync(file)
    const store = wrap(connection)
    return {
      ...store,
      transaction: (work) => {
        stillThere(file, opened)
        return store.transaction(work)
      },
      anchor: anchor.write,
      openReader: () => openSqliteReader(file, dataKey),
      copyTo: async (target) => copyStore(connection, target),
      close: async () => {
        await store.close()
        anchor.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** A read-only connection beside the writer of the same program. */
export function openSqliteReader(file: string, dataKey: Uint8Array): Store {
  return wrap(openConnection(file, dataKey, 'read'))
}

function wrap(connection: SqliteDatabase.Database): Store {
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: withStatementCache(connection) }) })
  return {
    engine: 'sqlite',
    db,
    transaction: (work) => db.transaction().execute(work),
    // One connection writes, so the chain is already ours.
    lockChain: async () => {},
    anchor: () => {},
    openReader: null,
    copyTo: async () => {
      throw new StoreError('backup-failed')
    },
    versionText: async () => String(connection.prepare("select sqlite_version() || ' / ' || sqlite3mc_version() as v").pluck().get()),
    close: () => db.destroy(),
  }
}

// Writes into a file that was deleted or replaced succeed and are lost, so each write looks first.
function stillThere(file: string, opened: fs.Stats): void {
  const now = fs.statSync(file, { throwIfNoEntry: false })
  if (!now || now.ino !== opened.ino || now.dev !== opened.dev) throw new StoreError('replaced')
}

// backup() always fails between encrypted files; VACUUM INTO keeps cipher, key and salt, but a copy cut short opens as an
// empty store: so it gets its name only when it is complete.
function copyStore(connection: SqliteDatabase.Database, target: string): void {
  if (fs.existsSync(target)) throw new StoreError('exists')
  const part = `${target}.part`
  fs.rmSync(part, { force: true })
  connection.prepare('VACUUM INTO ?').run(part)
  fs.renameSync(part, target)
  const folder = fs.openSync(path.dirname(target), 'r')
  fs.fsyncSync(folder)
  fs.closeSync(folder)
}
