import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createEngine } from '../../src/main/engine/engine.ts'
import type { CallName, Input, Output } from '../../src/shared/contracts.ts'
import type { UserId } from '../../src/shared/ids.ts'
import { DAY } from '../../src/shared/time.ts'
import { complaint } from '../cases-fixtures.ts'
import { marksOf } from '../reviews-fixtures.ts'
import { PASSWORD } from './desk.ts'
import { storeWithClosed } from './reviews-store.ts'

const ONE_TIME = 'battery staple once'
const dayOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)

/**
 * The store of the reviews with two more leads, who have judged two complaints of a calibration that lead `zhao` began,
 * a company with an open and a late complaint, and yesterday marked as a storm day by one of them.
 */
export async function storeWithCalibration(): Promise<{ folder: string; numbers: string[]; storm: string }> {
  const { folder, numbers } = await storeWithClosed()
  const now = Date.now() - 60_000
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
  let isIn = false
  const signIn = async (login: string, password = PASSWORD) => {
    if (isIn) await call('session.lock', { reason: 'switch' })
    isIn = true
    await call('session.signIn', { login, password })
  }
  const ids: UserId[] = []
  for (const person of [
    { login: 'qian', name: '钱主管', role: 'lead' },
    { login: 'feng', name: '冯主管', role: 'lead' },
  ] as const) {
    await signIn('boss')
    const { id } = await call('users.create', { ...person, leadId: null, password: ONE_TIME })
    ids.push(id)
    await signIn(person.login, ONE_TIME)
    await call('session.changePassword', { oldPassword: ONE_TIME, newPassword: PASSWORD })
  }
  await signIn('zhao')
  const zhao = (await call('users.list', {})).find(({ login }) => login === 'zhao')?.id as UserId
  const opened = await call('calibration.open', {
    ...{ title: '演示：本月校准', kind: 'complaint', numbers: numbers.slice(0, 2), raters: [zhao, ...ids] },
    dueDay: dayOf(now + 7 * DAY),
  })
  for (const [login, marks] of [
    ['qian', [5, 4]],
    ['feng', [1, 4]],
  ] as const) {
    await signIn(login)
    const begun = await call('reviews.begin', { number: numbers[0] ?? '' })
    for (const [place, mark] of marks.entries())
      await call('calibration.mark', { subjectId: opened.list[place]?.id ?? '', marks: marksOf(begun, mark) })
  }
  const storm = dayOf(now - DAY)
  await call('exceptional.mark', { fromDay: storm, toDay: storm, kind: 'weather', reason: '演示：台风取消航班二十班' })
  await signIn('li')
  const { id } = await call('companies.save', { name: '远山科技（演示）', travelRules: '国内出差限经济舱' })
  for (const [receivedAt, content] of [
    [now, '演示：酒店未按预订入住'],
    [now - DAY, '演示：航班延误无人说明'],
  ] as const) {
    const opening = await call(
      'cases.open',
      complaint({ content, receivedAt, contactPhone: `1370000${receivedAt % 9000}` }),
    )
    await call('companies.attach', { caseId: opening.id, companyId: id, travellerName: '周演示', orderNo: 'DD0930' })
  }
  await engine.close()
  return { folder, numbers, storm }
}
