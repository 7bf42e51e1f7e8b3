import type { MemberId } from '../../src/shared/ids.ts'
import { DAY } from '../../src/shared/time.ts'
import { type PastDesk, pastDesk } from './past-desk.ts'

const dayIn = (desk: PastDesk, days: number) =>
  new Date(desk.now() + 8 * 3_600_000 + days * DAY).toISOString().slice(0, 10)

/** A store with a member who asked for one trip and has another one agreed, booked and paid; up to now. */
export async function storeWithTrips(): Promise<string> {
  const desk = await pastDesk(3 * DAY)
  const { id: memberId } = await desk.call('members.create', {
    ...{ card: 'HU8001', name: '林晓（演示）', gender: 'female', mobile: '+8613700004321' },
    ...{ tier: 'platinum', vipReason: '年飞行里程达标' },
  })
  await agreedTrip(desk, memberId)
  desk.wait(2 * DAY)
  const { id: caseId } = await desk.call('cases.open', {
    ...{ kind: 'enquiry', channel: 'phone', category: 'baggage', memberId },
    ...{ contactName: '林晓（演示）', contactPhone: '13700004321', content: '想带老人去桂林三天，怎么安排（演示）' },
  })
  await desk.call('trips.open', { memberId, caseId, title: '桂林三日（演示）', channel: 'shop', destination: '桂林' })
  await desk.close()
  return desk.folder
}

async function agreedTrip(desk: PastDesk, memberId: MemberId): Promise<void> {
  const [startsOn, endsOn] = [dayIn(desk, 12), dayIn(desk, 16)]
  const { id } = await desk.call('trips.open', {
    memberId,
    title: '三亚亲子五日（演示）',
    channel: 'phone',
    destination: '三亚',
    startsOn,
    endsOn,
  })
  const seq = async () => (await desk.call('trips.file', { id })).lastSeq
  const advance = async (to: 'booking' | 'confirmation' | 'preTrip') =>
    desk.call('trips.advance', { id, to, expectedSeq: await seq() })
  await desk.call('trips.need', {
    id,
    channel: 'phone',
    transport: 'plane',
    lodging: 'upscale',
    budgetFen: 2_000_000,
    travellers: 3,
  })
  const options = [
    {
      ...{ name: '海湾舒适', sights: '蜈支洲岛、南山', stay: '海景房四晚', transport: '往返航班与接送机' },
      ...{ meals: '含早餐', priceFen: 1_950_000 },
    },
  ]
  const { itemId } = await desk.call('trips.propose', { id, options, expectedSeq: await seq() })
  const proposalId = itemId ?? ''
  await desk.call('trips.offer', { id, proposalId, channel: 'email', expectedSeq: await seq() })
  await advance('booking')
  await desk.call('trips.book', {
    ...{ id, kind: 'hotel', title: '海景房四晚', supplier: '亚龙湾酒店（演示）', priceFen: 1_200_000 },
    ...{ fromDay: startsOn, toDay: endsOn, reference: 'YL-20931', state: 'confirmed' },
  })
  await desk.call('trips.pay', { id, kind: 'deposit', method: 'transfer', amountFen: 500_000, reference: '回单 0930' })
  await advance('confirmation')
  const optionId = (await desk.call('trips.file', { id })).proposals[0]?.options[0]?.id ?? null
  await desk.call('trips.answer', {
    id,
    proposalId,
    optionId,
    kind: 'accepted',
    channel: 'phone',
    expectedSeq: await seq(),
  })
  const notice = await desk.call('trips.confirm', { id, notes: '请携带证件' })
  await desk.call('trips.tell', { id, noticeId: notice.itemId ?? '', channel: 'phone', proof: '录音 L-1' })
  await advance('preTrip')
}
