import type { MemberId } from '../../src/shared/ids.ts'
import { DAY, HOUR, MINUTE } from '../../src/shared/time.ts'
import { PASSWORD } from './desk.ts'
import { pastDesk } from './past-desk.ts'

const ONE_TIME = 'battery staple once'

/** A desk as two days leave it: promises that stand, a campaign with a list for `li`, and a case just given to her. */
export async function storeWithOutreach(): Promise<string> {
  const desk = await pastDesk(2 * DAY)
  const { call } = desk
  const { id: li } = await call('users.create', {
    ...{ login: 'li', name: '演示李专员', role: 'agent', leadId: null, password: ONE_TIME },
  })
  const members: MemberId[] = []
  for (const [place, name] of ['演示林晓', '演示周明', '演示何静'].entries()) {
    const { id } = await call('members.create', {
      card: `HU60010031${place}`,
      name,
      gender: 'female',
      mobile: `+861381234567${place}`,
      tier: 'gold',
      vipReason: '年飞行里程达标',
    })
    await call('members.recordConsent', { id, purpose: 'marketing', given: place !== 2, channel: 'telephone' })
    members.push(id)
  }
  const open = (memberId: (typeof members)[number]) =>
    call('cases.open', {
      kind: 'enquiry',
      channel: 'phone',
      category: 'baggage',
      memberId,
      contactPhone: '13900005678',
      content: '行李额是多少（演示数据）',
    })
  desk.wait(2 * DAY - 20 * MINUTE)
  await call('session.lock', { reason: 'switch' })
  await call('session.signIn', { login: 'boss', password: PASSWORD })
  const [first = members[0], second = members[0]] = members
  if (!first || !second) throw new Error('no members')
  const asked = await open(first)
  await call('promises.make', {
    ...{ caseId: asked.id, text: '半小时内回电告知行李额（演示数据）', dueAt: desk.now() + 22 * MINUTE },
  })
  await call('promises.make', { memberId: second, text: '明天寄出积分证明（演示数据）', dueAt: desk.now() + DAY })
  await call('outreach.start', {
    name: '久未乘机关怀（演示）',
    occasion: 'dormant',
    kind: 'phone',
    brief: '问候，了解近期出行计划，介绍琼岛专线（演示数据）',
    target: { tiers: ['gold'], days: 365, ownerIds: [li] },
    quietFrom: 0,
    quietUntil: 0,
  })
  const given = await open(second)
  await call('cases.assign', { id: given.id, ownerId: li, reason: '请跟进', expectedSeq: 1 })
  await call('session.lock', { reason: 'switch' })
  await call('session.signIn', { login: 'li', password: ONE_TIME })
  await call('session.changePassword', { oldPassword: ONE_TIME, newPassword: PASSWORD })
  const mine = await call('settings.mine', {})
  await call('settings.writeMine', { ...mine, notices: { ...mine.notices, onlyAway: false } })
  await call('promises.make', { caseId: given.id, text: '今天确认座位（演示数据）', dueAt: desk.now() + 6 * HOUR })
  await desk.close()
  return desk.folder
}
