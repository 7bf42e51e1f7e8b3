import { backlog } from '../engine/backlog.ts'
import type { OpenStore } from '../engine/desk.ts'
import type { Db } from '../store/types.ts'
import { saidOf } from './said-store.ts'
import { indexCase, indexSaid, SEARCHED_COLUMNS } from './word-store.ts'

/** Cases made findable in one go: some ten milliseconds, then whoever waits gets their turn. */
const BATCH = 50
/** Goes of one beat, each in a transaction of its own. */
const GOES = 4
/** Another key than that of the words of the cases alone, so that a store that has those gets what their logs say. */
const words = backlog('searchedUpTo.said')

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
    const said = await saidOf(
      db,
      rows.map(({ id }) => id),
    )
    for (const row of rows) {
      if (row.place === null) await indexCase(db, row)
      await indexSaid(db, row.id, said.get(row.id) ?? [])
    }
    return rows.length < BATCH ? undefined : rows.at(-1)?.id
  })
}

/** Some bounded steps for a store whose cases came before their words were kept; nothing once all have them. */
export async function stepBackfill(open: OpenStore): Promise<void> {
  for (let go = 0; go < GOES; go += 1) await words.step(open, backfillWords)
}

/** Cases that came without their words, all with an id not before this one, get them in the beats to come. */
export const backfillFrom = (db: Db, caseId: string): Promise<void> => words.goBack(db, justBefore(caseId))

/** Stands before an id and after all that are not as great: an id less its end. */
const justBefore = (id: string) => id.slice(0, -1)

/** True while cases of an older store still lack their words. */
export const isFilling = async (db: Db): Promise<boolean> => !(await words.isDone(db))
