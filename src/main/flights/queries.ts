import type { BookingView, Flight, Passenger } from '../../shared/flights/model.ts'
import type { FlightId, MemberId } from '../../shared/ids.ts'
import { TIER_RANK } from '../../shared/tiers/model.ts'
import type { Day, Instant } from '../../shared/time.ts'
import { afterPrefix } from '../rules/member-search.ts'
import type { Db, Row } from '../store/types.ts'
import { bookingsWithFlight } from './joined.ts'
import { toBooking, toFlight } from './rows.ts'

/** Flights whose number begins with a text, on one day or the latest ones. */
export async function findFlights(db: Db, prefix: string, day: Day | undefined, limit: number): Promise<Flight[]> {
  let query = db
    .selectFrom('flights')
    .selectAll()
    .where('flightNo', '>=', prefix)
    .where('flightNo', '<', afterPrefix(prefix))
    .orderBy('flightNo')
    .orderBy('day', 'desc')
    .limit(limit)
  if (day !== undefined) query = query.where('day', '=', day)
  return (await query.execute()).map(toFlight)
}

export async function listFlights(db: Db, day: Day, limit: number): Promise<Flight[]> {
  const rows = await db
    .selectFrom('flights')
    .selectAll()
    .where('day', '=', day)
    .orderBy('departsAt')
    .orderBy('flightNo')
    .limit(limit)
    .execute()
  return rows.map(toFlight)
}

export async function findFlight(db: Db, id: FlightId): Promise<Flight | undefined> {
  const row = await db.selectFrom('flights').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toFlight(row)
}

export async function findFlightOfDay(db: Db, flightNo: string, day: Day): Promise<Flight | undefined> {
  const row = await db
    .selectFrom('flights')
    .selectAll()
    .where('flightNo', '=', flightNo)
    .where('day', '=', day)
    .executeTakeFirst()
  return row && toFlight(row)
}

export async function insertFlight(db: Db, row: Row<'flights'>): Promise<void> {
  await db.insertInto('flights').values(row).execute()
}

export async function updateFlight(db: Db, id: FlightId, change: Partial<Row<'flights'>>): Promise<void> {
  await db.updateTable('flights').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function insertBooking(db: Db, row: Row<'bookings'>): Promise<void> {
  await db.insertInto('bookings').values(row).execute()
}

export async function findBookingRow(db: Db, id: string): Promise<Row<'bookings'> | undefined> {
  return db.selectFrom('bookings').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function updateBooking(db: Db, id: string, change: Partial<Row<'bookings'>>): Promise<void> {
  await db.updateTable('bookings').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function hasMember(db: Db, id: MemberId): Promise<boolean> {
  return (await db.selectFrom('members').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** A member holds at most one live booking on a flight. */
export async function isBooked(db: Db, memberId: MemberId, flightId: FlightId): Promise<boolean> {
  const row = await db
    .selectFrom('bookings')
    .select('id')
    .where('memberId', '=', memberId)
    .where('flightId', '=', flightId)
    .where('status', '!=', 'cancelled')
    .executeTakeFirst()
  return row !== undefined
}

export async function findBooking(db: Db, id: string): Promise<BookingView | undefined> {
  const row = await bookingsWithFlight(db).where('bookings.id', '=', id).executeTakeFirst()
  return row && toBooking(row)
}

/** A member's bookings, latest departure first, one more than asked for when there are more. */
export async function bookingsOf(
  db: Db,
  memberId: MemberId,
  before: { departsAt: Instant; id: string } | undefined,
  limit: number,
): Promise<BookingView[]> {
  let query = bookingsWithFlight(db)
    .where('bookings.memberId', '=', memberId)
    .orderBy('flights.departsAt', 'desc')
    .orderBy('bookings.id', 'desc')
    .limit(limit + 1)
  if (before) {
    query = query
      .where('flights.departsAt', '<=', before.departsAt)
      .where((eb) => eb.or([eb('flights.departsAt', '<', before.departsAt), eb('bookings.id', '<', before.id)]))
  }
  return (await query.execute()).map(toBooking)
}

/** Members on a flight, highest tier first; a flight has some hundred seats, so all are read. */
export async function passengersOf(db: Db, id: FlightId, limit: number): Promise<Passenger[]> {
  const rows = await db
    .selectFrom('bookings')
    .innerJoin('members', 'members.id', 'bookings.memberId')
    .select(['bookings.id as bookingId', 'memberId', 'name', 'cardNo', 'tier', 'cabin', 'seat', 'bookings.status'])
    .where('flightId', '=', id)
    .orderBy('cardNo')
    .execute()
  return rows
    .map(({ cardNo, seat, ...row }) => ({ ...row, memberId: row.memberId as MemberId, card: cardNo, seat: seat ?? '' }))
    .sort((a, b) => TIER_RANK[b.tier] - TIER_RANK[a.tier])
    .slice(0, limit)
}
