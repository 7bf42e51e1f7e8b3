import type { MemberTier } from '../../shared/tiers/model.ts'
import { DAY, type Instant } from '../../shared/time.ts'
import type { Told } from './case-opening.ts'
import type { DemoFlight } from './flights.ts'
import type { Customer } from './members.ts'
import type { Colleague, Office } from './office.ts'
import type { Details } from './phrases.ts'
import type { Random } from './random.ts'
import { isOnShift, nextAtDesk, nextInOffice } from './rota.ts'
import type { Timeline } from './timeline.ts'

/** What every story of the demo stands on. */
export type World = {
  office: Office
  timeline: Timeline
  from: Instant
  now: Instant
  flights: readonly DemoFlight[]
  customers: readonly Customer[]
  /** Open cases of each person, so that new ones go to whoever has least. */
  load: Map<string, number>
  /** Open complaints, for a customer who complains about the same twice. */
  complaints: Told[]
  /** How many classes were corrected so far. */
  corrected: number
}

/** Who calls how often: the desk exists for the high tiers. */
const CALLS_OF_TIER: Record<MemberTier, number> = { diamond: 14, platinum: 9, gold: 5, silver: 2.5, none: 0.3 }

/** Draws customers, those of high tiers more often. */
export function customerWheel(
  random: Random,
  customers: readonly Customer[],
): (isWanted?: (customer: Customer) => boolean) => Customer {
  const weighted = customers
    .filter(({ phone }) => phone !== '')
    .map((customer) => [customer, CALLS_OF_TIER[customer.tier]] as const)
  return (isWanted = () => true) => {
    for (let tries = 0; tries < 400; tries += 1) {
      const customer = random.weighted(weighted)
      if (isWanted(customer)) return customer
    }
    return random.weighted(weighted)
  }
}

/** The agent at the desk with the fewest open cases; at an hour without anybody, the one who comes next. */
export function leastBusy({ office, load }: World, at: Instant): Colleague {
  const { agents } = office.staff
  const present = agents.filter(({ place }) => isOnShift(place, at))
  const from =
    present.length > 0
      ? present
      : agents.toSorted((a, b) => nextAtDesk(a.place, at) - nextAtDesk(b.place, at)).slice(0, 1)
  const [first, ...others] = from
  if (!first) throw new Error('the demo desk has no agents')
  return others.reduce((best, next) => ((load.get(next.id) ?? 0) < (load.get(best.id) ?? 0) ? next : best), first)
}

export function noteLoad({ load }: World, ownerId: string, change: 1 | -1): void {
  load.set(ownerId, (load.get(ownerId) ?? 0) + change)
}

/** When and by whom something about a case is done: its owner at work, a lead when that would be too late. */
export function turnOf(
  { office }: World,
  owner: Colleague,
  wanted: Instant,
  latest: Instant,
): { at: Instant; who: Colleague } {
  const own = owner.role === 'agent' ? nextAtDesk(owner.place, wanted) : nextInOffice(wanted)
  if (own <= latest) return { at: own, who: owner }
  const [lead = owner] = office.staff.leads
  const late = nextInOffice(wanted)
  if (late <= latest) return { at: late, who: lead }
  // Nobody at work would be in time: whoever has the night does it for the owner.
  return { at: wanted, who: lead }
}

/** What a matter is about: a flight, and the booking if the customer has one on it. */
export type Subject = { flight: DemoFlight; pnr: string | null; ticketNo: string | null; details: Details }

type Fits = (flight: DemoFlight) => boolean

function fitting(wanted: FlightWanted, at: Instant): Fits {
  switch (wanted) {
    case 'any':
      return () => true
    case 'past':
      return (flight) => flight.departsAt < at && flight.status !== 'cancelled'
    case 'coming':
      return (flight) => flight.departsAt > at && flight.status !== 'cancelled'
    case 'late':
      return (flight) => flight.departsAt < at && flight.delayMinutes >= 30
    case 'cancelled':
      return (flight) => flight.departsAt < at && flight.status === 'cancelled'
  }
}

/** Flights are talked about some days after they left and some weeks before. */
const isNear = (flight: DemoFlight, at: Instant) => Math.abs(flight.departsAt - at) < 14 * DAY

/** The flights a matter may be about; where none near went so, one longer ago, and never one that is still to come. */
function candidates(flights: readonly DemoFlight[], wanted: FlightWanted, at: Instant): readonly DemoFlight[] {
  const fits = fitting(wanted, at)
  const isOver = wanted !== 'any' && wanted !== 'coming'
  const tries: Fits[] = [
    (flight) => isNear(flight, at) && fits(flight),
    fits,
    (flight) => !isOver || flight.departsAt < at,
  ]
  for (const isTaken of tries) {
    const found = flights.filter(isTaken)
    if (found.length > 0) return found
  }
  return flights
}

/** Which flight a matter is about: one that is over, one to come, or one that went wrong in this way. */
export type FlightWanted = 'any' | 'past' | 'coming' | 'late' | 'cancelled'

/** A flight that this customer may talk about at a moment, with everything a phrase may name. */
export function subjectOf(
  random: Random,
  { flights }: World,
  customer: Customer | null,
  at: Instant,
  wanted: FlightWanted = 'any',
): Subject {
  const fits = fitting(wanted, at)
  const booked =
    customer?.bookings.filter(({ flight, row }) => row.status !== 'cancelled' && isNear(flight, at) && fits(flight)) ??
    []
  const booking = booked.length > 0 ? random.pick(booked) : undefined
  const flight = booking?.flight ?? random.pick(candidates(flights, wanted, at))
  const { day, flightNo, from, to, delayMinutes } = flight
  return {
    flight,
    pnr: booking?.row.pnr ?? null,
    ticketNo: booking?.row.ticketNo ?? null,
    details: {
      flight: flightNo,
      from,
      to,
      date: `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`,
      hours: String(Math.max(2, Math.round(delayMinutes / 60))),
      amount: String(random.between(2, 48) * 50),
      miles: String(random.between(1, 10) * 500),
      seat: booking?.row.seat ?? `${random.between(31, 52)}${random.pick(['A', 'C', 'D', 'H'])}`,
      percent: String(random.between(1, 6) * 5),
      tag: `XD${random.between(100_000, 999_999)}`,
    },
  }
}
