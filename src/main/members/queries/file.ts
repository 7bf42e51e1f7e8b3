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
import { bookingsWithFlight } from '../../flights/joined.ts'
import { type BookingRow, toBooking } from '../../flights/rows.ts'
import type { Scope } from '../../rules/access.ts'
import { kept } from '../../store/kept.ts'
import type { Db, Row } from '../../store/types.ts'
import { toContact } from '../rows.ts'
import { inScope, keptInScope } from './scoped.ts'

const memberById = kept((db, at: { id: MemberId }) => db.selectFrom('members').selectAll().where('id', '=', at.id))

export async function findMember(db: Db, id: MemberId): Promise<Row<'members'> | undefined> {
  return (await memberById(db, { id }))[0]
}

const contactsOf = kept((db, at: { id: MemberId }) =>
  db.selectFrom('memberContacts').selectAll().where('memberId', '=', at.id).orderBy('kind').orderBy('id'),
)

export async function listContacts(db: Db, id: MemberId): Promise<MemberContact[]> {
  return (await contactsOf(db, { id })).map(toContact)
}

const consentsOf = kept((db, at: { id: MemberId }) =>
  db.selectFrom('consents').selectAll().where('memberId', '=', at.id).orderBy('at', 'desc').orderBy('id', 'desc'),
)

/** The latest word on each purpose. */
export async function listConsents(db: Db, id: MemberId): Promise<ConsentState[]> {
  const rows = await consentsOf(db, { id })
  return CONSENT_PURPOSES.flatMap((purpose) => {
    const latest = rows.find((row) => row.purpose === purpose)
    if (!latest) return []
    const channel = CONSENT_CHANNELS.find((each) => each === latest.channel) ?? 'telephone'
    return [{ purpose, given: latest.given === 1, at: latest.at, channel }]
  })
}

const KEPT_NOTICES = 5

const noticesOf = kept((db, at: { id: MemberId }) =>
  db
    .selectFrom('notices')
    .select(['id', 'kind', 'text', 'createdAt', 'toldAt'])
    .where('memberId', '=', at.id)
    .orderBy('createdAt', 'desc')
    .limit(20),
)

/** Notices of tier changes, those the member was not told yet first. */
export async function listNotices(db: Db, id: MemberId): Promise<NoticeView[]> {
  const rows = await noticesOf(db, { id })
  return rows.sort((a, b) => Number(a.toldAt !== null) - Number(b.toldAt !== null)).slice(0, KEPT_NOTICES)
}

const MONTHS = 12

const periodsOf = kept((db, at: { id: MemberId }) =>
  db
    .selectFrom('memberPeriods')
    .select(['period', 'distanceKm', 'segments', 'spendFen', 'partnerSpendFen', 'points'])
    .where('memberId', '=', at.id)
    .orderBy('period', 'desc')
    .limit(MONTHS),
)

export async function listPeriods(db: Db, id: MemberId): Promise<MemberPeriod[]> {
  return periodsOf(db, { id })
}

const spendsFrom = (db: Db, id: MemberId, limit: number) =>
  db
    .selectFrom('spends')
    .select(['id', 'at', 'kind', 'description', 'amountFen'])
    .where('memberId', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)

const firstSpends = kept((db, at: { id: MemberId; limit: number }) => spendsFrom(db, at.id, at.limit))

/** A page of spend records, newest first, one more than asked for when there are more. */
export async function listSpends(
  db: Db,
  id: MemberId,
  before: { at: Instant; id: string } | undefined,
  limit: number,
): Promise<SpendRecord[]> {
  if (!before) return firstSpends(db, { id, limit: limit + 1 })
  return spendsFrom(db, id, limit + 1)
    .where('at', '<=', before.at)
    .where((eb) => eb.or([eb('at', '<', before.at), eb('id', '<', before.id)]))
    .execute()
}

type When = 'coming' | 'past'

const bookingsWhen = (when: When) =>
  kept((db, at: { id: MemberId; now: Instant; limit: number }) =>
    bookingsWithFlight(db)
      .where('bookings.memberId', '=', at.id)
      .where('flights.departsAt', when === 'coming' ? '>=' : '<', at.now)
      .orderBy('flights.departsAt', when === 'coming' ? 'asc' : 'desc')
      .orderBy('bookings.id')
      .limit(at.limit),
  )

const bookings = { coming: bookingsWhen('coming'), past: bookingsWhen('past') } as const

/** A member's bookings that leave from a moment on (soonest first) or left before it (latest first). */
export async function listBookings(
  db: Db,
  id: MemberId,
  when: When,
  now: Instant,
  limit: number,
): Promise<BookingView[]> {
  const rows: BookingRow[] = await bookings[when](db, { id, now, limit })
  return rows.map(toBooking)
}

const SHOWN_OPEN_CASES = 20

const openCasesOf = keptInScope((db, scope, at: { id: MemberId }) =>
  db
    .selectFrom('cases')
    .leftJoin('users', 'users.id', 'cases.ownerId')
    .select(['cases.id', 'number', 'kind', 'state', 'priority', 'cases.title', 'nextDueAt', 'users.name as ownerName'])
    .where('memberId', '=', at.id)
    .where('isOpen', '=', 1)
    .where((eb) => inScope(eb, scope))
    .orderBy('receivedAt', 'desc')
    .limit(SHOWN_OPEN_CASES),
)

export async function listOpenCases(db: Db, scope: Scope, id: MemberId): Promise<OpenCase[]> {
  const rows = await openCasesOf(db, scope, { id })
  return rows.map(({ ownerName, ...row }) => ({ ...row, id: row.id as CaseId, ownerName: ownerName ?? '' }))
}
