import { DAY, DESK_ZONE } from '../../shared/time.ts'
import { addDays } from '../rules/days.ts'
import { dayAt } from '../rules/zone.ts'
import { officeTime } from './surroundings.ts'
import type { Story } from './timeline.ts'
import type { World } from './world.ts'

/** S4-16 S4-46..48 S4-83 S3-125 S3-126: products and prices, a running offer, partners with work and ratings, a market note. */
export function planProducts(world: World): void {
  world.timeline.begin(officeTime(world, 11), tellPartners(world))
}

async function* tellPartners(world: World): Story {
  const { office } = world
  const { manager, leads, agents } = office.staff
  const lead = leads[0] ?? manager
  const agent = agents[0] ?? lead
  const other = agents[1] ?? lead
  const today = dayAt(DESK_ZONE, world.now)
  const hotel = { kind: 'hotel', name: '示例海湾酒店', cooperation: '协议价，免费升级与延迟退房' } as const
  const hill = { kind: 'hotel', name: '示例山景酒店', cooperation: '协议价' } as const
  const active = { ownerId: lead.id, state: 'active' } as const
  const { id: bay } = await office.call(lead, 'partners.save', { partner: { ...hotel, ...active } })
  const { id: mountain } = await office.call(lead, 'partners.save', { partner: { ...hill, ...active } })
  const contact = { name: '周经理（演示）', post: '销售', phone: '0898-00001234', email: 'zhou@example.com' }
  await office.call(lead, 'partners.addContact', { partnerId: bay, contact })
  const work = { partnerId: bay, title: '冬季协议价谈判', ownerId: agent.id, dueDay: addDays(today, 7) }
  await office.call(lead, 'partners.addWork', work)
  const told = { partnerId: bay, topic: '泳池维修', text: '下月泳池关闭两周', toldBy: '周经理（演示）' }
  const { facts } = await office.call(agent, 'partners.addFact', told)
  yield world.now - DAY
  const [fact] = facts
  if (fact) {
    const verdict = { id: fact.id, state: 'verified', method: 'callBack', note: '致电前台确认（演示）' } as const
    await office.call(other, 'partners.verifyFact', verdict)
  }
  const rated = { item: 'stay', remark: '演示评分', day: addDays(today, -2) } as const
  for (const points of [3, 2, 4]) await office.call(agent, 'partners.rate', { ...rated, partnerId: bay, points })
  for (const points of [5, 4, 5]) await office.call(agent, 'partners.rate', { ...rated, partnerId: mountain, points })
  await tellPrices(world, bay)
  const action = { kind: 'training', title: '礼宾英语培训', goal: '全员通过口语测试', ownerId: agent.id } as const
  await office.call(lead, 'strategyActions.add', { ...action, dueDay: addDays(today, 30) })
  const quiet = { kind: 'facility', title: '休息室静音舱', goal: '每个休息室两个', ownerId: lead.id } as const
  await office.call(lead, 'strategyActions.add', { ...quiet, dueDay: addDays(today, 60) })
  await office.call(agent, 'market.report', {
    ...{ kind: 'competitor', subject: '示例航空推出免费改签', text: '钻石会员起飞前两小时可免费改签（演示）' },
    ...{ source: '其官方网站公告', advice: '建议钻石会员享同等待遇', toId: manager.id },
  })
}

async function tellPrices({ office, now }: World, partnerId: string): Promise<void> {
  const lead = office.staff.leads[0] ?? office.staff.manager
  const today = dayAt(DESK_ZONE, now)
  const fromDay = `${today.slice(0, 4)}-01-01`
  const begun = { fromDay, state: 'offered' } as const
  const lounge = { kind: 'lounge', name: '贵宾休息室单次券', summary: '国内航站楼，含简餐' } as const
  const room = { kind: 'hotel', name: '海湾酒店豪华房', summary: '含双早，免费升级视房态' } as const
  const { id } = await office.call(lead, 'products.add', { ...lounge, ...begun })
  const { id: roomId } = await office.call(lead, 'products.add', { ...room, ...begun, partnerId })
  const base = { kind: 'base', name: '标准价', fromDay } as const
  await office.call(lead, 'products.addPrice', { ...base, productId: id, fen: 30000 })
  await office.call(lead, 'products.addPrice', { ...base, productId: roomId, fen: 128000 })
  const gold = { kind: 'tier', name: '金卡九折', fromDay, tier: 'gold', permille: 900 } as const
  await office.call(lead, 'products.addPrice', { ...gold, productId: id })
  const offer = { title: '冬季立减', text: '每份减二十元（演示）', fromDay: today, toDay: addDays(today, 60) }
  await office.call(lead, 'products.addOffer', { ...offer, productId: id, fenOff: 2000 })
}
