import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createEngine } from '../../src/main/engine/engine.ts'
import type { CallName, Input, Output } from '../../src/shared/contracts.ts'
import type { CaseId } from '../../src/shared/ids.ts'
import { HOUR } from '../../src/shared/time.ts'
import { closing, complaint, confirmation, reply, visit } from '../cases-fixtures.ts'
import { newFolder, PASSWORD } from './desk.ts'

const ONE_TIME = 'battery staple once'

export type ReviewsStore = { folder: string; numbers: string[] }

/**
 * A store in which agent `li` (李客服) handled three complaints that the manager closed; lead `zhao` (赵主管) had none in
 * hand. Everybody has the usual password. Gives the numbers of the complaints.
 */
export async function storeWithClosed(): Promise<ReviewsStore> {
  const folder = newFolder()
  let now = Date.now() - 6 * HOUR
  const engine = createEngine(path.join(folder, 'desk.db'), {
    now: () => now,
    newId: randomUUID,
    log: () => {},
    push: () => {},
    versions: { app: '-', electron: '-', node: process.versions.node },
    passwordCost: { opslimit: 1, memlimit: 8192 },
  })
  const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const result = await engine.call(name, input)
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
    return result.value
  }
  const signIn = async (login: string, password = PASSWORD) => {
    await call('session.lock', { reason: 'switch' })
    await call('session.signIn', { login, password })
  }
  const take = async (id: CaseId, step: string, data: Record<string, string | number | boolean> = {}) => {
    const { lastSeq } = await call('cases.pulse', { id })
    await call('cases.advance', { id, step, data, expectedSeq: lastSeq })
  }
  await call('session.create', { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' })
  const people = [
    { login: 'li', name: '李客服', role: 'agent' },
    { login: 'zhao', name: '赵主管', role: 'lead' },
  ] as const
  for (const person of people) {
    await signIn('boss')
    await call('users.create', { ...person, leadId: null, password: ONE_TIME })
    await signIn(person.login, ONE_TIME)
    await call('session.changePassword', { oldPassword: ONE_TIME, newPassword: PASSWORD })
  }
  const numbers: string[] = []
  for (const content of ['陈女士（13800001234）航班延误五小时，现场无人说明', '行李破损', '升舱费用多收']) {
    await signIn('li')
    const { id, number, ownerId } = await call('cases.open', complaint({ content }))
    numbers.push(number)
    now += 10 * 60_000
    await take(id, 'confirm', confirmation(now))
    await take(id, 'assign', { ownerId: ownerId ?? '' })
    await take(id, 'accept')
    now += HOUR
    await take(id, 'reply', reply(now))
    await take(id, 'attempt', { contactAt: now, contactChannel: 'phone' })
    await take(id, 'visit', visit(now))
    await signIn('boss')
    await take(id, 'close', closing)
  }
  await engine.close()
  return { folder, numbers }
}
