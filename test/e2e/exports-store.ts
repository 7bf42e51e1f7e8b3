import { seeded } from '../../bench/lib/random.ts'
import { callRow } from '../../bench/lib/rows-of.ts'
import { bulkInsert } from '../../src/main/store/bulk-insert.ts'
import { PASSWORD } from './desk.ts'
import { pastDesk } from './past-desk.ts'

const ONE_TIME = 'battery staple once'
export const RECIPIENT = '民航局（示例）'
export const SECOND_RECIPIENT = '市场监管局（示例）'
export const CALLS = 20_000

/** A store in which exports of one member's many calls to two recipients were agreed to; the manager `boss` asked for it. */
export async function storeWithLargeExport(): Promise<string> {
  const { folder, engine, call, close } = await pastDesk(0)
  const signIn = async (login: string, password = PASSWORD) => {
    await call('session.lock', { reason: 'switch' })
    await call('session.signIn', { login, password })
  }
  await call('users.create', { login: 'zhao', name: '赵管理', role: 'admin', leadId: null, password: ONE_TIME })
  const { id } = await call('members.create', { card: 'CA000001', name: '示例' })
  const { open, session } = engine.desk
  const random = seeded(1)
  const agents = [session?.actor.id ?? '']
  const rows = Array.from({ length: CALLS }, (_, n) => ({ ...callRow(n, random, [id], agents), number: `X-${n}` }))
  await open?.store.transaction((db) => bulkInsert(db, 'calls')(rows))
  const requests: string[] = []
  for (const requester of [RECIPIENT, SECOND_RECIPIENT]) {
    const asked = await call('exports.ask', {
      ...{ scope: { kind: 'members', memberIds: [id] }, profile: 'regulator', requester },
      purpose: '示例：监管机构要求提供全部通话记录',
    })
    requests.push(asked.id)
  }
  await signIn('zhao', ONE_TIME)
  await call('session.changePassword', { oldPassword: ONE_TIME, newPassword: PASSWORD })
  for (const one of requests) await call('exports.decide', { id: one, isApproved: true, note: '示例：同意' })
  await close()
  return folder
}
