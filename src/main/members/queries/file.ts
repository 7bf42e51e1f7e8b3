import type { BookingView } from '../../../shared/flights/model.ts'
import type { CaseId, MemberId } from '../../../shared/ids.ts'
import type {
  ConsentState,
  MemberContact,
  MemberPeriod,
  NoticeView,
  OpenCase,
  SpendRecord,
} from '../../../shared/members/model.ts'
import { CONSENT_CHANNELS, CONSENT_PURPOSES } from '../../../shared/members/words.ts'
import type { Instant } from '../../../shared/time.ts'
import { type BookingRow, toBooking } from '../../flights/rows.ts'
import type { Scope } from '../../rules/access.ts'
import type { Db, Row } from '../../store/types.ts'
import { toContact } from '../rows.ts'
import { inScope } from './history.ts'

export async function findMember(db: Db, id: MemberId): Promise<Row<'members'> | undefined> {
  return db.selectFrom('members').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function listContacts(db: Db, id: MemberId): Promise<MemberContact[]> {
  const rows = await db
    .selectFrom('memberContacts')
    .selectAll()
    .where('memberId', '=', id)
    .orderBy('kind')
    .orderBy('id')
    .execute()
  return rows.map(toContact)
}

/** The latest word on each purpose. */
export async function listConsents(db: Db, id: MemberId): Promise<ConsentState[]> {
  const rows = await db
    .selectFrom('consents')
    .selectAll()
    .where('memberId', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return CONSENT_PURPOSES.flatMap((purpose) => {
    const latest = rows.find((row) => row.purpose === purpose)
    if (!latest) return []
    const channel = CONSENT_CHANNELS.find((each) => each === latest.channel) ?? 'telephone'
    return [{ purpose, given: latest.given === 1, at: latest.at, channel }]
  })
}

const KEPT_NOTICES = 5

/** Notices of tier changes, those the member was not told yet first. */
export async function listNotices(db: Db, id: MemberId): Promise<NoticeView[]> {
  const rows = await db
    .selectFrom('notices')
    .select(['id', 'kind', 'text', 'createdAt', 'toldAt'])
    .where('memberId', '=', id)
    .orderBy('createdAt', 'desc')
    .limit(20)
    .execute()
  return rows.sort((a, b) => Number(a.toldAt !== null) - Number(b.toldAt !== null)).slice(0, KEPT_NOTICES)
}

const MONTHS = 12

export async function listPeriods(db: Db, id: MemberId): Promise<MemberPeriod[]> {
  return db
    .selectFrom('memberPeriods')
    .select(['period', 'distanceKm', 'segments', 'spendFen', 'partnerSpendFen', 'points'])
    .where('memberId', '=', id)
    .orderBy('period', 'desc')
    .limit(MONTHS)
    .execute()
}

/** A page of spend records, newest first, one more than asked for when there are more. */
export async function listSpends(
  db: Db,
  id: MemberId,
  before: { at: Instant; id: string } | undefined,
  limit: number,
): Promise<SpendRecord[]> {
  let query = db
    .selectFrom('spends')
    .select(['id', 'at', 'kind', 'description', 'amountFen'])
    .where('memberId', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (before) {
    query = query
      .where('at', '<=', before.at)
      .where((eb) => eb.or([eb('at', '<', before.at), eb('id', '<', before.id)]))
  }
  return query.execute()
}

/** A member's bookings that leave from a moment on (soonest first) or left before it (latest first). */
export async function listBookings(
  db: Db,
  id: MemberId,
  when: 'coming' | 'past',
  now: Instant,
  limit: number,
): Promise<BookingView[]> {
  const rows: BookingRow[] = await db
    .selectFrom('bookings')
    .innerJoin('flights', 'flights.id', 'bookings.flightId')
    .selectAll('flights')
    .select([
      'bookings.id as bookingId',
      'pnr',
      'ticketNo',
      'cabin',
      'seat',
      'bookings.status as bookingStatus',
      'fareFen',
    ])
    .where('bookings.memberId', '=', id)
    .where('flights.departsAt', when === 'coming' ? '>=' : '<', now)
    .orderBy('flights.departsAt', when === 'coming' ? 'asc' : 'desc')
    .orderBy('bookings.id')
    .limit(limit)
    .execute()
  return rows.map(toBooking)
}

const SHOWN_OPEN_CASES = 20

export async function listOpenCases(db: Db, scope: Scope, id: MemberId): Promise<OpenCase[]> {
  const rows = await db
    .selectFrom('cases')
    .leftJoin('users', 'users.id', 'cases.ownerId')
    .select(['cases.id', 'number', 'kind', 'state', 'priority', 'cases.title', 'nextDueAt', 'users.name as ownerName'])
    .where('memberId', '=', id)
    .where('isOpen', '=', 1)
    .where((eb) => inScope(eb, scope))
    .orderBy('receivedAt', 'desc')
    .limit(SHOWN_OPEN_CASES)
    .execute()
  return rows.map(({ ownerName, ...row }) => ({ ...row, id: row.id as CaseId, ownerName: ownerName ?? '' }))
}
