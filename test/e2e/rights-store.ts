import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createEngine } from '../../src/main/engine/engine.ts'
import type { CallName, Input, Output } from '../../src/shared/contracts.ts'
import { newFolder, PASSWORD } from './desk.ts'

const ONE_TIME = 'battery staple once'

/** A store with the manager `boss` and the lead `zhao`, one member with a request of each kind, texts, an assessment and a hold. */
export async function storeWithRights(): Promise<string> {
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
  await call('users.create', { login: 'zhao', name: '赵主管', role: 'lead', leadId: null, password: ONE_TIME })
  await signIn('zhao', ONE_TIME)
  await call('session.changePassword', { oldPassword: ONE_TIME, newPassword: PASSWORD })
  const { id: memberId } = await call('members.create', {
    ...{ card: 'HU6001', name: '周远航', mobile: '+86 138 1234 5678', city: '广州', gender: 'male' },
  })
  const about = { memberId, channel: 'telephone', requester: '周远航（演示）' } as const
  await call('rights.receive', {
    ...{ ...about, kind: 'correct', text: '城市已改为深圳' },
    wanted: { field: 'city', value: '深圳' },
  })
  await call('rights.receive', {
    ...{ ...about, kind: 'object', text: '请不要再向我推荐产品' },
    wanted: { scopes: ['outreach', 'analysis'] },
  })
  await call('rights.assess', {
    ...{ title: '向合作酒店提供到店信息', occasion: 'sharing', purpose: '安排接送', necessity: '酒店须知道到店时间' },
    ...{ risks: '被用于营销', measures: '只给姓名与时间，合同约束', level: 'medium', reviewDay: '2027-09-30' },
  })
  await signIn('boss')
  const text = { purpose: 'marketing', fromDay: '2026-01-01' } as const
  await call('rights.saveText', { ...text, zh: '同意接收活动与优惠通知', en: 'I agree to be told of offers' })
  await engine.close()
  return folder
}
