import type { Input } from '../src/shared/contracts.ts'
import type { CaseId } from '../src/shared/ids.ts'
import type { App } from './app.ts'
import { addMember, complaint } from './cases-fixtures.ts'

type Steps = Input<'macros.save'>['macro']['steps']

export const language = 'zh-CN' as const
export const note = {
  act: 'note',
  text: '已致电{{title}}（{{tier}}），工单{{number}}，承诺{{expectedAt}}前答复',
} as const
export const promise = { act: 'promise', text: '{{expectedAt}}前回电{{title}}', inMinutes: 120 } as const

export const writeMacro = (app: App, name: string, steps: Steps, more: Partial<Input<'macros.save'>> = {}) =>
  app.call('macros.save', { macro: { name: { zh: name }, conditions: {}, steps }, ...more })

/** A complaint of a platinum member, registered by the agent li. */
export async function memberCase(app: App, more: Partial<Input<'cases.open'>> = {}): Promise<CaseId> {
  await app.as('agent', 'li')
  const memberId = await addMember(app, 'platinum')
  return (await app.call('cases.open', complaint({ memberId, anonymousReason: null, ...more }))).id
}
