import type { MemberId } from '../../shared/ids.ts'
import { type Day, DESK_ZONE, HOUR } from '../../shared/time.ts'
import type { TripStage } from '../../shared/trips/words.ts'
import { addDays } from '../rules/days.ts'
import { dayAt, momentOf } from '../rules/zone.ts'
import type { Customer } from './members.ts'
import type { Colleague } from './office.ts'
import { officeTime } from './surroundings.ts'
import type { Story } from './timeline.ts'
import type { World } from './world.ts'

/** A journey of the demo: its days counted from the demo's last one. */
type Plan = { title: string; destination: string; starts: number; ends: number; priceFen: number; guide: string }

const PREPARING: Plan = {
  ...{ title: '厦门会奖四日', destination: '厦门', starts: 3, ends: 6, priceFen: 1_380_000, guide: '导游小洪' },
}
const ON_ROAD: Plan = {
  ...{ title: '昆明大理六日', destination: '大理', starts: -2, ends: 3, priceFen: 1_960_000, guide: '导游小段' },
}
const BACK: Plan = {
  ...{ title: '三亚亲子五日', destination: '三亚', starts: -9, ends: -5, priceFen: 2_240_000, guide: '导游小符' },
}

const MORNING = 10 * 60

/** S4-06..08 S4-59..61: one journey is being prepared, one is on the road and one has come back. */
export function planJourneys(world: World): void {
  const { customers, office } = world
  const [agent = office.staff.manager, other = agent] = office.staff.agents
  const wanted = customers.filter(({ tier, phone }) => tier !== 'none' && phone !== '')
  const [first, second, third] = wanted
  if (!first || !second || !third) return
  world.timeline.begin(officeTime(world, 14), tellBack(world, agent, first))
  world.timeline.begin(officeTime(world, 8), tellRoad(world, other, second))
  world.timeline.begin(officeTime(world, 3), tellPreparing(world, agent, third))
}

async function* tellPreparing(world: World, agent: Colleague, customer: Customer): Story {
  const { office } = world
  const tripId = await agree(world, agent, customer, PREPARING)
  yield office.now() + HOUR
  const { items } = await office.call(agent, 'journeys.show', { tripId })
  for (const { id } of items.slice(0, 3)) await office.call(agent, 'journeys.settle', { id, state: 'done' })
}

async function* tellRoad(world: World, agent: Colleague, customer: Customer): Story {
  const { office } = world
  const tripId = await agree(world, agent, customer, ON_ROAD)
  yield morningOf(world, ON_ROAD.starts)
  await setOut(world, agent, tripId, ON_ROAD)
  yield* contact(world, agent, tripId, '已抵达大理入住，一切顺利')
  yield Math.max(office.now(), morningOf(world, ON_ROAD.starts + 1))
  const what = '旅客高原反应，头痛气短，已在酒店休息'
  const raised = await office.call(agent, 'journeys.raise', {
    ...{ tripId, emergencyKind: 'medical', place: '大理古城酒店', what },
  })
  const id = raised.emergencies[0]?.id ?? ''
  await office.call(agent, 'journeys.act', { id, actionKind: 'call', text: `致电${ON_ROAD.guide}，导游已陪同就医` })
  await office.call(agent, 'journeys.moveEmergency', { id, state: 'controlled', text: '吸氧后好转，医生建议留观一晚' })
  yield* contact(world, agent, tripId, '旅客恢复良好，今日在酒店休息，明日按行程继续')
}

/** The next contact of the plan is made half an hour after it came due. */
async function* contact(world: World, agent: Colleague, tripId: string, result: string): Story {
  const { office } = world
  const { contacts } = await office.call(agent, 'journeys.show', { tripId })
  const next = contacts.find(({ state }) => state === 'planned')
  if (!next) return
  yield Math.max(office.now(), next.dueAt + HOUR / 2)
  await office.call(agent, 'journeys.contacted', { id: next.id, channel: 'wechat', isReached: true, result })
}

async function* tellBack(world: World, agent: Colleague, customer: Customer): Story {
  const { office } = world
  const tripId = await agree(world, agent, customer, BACK)
  yield morningOf(world, BACK.starts)
  const serviceId = await setOut(world, agent, tripId, BACK)
  yield morningOf(world, BACK.ends)
  await advance(world, agent, tripId, 'afterTrip')
  yield morningOf(world, BACK.ends + 2)
  const { contacts } = await office.call(agent, 'journeys.show', { tripId })
  const asking = contacts.find(({ state }) => state === 'planned')
  const result = '整体满意，孩子喜欢海洋馆；希望多一天自由活动'
  if (asking)
    await office.call(agent, 'journeys.contacted', { id: asking.id, channel: 'phone', isReached: true, result })
  await office.call(agent, 'journeys.rate', { tripId, score: 5, text: '安排周到' })
  await office.call(agent, 'journeys.rate', { tripId, serviceId, score: 4, text: '讲解生动，集合稍晚' })
}

const lastDay = ({ now }: World): Day => dayAt(DESK_ZONE, now)

/** The morning of a day, or now when a short demo began later. */
function morningOf(world: World, days: number): number {
  return Math.max(world.office.now(), momentOf(DESK_ZONE, addDays(lastDay(world), days), MORNING))
}

async function advance({ office }: World, agent: Colleague, id: string, to: TripStage): Promise<void> {
  const { lastSeq } = await office.call(agent, 'trips.file', { id })
  await office.call(agent, 'trips.advance', { id, to, expectedSeq: lastSeq })
}

/** The checklist is done and the travellers leave; gives who guides them. */
async function setOut(world: World, agent: Colleague, tripId: string, { guide, destination }: Plan): Promise<string> {
  const { office } = world
  const { items } = await office.call(agent, 'journeys.show', { tripId })
  for (const { id } of items) await office.call(agent, 'journeys.settle', { id, state: 'done' })
  await advance(world, agent, tripId, 'inTrip')
  const service = { kind: 'guide', name: `${destination}地接社`, person: guide, contact: '400-555-0100' } as const
  const { services } = await office.call(agent, 'journeys.saveService', { tripId, service })
  return services[0]?.id ?? ''
}

/** A trip through its first three stages: wanted, offered, booked, agreed, confirmed and paid. */
async function agree(world: World, agent: Colleague, customer: Customer, plan: Plan): Promise<string> {
  const { office } = world
  const { title, destination, priceFen } = plan
  const startsOn = addDays(lastDay(world), plan.starts)
  const endsOn = addDays(lastDay(world), plan.ends)
  const memberId = customer.id as MemberId
  const { id } = await office.call(agent, 'trips.open', { memberId, title, channel: 'phone' })
  const seq = async () => (await office.call(agent, 'trips.file', { id })).lastSeq
  const wanted = { transport: 'plane', lodging: 'upscale', budgetFen: priceFen + 200_000, travellers: 3 } as const
  await office.call(agent, 'trips.need', { id, channel: 'phone', destination, startsOn, endsOn, ...wanted })
  const words = { sights: '精选景点', stay: '高端酒店', transport: '往返航班与接送', meals: '含早餐' }
  const options = [{ name: '舒适', ...words, priceFen }]
  const { itemId: proposal } = await office.call(agent, 'trips.propose', { id, options, expectedSeq: await seq() })
  const proposalId = proposal ?? ''
  await office.call(agent, 'trips.offer', { id, proposalId, channel: 'email', expectedSeq: await seq() })
  await advance(world, agent, id, 'booking')
  await office.call(agent, 'trips.book', {
    ...{ id, kind: 'hotel', title: `${destination}高端酒店`, supplier: `${destination}酒店`, priceFen: priceFen / 2 },
    ...{ fromDay: startsOn, toDay: endsOn, state: 'confirmed', reference: 'JD-2041' },
  })
  await office.call(agent, 'trips.pay', { id, kind: 'deposit', method: 'transfer', amountFen: priceFen / 4 })
  await advance(world, agent, id, 'confirmation')
  const { proposals, lastSeq } = await office.call(agent, 'trips.file', { id })
  const optionId = proposals[0]?.options[0]?.id ?? null
  const yes = { kind: 'accepted', channel: 'phone', expectedSeq: lastSeq } as const
  await office.call(agent, 'trips.answer', { id, proposalId, optionId, ...yes })
  const { itemId: notice } = await office.call(agent, 'trips.confirm', { id, notes: '请携带证件，提前两小时到机场' })
  const told = { channel: 'phone', proof: '通话录音已存' } as const
  await office.call(agent, 'trips.tell', { id, noticeId: notice ?? '', ...told })
  await advance(world, agent, id, 'preTrip')
  await office.call(agent, 'trips.pay', { id, kind: 'balance', method: 'transfer', amountFen: (priceFen * 3) / 4 })
  return id
}
