import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createEngine } from '../../src/main/engine/engine.ts'
import type { Row } from '../../src/main/store/types.ts'
import type { UserId } from '../../src/shared/ids.ts'
import { DAY, HOUR } from '../../src/shared/time.ts'
import { complaint } from '../cases-fixtures.ts'
import { LEAD, SELF, SUMMARY } from '../scorecards-fixtures.ts'
import { course } from '../training-fixtures.ts'
import { PASSWORD } from './desk.ts'
import { pastDesk } from './past-desk.ts'

const ONE_TIME = 'battery staple once'
const startOf = (month: string) => Date.parse(`${month}-01T09:00:00+08:00`)

function monthsBefore(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const all = year * 12 + number - 1 - count
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`
}

export type NeedsStore = { folder: string; month: string; title: string }

/**
 * A desk whose month before last asks for training: three complaints with one cause that `li` and `wu` had in hand, and
 * published points with `sun` low in teamwork and knowledge. Lead `zhao` has a training in this year's approved plan.
 */
export async function storeWithNeeds(): Promise<NeedsStore> {
  const thisMonth = new Date(Date.now() + 8 * HOUR).toISOString().slice(0, 7)
  const month = monthsBefore(thisMonth, 2)
  const desk = await pastDesk(Date.now() - startOf(month) - DAY)
  const { call } = desk
  const signIn = async (login: string, password = PASSWORD) => {
    await call('session.lock', { reason: 'switch' })
    await call('session.signIn', { login, password })
  }
  const add = async (login: string, name: string, leadId: UserId | null) => {
    const role = leadId === null ? 'lead' : 'agent'
    const { id } = await call('users.create', { login, name, role, leadId, password: ONE_TIME })
    await signIn(login, ONE_TIME)
    await call('session.changePassword', { oldPassword: ONE_TIME, newPassword: PASSWORD })
    await signIn('boss')
    return id
  }
  const lead = await add('zhao', '赵主管', null)
  for (const [login, name] of [
    ['li', '李客服'],
    ['wu', '吴客服'],
    ['sun', '孙客服'],
  ] as const)
    await add(login, name, lead)
  for (const [place, login] of ['li', 'li', 'wu'].entries()) {
    await signIn(login)
    const { id } = await call('cases.open', complaint({ contactPhone: `1390000567${place}` }))
    const { lastSeq: expectedSeq } = await call('cases.pulse', { id })
    await call('causes.choose', { caseId: id, code: 'STAFF-MANNER', text: '语气生硬（演示）', expectedSeq })
    desk.wait(DAY)
  }
  desk.wait(startOf(monthsBefore(month, -1)) + 8 * DAY - desk.now())
  await signIn('boss')
  await call('scorecards.openRound', { month })
  for (const login of ['li', 'wu', 'sun']) {
    await signIn(login)
    const [own] = (await call('scorecards.show', { month })).cards
    const { id, selfSeq: expectedSeq } = await call('scorecards.card', { id: own?.id ?? '' })
    await call('scorecards.saveSelf', { id, expectedSeq, self: SELF, summary: SUMMARY, handIn: true })
  }
  await signIn('zhao')
  const low = {
    teamwork: { cooperation: 40, sharing: 40, reason: '少有分享（演示）' },
    knowledge: { score: 50, reason: '答对五题（演示）' },
  }
  for (const { id, login } of (await call('scorecards.show', { month })).cards) {
    const { seq: expectedSeq } = await call('scorecards.card', { id })
    await call('scorecards.assess', { id, expectedSeq, lead: login === 'sun' ? { ...LEAD, ...low } : LEAD, give: true })
  }
  await signIn('boss')
  await call('scorecards.calibrate', { month })
  await call('scorecards.publish', { month })
  desk.wait(Date.now() - HOUR - desk.now())
  await signIn('zhao')
  const year = Number(thisMonth.slice(0, 4))
  const title = '情绪管理与沟通（演示）'
  const schedule = { firstDay: `${year}-12-31`, minute: 1420, minutes: 15, repeat: 'once' as const, times: 1 }
  await call('training.savePlan', { year, goal: '减少因态度引起的投诉（演示）', budgetFen: 300_000 })
  await call('training.save', {
    year,
    training: course(lead, { title, topics: ['emotions', 'communication'], schedule }),
  })
  await signIn('boss')
  await call('training.approvePlan', { year })
  await desk.close()
  return { folder: desk.folder, month, title }
}

/** What the store of a desk that is closed says of decided needs, and who is asked to which training. */
export async function storedNeeds(folder: string): Promise<{ needs: Row<'trainingNeeds'>[]; asked: string[] }> {
  const engine = createEngine(path.join(folder, 'desk.db'), {
    now: () => Date.now(),
    newId: randomUUID,
    log: () => {},
    push: () => {},
    versions: { app: '-', electron: '-', node: process.versions.node },
    passwordCost: { opslimit: 1, memlimit: 8192 },
  })
  try {
    await engine.call('session.signIn', { login: 'boss', password: PASSWORD })
    const { open } = engine.desk
    if (!open) throw new Error('the store is closed')
    const needs = await open.store.db.selectFrom('trainingNeeds').selectAll().orderBy('decidedAt').execute()
    const asked = await open.store.db
      .selectFrom('trainingPeople')
      .innerJoin('users', 'users.id', 'trainingPeople.userId')
      .select('users.name')
      .orderBy('users.login')
      .execute()
    return { needs, asked: asked.map(({ name }) => name) }
  } finally {
    await engine.close()
  }
}
