import type { Instant } from '../../shared/time.ts'
import type { TripStage, TripState } from '../../shared/trips/words.ts'
import { inReach, isNarrow } from '../members/reach.ts'
import type { MemberScope } from '../rules/access.ts'
import type { Db, Row } from '../store/types.ts'

export type TripRecord = Row<'trips'>

export async function findTrip(db: Db, id: string): Promise<TripRecord | undefined> {
  return db.selectFrom('trips').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertTrip(db: Db, row: TripRecord): Promise<void> {
  await db.insertInto('trips').values(row).execute()
}

/** False when somebody else changed the trip meanwhile. */
export async function updateTrip(db: Db, id: string, seq: number, change: Partial<TripRecord>): Promise<boolean> {
  const result = await db
    .updateTable('trips')
    .set(change)
    .where('id', '=', id)
    .where('lastSeq', '=', seq)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function insertEvent(db: Db, row: Row<'tripEvents'>): Promise<void> {
  await db.insertInto('tripEvents').values(row).execute()
}

/** S3-129: the trips of members whom the reader reads. */
function tripsIn(db: Db, scope: MemberScope) {
  const trips = db.selectFrom('trips')
  if (!isNarrow(scope)) return trips
  return trips.where((eb) => {
    const members = eb.selectFrom('members').select('members.id').whereRef('members.id', '=', 'trips.memberId')
    return eb.exists(members.where((on) => inReach(on, scope)))
  })
}

export async function countByStage(
  db: Db,
  scope: MemberScope,
  ownerId: string | null,
): Promise<Map<TripStage, number>> {
  const rows = await tripsIn(db, scope)
    .select(['stage', (eb) => eb.fn.countAll<number>().as('count')])
    .where('state', '=', 'open')
    .$if(ownerId !== null, (query) => query.where('ownerId', '=', ownerId ?? ''))
    .groupBy('stage')
    .execute()
  return new Map(rows.map(({ stage, count }) => [stage, Number(count)]))
}

/** The running trips of a stage, those longest in it first. */
export async function inStage(
  db: Db,
  scope: MemberScope,
  stage: TripStage,
  ownerId: string | null,
  limit: number,
): Promise<TripRecord[]> {
  return tripsIn(db, scope)
    .selectAll('trips')
    .where('state', '=', 'open')
    .where('stage', '=', stage)
    .$if(ownerId !== null, (query) => query.where('ownerId', '=', ownerId ?? ''))
    .orderBy('stageSince')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export type TripPlace = { openedAt: Instant; id: string }

/** Trips of a state, the newest first, from a place in the list on. */
export async function pageOfTrips(
  db: Db,
  scope: MemberScope,
  state: TripState,
  after: TripPlace | undefined,
  limit: number,
): Promise<TripRecord[]> {
  return tripsIn(db, scope)
    .selectAll('trips')
    .where('state', '=', state)
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('openedAt', 'id'), '<', eb.tuple(after?.openedAt ?? 0, after?.id ?? ''))),
    )
    .orderBy('openedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function countTrips(db: Db, scope: MemberScope, state: TripState): Promise<number> {
  const row = await tripsIn(db, scope)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', state)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** As many trips of one person or matter as somebody looks through. */
const MOST_OF_ONE = 200

export async function tripsOf(
  db: Db,
  of: { memberIds: readonly string[] } | { caseId: string },
): Promise<TripRecord[]> {
  const query = db.selectFrom('trips').selectAll().orderBy('openedAt', 'desc').orderBy('id', 'desc').limit(MOST_OF_ONE)
  return 'caseId' in of
    ? query.where('caseId', '=', of.caseId).execute()
    : query.where('memberId', 'in', [...of.memberIds]).execute()
}

export type TripMember = Pick<Row<'members'>, 'id' | 'name' | 'tier'>

export async function membersOf(db: Db, ids: readonly string[]): Promise<Map<string, TripMember>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('members')
    .select(['id', 'name', 'tier'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export async function insertNeed(db: Db, row: Row<'tripNeeds'>): Promise<void> {
  await db.insertInto('tripNeeds').values(row).execute()
}
