import type { Db, Row } from '../store/types.ts'

export type MatterRecord = Row<'matters'>
export type MatterEntryRecord = Row<'matterEntries'>

export async function insertMatter(db: Db, row: MatterRecord): Promise<void> {
  await db.insertInto('matters').values(row).execute()
}

export async function findMatter(db: Db, id: string): Promise<MatterRecord | undefined> {
  return db.selectFrom('matters').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function updateMatter(db: Db, id: string, change: Partial<MatterRecord>): Promise<void> {
  await db.updateTable('matters').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Matters, the open ones first, the next due before the others. */
export async function listMatters(db: Db, withSettled: boolean, limit: number): Promise<MatterRecord[]> {
  const of = (state: 'open' | 'settled') => db.selectFrom('matters').selectAll().where('state', '=', state)
  const open = await of('open').orderBy('dueDay').orderBy('id').limit(limit).execute()
  if (!withSettled) return open
  return [...open, ...(await of('settled').orderBy('dueDay', 'desc').orderBy('id').limit(limit).execute())]
}

export async function participantsOf(db: Db, ids: readonly string[]): Promise<Row<'matterPeople'>[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('matterPeople')
    .selectAll()
    .where('matterId', 'in', [...ids])
    .orderBy('userId')
    .execute()
}

/** Writes anew who takes part. */
export async function replaceParticipants(db: Db, matterId: string, people: readonly string[]): Promise<void> {
  await db.deleteFrom('matterPeople').where('matterId', '=', matterId).execute()
  if (people.length > 0)
    await db
      .insertInto('matterPeople')
      .values(people.map((userId) => ({ matterId, userId })))
      .execute()
}

export async function entriesOf(db: Db, ids: readonly string[]): Promise<MatterEntryRecord[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('matterEntries')
    .selectAll()
    .where('matterId', 'in', [...ids])
    .orderBy('matterId')
    .orderBy('seq', 'desc')
    .execute()
}

/** Appends to what was done about a matter. */
export async function appendEntry(db: Db, entry: Omit<MatterEntryRecord, 'seq'>): Promise<void> {
  const last = await db
    .selectFrom('matterEntries')
    .select('seq')
    .where('matterId', '=', entry.matterId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  await db
    .insertInto('matterEntries')
    .values({ ...entry, seq: (last?.seq ?? 0) + 1 })
    .execute()
}
