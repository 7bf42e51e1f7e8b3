import { DAY, DESK_ZONE, type Instant } from '../../shared/time.ts'
import { dayAt } from '../rules/zone.ts'
import { parts } from '../store/parts.ts'
import type { Db } from '../store/types.ts'

export type Stretch = { from: Instant; to: Instant }

const PERSON = [
  'members.name as memberName',
  'members.mobile',
  'members.email',
  'members.language',
  'members.title as memberTitle',
  'members.status',
  'members.tier',
] as const

/** Cases that were closed in a period: complaints, or everything else. Reports of misconduct stand on no list (S2-10). */
export async function closedCases(db: Db, { from, to }: Stretch, areComplaints: boolean) {
  let query = db
    .selectFrom('cases')
    .leftJoin('members', 'members.id', 'cases.memberId')
    .selectAll('cases')
    .select(PERSON)
    .where('cases.closedAt', '>=', from)
    .where('cases.closedAt', '<', to)
    .where('cases.isRestricted', '=', 0)
    .where('cases.state', 'not in', ['merged', 'withdrawn', 'rejected'])
  query = areComplaints ? query.where('cases.kind', '=', 'complaint') : query.where('cases.kind', '!=', 'complaint')
  return query.orderBy('cases.closedAt').orderBy('cases.id').execute()
}

/** Calls that were finished in a period. */
export async function finishedCalls(db: Db, { from, to }: Stretch) {
  return db
    .selectFrom('calls')
    .leftJoin('members', 'members.id', 'calls.memberId')
    .selectAll('calls')
    .select(PERSON)
    .where('calls.startedAt', '>=', from)
    .where('calls.startedAt', '<', to)
    .where('calls.state', '=', 'done')
    .where('calls.answeredAt', 'is not', null)
    .orderBy('calls.startedAt')
    .orderBy('calls.id')
    .execute()
}

/** Trips that ended in a period (S4-62). */
export async function endedTrips(db: Db, { from, to }: Stretch) {
  return db
    .selectFrom('flights')
    .innerJoin('bookings', 'bookings.flightId', 'flights.id')
    .innerJoin('members', 'members.id', 'bookings.memberId')
    .select(['bookings.id', 'bookings.memberId', 'flights.flightNo', 'flights.day', 'flights.arrivesAt'])
    .select(PERSON)
    .where('flights.day', '>=', dayAt(DESK_ZONE, from - 2 * DAY))
    .where('flights.day', '<=', dayAt(DESK_ZONE, to))
    .where('flights.arrivesAt', '>=', from)
    .where('flights.arrivesAt', '<', to)
    .where('bookings.status', '=', 'flown')
    .orderBy('flights.arrivesAt')
    .orderBy('bookings.id')
    .execute()
}

export type Before = { person: string; askedAt: Instant; caseId: string | null; round: number; source: string } & {
  callId: string | null
  bookingId: string | null
}

/** Everything these people were asked since a moment. */
export async function askedBefore(db: Db, people: readonly string[], since: Instant): Promise<Before[]> {
  const rows: Before[] = []
  for (const part of parts([...new Set(people)])) {
    rows.push(
      ...(await db
        .selectFrom('surveyInvitations')
        .select(['person', 'askedAt', 'caseId', 'round', 'callId', 'bookingId', 'source'])
        .where('person', 'in', part)
        .where('askedAt', '>', since)
        .where('source', '!=', 'own')
        .execute()),
    )
  }
  return rows
}

/** The newest word of each member on surveys. */
export async function surveyConsents(db: Db, memberIds: readonly string[]): Promise<Map<string, boolean>> {
  const found = new Map<string, boolean>()
  for (const part of parts([...new Set(memberIds)])) {
    const rows = await db
      .selectFrom('consents')
      .select(['memberId', 'given'])
      .where('memberId', 'in', part)
      .where('purpose', '=', 'survey')
      .orderBy('at')
      .orderBy('id')
      .execute()
    for (const { memberId, given } of rows) found.set(memberId, given === 1)
  }
  return found
}
