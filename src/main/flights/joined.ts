import type { Db } from '../store/types.ts'

/** Bookings with all of their flight: what `toBooking` makes a view of. */
export const bookingsWithFlight = (db: Db) =>
  db
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
