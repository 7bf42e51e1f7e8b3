import type { ChainHead } from '../rules/audit-chain.ts'
import type { Db } from './types.ts'

/** The newest entry of the chain, where it is known without asking. */
export type KnownHead = {
  /** Runs the work of one transaction, which knows how the one before it left the chain. */
  follow<T>(transaction: (around: (db: Db, work: (db: Db) => Promise<T>) => Promise<T>) => Promise<T>): Promise<T>
  of(db: Db): ChainHead | undefined
  note(db: Db, head: ChainHead): void
}

/**
 * Remembers how the last transaction left the chain, for a store in which no other program writes: reading it again
 * costs as much as writing the entry. A transaction takes the memory away when it begins and gives it back only when
 * its commit is known to stand; whoever begins before that, or after a failure, finds none and asks the store.
 */
export function knownHead(): KnownHead {
  const inside = new WeakMap<Db, ChainHead>()
  let left: ChainHead | undefined
  let newest = 0
  return {
    follow: async (transaction) => {
      let own = 0
      let end: ChainHead | undefined
      const value = await transaction(async (db, work) => {
        newest += 1
        own = newest
        if (left) inside.set(db, left)
        left = undefined
        const done = await work(db)
        end = inside.get(db)
        return done
      })
      if (own === newest) left = end
      return value
    },
    of: (db) => inside.get(db),
    note: (db, head) => {
      inside.set(db, head)
    },
  }
}
