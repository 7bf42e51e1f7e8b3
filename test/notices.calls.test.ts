import { expect } from 'vitest'
import type { Push } from '../src/shared/bridge.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { type App, onEngine, onEveryEngine } from './app.ts'
import { complaint, enquiry } from './cases-fixtures.ts'

type Told = Extract<Push, { kind: 'notice' }>
const told = (app: App) => app.pushes.filter((push): push is Told => push.kind === 'notice')

async function beat(app: App, login: string): Promise<void> {
  app.wait(5000)
  await app.signIn(login)
  await app.engine.heartbeat()
}

onEveryEngine(
  'whoever is given a case and whose limits run out is told outside the window once, without personal data',
  async (app) => {
    const li = await app.as('agent', 'li')
    await app.as('lead', 'zhao')
    const opened = await app.call('cases.open', enquiry())
    await app.call('cases.assign', { id: opened.id, ownerId: li as never, reason: '请跟进', expectedSeq: 1 })
    app.pushes.length = 0
    await beat(app, 'li')
    expect(told(app)).toEqual([
      {
        kind: 'notice',
        userId: li,
        notices: [{ kind: 'assigned', caseNumber: opened.number, place: { page: 'cases', params: { id: opened.id } } }],
        onlyAway: true,
        unread: 1,
      },
    ])
    await beat(app, 'li')
    expect(told(app).flatMap(({ notices }) => notices)).toHaveLength(1)

    const { nextDueAt } = await app.call('cases.show', { id: opened.id })
    app.setNow((nextDueAt ?? 0) + HOUR)
    await beat(app, 'li')
    const kinds = told(app).flatMap(({ notices }) => notices.map(({ kind }) => kind))
    expect(kinds).toContain('breach')
    expect(JSON.stringify(told(app))).not.toMatch(/13900005678|行李/)
    const list = await app.call('notices.list', {})
    expect(list.filter(({ readAt }) => readAt === null).length).toBeGreaterThanOrEqual(2)
    const { read } = await app.call('notices.read', {})
    expect(read).toBe(list.length)
    app.wait(5000)
    await app.engine.heartbeat()
    expect(told(app).at(-1)?.unread).toBe(0)
  },
)

onEngine('sqlite', 'what a person’s own rules keep quiet is kept with the reason and not shown', async (app) => {
  const li = await app.as('agent', 'li')
  const mine = await app.call('settings.mine', {})
  expect(mine).toMatchObject({ textSize: 'normal', contrast: 'normal', keys: {}, notices: { isOn: true } })
  await app.call('settings.writeMine', {
    ...mine,
    notices: { ...mine.notices, quietFrom: 9 * 60, quietUntil: 12 * 60 },
  })
  await app.as('lead', 'zhao')
  const opened = await app.call('cases.open', enquiry())
  await app.call('cases.assign', { id: opened.id, ownerId: li as never, reason: '请跟进', expectedSeq: 1 })
  app.pushes.length = 0
  await beat(app, 'li')
  expect(told(app)).toEqual([{ kind: 'notice', userId: li, notices: [], onlyAway: true, unread: 1 }])
  expect(await app.call('notices.list', {})).toMatchObject([{ kind: 'assigned', quiet: 'hours' }])
})

onEngine('sqlite', 'a notice is no act of the person and does not keep an idle desk open', async (app) => {
  const li = await app.as('agent', 'li')
  await app.as('lead', 'zhao')
  const opened = await app.call('cases.open', complaint())
  await app.call('cases.assign', { id: opened.id, ownerId: li as never, reason: '请跟进', expectedSeq: 1 })
  await app.signIn('li')
  const before = app.engine.desk.session?.lastActiveAt
  app.wait(5000)
  await app.engine.heartbeat()
  expect(told(app).length).toBeGreaterThan(0)
  expect(app.engine.desk.session?.lastActiveAt).toBe(before)
  app.wait(DAY)
  await app.engine.heartbeat()
  expect(app.engine.desk.session).toBeNull()
})

onEveryEngine(
  'size of text, contrast and keys are kept for each person; the same keys twice are refused',
  async (app) => {
    await app.as('agent', 'li')
    const mine = await app.call('settings.mine', {})
    const wanted = { ...mine, textSize: 'large' as const, contrast: 'high' as const, keys: { 'page.members': 'alt+1' } }
    await app.call('settings.writeMine', wanted)
    expect(await app.fail('settings.writeMine', { ...wanted, keys: { a: 'alt+1', b: 'alt+1' } })).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: 'keys', reason: 'keys-twice' }],
    })
    await app.as('agent', 'wang')
    expect(await app.call('settings.mine', {})).toEqual(mine)
    await app.signIn('li')
    expect(await app.call('settings.mine', {})).toEqual(wanted)
  },
)

onEveryEngine(
  'what waits is counted for the tray: late and due within the hour, own work only, each change once',
  async (app) => {
    const waits = () => app.pushes.flatMap((push) => (push.kind === 'waiting' ? [push.waits] : []))
    const li = await app.as('agent', 'li')
    await app.as('lead', 'zhao')
    const opened = await app.call('cases.open', enquiry())
    await app.call('cases.assign', { id: opened.id, ownerId: li as never, reason: '请跟进', expectedSeq: 1 })
    const { nextDueAt } = await app.call('cases.show', { id: opened.id })
    app.setNow((nextDueAt ?? 0) - HOUR / 2)
    app.pushes.length = 0
    await beat(app, 'li')
    await beat(app, 'li')
    expect(waits().at(-1)).toMatchObject({ overdue: 0, soon: 1 })
    await app.call('promises.make', {
      memberId: null,
      caseId: opened.id,
      text: '回电（演示）',
      dueAt: app.now() + 2 * HOUR,
    })
    app.setNow((nextDueAt ?? 0) + HOUR)
    await beat(app, 'li')
    expect(waits().at(-1)).toMatchObject({ overdue: 1, soon: 1 })
    const told = waits().length
    await app.engine.heartbeat()
    await beat(app, 'zhao')
    expect(waits().slice(told)).not.toContainEqual(expect.objectContaining({ overdue: 1 }))
  },
)
