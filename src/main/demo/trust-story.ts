import { DAY, HOUR } from '../../shared/time.ts'
import { addDays } from '../rules/days.ts'
import { officeTime, today } from './surroundings.ts'
import type { Story } from './timeline.ts'
import type { World } from './world.ts'

/** S3-127 S3-130 S3-136: rules that everybody has read, rights given for a time, and a leak handled to its end. */
export function planTrust(world: World): void {
  world.timeline.begin(officeTime(world, 40), tellRules(world))
  world.timeline.begin(officeTime(world, 24), tellRights(world))
  world.timeline.begin(officeTime(world, 18), tellLeak(world))
}

async function* tellRules({ office }: World): Story {
  const { manager, admin, leads, agents } = office.staff
  const [draft] = await office.call(manager, 'trust.texts', { kind: 'rules' })
  if (!draft) return
  await office.call(manager, 'trust.approveText', { id: draft.id })
  yield office.now() + HOUR
  for (const person of [manager, admin, ...leads, ...agents]) {
    await office.call(person, 'trust.acknowledge', { id: draft.id })
  }
}

async function* tellRights({ office, now }: World): Story {
  const { manager, leads, agents } = office.staff
  const [agent, lead] = [agents[0], leads[0]]
  if (!agent || !lead) return
  const { id } = await office.call(manager, 'authorisations.give', {
    ...{ userId: agent.id, right: 'restrictedCases', untilAt: office.now() + 10 * DAY },
    reason: '协助核对举报工单（演示）',
  })
  yield office.now() + 3 * DAY
  await office.call(manager, 'authorisations.review', { id, result: 'keep', note: '核对尚未结束' })
  yield office.now() + 4 * DAY
  await office.call(manager, 'authorisations.end', { id, reason: '核对完成' })
  await office.call(manager, 'authorisations.give', {
    ...{ userId: lead.id, right: 'managerRights', fromAt: now + 7 * DAY, untilAt: now + 14 * DAY },
    reason: '经理出差期间代行审批（演示）',
  })
}

async function* tellLeak(world: World): Story {
  const { office } = world
  const { manager, leads, agents } = office.staff
  const [agent, lead] = [agents[1], leads[0]]
  if (!agent || !lead) return
  const { id } = await office.call(agent, 'leaks.report', {
    ...{ way: 'message', what: '含一名会员电话的航变通知误发到同名客户（演示）', foundAt: office.now() - HOUR },
  })
  yield office.now() + HOUR
  await office.call(manager, 'leaks.assess', {
    ...{ id, grade: 'minor', isPersonal: true, info: '姓名、手机号', cause: '按姓名选择收件人，未核对会员卡号' },
    ...{ harm: '可能被陌生人联系', affected: 1, responsibleId: lead.id },
  })
  await office.call(manager, 'leaks.contain', { id, text: '电话请对方删除，并确认未转发' })
  yield office.now() + 3 * HOUR
  const at = office.now()
  await office.call(manager, 'leaks.tellAuthority', { id, authority: '属地网信部门', at, text: '书面报告' })
  await office.call(manager, 'leaks.tellMembers', { id, told: 'told', at, text: '致电说明情况并致歉，提示防范' })
  const dueDay = addDays(today(world), 10)
  const { measures } = await office.call(manager, 'leaks.addMeasure', {
    ...{ id, text: '发送前须核对会员卡号后四位', responsibleId: lead.id, dueDay },
  })
  await office.call(manager, 'leaks.linkPerson', { id, userId: agent.id, handling: '批评教育，重读安全制度' })
  yield office.now() + 5 * DAY
  for (const measure of measures)
    await office.call(manager, 'leaks.finishMeasure', { measureId: measure.id, result: '已写入操作规范并抽查' })
  await office.call(manager, 'leaks.close', { id, text: '影响已消除，案例已在例会通报' })
}
