import type { Db } from '../store/types.ts'
import type { OpenStore } from './desk.ts'

const DONE = '-'

/** What a store of an earlier version has still to be given, part by part in the beats of the program. */
export type Backlog = {
  /** True once nothing is left. */
  isDone(db: Db): Promise<boolean>
  /** Does the next part inside a transaction; true when none is left. `next` takes the place where the last part ended and answers the new one. */
  advance(db: Db, next: (from: string | undefined) => Promise<string | undefined>): Promise<boolean>
  /** Takes up the work again from a place on, if it is further than that or done; others may stand before it. */
  goBack(db: Db, place: string): Promise<void>
  /** One bounded part in a transaction of its own; nothing once none is left. */
  step(open: OpenStore, part: (db: Db) => Promise<boolean>): Promise<void>
}

/** A backlog that remembers under this key how far it came. */
export function backlog(key: string): Backlog {
  let whole = new WeakSet<OpenStore>()
  const readPlace = async (db: Db) =>
    (await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst())?.value
  const keepPlace = async (db: Db, value: string) => {
    const row = db.insertInto('meta').values({ key, value })
    await row.onConflict((conflict) => conflict.column('key').doUpdateSet({ value })).execute()
  }
  return {
    isDone: async (db) => (await readPlace(db)) === DONE,
    advance: async (db, next) => {
      const from = await readPlace(db)
      if (from === DONE) return true
      const value = (await next(from)) ?? DONE
      await keepPlace(db, value)
      return value === DONE
    },
    goBack: async (db, place) => {
      const from = await readPlace(db)
      if (from === undefined || (from !== DONE && from <= place)) return
      await keepPlace(db, place)
      whole = new WeakSet()
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
