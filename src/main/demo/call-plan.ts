import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../../shared/time.ts'
import type { Customer } from './members.ts'
import { makeMobile } from './numbers.ts'
import type { Colleague } from './office.ts'
import type { Random } from './random.ts'
import { isOnShift, midnight } from './rota.ts'
import { customerWheel, type World } from './world.ts'

/** One call as it will go; whatever it is about is decided when it happens. */
export type CallPlan = {
  at: Instant
  agent: Colleague
  direction: 'inbound' | 'outbound'
  customer: Customer | null
  phone: string
  end: 'answered' | 'abandoned' | 'missed'
  waitMs: number
  talkMs: number
  holdMs: number
  wrapUpMs: number
  /** The unanswered call that this one returns; its id is known when it has happened. */
  returns: CallPlan | null
  id?: string
}

/** Calls in each hour of a day: most before noon, again in the afternoon, and a wave in the evening. */
const HOURS = [
  0.6, 0.4, 0.3, 0.2, 0.2, 0.4, 1, 2.2, 4.5, 7, 9, 8.5, 6, 5.5, 6.5, 8.5, 8, 6.5, 5.5, 5.5, 6, 5.5, 3.5, 1.5,
]
/** Sunday to Saturday. */
const WEEKDAYS = [0.75, 1.15, 1.05, 1, 1, 1.1, 0.8]

const UNANSWERED = 0.05
const LONGEST = 20 * MINUTE
/** Lost calls that nobody has returned yet at the end. */
const STILL_WAITING = 3

/** A moment between two others as calls are spread over weeks, days and hours. */
export function momentOfCall(random: Random, from: Instant, to: Instant): Instant {
  const first = midnight(from)
  const days = Math.max(1, Math.ceil((to - first) / DAY))
  for (let tries = 0; tries < 1000; tries += 1) {
    const day = random.between(0, days - 1)
    const weekday = (Math.round((first + day * DAY) / DAY) + 4) % 7
    if (!random.chance((WEEKDAYS[weekday] ?? 1) / 1.2)) continue
    const hour = random.weighted(HOURS.map((weight, i) => [i, weight] as const))
    const at = first + day * DAY + hour * HOUR + random.between(0, HOUR - 1)
    if (at >= from && at <= to) return at
  }
  return random.between(from, to)
}

/** The calls of the whole demo in order of time; no agent is on two at once. */
export function planCalls(random: Random, count: number, world: World): CallPlan[] {
  const lastStart = world.now - LONGEST
  const lost = Math.round(count * UNANSWERED)
  const waiting = Math.min(STILL_WAITING, lost)
  const draw = customerWheel(random, world.customers)
  const begin = world.from + 3 * HOUR
  const wanted: Wanted[] = []
  // Each lost call but the last few is followed by one that returns it.
  for (let i = 0; i < count - lost + waiting; i += 1) {
    const isLost = i < lost
    const isWaiting = i < waiting
    const at = isWaiting
      ? lastStart - random.between(0, 2 * HOUR)
      : momentOfCall(random, begin, isLost ? lastStart - HOUR : lastStart)
    wanted.push({ at, isLost, isReturned: isLost && !isWaiting, returns: null })
  }
  const calls: CallPlan[] = []
  const freeAt = new Map<string, Instant>()
  wanted.sort((a, b) => a.at - b.at)
  for (let next = wanted.shift(); next; next = wanted.shift()) {
    const call = place(random, next, world, freeAt, draw)
    calls.push(call)
    if (next.isReturned)
      insert(wanted, {
        at: endOf(call) + random.between(2, 11) * MINUTE,
        isLost: false,
        isReturned: false,
        returns: call,
      })
  }
  return calls.sort((a, b) => a.at - b.at)
}

/** When a call is over and written down. */
export function endOf({ at, waitMs, talkMs, holdMs, wrapUpMs }: CallPlan): Instant {
  return at + waitMs + talkMs + holdMs + wrapUpMs
}

type Wanted = { at: Instant; isLost: boolean; isReturned: boolean; returns: CallPlan | null }

function insert(wanted: Wanted[], one: Wanted): void {
  const place = wanted.findIndex(({ at }) => at > one.at)
  wanted.splice(place < 0 ? wanted.length : place, 0, one)
}

function place(
  random: Random,
  { at, isLost, returns }: Wanted,
  world: World,
  freeAt: Map<string, Instant>,
  draw: () => Customer,
): CallPlan {
  const agent = returns?.agent ?? freeAgent(random, world, freeAt, at)
  const who = returns ?? caller(random, draw)
  const direction = returns || (!isLost && who.customer && random.chance(0.07)) ? 'outbound' : 'inbound'
  const isAnswered = !isLost || direction === 'outbound'
  const call: CallPlan = {
    at: Math.max(at, (freeAt.get(agent.id) ?? 0) + 5 * SECOND),
    agent,
    direction,
    customer: who.customer,
    phone: who.phone,
    end: isAnswered ? 'answered' : random.chance(0.7) ? 'abandoned' : 'missed',
    waitMs: isAnswered
      ? span(random, direction === 'inbound' ? 5.2 : 9, 0.45, [1, 55])
      : random.between(12, 60) * SECOND,
    talkMs: isAnswered ? span(random, 190, 0.5, [30, 780]) : 0,
    holdMs: isAnswered && random.chance(0.18) ? random.between(20, 140) * SECOND : 0,
    wrapUpMs: isAnswered ? span(random, 55, 0.5, [10, 200]) : 0,
    returns,
  }
  freeAt.set(agent.id, endOf(call))
  return call
}

function span(random: Random, usual: number, spread: number, [least, most]: readonly [number, number]): number {
  return Math.round(Math.min(most, Math.max(least, random.around(usual, spread))) * SECOND)
}

/** Somebody at the desk who is not on the telephone; at need somebody who stays longer. */
function freeAgent(random: Random, { office }: World, freeAt: Map<string, Instant>, at: Instant): Colleague {
  const free = office.staff.agents.filter(({ id }) => (freeAt.get(id) ?? 0) + 5 * SECOND <= at)
  const present = free.filter(({ place: turn }) => isOnShift(turn, at))
  return random.pick(present.length > 0 ? present : free.length > 0 ? free : office.staff.agents)
}

function caller(random: Random, draw: () => Customer): Pick<CallPlan, 'customer' | 'phone'> {
  if (random.chance(0.05)) return { customer: null, phone: makeMobile(random) }
  const customer = draw()
  return {
    customer,
    phone: customer.helpers.length > 0 && random.chance(0.3) ? random.pick(customer.helpers) : customer.phone,
  }
}
