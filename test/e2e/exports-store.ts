import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { seeded } from '../../bench/lib/random.ts'
import { callRow } from '../../bench/lib/rows-of.ts'
import { createEngine } from '../../src/main/engine/engine.ts'
import { bulkInsert } from '../../src/main/store/bulk-insert.ts'
import type { CallName, Input, Output } from '../../src/shared/contracts.ts'
import { newFolder, PASSWORD } from './desk.ts'

const ONE_TIME = 'battery staple once'
export const RECIPIENT = '民航局（示例）'
export const CALLS = 20_000

/** A store in which the export of one member's many calls was agreed to; the manager `boss` asked for it. */
export async function storeWithLargeExport(): Promise<string> {
  const folder = newFolder()
  const engine = createEngine(path.join(folder, 'desk.db'), {
    now: () => Date.now(),
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
  await call('session.create', { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' })
  await call('users.create', { login: 'zhao', name: '赵管理', role: 'admin', leadId: null, password: ONE_TIME })
  const { id } = await call('members.create', { card: 'CA000001', name: '示例' })
  const { open, session } = engine.desk
  const random = seeded(1)
  const agents = [session?.actor.id ?? '']
  const rows = Array.from({ length: CALLS }, (_, n) => ({ ...callRow(n, random, [id], agents), number: `X-${n}` }))
  await open?.store.transaction((db) => bulkInsert(db, 'calls')(rows))
  const request = await call('exports.ask', {
    ...{ scope: { kind: 'members', memberIds: [id] }, profile: 'regulator', requester: RECIPIENT },
    purpose: '示例：监管机构要求提供全部通话记录',
  })
  await signIn('zhao', ONE_TIME)
  await call('session.changePassword', { oldPassword: ONE_TIME, newPassword: PASSWORD })
  await call('exports.decide', { id: request.id, isApproved: true, note: '示例：同意' })
  await engine.close()
  return folder
}
