import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createEngine } from '../../src/main/engine/engine.ts'
import type { CallName, Input, Output } from '../../src/shared/contracts.ts'
import type { UserId } from '../../src/shared/ids.ts'
import { newFolder, PASSWORD } from './desk.ts'

const ONE_TIME = 'battery staple once'

/**
 * A store with lead `zhao` (赵主管), whose agents are `li` (李客服) and `wu` (吴客服), and the manager `boss`; everybody has
 * the usual password. There is a training plan with one course, and a project.
 */
export async function storeWithTeam(): Promise<string> {
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
  const hire = async (login: string, name: string, role: 'agent' | 'lead', leadId: UserId | null) => {
    const { id } = await call('users.create', { login, name, role, leadId, password: ONE_TIME })
    await signIn(login, ONE_TIME)
    await call('session.changePassword', { oldPassword: ONE_TIME, newPassword: PASSWORD })
    await signIn('boss')
    return id
  }
  await call('session.create', { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' })
  const zhao = await hire('zhao', '赵主管', 'lead', null)
  await hire('li', '李客服', 'agent', zhao)
  await hire('wu', '吴客服', 'agent', zhao)
  await signIn('zhao')
  const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear()
  await call('training.savePlan', { year, goal: '提高投诉处理能力', budgetFen: 0 })
  await call('training.save', {
    year,
    training: {
      ...{ title: '投诉处理五步法', goal: '一次解决率提高', content: '倾听、核实、致歉、解决、回访', kind: 'service' },
      ...{ topics: ['complaintHandling'], way: 'internal', teacher: '赵主管', studyIds: [], place: '一号培训室' },
      schedule: { firstDay: `${year}-12-15`, minute: 600, minutes: 90, repeat: 'once', times: 1 },
      ...{ budgetFen: 0, responsibleId: zhao, passMark: 60 },
    },
  })
  const project = { kind: 'process', title: '投诉流程优化', purpose: '缩短处理时间', ownerId: zhao } as const
  await call('projects.start', project)
  await engine.close()
  return folder
}
