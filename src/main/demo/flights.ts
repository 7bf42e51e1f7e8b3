import airportsJson from '../../../resources/demo/airports.json' with { type: 'json' }
import type { FlightId } from '../../shared/ids.ts'
import { DAY, DESK_ZONE, type Instant, MINUTE } from '../../shared/time.ts'
import { dayAt } from '../rules/zone.ts'
import type { Row } from '../store/types.ts'
import type { Random } from './random.ts'
import { midnight } from './rota.ts'

type Airport = (typeof airportsJson)[number]

/** A flight as it stands in the timetable. */
type Route = { flightNo: string; from: Airport; to: Airport; minute: number; km: number; minutes: number }

/** A flight of the demo with the cities that people say. */
export type DemoFlight = Row<'flights'> & { from: string; to: string }

const EARTH_KM = 6371
const HUB_WEIGHT = 5
/** The invented carrier of the demo. */
const CARRIER = 'XD'
/** The timetable reaches this many days ahead. */
const DAYS_AHEAD = 21
/** And begins so many days before the desk opens: its first callers have flown already. */
const DAYS_BEFORE = 3

/** The flights of the demo, spread over its days and three weeks ahead, each as it stands at `now`. */
export function makeFlights(random: Random, count: number, range: { from: Instant; now: Instant }): DemoFlight[] {
  const routes = Array.from({ length: Math.max(4, Math.ceil(count / 6)) }, (_, i) => makeRoute(random, i))
  const first = midnight(range.from) - DAYS_BEFORE * DAY
  const days = Math.round((midnight(range.now) - first) / DAY) + DAYS_AHEAD
  const taken = new Set<string>()
  const flights: DemoFlight[] = []
  for (let i = 0; flights.length < count; i += 1) {
    // In even steps over the days, so that no stretch is without flights.
    const day = first + Math.floor((i * days) / count) * DAY
    const route = random.pick(routes)
    const key = `${route.flightNo} ${day}`
    if (!taken.has(key)) flights.push(makeFlight(random, route, day, range.now))
    taken.add(key)
  }
  return flights.sort((a, b) => a.departsAt - b.departsAt || (a.flightNo < b.flightNo ? -1 : 1))
}

function makeRoute(random: Random, order: number): Route {
  const weighted = airportsJson.map((airport) => [airport, airport.weight] as const)
  const from = random.weighted(weighted)
  const to = random.weighted(weighted.filter(([airport]) => isServed(from, airport)))
  const km = Math.round(distance(from, to))
  return {
    flightNo: `${CARRIER}${1101 + order * 7}`,
    from,
    to,
    minute: random.between(78, 258) * 5,
    km,
    minutes: 35 + Math.round(km / 13),
  }
}

/** Routes abroad begin or end at the larger airports; none is so short that people take the train. */
function isServed(from: Airport, to: Airport): boolean {
  if (from.city === to.city || distance(from, to) < 350) return false
  if (!from.abroad && !to.abroad) return true
  return from.abroad !== to.abroad && (from.abroad ? to : from).weight >= HUB_WEIGHT
}

function distance(a: Airport, b: Airport): number {
  const [lat1 = 0, long1 = 0] = a.at.map((degrees) => (degrees * Math.PI) / 180)
  const [lat2 = 0, long2 = 0] = b.at.map((degrees) => (degrees * Math.PI) / 180)
  const cosine = Math.sin(lat1) * Math.sin(lat2) + Math.cos(lat1) * Math.cos(lat2) * Math.cos(long2 - long1)
  return EARTH_KM * Math.acos(Math.min(1, cosine))
}

function makeFlight(
  random: Random,
  { flightNo, from, to, minute, km, minutes }: Route,
  day: Instant,
  now: Instant,
): DemoFlight {
  const departsAt = day + minute * MINUTE
  const arrivesAt = departsAt + minutes * MINUTE
  const delayMinutes = random.chance(0.22) ? Math.min(540, Math.round(random.around(55, 0.7) / 5) * 5) : 0
  return {
    id: random.id() as FlightId,
    flightNo,
    day: dayAt(DESK_ZONE, departsAt),
    origin: from.code,
    destination: to.code,
    departsAt,
    arrivesAt,
    ...stateOf(random, departsAt, arrivesAt, delayMinutes, now),
    distanceKm: km,
    from: from.city,
    to: to.city,
  }
}

/** What a flight has become by now; a delay is known some hours before. */
function stateOf(
  random: Random,
  departsAt: Instant,
  arrivesAt: Instant,
  delay: number,
  now: Instant,
): Pick<Row<'flights'>, 'status' | 'delayMinutes'> {
  const late = delay * MINUTE
  const isCancelled = random.chance(0.03)
  const isDiverted = random.chance(0.006)
  if (departsAt > now + 240 * MINUTE) return { status: 'scheduled', delayMinutes: 0 }
  if (isCancelled) return { status: 'cancelled', delayMinutes: 0 }
  if (departsAt + late > now) return { status: delay > 0 ? 'delayed' : 'scheduled', delayMinutes: delay }
  if (arrivesAt + late > now) return { status: 'departed', delayMinutes: delay }
  return { status: isDiverted ? 'diverted' : 'arrived', delayMinutes: delay }
}
