import type { Input } from '../../src/shared/contracts.ts'
import { DAY, HOUR, MINUTE } from '../../src/shared/time.ts'
import { pastDesk } from './past-desk.ts'

/** A store with a full queue: demo cases of three tiers, two of them with others, one note that names the manager. */
export async function storeWithQueue(): Promise<string> {
  const desk = await pastDesk(6 * HOUR)
  const member = (card: string, name: string, mobile: string, tier: 'diamond' | 'gold') =>
    desk.call('members.create', { card, name, mobile, tier, gender: 'unknown', vipReason: '演示' } as never)
  const ouyang = await member('HU100200300', '欧阳静怡', '13812345678', 'diamond')
  await member('HU100200301', 'Anna Smith', '13987654321', 'gold')
  const li = await desk.call('users.create', {
    login: 'li',
    name: '演示李工',
    role: 'agent',
    leadId: null,
    password: 'battery staple once',
  })
  const complain = (more: Partial<Input<'cases.open'>>) =>
    desk.call('cases.open', {
      kind: 'complaint',
      channel: 'phone',
      category: 'baggage.delayed',
      contactName: '陈女士',
      contactPhone: '13800001234',
      anonymousReason: '非会员旅客',
      content: '行李晚到一天',
      demand: '赔偿',
      apologyGiven: true,
      ...more,
    })
  await complain({ title: '演示：行李破损', content: '托运行李箱轮子断裂，航班HU7609', memberId: ouyang.id })
  desk.wait(30 * MINUTE)
  await complain({ title: '演示：延误五小时', content: '柜台服务态度差，无人说明原因', category: 'flight.delay' })
  desk.wait(30 * MINUTE)
  await complain({ title: '演示：行李丢失', content: '转机后行李没有到' })
  desk.wait(30 * MINUTE)
  const given = await complain({ title: '演示：退票款未到', content: '退票二十天未到账', category: 'ticket.refund' })
  await desk.call('cases.assign', {
    id: given.id,
    ownerId: li.id,
    reason: '演示：专人跟进',
    expectedSeq: given.lastSeq,
  })
  // What else waits is due after every case, so that the cases stand on top.
  const late = (days: number) => desk.now() + days * DAY
  const boss = (await desk.call('users.list', {})).find(({ login }) => login === 'boss')
  if (!boss) throw new Error('the manager is missing')
  await desk.call('todos.add', { userId: boss.id, title: '查阅赔偿规定', dueAt: late(20) })
  await desk.call('promises.make', { memberId: ouyang.id, text: '电话说明赔偿进度', dueAt: late(21) })
  const about = { caseId: given.id, department: 'baggage', question: '核对交接单' }
  await desk.call('subTasks.ask', { ...about, assigneeId: li.id, dueAt: late(22) })
  await desk.close()
  return desk.folder
}
