import { sql } from 'kysely'
import type { Bilingual } from '../../shared/contract.ts'
import { DAY, DESK_ZONE, HOUR, type Instant, MINUTE } from '../../shared/time.ts'
import type { Engine } from '../engine/engine.ts'
import { tiersAt } from '../policies/queries.ts'
import { shiftMonth } from '../rules/days.ts'
import { monthAt } from '../rules/zone.ts'
import { makeBookings } from './bookings.ts'
import { planCalls } from './call-plan.ts'
import { tellCall } from './call-story.ts'
import { planCases, tellArrival } from './case-plan.ts'
import { sceneCount, scenesFrom, setScenes } from './case-scene.ts'
import { planDeskLife } from './desk-life.ts'
import { monthsBetween } from './figures.ts'
import { type DemoFlight, makeFlights } from './flights.ts'
import { type DemoMember, makeMembers, toCustomer } from './members.ts'
import { type Clock, type Colleague, type Office, openOffice } from './office.ts'
import { hireStaff, signIn } from './people.ts'
import { insertFlights, insertMembers } from './populate.ts'
import { casesFromPosts } from './posts-story.ts'
import { createRandom, type Random } from './random.ts'
import { nextInOffice, shiftFrom } from './rota.ts'
import { enterByHand, figuresAt, tellMonth } from './tier-story.ts'
import { createTimeline } from './timeline.ts'
import type { World } from './world.ts'

/** How large the demo is and when it ends; the same options give the same rows. */
export type DemoOptions = {
  members: number
  flights: number
  calls: number
  cases: number
  days: number
  seed: number
  now: Instant
}

/** How far the demo has come, 0 to 1, in words for whoever waits. */
export type DemoProgress = (share: number, text: Bilingual) => void

type Stage = {
  engine: Engine
  clock: Clock
  options: DemoOptions
  random: (purpose: string) => Random
  onProgress: DemoProgress
}

/** Lives through the demo's days on a new store: people, members, then every call and case in order of time. */
export async function live(
  engine: Engine,
  clock: Clock,
  options: DemoOptions,
  onProgress: DemoProgress,
): Promise<{ members: number; calls: number; cases: number }> {
  const random = (purpose: string) => createRandom(options.seed, purpose)
  const stage: Stage = { engine, clock, options, random, onProgress }
  clock.now = options.now - options.days * DAY
  onProgress(0, { zh: '正在创建演示员工账号', en: 'Adding the people of the demo desk' })
  const staff = await hireStaff(engine, random('people'))
  await hurry(engine)
  const office = openOffice(engine, staff, clock)
  onProgress(0.04, { zh: '正在生成会员与航班', en: 'Making up members and flights' })
  const { members, flights } = await populate(stage, office)
  const world: World = {
    office,
    timeline: createTimeline(),
    from: clock.now,
    now: options.now,
    flights,
    customers: members.filter(({ file }) => file.status === 'active').map(toCustomer),
    load: new Map(),
    complaints: [],
    corrected: 0,
  }
  planDays(stage, world, members)
  await world.timeline.runUntil(options.now, async (at) => {
    await office.passTo(at)
    const share = 1 - (options.now - at) / (options.days * DAY)
    onProgress(0.12 + 0.86 * share, {
      zh: '正在经历演示的每一天：通话与工单',
      en: 'Living through the days: calls and cases',
    })
  })
  await office.lookAtLimits(options.now)
  const { counts } = await office.call(staff.manager, 'admin.info', {})
  return { members: counts.members ?? 0, calls: counts.calls ?? 0, cases: counts.cases ?? 0 }
}

/** Nothing of a demo that is not finished is kept, so until then no write waits for the disk. */
async function hurry(engine: Engine): Promise<void> {
  const { open } = engine.desk
  if (!open) return
  await sql.raw('pragma synchronous = off').execute(open.store.db)
}

async function populate(
  { options, random, clock }: Stage,
  office: Office,
): Promise<{ members: DemoMember[]; flights: DemoFlight[] }> {
  const { manager } = office.staff
  const from = clock.now
  const first = monthAt(DESK_ZONE, from)
  const kept = { from: shiftMonth(first, -25), to: shiftMonth(first, -1) }
  const counts = { members: options.members, flights: options.flights }
  return office.fill(manager, 'demo.fill', counts, async (db) => {
    const { rowId, body } = await tiersAt(db, from)
    const setting = { policy: body, policyId: rowId, from, now: options.now, actorId: manager.id }
    const members = makeMembers(random('members'), options.members, setting)
    const flights = makeFlights(random('flights'), options.flights, { from, now: options.now })
    assignBookings(random('bookings'), members, flights, options.now)
    await insertMembers(db, random('changes'), members, kept, manager.id)
    await insertFlights(db, flights, members)
    await db.updateTable('meta').set({ value: '1' }).where('key', '=', 'demo').execute()
    return { members, flights }
  })
}

function assignBookings(
  random: Random,
  members: readonly DemoMember[],
  flights: readonly DemoFlight[],
  now: Instant,
): void {
  const byId = new Map(members.map((member) => [member.file.id, member]))
  const flyers = members
    .filter(({ file }) => file.status === 'active')
    .map(({ file, weight }) => ({ id: file.id, weight }))
  for (const booking of makeBookings(random, flights, flyers, now))
    byId.get(booking.row.memberId)?.bookings.push(booking)
}

function planDays({ engine, options, random }: Stage, world: World, members: readonly DemoMember[]): void {
  const { timeline, office } = world
  const calls = planCalls(random('calls'), options.calls, world)
  const scenes = sceneCount(options.cases)
  const cases = planCases(random('cases'), options.cases - scenes - casesFromPosts(options.cases), world, calls)
  for (const [i, call] of calls.entries()) {
    timeline.begin(call.at, tellCall(world, random(`call ${i}`), call, cases.fromCalls.get(call) ?? null))
  }
  for (const [i, idea] of cases.others.entries()) {
    timeline.begin(idea.receivedAt, tellArrival(world, random(`case ${i}`), idea))
  }
  timeline.once(scenesFrom(world.now), () => setScenes(world, random, scenes))
  planDeskLife(world, random, options.cases)
  for (const month of monthsBetween(monthAt(DESK_ZONE, world.from), monthAt(DESK_ZONE, world.now))) {
    const at = Math.min(figuresAt(month), world.now - MINUTE)
    timeline.begin(at, tellMonth(world, random(`month ${month}`), members, month))
  }
  for (const share of [0.15, 0.4, 0.7]) {
    const at = nextInOffice(world.from + (world.now - world.from) * share)
    timeline.once(at, () => enterByHand(world, random(`entry ${share}`), members))
  }
  for (const person of [office.staff.manager, ...office.staff.leads, ...office.staff.agents]) {
    timeline.once(lastArrival(person, world.now), () => takeSeat(engine, person))
  }
}

/** When somebody came to work last; never all in the same moment. */
function lastArrival(person: Colleague, now: Instant): Instant {
  const begins = (at: Instant) => (person.role === 'agent' ? shiftFrom(person.place, at).from : nextInOffice(at))
  const times = [3, 2, 1, 0].map((days) => begins(now - days * DAY - 12 * HOUR) + person.place * 37_000)
  return times.findLast((at) => at <= now - MINUTE) ?? now - MINUTE
}

async function takeSeat(engine: Engine, person: Colleague): Promise<void> {
  await signIn(engine, person.login)
  await hurry(engine)
}
