import type { CaseId, UserId } from '../../src/shared/ids.ts'
import { DAY, HOUR, MINUTE } from '../../src/shared/time.ts'
import { closing, complaint, confirmation, reply, visit } from '../cases-fixtures.ts'
import { PASSWORD } from './desk.ts'
import { pastDesk } from './past-desk.ts'

const ONE_TIME = 'battery staple once'
const AGENTS = { li: '李客服', wu: '吴客服', sun: '孙客服' } as const

const monthBefore = (month: string) => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}
const startOf = (month: string) => Date.parse(`${month}-01T09:00:00+08:00`)

export type ScorecardStore = { folder: string; month: string }

/**
 * A desk with manager `boss`, lead `zhao` and three agents of that lead, who worked last month: calls of all three,
 * and complaints that `li` handled. Everybody has the usual password.
 */
export async function storeWithMonth(): Promise<ScorecardStore> {
  const month = monthBefore(new Date(Date.now() + 8 * HOUR).toISOString().slice(0, 7))
  const desk = await pastDesk(Date.now() - startOf(monthBefore(month)))
  const { call } = desk
  const signIn = async (login: string, password = PASSWORD) => {
    await call('session.lock', { reason: 'switch' })
    await call('session.signIn', { login, password })
  }
  const add = async (login: string, name: string, role: 'agent' | 'lead', leadId: UserId | null) => {
    const { id } = await call('users.create', { login, name, role, leadId, password: ONE_TIME })
    await signIn(login, ONE_TIME)
    await call('session.changePassword', { oldPassword: ONE_TIME, newPassword: PASSWORD })
    await signIn('boss')
    return id
  }
  const lead = await add('zhao', '赵主管', 'lead', null)
  for (const [login, name] of Object.entries(AGENTS)) await add(login, name, 'agent', lead)
  desk.wait(startOf(month) + 9 * DAY - desk.now())
  for (const [place, login] of Object.keys(AGENTS).entries()) {
    for (let i = 0; i < 6; i += 1) {
      const isLate = i < place * 2
      await call('calls.log', {
        ...{ phone: '13800001111', at: desk.now() - (i + 1) * HOUR, rings: isLate ? 9 : 2, waitS: isLate ? 40 : 6 },
        ...{
          talkS: 180 + 60 * i,
          wrapUpS: 30,
          agent: login,
          resultCode: 'answered-enquiry',
          question: '行李额（演示）',
        },
      })
    }
  }
  const take = async (id: CaseId, step: string, data: Record<string, string | number | boolean> = {}) => {
    const { lastSeq } = await call('cases.pulse', { id })
    await call('cases.advance', { id, step, data, expectedSeq: lastSeq })
  }
  for (const content of [
    '延误五小时无人说明（演示）',
    '行李破损（演示）',
    '升舱多收（演示）',
    '改签被拒（演示）',
    '餐食投诉（演示）',
  ]) {
    await signIn('li')
    const { id, ownerId } = await call('cases.open', complaint({ content }))
    desk.wait(10 * MINUTE)
    await take(id, 'confirm', confirmation(desk.now()))
    await take(id, 'assign', { ownerId: ownerId ?? '' })
    await take(id, 'accept')
    desk.wait(HOUR)
    await take(id, 'reply', reply(desk.now()))
    await take(id, 'attempt', { contactAt: desk.now(), contactChannel: 'phone' })
    await take(id, 'visit', visit(desk.now()))
    await signIn('boss')
    await take(id, 'close', closing)
  }
  await desk.close()
  return { folder: desk.folder, month }
}
