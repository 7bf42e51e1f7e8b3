import type { MemberId } from '../../src/shared/ids.ts'
import { DAY, HOUR } from '../../src/shared/time.ts'
import type { TripStage } from '../../src/shared/trips/words.ts'
import { type PastDesk, pastDesk } from './past-desk.ts'

const dayOf = (at: number) => new Date(at + 8 * HOUR).toISOString().slice(0, 10)

/** How long ago the desk of these tests began. */
const AGO = 12 * DAY

/** A desk with one trip before its departure, one on the road and one whose travellers have come back. */
export async function storeWithJourneys(): Promise<string> {
  const desk = await pastDesk(AGO)
  const { id: memberId } = await desk.call('members.create', {
    ...{ card: 'HU600100400', name: '周宁', gender: 'male', mobile: '+8613812340000', tier: 'platinum' },
    vipReason: '年飞行里程达标',
  })
  const now = desk.now() + AGO
  await agreed(desk, memberId, '青岛会奖三日（演示）', [dayOf(now), dayOf(now + 2 * DAY)])
  const road = await agreed(desk, memberId, '昆明大理六日（演示）', [dayOf(now - 2 * DAY), dayOf(now + 3 * DAY)])
  const back = await agreed(desk, memberId, '三亚亲子五日（演示）', [dayOf(now - 8 * DAY), dayOf(now - 4 * DAY)])
  await serve(desk, back, '椰风旅行社（演示）', '导游小符（演示）')
  desk.wait(4 * DAY)
  await setOut(desk, back)
  desk.wait(4 * DAY + 2 * HOUR)
  await advance(desk, back, 'afterTrip')
  desk.wait(2 * DAY)
  await setOut(desk, road)
  await desk.close()
  return desk.folder
}

async function advance(desk: PastDesk, id: string, to: TripStage): Promise<void> {
  const { lastSeq } = await desk.call('trips.file', { id })
  await desk.call('trips.advance', { id, to, expectedSeq: lastSeq })
}

async function setOut(desk: PastDesk, tripId: string): Promise<void> {
  const { items } = await desk.call('journeys.show', { tripId })
  for (const { id } of items) await desk.call('journeys.settle', { id, state: 'done' })
  await advance(desk, tripId, 'inTrip')
}

async function serve(desk: PastDesk, tripId: string, name: string, person: string): Promise<void> {
  await desk.call('journeys.saveService', {
    ...{ tripId, service: { kind: 'guide', name, person, contact: '0898-5550101', state: 'done' } },
  })
}

/** A trip through its first three stages: wanted, offered, booked, agreed, confirmed and paid. */
async function agreed(
  desk: PastDesk,
  memberId: MemberId,
  title: string,
  [startsOn, endsOn]: readonly [string, string],
): Promise<string> {
  const { call } = desk
  const { id } = await call('trips.open', { memberId, title, channel: 'phone' })
  const seq = async () => (await call('trips.file', { id })).lastSeq
  const wanted = { transport: 'plane', lodging: 'upscale', budgetFen: 1_500_000, travellers: 2 } as const
  const destination = title.slice(0, 2)
  await call('trips.need', { id, channel: 'phone', destination, startsOn, endsOn, ...wanted, note: '' })
  const words = { sights: '精选景点', stay: '海景酒店', transport: '往返航班', meals: '含早餐' }
  const options = [{ name: '舒适', ...words, priceFen: 1_200_000 }]
  const proposed = await call('trips.propose', { id, basis: '', options, expectedSeq: await seq() })
  const proposalId = proposed.itemId ?? ''
  await call('trips.offer', { id, proposalId, channel: 'email', expectedSeq: await seq() })
  await advance(desk, id, 'booking')
  await call('trips.book', {
    ...{ id, kind: 'hotel', title: '海景酒店', supplier: '海景酒店（演示）', priceFen: 800_000 },
    ...{ fromDay: startsOn, toDay: endsOn, state: 'confirmed', reference: 'JD-1' },
  })
  await call('trips.pay', { id, kind: 'deposit', method: 'transfer', amountFen: 300_000, reference: '回单' })
  await advance(desk, id, 'confirmation')
  const optionId = (await call('trips.file', { id })).proposals[0]?.options[0]?.id ?? null
  const yes = { kind: 'accepted', channel: 'phone', expectedSeq: await seq() } as const
  await call('trips.answer', { id, proposalId, optionId, ...yes })
  const { itemId } = await call('trips.confirm', { id, notes: '请携带证件' })
  await call('trips.tell', { id, noticeId: itemId ?? '', channel: 'phone', proof: '录音 L-1' })
  await advance(desk, id, 'preTrip')
  await call('trips.pay', { id, kind: 'balance', method: 'transfer', amountFen: 900_000, reference: '回单' })
  return id
}
