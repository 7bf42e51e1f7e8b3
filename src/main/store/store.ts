import type { Kysely } from 'kysely'
import type { Engine } from './schema.ts'
import type { Database, Db } from './types.ts'

/** What the rest of the program may do with a store; both engines give the same. */
export type Store = {
  readonly engine: Engine
  /** For opening, migrating and closing only: handlers get a transaction, never this. */
  readonly db: Kysely<Database>
  /** Runs work in one transaction; a throw rolls everything back. */
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Makes the audit chain's next number ours until the transaction ends. */
  lockChain(db: Db): Promise<void>
  /** Notes the newest audit head outside the store, so that a lost or old store is noticed. */
  anchor(head: { sequence: number; hash: string }): void
  /** A second, read-only connection for reports that must not delay the desk; null where the engine needs none. */
  openReader: (() => Store) | null
  /** Writes a complete copy that opens with the same keys; the target must not exist. */
  copyTo(target: string): Promise<void>
  versionText(): Promise<string>
  close(): Promise<void>
}
