import type { Input } from '../../shared/contracts.ts'
import { DAY, DESK_ZONE, HOUR } from '../../shared/time.ts'
import { addDays } from '../rules/days.ts'
import { momentOf } from '../rules/zone.ts'
import type { Colleague } from './office.ts'
import { dayFromEnd, officeTime, today } from './surroundings.ts'
import type { Story } from './timeline.ts'
import type { World } from './world.ts'

/** The team's day: a weekly meeting with its tasks, a matter across departments, a plan, guidance, to-dos, a hand-over. */
export function planTeam(world: World): void {
  world.timeline.begin(officeTime(world, 4), tellMeeting(world))
  world.timeline.begin(officeTime(world, 3), tellPlans(world))
  world.timeline.begin(officeTime(world, 1), tellDay(world))
}

/** Six in the evening so many days from the demo's end, but ahead of now. */
function evening(world: World, days: number): number {
  const at = momentOf(DESK_ZONE, dayFromEnd(world, days), 18 * 60)
  return Math.max(at, world.office.now() + HOUR)
}

async function* tellMeeting(world: World): Story {
  const { office } = world
  const { manager, leads, agents } = office.staff
  const lead = leads[0] ?? manager
  const [first, second] = agents
  if (!first || !second) return
  const { id, summary } = await office.call(lead, 'meetings.hold', { day: today(world) })
  const present = [manager, ...leads, ...agents.filter((one) => one !== second)].map((one) => one.id)
  await office.call(lead, 'meetings.attend', { id, present, absent: [second.id] })
  const plan = '一、核对延误安抚口径；二、贵宾厅排队高峰增派现场人员；三、补齐超时未联系的会员回电。'
  await office.call(lead, 'meetings.write', { id, heldAt: office.now(), chairId: lead.id, summary, plan })
  yield office.now() + HOUR
  const task = (title: string, detail: string, people: readonly Colleague[], days: number) =>
    office.call(lead, 'meetings.task', {
      id,
      title,
      detail,
      people: people.map((one) => one.id),
      dueAt: evening(world, days),
    })
  await task('整理延误安抚话术', '中英文各一版，周例会前发给大家', [first], 0)
  await task('回访上周不满意会员', '每位至少一次电话，记录原因', [first, second], 2)
  await office.call(lead, 'meetings.publish', { id })
}

async function* tellPlans(world: World): Story {
  const { office } = world
  const { manager, leads, agents } = office.staff
  const lead = leads[0] ?? manager
  const [first] = agents
  if (!first) return
  const from = today(world)
  const plan = await office.call(manager, 'workPlans.add', {
    ...{ title: '本季度工作计划', fromDay: from, toDay: addDays(from, 90) },
    text: '稳定投诉处理时效，提升贵宾客户满意度，完成全员延误应急考核。',
  })
  const item = (about: Pick<Input<'workPlans.addItem'>, 'title' | 'measure' | 'target'>, owner: Colleague) =>
    office.call(manager, 'workPlans.addItem', { id: plan.id, ...about, ownerId: owner.id, dueDay: addDays(from, 80) })
  const made = await item({ title: '延误安抚话术覆盖', measure: '覆盖场景', target: '全部八类' }, first)
  await item({ title: '投诉按时办结', measure: '按时办结率', target: '95%' }, lead)
  const itemId = made.items[0]?.id
  if (itemId) await office.call(first, 'workPlans.report', { itemId, percent: 40, note: '中文部分完成三类' })
  yield office.now() + HOUR
  await office.call(manager, 'strategies.add', {
    ...{ title: '钻石会员专席', basis: '钻石会员等待时间长于目标', ownerId: lead.id, fromDay: from },
    text: '高峰时段设两席专席，三声内接听，主动告知后续安排。',
  })
  const matter = await office.call(manager, 'matters.raise', {
    ...{ title: '延误后行李信息不同步', text: '行李查询与地面服务的信息相差约两小时，会员反复来电。' },
    ...{ departments: ['baggage', 'airport'], people: [lead.id, first.id], outsiders: '地面服务部 值班经理（演示）' },
    ...{ ownerId: lead.id, dueDay: addDays(today(world), 14) },
  })
  await office.call(lead, 'matters.log', { id: matter.id, text: '与行李查询约定每三十分钟同步一次，先试行一周。' })
}

async function* tellDay(world: World): Story {
  const { office } = world
  const { manager, leads, agents } = office.staff
  const lead = leads[0] ?? manager
  const [first, second] = agents
  if (!first || !second) return
  await office.call(lead, 'guidance.coach', {
    ...{ userId: first.id, day: today(world), topic: '倾听与复述', text: '旁听两通电话后逐句复盘开场与结束语。' },
    ...{ advice: '先复述诉求，再说明时限', nextDay: addDays(today(world), 14) },
  })
  await office.call(manager, 'guidance.assess', {
    ...{ userId: first.id, period: today(world).slice(0, 7), rating: 4, text: '处理稳妥，记录完整。' },
    advice: '加强英语服务，进度告知再主动一些。',
  })
  await office.call(lead, 'todos.add', { title: '整理上月通话小结', userId: first.id, dueAt: office.now() + 2 * DAY })
  await office.call(manager, 'todos.add', { title: '审阅延误应急方案', userId: manager.id, dueAt: office.now() + DAY })
  yield office.now() + HOUR
  await office.call(second, 'handOvers.give', { toId: first.id, note: '两位会员只接上午电话；行李件明早催地面服务。' })
}
