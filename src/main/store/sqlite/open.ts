import fs from 'node:fs'
import type SqliteDatabase from 'better-sqlite3'
import { Kysely } from 'kysely'
import { StoreError } from '../errors.ts'
import { knownHead } from '../known-head.ts'
import type { HeldStore, Store } from '../store.ts'
import type { Database, Db } from '../types.ts'
import { openAnchor } from './anchor.ts'
import { CIPHER, openConnection } from './connection.ts'
import { copyInThread } from './copy-thread.ts'
import { sqliteDialect } from './driver.ts'
import { holdLock } from './lock.ts'
import { rekey } from './rekey.ts'
import { suspendIndexes } from './suspend-indexes.ts'

/** Opens (or, with `create`, makes) the encrypted SQLite store for this program alone. Throws StoreError. */
export function openSqlite(file: string, dataKey: Uint8Array, create: boolean): Store {
  const lock = holdLock(file)
  try {
    const store = wrap(openConnection(file, dataKey, create ? 'create' : 'write'))
    const anchor = openAnchor(file, create)
    const opened = fs.statSync(file)
    return {
      ...store,
      transaction: async (work) => {
        stillThere(file, opened)
        return store.transaction(work)
      },
      read: async (work) => {
        stillThere(file, opened)
        return store.read(work)
      },
      hold: async (work) => {
        stillThere(file, opened)
        return store.hold((held) => work({ ...held, rekey: (newKey) => takeOver(held, dataKey, newKey) }))
      },
      anchor: anchor.write,
      openReader: () => openSqliteReader(file, dataKey),
      copyTo: (target) => copyInThread(file, dataKey, target),
      close: async () => {
        try {
          await store.close()
        } finally {
          anchor.close()
          lock.release()
        }
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

// Readers and copies are opened with the bytes that were given when the store was opened: they become the new key.
function takeOver(held: HeldStore, dataKey: Uint8Array, newKey: Uint8Array): void {
  held.rekey(newKey)
  dataKey.set(newKey)
}

/** A read-only connection beside the writer of the same program. */
export function openSqliteReader(file: string, dataKey: Uint8Array): Store {
  return wrap(openConnection(file, dataKey, 'read'))
}

type Wrapped = Store & { hold: NonNullable<Store['hold']> }

function wrap(connection: SqliteDatabase.Database): Wrapped {
  const db = new Kysely<Database>({ dialect: sqliteDialect(connection) })
  const chain = knownHead()
  let running = 0
  const counted = async <T>(work: Promise<T>): Promise<T> => {
    running += 1
    try {
      return await work
    } finally {
      running -= 1
    }
  }
  const transactionOn = <T>(on: Kysely<Database>, work: (db: Db) => Promise<T>): Promise<T> =>
    chain.follow((around) => on.transaction().execute((transaction) => around(transaction, work)))
  return {
    engine: 'sqlite',
    cipher: CIPHER,
    db,
    transaction: (work) => counted(transactionOn(db, work)),
    read: (work) => counted(db.transaction().setAccessMode('read only').execute(work)),
    hold: (work) =>
      counted(
        db.connection().execute((only) =>
          work({
            transaction: (inside) => transactionOn(only, inside),
            rekey: (newKey) => rekey(connection, newKey),
          }),
        ),
      ),
    isBusy: () => running > 0,
    // One connection writes, so the chain is already ours.
    lockChain: async () => {},
    headIn: chain.of,
    noteHead: chain.note,
    suspendIndexes,
    anchor: () => {},
    openReader: null,
    copyTo: async () => {
      throw new StoreError('backup-failed')
    },
    versionText: async () =>
      String(connection.prepare("select sqlite_version() || ' / ' || sqlite3mc_version() as v").pluck().get()),
    close: async () => {
      await db.destroy()
      // Kysely closes only what it has used.
      connection.close()
    },
  }
}

// Writes into a file that was deleted or replaced succeed and are lost, so each transaction looks first.
function stillThere(file: string, opened: fs.Stats): void {
  const now = fs.statSync(file, { throwIfNoEntry: false })
  if (!now || now.ino !== opened.ino || now.dev !== opened.dev) throw new StoreError('replaced')
}
