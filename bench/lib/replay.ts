import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { findHandler } from '../../src/main/engine/dispatch.ts'
import { newId } from '../../src/main/store/new-id.ts'
import { openConnection } from '../../src/main/store/sqlite/connection.ts'
import { sqliteDialect } from '../../src/main/store/sqlite/driver.ts'
import type { Db, Database as Schema } from '../../src/main/store/types.ts'
import type { CallName, Parsed } from '../../src/shared/contracts.ts'
import type { UserId } from '../../src/shared/ids.ts'
import type { Actor } from '../../src/shared/session/model.ts'
import { NOW } from './desk.ts'
import type { MadeStore } from './made-store.ts'

type Statement = { sql: string; parameters: readonly unknown[] }

const ACTOR: Actor = { id: 'bench' as UserId, login: 'bench', name: 'bench', role: 'manager' }

/** A handler of the desk on the made store, beside the same statements, prepared, on the plain file. */
export type Replay = {
  /** The statements that a handler makes for an input. */
  statementsOf<N extends CallName>(name: N, input: Parsed<N>): Promise<readonly Statement[]>
  /** Runs the handler in a transaction, as the desk does. */
  ours<N extends CallName>(name: N, input: Parsed<N>): Promise<unknown>
  /** Runs statements as they are, prepared once. */
  theirs(statements: readonly Statement[]): void
  close(): Promise<void>
}

/** Opens both files, each with a page cache as large as the desk's. */
export function openReplay(made: MadeStore): Replay {
  let statements: Statement[] = []
  const connection = openConnection(made.file, made.dataKey, 'read')
  const db = new Kysely<Schema>({ dialect: sqliteDialect(connection) })
  const noting = new Kysely<Schema>({
    dialect: sqliteDialect(openConnection(made.file, made.dataKey, 'read')),
    log: ({ query: { sql, parameters } }) => {
      statements.push({ sql, parameters })
    },
  })
  const plain = openPlain(made.plainFile)
  const prepared = new Map<string, Database.Statement>()
  const run = (on: Kysely<Schema>, name: string, input: unknown) =>
    on.transaction().execute(async (transaction) => findHandler(name)(ctxOf(transaction), input))
  return {
    statementsOf: async (name, input) => {
      statements = []
      await run(noting, name, input)
      return statements
    },
    ours: (name, input) => run(db, name, input),
    theirs: (list) => {
      for (const { sql, parameters } of list) {
        const statement = prepared.get(sql) ?? plain.prepare(sql)
        prepared.set(sql, statement)
        if (statement.reader) statement.all(...parameters)
        else statement.run(...parameters)
      }
    },
    close: async () => {
      await db.destroy()
      await noting.destroy()
      plain.close()
    },
  }
}

/** The plain file with the settings of the desk's own connections. */
export function openPlain(file: string): Database.Database {
  const plain = new Database(file)
  for (const setting of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'temp_store = 2',
    'cache_size = -65536',
  ])
    plain.pragma(setting)
  return plain
}

function ctxOf(db: Db) {
  return {
    db,
    actor: ACTOR,
    now: NOW,
    newId,
    desk: undefined,
    subject: () => {},
    note: () => {},
    progress: () => {},
    signal: new AbortController().signal,
  }
}
