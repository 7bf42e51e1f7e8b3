import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { StoreError, type StoreFault } from '../errors.ts'
import { inTurn } from '../in-turn.ts'
import type { Store } from '../store.ts'
import type { Database } from '../types.ts'
import { untilClosed } from '../until-closed.ts'

const INT8 = 20
const CHAIN_LOCK = 0x56495044

// Instants and counts are far below 2^53, so bigint columns are plain numbers in both engines.
const types = new pg.TypeOverrides()
types.setTypeParser(INT8, Number)

/** Codes of the server for a name or password it does not take, and for a database it does not have. */
const REFUSED: Readonly<Record<string, StoreFault>> = {
  '28P01': 'login-refused',
  '28000': 'login-refused',
  '3D000': 'database-missing',
}

/** Why there is no connection: a server that answered said what it does not accept. */
function connectionFault(cause: unknown): StoreFault {
  if (!(cause instanceof Error)) return 'unreachable'
  // The driver itself misses a password that the server asks for.
  if (cause.message.startsWith('SASL')) return 'login-refused'
  return ('code' in cause && REFUSED[String(cause.code)]) || 'unreachable'
}

/** Opens a PostgreSQL database as a store. Throws StoreError unreachable, login-refused, database-missing. */
export async function openPostgres(url: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, max: 6, types })
  // A lost connection is reported by the query that needed it.
  pool.on('error', () => {})
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  try {
    await sql`select 1`.execute(db)
  } catch (cause) {
    await db.destroy()
    throw new StoreError(connectionFault(cause), { cause })
  }
  const gate = untilClosed()
  const writing = inTurn()
  return {
    engine: 'postgres',
    cipher: '-',
    db,
    // Begun side by side, two writes would reach the chain's lock in either order, and those that wait for it would keep
    // the connections that lookups need.
    transaction: (work) => gate.run(() => writing(() => db.transaction().execute(work))),
    read: (work) => gate.run(() => db.transaction().setAccessMode('read only').execute(work)),
    hold: null,
    // A lookup has a connection of its own.
    isBusy: () => false,
    lockChain: async (transaction) => {
      await sql`select pg_advisory_xact_lock(${CHAIN_LOCK})`.execute(transaction)
    },
    // Other desks lengthen the same chain.
    headIn: () => undefined,
    noteHead: () => {},
    // Other desks on the same database would wait for a table without its indexes.
    suspendIndexes: async () => ({ steps: [], end: async () => {} }),
    anchor: () => {},
    openReader: null,
    copyTo: async () => {
      throw new StoreError('backup-failed')
    },
    versionText: async () => {
      const { rows } = await sql<{ v: string }>`select current_setting('server_version') as v`.execute(db)
      return `PostgreSQL ${rows[0]?.v ?? ''}`
    },
    close: async () => {
      await gate.close()
      await db.destroy()
    },
  }
}
