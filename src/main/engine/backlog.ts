import type { Db } from '../store/types.ts'
import type { OpenStore } from './desk.ts'

const DONE = '-'

/** What a store of an earlier version has still to be given, part by part in the beats of the program. */
export type Backlog = {
  /** True once nothing is left. */
  isDone(db: Db): Promise<boolean>
  /** Does the next part inside a transaction; true when none is left. `next` takes the place where the last part ended and answers the new one. */
  advance(db: Db, next: (from: string | undefined) => Promise<string | undefined>): Promise<boolean>
  /** One bounded part in a transaction of its own; nothing once none is left. */
  step(open: OpenStore, part: (db: Db) => Promise<boolean>): Promise<void>
}

/** A backlog that remembers under this key how far it came. */
export function backlog(key: string): Backlog {
  const whole = new WeakSet<OpenStore>()
  const readPlace = async (db: Db) =>
    (await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst())?.value
  return {
    isDone: async (db) => (await readPlace(db)) === DONE,
    advance: async (db, next) => {
      const from = await readPlace(db)
      if (from === DONE) return true
      const value = (await next(from)) ?? DONE
      await db
        .insertInto('meta')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute()
      return value === DONE
    },
    step: async (open, part) => {
      if (whole.has(open)) return
      const isDone = await open.store.transaction(async (db) => {
        await open.store.lockChain(db)
        return part(db)
      })
      if (isDone) whole.add(open)
    },
  }
}
