import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createEngine } from '../../src/main/engine/engine.ts'
import type { CallName, Input, Output } from '../../src/shared/contracts.ts'
import { DAY, HOUR } from '../../src/shared/time.ts'
import { newFolder, PASSWORD } from './desk.ts'

/** A store of a desk with two agents, of whom one is qualified, and complaints that lack this and that, up to now. */
export async function storeWithGaps(): Promise<string> {
  const folder = newFolder()
  let now = Date.now() - 4 * DAY
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
  const complain = (more: Partial<Input<'cases.open'>>) =>
    call('cases.open', {
      kind: 'complaint',
      channel: 'phone',
      category: 'baggage.delayed',
      contactName: '陈女士',
      contactPhone: '13800001234',
      anonymousReason: '非会员旅客',
      content: '行李没有随机到达，晚到一天',
      demand: '赔偿',
      apologyGiven: true,
      ...more,
    })
  await call('session.create', { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' })
  const add = (login: string, name: string) =>
    call('users.create', { login, name, role: 'agent', leadId: null, password: 'battery staple once' })
  await complain({})
  await add('sun', '演示孙工')
  now += 2 * DAY
  const li = await add('li', '演示李工')
  const shift = { maxOpen: 20, shiftDays: '1234567', shiftFrom: 0, shiftTo: 1440 }
  await call('routing.setHandler', { userId: li.id, department: 'baggage', ...shift })
  const evidence = '演示：投诉处理培训合格'
  await call('routing.grantSkill', { userId: li.id, kind: 'complaints', evidence })
  const wrong = await complain({ contactPhone: '13800002345', content: '航班取消后没人告知', category: 'flight.delay' })
  now += DAY
  await call('classing.correct', {
    ...{ id: wrong.id, category: 'flight.cancel', reason: '航班系取消', expectedSeq: wrong.lastSeq },
  })
  await complain({ content: '行李仍未找到，多次投诉一直没有解决', category: 'baggage.lost' })
  now += DAY - HOUR
  await complain({
    contactPhone: '13800003456',
    severity: 'major',
    content: '柜台态度恶劣，推搡旅客',
    category: 'service.attitude',
  })
  await engine.close()
  return folder
}
