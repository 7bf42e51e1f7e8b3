import type { UserId } from '../../src/shared/ids.ts'
import { HOUR, MINUTE } from '../../src/shared/time.ts'
import { PASSWORD } from './desk.ts'
import { pastDesk } from './past-desk.ts'

/** A store with a lead, two agents of the team, and cases of the last hours: some late, some due soon, some of nobody. */
export async function storeWithTeam(): Promise<string> {
  const desk = await pastDesk(6 * HOUR + 3 * MINUTE)
  const add = async (login: string, name: string, role: 'agent' | 'lead', leadId: UserId | null) => {
    const password = 'battery staple once'
    const { id } = await desk.call('users.create', { login, name, role, leadId, password })
    await desk.call('session.lock', { reason: 'switch' })
    await desk.call('session.signIn', { login, password })
    await desk.call('session.changePassword', { oldPassword: password, newPassword: PASSWORD })
    await desk.call('session.lock', { reason: 'switch' })
    await desk.call('session.signIn', { login: 'boss', password: PASSWORD })
    return id
  }
  const zhao = await add('zhao', '演示赵主管', 'lead', null)
  const li = await add('li', '演示李专员', 'agent', zhao)
  await add('wang', '演示王专员', 'agent', zhao)
  const complaints = ['行李晚到', '座位被更换', '餐食与预订不符', '登机口变更未告知', '贵宾厅排队', '延误无人说明']
  for (const content of [...complaints, ...complaints]) {
    const { id, ownerId, lastSeq } = await desk.call('cases.open', {
      kind: 'complaint',
      channel: 'phone',
      category: 'baggage.delayed',
      contactName: '陈女士',
      contactPhone: '13800001234',
      anonymousReason: '非会员旅客',
      content: `${content}（演示）`,
      demand: '说明',
      apologyGiven: true,
    })
    if (ownerId !== li) await desk.call('cases.assign', { id, ownerId: li, reason: '演示', expectedSeq: lastSeq })
    desk.wait(30 * MINUTE)
  }
  // A colleague is on the telephone with a member on hold, and another call waits.
  const member = { card: 'HU100200399', name: '演示贵宾郑洁', mobile: '13900002222', tier: 'gold', gender: 'unknown' }
  await desk.call('members.create', { ...member, vipReason: '演示' } as never)
  await desk.call('session.lock', { reason: 'switch' })
  await desk.call('session.signIn', { login: 'wang', password: PASSWORD })
  const { id } = await desk.call('calls.start', { direction: 'inbound', phone: '13900002222' })
  await desk.call('calls.answer', { id })
  desk.wait(2 * MINUTE)
  await desk.call('calls.hold', { id })
  await desk.call('calls.incoming', { phone: '13700007777', externalId: 'demo-1', rungAt: desk.now() })
  await desk.close()
  return desk.folder
}
