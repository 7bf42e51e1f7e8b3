import type { Store } from '../store/store.ts'
import type { Db } from '../store/types.ts'

const KEY = 'knowledgePack'

/** Raised with every release that ships another article. */
const PACK = '1'

/** Gives a store the shipped articles that it lacks, once for each release: a new store and one from before alike. */
export async function ensureKnowledge(store: Store, db: Db, now: number): Promise<void> {
  if ((await packOf(db)) === PACK) return
  // Two programs may open one store at the same moment.
  await store.lockChain(db)
  if ((await packOf(db)) === PACK) return
  // Read only when there is something to add: every start would pay for it.
  const { seedKnowledge } = await import('./seed.ts')
  await seedKnowledge(db, now)
  await db
    .insertInto('meta')
    .values({ key: KEY, value: PACK })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: PACK }))
    .execute()
}

async function packOf(db: Db): Promise<string | undefined> {
  return (await db.selectFrom('meta').select('value').where('key', '=', KEY).executeTakeFirst())?.value
}
