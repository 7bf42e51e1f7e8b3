import { HOUR } from '../../src/shared/time.ts'
import { course } from '../training-fixtures.ts'
import { PASSWORD } from './desk.ts'
import { pastDesk } from './past-desk.ts'

const ONE_TIME = 'battery staple once'
const TITLE = '投诉处理测评（演示）'

const lateInYear = (year: number) => ({
  ...{ firstDay: `${year}-12-31`, minute: 14 * 60, minutes: 60 },
  ...{ repeat: 'once' as const, times: 1 },
})

/** A desk with a supplier, a complaint about a room, and agent `li`, who handed in an examination without one right answer. */
export async function storeWithWeakness(): Promise<{ folder: string; number: string }> {
  const desk = await pastDesk(3 * HOUR)
  const { call } = desk
  const { id: li } = await call('users.create', {
    ...{ login: 'li', name: '李客服', role: 'agent', leadId: null, password: ONE_TIME },
  })
  const { user } = await call('session.status', {})
  if (user === null) throw new Error('nobody is signed in')
  await call('partners.save', {
    partner: { kind: 'hotel', name: '海湾酒店（演示）', cooperation: '协议价', ownerId: user.id, state: 'active' },
  })
  const { number } = await call('cases.open', {
    ...{ kind: 'complaint', channel: 'phone', category: 'flight.delay', memberId: null, contactName: '陈女士' },
    ...{ contactPhone: '13800001234', anonymousReason: '非会员旅客', content: '延误后安排的客房没有热水（演示数据）' },
    ...{ reason: '客房', demand: '换房', apologyGiven: true },
  })
  await call('exams.adoptBank', {})
  const blueprint = [{ topic: 'complaintHandling', difficulty: null, kind: 'single', count: 3, points: 30 }] as const
  const paper = { title: TITLE, blueprint: [...blueprint], minutes: 30, passMark: 60, maxAttempts: 1 }
  const { id: paperId } = await call('exams.savePaper', { paper })
  const month = new Date(desk.now() + 8 * HOUR).toISOString().slice(0, 7)
  const { id: examId } = await call('exams.publish', {
    ...{ paperId, title: TITLE, month, opensAt: desk.now(), closesAt: desk.now() + 2 * HOUR, userIds: [li] },
  })
  const year = Number(month.slice(0, 4))
  await call('training.savePlan', { year, goal: '提高投诉处理能力（演示）', budgetFen: 1_000_000 })
  await call('training.save', { year, training: course(user.id, { schedule: lateInYear(year) }) })
  await call('session.lock', { reason: 'switch' })
  await call('session.signIn', { login: 'li', password: ONE_TIME })
  await call('session.changePassword', { oldPassword: ONE_TIME, newPassword: PASSWORD })
  const { id: attemptId } = await call('exams.sit', { examId })
  await call('exams.handIn', { attemptId })
  await desk.close()
  return { folder: desk.folder, number }
}
