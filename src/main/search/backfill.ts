import type { OpenStore } from '../engine/desk.ts'
import type { Db } from '../store/types.ts'
import { indexCase, SEARCHED_COLUMNS } from './word-store.ts'

/** Cases made findable in one go: some ten milliseconds, then whoever waits gets their turn. */
const BATCH = 50
const CURSOR = 'searchedUpTo'
const DONE = '-'

const isDone = new WeakSet<OpenStore>()

/**
 * Gives the next cases of an older store their words; true when none is left.
 * It follows the cases by id, so that a new one, which gets its words when it is opened, may be passed over or met again.
 */
export async function backfillWords(db: Db): Promise<boolean> {
  const kept = await db.selectFrom('meta').select('value').where('key', '=', CURSOR).executeTakeFirst()
  if (kept?.value === DONE) return true
  const rows = await db
    .selectFrom('cases')
    .leftJoin('caseSearch', 'caseSearch.caseId', 'cases.id')
    .select(['cases.id', 'cases.registeredAt', 'caseSearch.place'])
    .select(SEARCHED_COLUMNS.map((column) => `cases.${column}` as const))
    .where('cases.id', '>', kept?.value ?? '')
    .orderBy('cases.id')
    .limit(BATCH)
    .execute()
  for (const row of rows) if (row.place === null) await indexCase(db, row)
  const value = rows.length < BATCH ? DONE : (rows.at(-1)?.id ?? DONE)
  await db
    .insertInto('meta')
    .values({ key: CURSOR, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
  return value === DONE
}

/** One bounded step for a store whose cases came before their words were kept; nothing once all have them. */
export async function stepBackfill(open: OpenStore): Promise<void> {
  if (isDone.has(open)) return
  const done = await open.store.transaction(async (db) => {
    await open.store.lockChain(db)
    return backfillWords(db)
  })
  if (done) isDone.add(open)
}

/** True while cases of an older store still lack their words. */
export async function isFilling(db: Db): Promise<boolean> {
  const kept = await db.selectFrom('meta').select('value').where('key', '=', CURSOR).executeTakeFirst()
  return kept?.value !== DONE
}
