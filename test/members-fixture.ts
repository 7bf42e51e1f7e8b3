import type { Input } from '../src/shared/contracts.ts'
import type { MemberId } from '../src/shared/ids.ts'
import type { App } from './app.ts'

/** A member of whom everything is known. */
export const ZHANG: Input<'members.create'> = {
  card: 'hu 6001',
  name: '张 三丰',
  gender: 'male',
  mobile: '+86 138 1234 5678',
  email: 'Zhang.SanFeng@example.com',
  wechat: 'sanfeng1247',
  documentType: 'identity',
  documentNo: '440106198503151217',
  birthDate: '1985-03-15',
  title: '张总',
  province: '广东',
  city: '广州',
  preferences: ['靠窗', '素食'],
  careNotes: '请先致意，不喜欢等待',
}

/** A new member with a card and a name, and whatever else matters. */
export async function add(
  app: App,
  card: string,
  name: string,
  more: Partial<Input<'members.create'>> = {},
): Promise<MemberId> {
  return (await app.call('members.create', { card, name, ...more })).id
}

/** The newest audit row that is about members, as the manager reads it. */
export async function lastAudit(app: App) {
  await app.as('manager')
  const { rows } = await app.call('audit.list', { limit: 20 })
  const row = rows.find(({ call }) => call.startsWith('members.'))
  return row && { call: row.call, outcome: row.outcome, memberId: row.memberId, body: JSON.parse(row.body) }
}
