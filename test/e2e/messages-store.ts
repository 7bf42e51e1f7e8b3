import { DAY } from '../../src/shared/time.ts'
import { PASSWORD } from './desk.ts'
import { pastDesk } from './past-desk.ts'

const dayOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)

/** A desk as two days leave it: a complaint from the website, a wording to be reviewed, care that is overdue. */
export async function storeWithMessages(): Promise<string> {
  const desk = await pastDesk(2 * DAY)
  const { call } = desk
  const settings = await call('settings.read', {})
  await call('settings.write', { ...settings, hotlines: [{ label: '客服热线', number: '95000' }] })
  const { id } = await call('members.create', {
    card: 'HU600100300',
    name: '林晓',
    gender: 'female',
    mobile: '+8613812345678',
    email: 'linxiao@example.com',
    birthDate: `1985${dayOf(desk.now() + 7 * DAY).slice(4)}`,
    tier: 'gold',
    vipReason: '年飞行里程达标',
  })
  await call('members.recordConsent', { id, purpose: 'marketing', given: true, channel: 'telephone' })
  const { id: boss } = (await call('users.list', {})).find(({ login }) => login === 'boss') ?? {}
  if (!boss) throw new Error('no manager')
  const due = { ownerId: boss, dueDay: dayOf(desk.now() + DAY) }
  await call('care.plan', { ...due, memberId: id, occasion: 'regular', kind: 'phone', reason: '季度电话回访（演示）' })
  await call('care.plan', { ...due, memberId: id, occasion: 'regular', kind: 'email', reason: '季度邮件问候（演示）' })

  await call('users.create', {
    login: 'zhao',
    name: '赵主管',
    role: 'lead',
    leadId: null,
    password: 'battery staple once',
  })
  await call('session.lock', { reason: 'switch' })
  await call('session.signIn', { login: 'zhao', password: 'battery staple once' })
  await call('session.changePassword', { oldPassword: 'battery staple once', newPassword: PASSWORD })
  const draft = await call('messages.saveTemplate', {
    code: 'thanks',
    occasion: 'thanks',
    channel: 'any',
    tier: 'any',
    name: { zh: '建议感谢信', en: 'Thanks for a suggestion' },
    subject: { zh: '感谢您的宝贵建议', en: 'Thank you' },
    body: {
      zh: '尊敬的{{title}}：感谢您的建议“{{suggestion}}”，编号{{number}}。[[热线{{hotline}}。]]',
      en: 'Dear {{title}}, thank you for “{{suggestion}}” ({{number}}).[[ Hotline {{hotline}}.]]',
    },
  })
  await call('messages.submitTemplate', { id: draft.id })
  desk.wait(2 * DAY - 60_000)
  await call('cases.open', {
    kind: 'complaint',
    channel: 'website',
    category: 'flight.delay',
    memberId: id,
    contactName: '林晓',
    content: '航班延误五小时，现场无人说明原因',
    demand: '书面说明并道歉',
  })
  await desk.close()
  return desk.folder
}
