import { DAY, type Instant } from '../../shared/time.ts'
import type { Row } from '../store/types.ts'
import type { DemoFlight } from './flights.ts'
import { makePnr, makeTicket } from './numbers.ts'
import type { Random } from './random.ts'

/** A seat of a member on a flight. */
export type DemoBooking = { row: Row<'bookings'>; flight: DemoFlight }

type Passenger = { id: string; weight: number }

const CABINS: readonly (readonly [cabin: string, rows: readonly [number, number], factor: number])[] = [
  ['first', [1, 2], 4],
  ['business', [3, 9], 2.6],
  ['premium', [11, 15], 1.4],
  ['economy', [31, 58], 1],
]

/** Puts members on flights: those who fly more stand on more of them, never twice on one. */
export function makeBookings(
  random: Random,
  flights: readonly DemoFlight[],
  members: readonly Passenger[],
  now: Instant,
): DemoBooking[] {
  const weighted = members.map((member) => [member.id, member.weight] as const)
  const wheel = wheelOf(random, weighted)
  return flights.flatMap((flight) => {
    const ids = new Set(Array.from({ length: random.between(5, 11) }, wheel))
    const seats = new Set<string>()
    return [...ids].map((memberId) => ({ flight, row: makeBooking(random, flight, memberId, seats, now) }))
  })
}

/** Picking by weight among thousands again and again, each time in a few steps. */
function wheelOf(random: Random, weighted: readonly (readonly [string, number])[]): () => string {
  let sum = 0
  const ends = weighted.map(([, weight]) => {
    sum += weight
    return sum
  })
  return () => {
    const place = random.next() * sum
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) <= place) low = middle + 1
      else high = middle
    }
    return weighted[low]?.[0] ?? ''
  }
}

function makeBooking(
  random: Random,
  flight: DemoFlight,
  memberId: string,
  seats: Set<string>,
  now: Instant,
): Row<'bookings'> {
  const [cabin, rows, factor] = random.weighted(CABINS.map((one, i) => [one, [3, 30, 12, 55][i] ?? 1] as const))
  let seat = ''
  do seat = `${random.between(...rows)}${random.pick([...'ACDFHK'])}`
  while (seats.has(seat))
  seats.add(seat)
  const isSoon = flight.departsAt < now + 2 * DAY
  return {
    id: random.id(),
    memberId,
    flightId: flight.id,
    pnr: makePnr(random),
    ticketNo: random.chance(0.96) ? makeTicket(random) : null,
    cabin,
    seat: isSoon || random.chance(0.6) ? seat : null,
    status: statusOf(random, flight, now),
    fareFen: Math.round((flight.distanceKm * 0.55 + 300) * factor * (0.8 + random.next() * 0.5)) * 100,
  }
}

function statusOf(random: Random, flight: DemoFlight, now: Instant): Row<'bookings'>['status'] {
  if (random.chance(0.04)) return 'cancelled'
  if (flight.status === 'cancelled' || flight.departsAt > now || flight.status === 'delayed') return 'booked'
  return random.chance(0.015) ? 'noShow' : 'flown'
}
