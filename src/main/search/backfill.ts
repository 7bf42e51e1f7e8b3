import { backlog } from '../engine/backlog.ts'
import type { OpenStore } from '../engine/desk.ts'
import type { Db } from '../store/types.ts'
import { indexCase, SEARCHED_COLUMNS } from './word-store.ts'

/** Cases made findable in one go: some ten milliseconds, then whoever waits gets their turn. */
const BATCH = 50
const words = backlog('searchedUpTo')

/**
 * Gives the next cases of an older store their words; true when none is left.
 * It follows the cases by id, so that a new one, which gets its words when it is opened, may be passed over or met again.
 */
export function backfillWords(db: Db): Promise<boolean> {
  return words.advance(db, async (from) => {
    const rows = await db
      .selectFrom('cases')
      .leftJoin('caseSearch', 'caseSearch.caseId', 'cases.id')
      .select(['cases.id', 'cases.registeredAt', 'caseSearch.place'])
      .select(SEARCHED_COLUMNS.map((column) => `cases.${column}` as const))
      .where('cases.id', '>', from ?? '')
      .orderBy('cases.id')
      .limit(BATCH)
      .execute()
    for (const row of rows) if (row.place === null) await indexCase(db, row)
    return rows.length < BATCH ? undefined : rows.at(-1)?.id
  })
}

/** One bounded step for a store whose cases came before their words were kept; nothing once all have them. */
export const stepBackfill = (open: OpenStore): Promise<void> => words.step(open, backfillWords)

/** True while cases of an older store still lack their words. */
export const isFilling = async (db: Db): Promise<boolean> => !(await words.isDone(db))
