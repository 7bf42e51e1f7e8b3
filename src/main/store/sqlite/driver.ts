import { setImmediate as nextTurn } from 'node:timers/promises'
import type SqliteDatabase from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import { withStatementCache } from './statement-cache.ts'

/** A transaction gives the rest of its thread a turn after this long. */
const TURN_MS = 8

/**
 * Kysely's SQLite dialect over one connection, with what a desk needs besides: prepared statements are kept, a long
 * transaction lets other messages of its thread in between (every statement here is synchronous, so without a pause
 * nobody could even ask for it to be cancelled), and a transaction declared read only cannot write.
 */
export function sqliteDialect(connection: SqliteDatabase.Database): Dialect {
  return {
    createDriver: () => new DeskDriver(connection),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  }
}

class DeskDriver extends SqliteDriver {
  readonly #raw: SqliteDatabase.Database
  readonly #cached: ReturnType<typeof withStatementCache>
  #polite: DatabaseConnection | undefined
  #turnBegan = 0

  constructor(raw: SqliteDatabase.Database) {
    const cached = withStatementCache(raw)
    super({ database: cached })
    this.#raw = raw
    this.#cached = cached
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#turnBegan = performance.now()
    this.#polite ??= this.#politely(await super.acquireConnection())
    return this.#polite
  }

  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'))
    this.#cached.onlyReads(settings?.accessMode === 'read only')
  }

  // SQLite ends a transaction by itself when the disk is full: rolling back again would hide the reason.
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#raw.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  override async releaseConnection(): Promise<void> {
    this.#cached.onlyReads(false)
  }

  #politely(plain: DatabaseConnection): DatabaseConnection {
    const pause = async () => {
      await nextTurn()
      this.#turnBegan = performance.now()
    }
    const isLong = () => performance.now() - this.#turnBegan > TURN_MS
    return {
      executeQuery: async (query, options) => {
        if (isLong()) await pause()
        return plain.executeQuery(query, options)
      },
      streamQuery: async function* (query, chunkSize, options) {
        for await (const rows of plain.streamQuery<never>(query, chunkSize, options)) {
          if (isLong()) await pause()
          yield rows
        }
      },
    }
  }
}
