import type { MemberId } from '../../shared/ids.ts'
import { addDays } from '../rules/days.ts'
import { officeTime, today } from './surroundings.ts'
import type { World } from './world.ts'

/** Some days before the demo's end: texts of consent, requests of members, an assessment and what stands on it. */
export function planRights(world: World): void {
  world.timeline.once(officeTime(world, 5), () => prepare(world))
  world.timeline.once(officeTime(world, 3), () => ask(world))
}

async function prepare(world: World): Promise<void> {
  const { office } = world
  const { manager, leads } = office.staff
  const [lead = manager] = leads
  const fromDay = today(world)
  await office.call(manager, 'rights.saveText', {
    ...{ purpose: 'marketing', fromDay, zh: '同意接收活动与优惠通知（演示）' },
    en: 'I agree to be told of offers and events (demo)',
  })
  const made = await office.call(lead, 'rights.assess', {
    ...{ title: '委托短信平台发送通知（演示）', occasion: 'sharing', purpose: '发送航班与等级通知' },
    ...{ necessity: '平台须知道号码与内容', risks: '号码外泄', measures: '合同约束、只给号码与正文', level: 'medium' },
    reviewDay: addDays(fromDay, 365),
  })
  if (lead === manager) return
  await office.call(manager, 'rights.decideAssessment', { id: made.id, isApproved: true, note: '措施充分（演示）' })
  await office.call(manager, 'rights.arrange', {
    ...{ recipient: '短信平台（演示）', role: 'processor', contact: '客户经理（演示）', purpose: '发送通知' },
    ...{ fields: '手机号、通知正文', basis: 'contract', basisText: '委托处理合同（演示）' },
    ...{ assessmentId: made.id, fromDay },
  })
}

async function ask(world: World): Promise<void> {
  const { office, customers } = world
  const [agent = office.staff.manager] = office.staff.agents
  const [first, second] = customers.slice(-2)
  if (!first || !second) return
  const about = { channel: 'telephone', requester: '会员本人（演示）' } as const
  await office.call(agent, 'rights.receive', {
    ...{ ...about, memberId: first.id as MemberId, kind: 'access', text: '想知道贵公司保存了我的哪些信息（演示）' },
  })
  const { id } = await office.call(agent, 'rights.receive', {
    ...{ ...about, memberId: second.id as MemberId, kind: 'object', text: '请不要再来电推荐产品（演示）' },
    wanted: { scopes: ['outreach'] },
  })
  await office.call(agent, 'rights.identify', { id, how: '回拨登记手机（演示）' })
}
