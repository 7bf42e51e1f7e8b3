import type { Input } from '../../shared/contracts.ts'
import type { MemberId } from '../../shared/ids.ts'
import { HOUR } from '../../shared/time.ts'
import { addDays } from '../rules/days.ts'
import type { Colleague } from './office.ts'
import { officeTime, today } from './surroundings.ts'
import type { Story } from './timeline.ts'
import type { World } from './world.ts'

type Options = Input<'trips.propose'>['options']

const GUILIN: Options = [
  {
    ...{ name: '漓江舒适', sights: '漓江、阳朔、银子岩', stay: '四星酒店三晚', transport: '往返航班与专车' },
    ...{ meals: '含早餐与一次啤酒鱼', priceFen: 860_000 },
  },
  {
    ...{ name: '漓江尊享', sights: '漓江私享游船、阳朔、龙脊', stay: '江景套房三晚', transport: '往返公务舱与专车' },
    ...{ meals: '全含', priceFen: 1_380_000 },
  },
]
const XIAN: Options = [
  {
    ...{ name: '古都四日', sights: '兵马俑、陕历博、城墙', stay: '钟楼旁酒店三晚', transport: '高铁往返' },
    ...{ meals: '含早餐', priceFen: 620_000 },
  },
]

/** S4-01..05: trips in the first half of their way: asked about, proposed twice, booked with the deposit paid and a change told. */
export function planTrips(world: World): void {
  world.timeline.begin(officeTime(world, 3), tellAsked(world))
  world.timeline.begin(officeTime(world, 5), tellBooked(world))
}

async function* tellAsked(world: World): Story {
  const desk = deskOf(world, 0)
  if (!desk) return
  const { office, agent, memberId } = desk
  const asking = { memberId, title: '桂林四日（演示）', channel: 'web', destination: '桂林' } as const
  const { id } = await office.call(agent, 'trips.open', asking)
  await office.call(agent, 'trips.ask', {
    ...{ id, channel: 'web', product: '桂林山水小团', price: '两位老人两位成人', itinerary: '能否少走路' },
    answer: '可安排专车与景区电瓶车',
  })
  yield office.now() + 2 * HOUR
  const startsOn = addDays(today(world), 40)
  await office.call(agent, 'trips.need', {
    ...{ id, channel: 'phone', startsOn, endsOn: addDays(startsOn, 3), transport: 'plane', lodging: 'comfort' },
    ...{ budgetFen: 1_000_000, travellers: 4, note: '两位长辈膝盖不好（演示）' },
  })
  await offer(world, agent, id, GUILIN, '')
  const { proposals, lastSeq } = await office.call(agent, 'trips.file', { id })
  await office.call(agent, 'trips.answer', {
    ...{ id, proposalId: proposals[0]?.id ?? '', kind: 'feedback', channel: 'wechat', expectedSeq: lastSeq },
    text: '希望每天中午回酒店休息',
  })
  const [first] = GUILIN
  if (first) await offer(world, agent, id, [{ ...first, sights: '漓江、阳朔，午间回酒店' }], '按客户意见放慢行程')
}

async function* tellBooked(world: World): Story {
  const desk = deskOf(world, 1)
  if (!desk) return
  const { office, agent, memberId } = desk
  const startsOn = addDays(today(world), 25)
  const days = { startsOn, endsOn: addDays(startsOn, 3) }
  const { id } = await office.call(agent, 'trips.open', {
    ...{ memberId, title: '西安古都四日（演示）', channel: 'shop', destination: '西安', ...days },
  })
  await office.call(agent, 'trips.need', { id, channel: 'shop', transport: 'train', budgetFen: 700_000, travellers: 2 })
  await offer(world, agent, id, XIAN, '')
  const seq = async () => (await office.call(agent, 'trips.file', { id })).lastSeq
  await office.call(agent, 'trips.advance', { id, to: 'booking', expectedSeq: await seq() })
  const span = { fromDay: days.startsOn, toDay: days.endsOn }
  await office.call(agent, 'trips.book', {
    ...{ id, kind: 'hotel', title: '城景双床房三晚', supplier: '钟楼酒店（演示）', priceFen: 270_000 },
    ...{ ...span, reference: 'ZL-3307', state: 'confirmed' },
  })
  const ticket = { kind: 'ticket', title: '兵马俑门票两张', supplier: '景区售票处（演示）', priceFen: 24_000 } as const
  await office.call(agent, 'trips.book', { id, ...ticket, ...span })
  await office.call(agent, 'trips.pay', { id, kind: 'deposit', method: 'wechatPay', amountFen: 186_000 })
  yield office.now() + 3 * HOUR
  await office.call(agent, 'trips.advance', { id, to: 'confirmation', expectedSeq: await seq() })
  await office.call(agent, 'trips.alter', {
    ...{ id, origin: 'supplier', reason: '城墙夜场检修', before: '第一天夜游城墙', after: '第二天夜游城墙' },
    expectedSeq: await seq(),
  })
  const { changes } = await office.call(agent, 'trips.file', { id })
  const noticeId = changes[0]?.notice.id ?? ''
  await office.call(agent, 'trips.tell', { id, noticeId, channel: 'phone', proof: '通话录音（演示）' })
  await office.call(agent, 'trips.hear', { id, noticeId, answer: 'agreed' })
}

async function offer({ office }: World, agent: Colleague, id: string, options: Options, basis: string): Promise<void> {
  const seq = async () => (await office.call(agent, 'trips.file', { id })).lastSeq
  const { itemId } = await office.call(agent, 'trips.propose', { id, basis, options, expectedSeq: await seq() })
  const proposalId = itemId ?? ''
  await office.call(agent, 'trips.offer', { id, proposalId, channel: 'email', expectedSeq: await seq() })
}

function deskOf({ office, customers }: World, place: number) {
  const agent = office.staff.agents[place % office.staff.agents.length]
  const customer = customers.filter(({ tier }) => tier === 'platinum')[place]
  return agent && customer ? { office, agent, memberId: customer.id as MemberId } : null
}
