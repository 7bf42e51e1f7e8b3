import type { Kysely } from 'kysely'
import type { ChainHead } from '../rules/audit-chain.ts'
import type { Engine } from './schema.ts'
import type { Database, Db } from './types.ts'

/** Indexes that are away for a while. */
export type SuspendedIndexes = {
  /** Each makes one index anew; all are to be run before the transaction ends. None where the engine gains nothing by it. */
  steps: (() => Promise<void>)[]
  /** To be called when the filling is over, also when it failed. */
  end(): Promise<void>
}

/** A store kept for one piece of work: whoever else asks waits until it is over. */
export type HeldStore = {
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Encrypts every page under a new key, which the store goes on with; no reader may be open. */
  rekey(newKey: Uint8Array): void
}

/** What the rest of the program may do with a store; both engines give the same. */
export type Store = {
  readonly engine: Engine
  /** What encrypts every page of the file; `-` where the engine's own disk has to. */
  readonly cipher: string
  /** For opening, migrating and closing only: handlers get a transaction, never this. */
  readonly db: Kysely<Database>
  /** Runs work in one transaction; a throw rolls everything back. */
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Runs work in one transaction that sees one state of the store and cannot write. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Keeps the store for one piece of work of several transactions; null where other programs work on it too. */
  hold: (<T>(work: (held: HeldStore) => Promise<T>) => Promise<T>) | null
  /** True while whoever asks would have to wait for a transaction of somebody else to end. */
  isBusy(): boolean
  /** Makes the audit chain's next number ours until the transaction ends. */
  lockChain(db: Db): Promise<void>
  /** How the chain stood before what comes next in this transaction; undefined where the store has to be asked. */
  headIn(db: Db): ChainHead | undefined
  /** Says how the chain stands now in this transaction. */
  noteHead(db: Db, head: ChainHead): void
  /** Takes the indexes of tables away inside the transaction; filling a table is many times faster so. */
  suspendIndexes(db: Db, tables: readonly (keyof Database)[]): Promise<SuspendedIndexes>
  /** Notes the newest audit head outside the store, so that a lost or old store is noticed. */
  anchor(head: ChainHead): void
  /** A second, read-only connection for reports that must not delay the desk; null where the engine needs none. */
  openReader: (() => Store) | null
  /** Writes a complete copy that opens with the same keys; the target must not exist. */
  copyTo(target: string): Promise<void>
  versionText(): Promise<string>
  close(): Promise<void>
}
