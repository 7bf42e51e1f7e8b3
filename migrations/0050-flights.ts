import { index, instant, integer, key, type Migration, oneOf, table, text, uniqueIndex } from '../src/main/store/schema.ts'

export const flights: Migration = {
  version: 50,
  name: 'flights',
  steps: [
    table('flights', {
      id: key(),
      flightNo: text(),
      /** Local day of departure, YYYY-MM-DD. */
      day: text(),
      origin: text(),
      destination: text(),
      departsAt: instant(),
      arrivesAt: instant(),
      status: oneOf(['scheduled', 'departed', 'arrived', 'delayed', 'cancelled', 'diverted']),
      delayMinutes: integer({ min: 0 }),
      distanceKm: integer({ min: 0 }),
    }),
    uniqueIndex('flights', 'flightNo', 'day'),
    index('flights', 'day'),
    table('bookings', {
      id: key(),
      memberId: text({ references: 'members' }),
      flightId: text({ references: 'flights' }),
      pnr: text(),
      ticketNo: text({ nullable: true }),
      cabin: text(),
      seat: text({ nullable: true }),
      status: oneOf(['booked', 'flown', 'cancelled', 'noShow']),
      fareFen: integer({ min: 0 }),
    }),
    index('bookings', 'memberId'),
    index('bookings', 'flightId'),
    index('bookings', 'pnr'),
    index('bookings', 'ticketNo'),
    table('spends', {
      id: key(),
      memberId: text({ references: 'members' }),
      at: instant(),
      kind: oneOf(['own', 'partner']),
      description: text(),
      amountFen: integer({ min: 0 }),
    }),
    index('spends', 'memberId', 'at'),
  ],
}
