import type { Input } from '../../shared/contracts.ts'
import type { MemberId } from '../../shared/ids.ts'
import { addDays } from '../rules/days.ts'
import { officeTime, today } from './surroundings.ts'
import type { World } from './world.ts'

type Tags = Input<'wishes.record'>['tags']

/** What some of the best customers said, one list each. */
const SAID: readonly Tags[] = [
  [
    { topic: 'destination', value: '三亚', note: '每年冬季' },
    { topic: 'trip', value: 'leisure' },
    { topic: 'service', value: 'personal' },
    { topic: 'seatMeal', value: 'window' },
  ],
  [
    { topic: 'trip', value: 'business' },
    { topic: 'service', value: 'efficient' },
    { topic: 'travelTime', value: 'earlyFlight' },
    { topic: 'medical', value: '青霉素过敏', note: '演示数据' },
  ],
  [
    { topic: 'trip', value: 'history' },
    { topic: 'lodging', value: 'upscale' },
    { topic: 'price', value: 'value' },
    { topic: 'spending', value: '偏好提前一个月预订' },
  ],
]

/** Some days before the demo's end what members said is gathered: wishes, who speaks for them, companies, a group. */
export function planPeople(world: World): void {
  world.timeline.once(officeTime(world, 4), () => gather(world))
  world.timeline.once(officeTime(world, 2), () => chooseGroup(world))
}

async function gather(world: World): Promise<void> {
  const { office, customers } = world
  const [agent = office.staff.manager] = office.staff.agents
  const best = customers.filter(({ tier }) => tier === 'diamond').slice(0, SAID.length)
  for (const [place, { id }] of best.entries()) {
    const memberId = id as MemberId
    if (await hasRefused(world, memberId)) continue
    const tags = SAID[place] ?? []
    await office.call(agent, 'wishes.interview', {
      ...{ memberId, stage: 'booking', tags, note: '电话访谈：确认出行习惯（演示）' },
      origin: { channel: place === 0 ? 'wechat' : 'partner', campaign: '会员日（演示）' },
    })
    await office.call(agent, 'kin.add', {
      ...{
        memberId,
        name: place === 0 ? '配偶（演示）' : '助理（演示）',
        relation: place === 0 ? 'spouse' : 'assistant',
      },
      ...{ phone: `1390000000${place}`, rights: ['ask', 'book'], fromDay: today(world) },
      ...{ untilDay: addDays(today(world), 365), proof: 'call', proofText: '本人来电确认（演示）' },
    })
  }
  const [, traveller] = best
  if (!traveller) return
  const company = await office.call(agent, 'companies.save', {
    ...{ name: '星河科技（演示）', contact: '行政部', travelRules: '国内出差限经济舱，国际出差可乘公务舱。' },
  })
  await office.call(agent, 'companies.setTraveller', {
    ...{ id: company.id, memberId: traveller.id as MemberId, role: '销售总监', fromDay: today(world) },
  })
}

async function hasRefused({ office }: World, memberId: MemberId): Promise<boolean> {
  const rows = await office.read((db) =>
    db
      .selectFrom('consents')
      .select('given')
      .where('memberId', '=', memberId)
      .where('purpose', '=', 'service')
      .orderBy('at', 'desc')
      .limit(1)
      .execute(),
  )
  return rows[0]?.given === 0
}

async function chooseGroup({ office }: World): Promise<void> {
  const [lead = office.staff.manager] = office.staff.leads
  const { id } = await office.call(lead, 'groups.save', {
    name: '白金以上、愿意接收优惠的会员（演示）',
    note: '节日问候名单',
    criteria: { tiers: ['diamond', 'platinum'], welcomesOffers: true },
  })
  await office.call(lead, 'groups.run', { id })
}
