import type { ContactPurpose } from '../../shared/journeys/words.ts'
import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type TripRecord = Row<'trips'>
export type ItemRecord = Row<'journeyItems'>
export type ServiceRecord = Row<'journeyServices'>
export type ContactRecord = Row<'journeyContacts'>
export type EmergencyRecord = Row<'journeyEmergencies'>
export type ActionRecord = Row<'journeyActions'>
export type RatingRecord = Row<'journeyRatings'>
export type TemplateRecord = Row<'journeyTemplates'>

export async function findTrip(db: Db, id: string): Promise<TripRecord | undefined> {
  return db.selectFrom('trips').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function newestTemplate(db: Db): Promise<TemplateRecord | undefined> {
  return db.selectFrom('journeyTemplates').selectAll().orderBy('version', 'desc').limit(1).executeTakeFirst()
}

export async function insertTemplate(db: Db, row: TemplateRecord): Promise<void> {
  await db.insertInto('journeyTemplates').values(row).execute()
}

export async function itemsOf(db: Db, tripId: string): Promise<ItemRecord[]> {
  return db.selectFrom('journeyItems').selectAll().where('tripId', '=', tripId).orderBy('place').execute()
}

export async function findItem(db: Db, id: string): Promise<ItemRecord | undefined> {
  return db.selectFrom('journeyItems').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertItems(db: Db, rows: readonly ItemRecord[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('journeyItems').values(rows).execute()
}

export async function updateItem(db: Db, id: string, change: Partial<ItemRecord>): Promise<void> {
  await db.updateTable('journeyItems').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function servicesOf(db: Db, tripId: string): Promise<ServiceRecord[]> {
  return db
    .selectFrom('journeyServices')
    .selectAll()
    .where('tripId', '=', tripId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

export async function findService(db: Db, id: string): Promise<ServiceRecord | undefined> {
  return db.selectFrom('journeyServices').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertService(db: Db, row: ServiceRecord): Promise<void> {
  await db.insertInto('journeyServices').values(row).execute()
}

export async function updateService(db: Db, id: string, change: Partial<ServiceRecord>): Promise<void> {
  await db.updateTable('journeyServices').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function contactsOf(db: Db, tripId: string): Promise<ContactRecord[]> {
  return db
    .selectFrom('journeyContacts')
    .selectAll()
    .where('tripId', '=', tripId)
    .orderBy('dueAt')
    .orderBy('id')
    .execute()
}

export async function findContact(db: Db, id: string): Promise<ContactRecord | undefined> {
  return db.selectFrom('journeyContacts').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertContact(db: Db, row: ContactRecord): Promise<void> {
  await db.insertInto('journeyContacts').values(row).execute()
}

export async function updateContact(db: Db, id: string, change: Partial<ContactRecord>): Promise<void> {
  await db.updateTable('journeyContacts').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Ticks off or withdraws what stands among the to-dos because of one contact or emergency. */
export async function endTodosOf(
  db: Db,
  sourceId: string,
  end: { state: 'done' | 'dropped'; endedAt: Instant; endedBy: string; outcome: string },
): Promise<void> {
  await db.updateTable('todos').set(end).where('sourceId', '=', sourceId).where('state', '=', 'open').execute()
}

export async function ratingsOf(db: Db, tripId: string): Promise<RatingRecord[]> {
  return db.selectFrom('journeyRatings').selectAll().where('tripId', '=', tripId).execute()
}

export async function saveRating(db: Db, row: RatingRecord): Promise<void> {
  const { subjectId: _, tripId: __, serviceId: ___, ...given } = row
  await db
    .insertInto('journeyRatings')
    .values(row)
    .onConflict((conflict) => conflict.column('subjectId').doUpdateSet(given))
    .execute()
}

/** Ratings of those who served, given in a stretch of time. */
export async function servedBetween(db: Db, from: Instant, until: Instant) {
  return db
    .selectFrom('journeyRatings')
    .innerJoin('journeyServices', 'journeyServices.id', 'journeyRatings.serviceId')
    .select([
      'journeyServices.kind',
      'journeyServices.name',
      'journeyServices.person',
      'journeyRatings.score',
      'journeyRatings.text',
      'journeyRatings.ratedAt',
    ])
    .where('journeyRatings.ratedAt', '>=', from)
    .where('journeyRatings.ratedAt', '<', until)
    .execute()
}

/** Running trips of a stage with whose they are, the longest in it first. */
export async function tripsAt(db: Db, stage: TripRecord['stage'], ownerId: string | null, limit: number) {
  let query = db
    .selectFrom('trips')
    .innerJoin('members', 'members.id', 'trips.memberId')
    .selectAll('trips')
    .select('members.name as memberName')
    .where('trips.state', '=', 'open')
    .where('trips.stage', '=', stage)
  if (ownerId !== null) query = query.where('trips.ownerId', '=', ownerId)
  return query.orderBy('trips.stageSince').orderBy('trips.id').limit(limit).execute()
}

/** Contacts of some trips for one purpose. */
export async function contactsFor(db: Db, tripIds: readonly string[], purpose: ContactPurpose) {
  if (tripIds.length === 0) return []
  return db
    .selectFrom('journeyContacts')
    .select(['tripId', 'dueAt', 'state', 'isReached'])
    .where('tripId', 'in', [...tripIds])
    .where('purpose', '=', purpose)
    .orderBy('dueAt')
    .execute()
}

/** Services of some trips that are in trouble. */
export async function troublesOf(db: Db, tripIds: readonly string[]): Promise<string[]> {
  if (tripIds.length === 0) return []
  const rows = await db
    .selectFrom('journeyServices')
    .select('tripId')
    .where('tripId', 'in', [...tripIds])
    .where('state', '=', 'trouble')
    .execute()
  return rows.map(({ tripId }) => tripId)
}
