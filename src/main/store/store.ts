import type { Kysely } from 'kysely'
import type { Engine } from './schema.ts'
import type { Database, Db } from './types.ts'

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
  /** True while whoever asks would have to wait for a transaction of somebody else to end. */
  isBusy(): boolean
  /** Makes the audit chain's next number ours until the transaction ends. */
  lockChain(db: Db): Promise<void>
  /**
   * Takes a table's indexes away inside the transaction and gives the steps that make them anew, to be run before it ends:
   * filling a table is many times faster so. No steps where the engine gains nothing by it.
   */
  suspendIndexes(db: Db, table: keyof Database): Promise<(() => Promise<void>)[]>
  /** Notes the newest audit head outside the store, so that a lost or old store is noticed. */
  anchor(head: { sequence: number; hash: string }): void
  /** A second, read-only connection for reports that must not delay the desk; null where the engine needs none. */
  openReader: (() => Store) | null
  /** Writes a complete copy that opens with the same keys; the target must not exist. */
  copyTo(target: string): Promise<void>
  versionText(): Promise<string>
  close(): Promise<void>
}
