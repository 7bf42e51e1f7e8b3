import { found, refuse } from '../../shared/failure.ts'
import type { FlightId, MemberId } from '../../shared/ids.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import {
  bookingsOf,
  findBooking,
  findBookingRow,
  findFlight,
  findFlightOfDay,
  findFlights,
  hasMember,
  insertBooking,
  insertFlight,
  isBooked,
  listFlights,
  passengersOf,
  updateBooking,
  updateFlight,
} from './queries.ts'

export const flights: FeatureHandlers<'flights'> = {
  find: async ({ db }, { text, day, limit }) =>
    findFlights(db, text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase(), day, limit),

  list: async ({ db }, { day, limit }) => listFlights(db, day, limit),

  create: async (ctx, input) => {
    const { db } = ctx
    if (await findFlightOfDay(db, input.flightNo, input.day))
      refuse('flight-known', { flight: input.flightNo, day: input.day })
    const id = ctx.newId() as FlightId
    await insertFlight(db, { ...input, id, status: 'scheduled', delayMinutes: 0 })
    return found(await findFlight(db, id), 'flight')
  },

  setStatus: async (ctx, { id, status, delayMinutes }) => {
    const before = found(await findFlight(ctx.db, id), 'flight')
    await updateFlight(ctx.db, id, { status, delayMinutes })
    ctx.note({ before: { status: before.status, delayMinutes: before.delayMinutes } })
    return found(await findFlight(ctx.db, id), 'flight')
  },

  book: async (ctx, { memberId, flightId, ...booking }) => {
    const { db } = ctx
    ctx.subject({ memberId })
    if (!(await hasMember(db, memberId))) found(undefined, 'member')
    const flight = found(await findFlight(db, flightId), 'flight')
    if (await isBooked(db, memberId, flightId)) refuse('already-booked', { flight: flight.flightNo, day: flight.day })
    const id = ctx.newId()
    const status = flight.departsAt <= ctx.now && flight.status !== 'cancelled' ? 'flown' : 'booked'
    await insertBooking(db, { ...booking, id, memberId, flightId, status })
    return found(await findBooking(db, id), 'booking')
  },

  setBooking: async (ctx, { id, status, seat }) => {
    const { db } = ctx
    const before = found(await findBookingRow(db, id), 'booking')
    ctx.subject({ memberId: before.memberId as MemberId })
    await updateBooking(db, id, { status: status ?? before.status, seat: seat === undefined ? before.seat : seat })
    ctx.note({ before: { status: before.status, seat: before.seat } })
    return found(await findBooking(db, id), 'booking')
  },

  bookings: async (ctx, { memberId, before, limit }) => {
    ctx.subject({ memberId })
    if (!(await hasMember(ctx.db, memberId))) found(undefined, 'member')
    const all = await bookingsOf(ctx.db, memberId, before, limit)
    const rows = all.slice(0, limit)
    const last = rows.at(-1)
    return { rows, next: all.length > limit && last ? { departsAt: last.flight.departsAt, id: last.id } : null }
  },

  passengers: async (ctx, { id, limit }) => {
    found(await findFlight(ctx.db, id), 'flight')
    return passengersOf(ctx.db, id, limit)
  },
}
