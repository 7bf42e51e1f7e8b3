import type { Day } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type ProductRecord = Row<'products'>
export type VersionRecord = Row<'productVersions'>
export type PriceRecord = Row<'priceRules'>
export type OfferRecord = Row<'offers'>
export type ActionRecord = Row<'strategyActions'>

const LISTED = 500

export async function listProducts(db: Db): Promise<ProductRecord[]> {
  return db.selectFrom('products').selectAll().orderBy('id').limit(LISTED).execute()
}

export async function findProduct(db: Db, id: string): Promise<ProductRecord | undefined> {
  return db.selectFrom('products').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertProduct(db: Db, row: ProductRecord): Promise<void> {
  await db.insertInto('products').values(row).execute()
}

export async function versionsOf(db: Db, ids: readonly string[]): Promise<VersionRecord[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('productVersions')
    .selectAll()
    .where('productId', 'in', [...ids])
    .orderBy('version', 'desc')
    .execute()
}

export async function insertVersion(db: Db, row: VersionRecord): Promise<void> {
  await db.insertInto('productVersions').values(row).execute()
}

export async function pricesOf(db: Db, ids: readonly string[]): Promise<PriceRecord[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('priceRules')
    .selectAll()
    .where('productId', 'in', [...ids])
    .orderBy('fromDay', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function findPrice(db: Db, id: string): Promise<PriceRecord | undefined> {
  return db.selectFrom('priceRules').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertPrice(db: Db, row: PriceRecord): Promise<void> {
  await db.insertInto('priceRules').values(row).execute()
}

export async function endPriceRow(
  db: Db,
  id: string,
  end: { endedAt: number; endedBy: string } | { endedAt: null; endedBy: null },
): Promise<void> {
  await db.updateTable('priceRules').set(end).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Offers that end on a day or later, the next to end first. */
export async function offersUntil(db: Db, from: Day): Promise<OfferRecord[]> {
  return db
    .selectFrom('offers')
    .selectAll()
    .where('toDay', '>=', from)
    .orderBy('toDay')
    .orderBy('id')
    .limit(LISTED)
    .execute()
}

export async function findOffer(db: Db, id: string): Promise<OfferRecord | undefined> {
  return db.selectFrom('offers').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertOffer(db: Db, row: OfferRecord): Promise<void> {
  await db.insertInto('offers').values(row).execute()
}

export async function endOfferRow(db: Db, id: string, end: { endedAt: number; endedBy: string }): Promise<void> {
  await db.updateTable('offers').set(end).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Actions of the service strategy, what is due first first; those that ended last. */
export async function listActions(db: Db): Promise<ActionRecord[]> {
  const rows = await db
    .selectFrom('strategyActions')
    .selectAll()
    .orderBy('dueDay')
    .orderBy('id')
    .limit(LISTED)
    .execute()
  const isEnded = ({ state }: ActionRecord) => Number(state === 'done' || state === 'dropped')
  return rows.sort((a, b) => isEnded(a) - isEnded(b))
}

export async function findAction(db: Db, id: string): Promise<ActionRecord | undefined> {
  return db.selectFrom('strategyActions').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertAction(db: Db, row: ActionRecord): Promise<void> {
  await db.insertInto('strategyActions').values(row).execute()
}

export async function updateAction(db: Db, id: string, change: Partial<ActionRecord>): Promise<void> {
  await db.updateTable('strategyActions').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}
