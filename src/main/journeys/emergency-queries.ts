import type { Db } from '../store/types.ts'
import type { ActionRecord, EmergencyRecord } from './queries.ts'

export async function emergenciesOf(db: Db, tripId: string): Promise<EmergencyRecord[]> {
  return db
    .selectFrom('journeyEmergencies')
    .selectAll()
    .where('tripId', '=', tripId)
    .orderBy('openedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function findEmergency(db: Db, id: string): Promise<EmergencyRecord | undefined> {
  return db.selectFrom('journeyEmergencies').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertEmergency(db: Db, row: EmergencyRecord): Promise<void> {
  await db.insertInto('journeyEmergencies').values(row).execute()
}

export async function updateEmergency(db: Db, id: string, change: Partial<EmergencyRecord>): Promise<void> {
  await db.updateTable('journeyEmergencies').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** The trips of which an emergency is not at its end, once for each emergency. */
export async function inEmergency(db: Db, tripIds: readonly string[]): Promise<string[]> {
  if (tripIds.length === 0) return []
  const rows = await db
    .selectFrom('journeyEmergencies')
    .select('tripId')
    .where('tripId', 'in', [...tripIds])
    .where('state', '!=', 'ended')
    .execute()
  return rows.map(({ tripId }) => tripId)
}

export async function actionsOf(db: Db, emergencyIds: readonly string[]): Promise<ActionRecord[]> {
  if (emergencyIds.length === 0) return []
  return db
    .selectFrom('journeyActions')
    .selectAll()
    .where('emergencyId', 'in', [...emergencyIds])
    .orderBy('emergencyId')
    .orderBy('seq')
    .execute()
}

/** Adds to the log of an emergency; entries are never changed. */
export async function appendAction(db: Db, entry: Omit<ActionRecord, 'seq'>): Promise<void> {
  const last = await db
    .selectFrom('journeyActions')
    .select('seq')
    .where('emergencyId', '=', entry.emergencyId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  await db
    .insertInto('journeyActions')
    .values({ ...entry, seq: (last?.seq ?? 0) + 1 })
    .execute()
}

/** An emergency card that may be used, as it stands. */
export async function findCard(db: Db, articleId: string) {
  return db
    .selectFrom('articles')
    .select(['titleZh', 'titleEn', 'version', 'steps'])
    .where('id', '=', articleId)
    .where('kind', '=', 'emergency')
    .where('state', '=', 'published')
    .executeTakeFirst()
}

export async function caseNumbers(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('cases')
    .select(['id', 'number'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}
