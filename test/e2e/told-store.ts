import { HOUR, MINUTE } from '../../src/shared/time.ts'
import { PASSWORD } from './desk.ts'
import { type PastDesk, pastDesk } from './past-desk.ts'

/** Somebody new at the desk, with a password of their own. */
async function join(desk: PastDesk, login: string, name: string, role: 'agent' | 'manager'): Promise<string> {
  const oneTime = 'battery staple once'
  const { id } = await desk.call('users.create', { login, name, role, leadId: null, password: oneTime })
  await desk.call('session.lock', { reason: 'switch' })
  await desk.call('session.signIn', { login, password: oneTime })
  await desk.call('session.changePassword', { oldPassword: oneTime, newPassword: PASSWORD })
  await signInAs(desk, 'boss')
  return id
}

async function signInAs(desk: PastDesk, login: string): Promise<void> {
  await desk.call('session.lock', { reason: 'switch' })
  await desk.call('session.signIn', { login, password: PASSWORD })
}

/**
 * A store with one demo complaint whose response is overdue: two managers were told and one has seen it; a colleague
 * was asked for a sub-task of which half the time is over.
 */
export async function storeWithWarnings(): Promise<string> {
  const desk = await pastDesk(6 * HOUR)
  await join(desk, 'zheng', '演示郑经理', 'manager')
  const sun = await join(desk, 'sun', '演示孙机场', 'agent')
  await join(desk, 'li', '演示李客服', 'agent')
  await signInAs(desk, 'li')
  const { id } = await desk.call('cases.open', {
    kind: 'complaint',
    channel: 'phone',
    category: 'flight.delay',
    contactName: '演示旅客',
    contactPhone: '13800001234',
    anonymousReason: '非会员旅客',
    title: '演示：延误五小时无人说明',
    content: '航班延误五小时，柜台无人说明原因',
    demand: '书面说明',
    apologyGiven: true,
  })
  await desk.call('subTasks.ask', {
    caseId: id,
    department: 'airport',
    assigneeId: sun as never,
    question: '演示：请核实当日现场通知记录',
    dueAt: desk.now() + 10 * HOUR,
  })
  desk.wait(5 * HOUR + 50 * MINUTE)
  await signInAs(desk, 'zheng')
  await desk.call('cases.tick', {})
  await desk.call('cases.escalations', {})
  await desk.close()
  return desk.folder
}
