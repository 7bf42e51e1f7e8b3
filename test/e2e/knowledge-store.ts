import { DAY } from '../../src/shared/time.ts'
import { article } from '../knowledge-fixtures.ts'
import { PASSWORD } from './desk.ts'
import { type PastDesk, pastDesk } from './past-desk.ts'

const ONE_TIME = 'battery staple once'

async function signIn({ call }: PastDesk, login: string): Promise<void> {
  await call('session.lock', { reason: 'switch' })
  await call('session.signIn', { login, password: PASSWORD })
}

async function addPerson({ call }: PastDesk, login: string, name: string, role: 'agent' | 'lead'): Promise<void> {
  await call('users.create', { login, name, role, leadId: null, password: ONE_TIME })
  await call('session.lock', { reason: 'switch' })
  await call('session.signIn', { login, password: ONE_TIME })
  await call('session.changePassword', { oldPassword: ONE_TIME, newPassword: PASSWORD })
  await call('session.lock', { reason: 'switch' })
  await call('session.signIn', { login: 'boss', password: PASSWORD })
}

/** A desk with a company's travel rules, a notice, a tip of a colleague, an article in review, and a case of the company. */
export async function storeWithKnowledge(): Promise<string> {
  const desk = await pastDesk(2 * DAY)
  const { call } = desk
  await addPerson(desk, 'zhao', '赵主管', 'lead')
  await addPerson(desk, 'li', '李客服', 'agent')
  const member = await call('members.create', {
    card: 'HU600100301',
    name: '林晓',
    gender: 'female',
    mobile: '+8613812345679',
    tier: 'gold',
    vipReason: '海岳集团差旅负责人（演示）',
  })
  await signIn(desk, 'li')
  const plain = { validFrom: new Date(desk.now() + 8 * 3_600_000).toISOString().slice(0, 10) }
  const tip = await call('knowledge.save', {
    article: article({
      ...plain,
      kind: 'experience',
      title: { zh: '安抚老人旅客的三句话（演示）', en: 'Three sentences that calm elderly travellers (demo)' },
      body: { zh: '先称呼、再复述、最后给出时间（演示）。', en: 'Address, repeat, give a time (demo).' },
      keywords: '老人',
      category: '',
    }),
  })
  await call('knowledge.submit', { id: tip.id })
  await signIn(desk, 'zhao')
  await call('knowledge.review', { id: tip.id, isApproved: true, note: '' })
  const shown = [
    article({
      ...plain,
      kind: 'travel',
      title: { zh: '海岳集团差旅政策（演示）', en: 'Travel rules of Haiyue Group (demo)' },
      body: {
        zh: '国内航班限经济舱；改签须经差旅主管同意；超标费用由员工自付（演示）。',
        en: 'Economy class inside the country; changes need the travel manager’s consent (demo).',
      },
      keywords: '',
      category: '',
      company: '海岳集团',
    }),
    article({
      ...plain,
      kind: 'notice',
      title: { zh: '新规：退票手续费上限（演示）', en: 'New rule: limit of refund fees (demo)' },
      body: { zh: '自本月起退票手续费按新规收取（演示）。', en: 'Refund fees follow the new rule (demo).' },
      keywords: '新规',
      category: '',
    }),
  ]
  const ids: string[] = []
  for (const one of shown) ids.push((await call('knowledge.save', { article: one })).id)
  for (const id of ids) await call('knowledge.submit', { id })
  await signIn(desk, 'boss')
  for (const id of ids) await call('knowledge.review', { id, isApproved: true, note: '' })
  await signIn(desk, 'li')
  desk.wait(2 * DAY - 60_000)
  await signIn(desk, 'li')
  await call('cases.open', {
    kind: 'enquiry',
    channel: 'phone',
    category: 'ticket.change',
    memberId: member.id,
    content: '想改签到明天上午，问变更费怎么收',
  })
  await desk.close()
  return desk.folder
}
