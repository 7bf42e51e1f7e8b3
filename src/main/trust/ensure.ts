import type { Store } from '../store/store.ts'
import type { Db } from '../store/types.ts'

const KEY = 'trustTexts'

/** Raised with every release that ships other texts. */
const PACK = '1'

/** Gives a store drafts of the rules and the undertaking where it has none: a new store and one from before alike. */
export async function ensureTrustTexts(store: Store, db: Db, now: number, newId: () => string): Promise<void> {
  if ((await packOf(db)) === PACK) return
  await store.lockChain(db)
  if ((await packOf(db)) === PACK) return
  const { SHIPPED_TEXTS } = await import('./shipped-texts.ts')
  const made = { version: 1, savedBy: null, savedAt: now, approvedBy: null, approvedAt: null, fromAt: null }
  await db
    .insertInto('trustTexts')
    .values(SHIPPED_TEXTS.map((text) => ({ ...text, ...made, id: newId() })))
    .execute()
  await db
    .insertInto('meta')
    .values({ key: KEY, value: PACK })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: PACK }))
    .execute()
}

async function packOf(db: Db): Promise<string | undefined> {
  return (await db.selectFrom('meta').select('value').where('key', '=', KEY).executeTakeFirst())?.value
}
