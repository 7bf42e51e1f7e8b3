import type { Input, Output } from '../src/shared/contracts.ts'
import type { MemberId } from '../src/shared/ids.ts'
import { DAY } from '../src/shared/time.ts'
import type { App } from './app.ts'

type File = Output<'trips.file'>

/** The desk's clock in the tests begins on 2026-09-30. */
export const LEAVES = '2026-10-20'
export const RETURNS = '2026-10-24'

export const file = (app: App, id: string) => app.call('trips.file', { id })
const seqOf = async (app: App, id: string) => (await file(app, id)).lastSeq

/** A trip that somebody asked for by telephone. */
export async function openTrip(app: App, memberId: MemberId, more: Partial<Input<'trips.open'>> = {}): Promise<string> {
  const { id } = await app.call('trips.open', { memberId, title: '三亚亲子五日（演示）', channel: 'phone', ...more })
  return id
}

/** A needs sheet that lacks nothing. */
export async function wholeSheet(app: App, id: string, more: Partial<Input<'trips.need'>> = {}): Promise<void> {
  await app.call('trips.need', {
    ...{ id, channel: 'phone', destination: '三亚', startsOn: LEAVES, endsOn: RETURNS },
    ...{ transport: 'plane', lodging: 'upscale', budgetFen: 2_000_000, travellers: 3, note: '靠海的房间' },
    ...more,
  })
}

export const OPTIONS: Input<'trips.propose'>['options'] = [
  {
    ...{ name: '海湾舒适', sights: '蜈支洲岛、南山', stay: '亚龙湾海景房四晚', transport: '往返航班与接送机' },
    ...{ meals: '含早餐与一次海鲜晚餐', priceFen: 1_950_000 },
  },
  {
    ...{ name: '海湾豪华', sights: '蜈支洲岛、游艇出海', stay: '海棠湾套房四晚', transport: '往返航班与专车' },
    ...{ meals: '全含', priceFen: 2_900_000 },
  },
]

/** The newest version, written and offered. */
export async function offer(app: App, id: string, basis = ''): Promise<File['proposals'][number]> {
  const { itemId } = await app.call('trips.propose', { id, basis, options: OPTIONS, expectedSeq: await seqOf(app, id) })
  const proposalId = itemId ?? ''
  await app.call('trips.offer', { id, proposalId, channel: 'email', expectedSeq: await seqOf(app, id) })
  const [newest] = (await file(app, id)).proposals
  if (!newest) throw new Error('no proposal')
  return newest
}

/** The customer says yes to the first option of the newest version. */
export async function sayYes(app: App, id: string): Promise<void> {
  const { proposals, lastSeq } = await file(app, id)
  const [newest] = proposals
  const optionId = newest?.options.find(({ place }) => place === 1)?.id ?? null
  await app.call('trips.answer', {
    ...{ id, proposalId: newest?.id ?? '', optionId, kind: 'accepted', channel: 'phone', expectedSeq: lastSeq },
  })
}

/** Books and confirms the hotel. */
export async function bookHotel(app: App, id: string): Promise<string> {
  const { itemId } = await app.call('trips.book', {
    ...{ id, kind: 'hotel', title: '海景房四晚', supplier: '亚龙湾酒店（演示）', priceFen: 1_200_000 },
    ...{ fromDay: LEAVES, toDay: RETURNS, reference: 'YL-20931', state: 'confirmed' },
  })
  return itemId ?? ''
}

export const pay = (app: App, id: string, kind: 'deposit' | 'balance' | 'refund', amountFen: number) =>
  app.call('trips.pay', { id, kind, method: 'transfer', amountFen, reference: '回单20260930' })

/** The confirmation is written and told by telephone. */
export async function confirmByPhone(app: App, id: string): Promise<void> {
  const { itemId } = await app.call('trips.confirm', { id, notes: '请携带证件，入住需押金' })
  await app.call('trips.tell', { id, noticeId: itemId ?? '', channel: 'phone', proof: '录音 L-20931' })
}

export const advance = async (app: App, id: string, to: Input<'trips.advance'>['to'], reason = '') =>
  app.call('trips.advance', { id, to, reason, expectedSeq: await seqOf(app, id) })

/** A trip that stands before its departure: agreed, booked, confirmed and paid in full. */
export async function tripBefore(app: App, memberId: MemberId): Promise<string> {
  const id = await openTrip(app, memberId)
  await wholeSheet(app, id)
  await offer(app, id)
  await advance(app, id, 'booking')
  await bookHotel(app, id)
  await pay(app, id, 'deposit', 500_000)
  await advance(app, id, 'confirmation')
  await sayYes(app, id)
  await confirmByPhone(app, id)
  await advance(app, id, 'preTrip')
  await pay(app, id, 'balance', 1_450_000)
  return id
}

/** Waits until a day of the trip in the desk's zone. */
export function waitUntil(app: App, day: string): void {
  app.setNow(Date.parse(`${day}T09:00:00+08:00`))
}

export const nextDay = (app: App) => app.wait(DAY)
