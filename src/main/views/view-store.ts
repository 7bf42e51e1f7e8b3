import type { Db, Row } from '../store/types.ts'

/** Views one person keeps at most. */
export const MOST_VIEWS = 50
const MOST_SHARED = 100

export async function ownViews(db: Db, ownerId: string): Promise<Row<'savedViews'>[]> {
  return db
    .selectFrom('savedViews')
    .selectAll()
    .where('ownerId', '=', ownerId)
    .where('deletedAt', 'is', null)
    .orderBy('name')
    .execute()
}

/** What leads keep for the whole team. */
export async function sharedViews(db: Db): Promise<Row<'savedViews'>[]> {
  return db
    .selectFrom('savedViews')
    .selectAll()
    .where('isShared', '=', 1)
    .where('deletedAt', 'is', null)
    .orderBy('name')
    .limit(MOST_SHARED)
    .execute()
}

export async function findView(db: Db, id: string): Promise<Row<'savedViews'> | undefined> {
  return db.selectFrom('savedViews').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertView(db: Db, row: Row<'savedViews'>): Promise<void> {
  await db.insertInto('savedViews').values(row).execute()
}

export async function updateView(db: Db, id: string, change: Partial<Row<'savedViews'>>): Promise<void> {
  await db.updateTable('savedViews').set(change).where('id', '=', id).execute()
}
