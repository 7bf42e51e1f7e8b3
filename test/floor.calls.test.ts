import { expect } from 'vitest'
import type { CaseId, UserId } from '../src/shared/ids.ts'
import { HOUR, MINUTE } from '../src/shared/time.ts'
import type { App } from './app.ts'
import { onEngine, onEveryEngine } from './app.ts'
import { addMember, enquiry, inStore } from './cases-fixtures.ts'

/** Puts people under a lead, as the manager does. */
async function team(app: App, lead: string, logins: readonly string[]): Promise<Record<string, UserId>> {
  const ids: Record<string, UserId> = {}
  for (const login of logins) ids[login] = (await app.as('agent', login)) as UserId
  const leadId = (await app.as('lead', lead)) as UserId
  await app.as('manager')
  for (const login of logins)
    await app.call('users.update', { id: ids[login] as UserId, name: login, role: 'agent', leadId })
  return { ...ids, [lead]: leadId }
}

/** A case that an agent has opened and owns. */
async function ownCase(app: App, login: string): Promise<{ id: CaseId; lastSeq: number }> {
  await app.as('agent', login)
  const { id } = await app.call('cases.open', enquiry())
  const row = await app.call('cases.show', { id })
  if (row.ownerId !== null) return { id, lastSeq: row.lastSeq }
  const mine = (await app.call('users.list', {})).find((user) => user.login === login)
  const taken = await app.call('cases.assign', { id, ownerId: mine?.id as UserId, expectedSeq: row.lastSeq })
  return { id, lastSeq: taken.lastSeq }
}

onEveryEngine(
  'S3-13 S3-15 a lead sees the own team today: who does what, load, what is due within the hour, the points of quality',
  async (app) => {
    const ids = await team(app, 'zhao', ['li', 'wang'])
    const mine = await ownCase(app, 'li')
    await ownCase(app, 'zhou')
    await app.as('agent', 'li')
    await app.call('calls.start', { direction: 'inbound', phone: '13700004321' })
    await app.as('agent', 'wang')
    await app.call('floor.setMine', { state: 'break' })
    app.wait(MINUTE)
    await app.as('lead', 'zhao')
    await inStore(app, (db) =>
      db
        .insertInto('caseReviews')
        .values({
          ...{ id: 'r1', kind: 'complaint', caseId: mine.id, callId: null, number: 'R-1', formVersion: 1 },
          ...{ reviewerId: ids.zhao ?? '', agentId: ids.li ?? '', reviewedAt: app.now(), month: '2026-09' },
          ...{ total: 84, firstTotal: null, isFailed: 0, body: '{}', comment: '', state: 'given', answer: null },
          ...{ answeredAt: null, decision: null, decisionText: null, decidedAt: null, decidedBy: null },
        })
        .execute(),
    )
    const seen = await app.call('floor.show', {})
    expect(seen.people.map(({ name }) => name).sort()).toEqual(['li', 'wang', 'zhao'])
    const of = (login: string) => seen.people.find(({ userId }) => userId === ids[login])
    expect(of('li')).toMatchObject({ state: 'ringing', open: 1, closedToday: 0, quality: 84 })
    // Whoever signed out is not there, whatever they said before.
    expect(of('wang')).toMatchObject({ state: 'offline', open: 0 })
    expect(of('zhao')).toMatchObject({ state: 'ready' })
    expect(seen.calls).toMatchObject({ waiting: 1, answered: 0, missed: 0 })
    const row = await app.call('cases.show', { id: mine.id })
    const dueAt = row.nextDueAt ?? 0
    app.setNow(dueAt - HOUR / 2)
    const later = await app.call('floor.show', {})
    expect(later.coming.map(({ id }) => id)).toContain(mine.id)
    expect(later.people.find(({ userId }) => userId === ids.li)).toMatchObject({ soon: 1, overdue: 0 })
    app.setNow(dueAt + MINUTE)
    const late = await app.call('floor.show', {})
    expect(late.overdue.map(({ id }) => id)).toContain(mine.id)
    expect(late.people.find(({ userId }) => userId === ids.li)).toMatchObject({ soon: 0, overdue: 1 })
    expect(late.levels.find(({ tier }) => tier === 'none')).toMatchObject({ open: 1, overdue: 1, onTimePercent: 0 })
    await app.as('manager')
    const all = await app.call('floor.show', {})
    expect(all.people.map(({ name }) => name)).toEqual(expect.arrayContaining(['li', 'zhou', 'zhao']))
    const one = await app.call('floor.show', { leadId: ids.zhao as UserId })
    expect(one.people.map(({ name }) => name)).not.toContain('zhou')
  },
)

onEveryEngine('calls of today stand against the ring target of their tier', async (app) => {
  await addMember(app, 'gold')
  await app.as('agent', 'li')
  const { id } = await app.call('calls.start', { direction: 'inbound', phone: '13700004321' })
  await app.call('calls.answer', { id })
  await app.as('manager')
  const { levels, calls } = await app.call('floor.show', {})
  expect(calls).toMatchObject({ waiting: 0, live: 1, answered: 1 })
  expect(levels.find(({ offered }) => offered === 1)).toMatchObject({ answered: 1, inTime: 1, inTimePercent: 100 })
})

onEveryEngine(
  'the floor says who is on which call, of which tier, how long on hold, and which case is in front of them',
  async (app) => {
    const memberId = await addMember(app, 'gold')
    const ids = await team(app, 'zhao', ['li'])
    await app.signIn('li')
    const seen = async () => {
      await app.signIn('zhao')
      const { people } = await app.call('floor.show', {})
      return people.find(({ userId }) => userId === ids.li)
    }
    const { id: caseId, number } = await app.call('cases.open', enquiry({ memberId, anonymousReason: null }))
    const { id } = await app.call('calls.start', { direction: 'inbound', phone: '13700004321' })
    const startedAt = app.now()
    app.wait(10_000)
    await app.call('calls.answer', { id })
    app.wait(MINUTE)
    await app.call('calls.hold', { id })
    // The window of another desk on the same store.
    const opening = { window: 'window-of-li', caseId, userId: ids.li ?? '', openedAt: app.now(), beatAt: app.now() }
    await inStore(app, (db) => db.insertInto('caseOpenings').values(opening).execute())
    const held = { tier: 'gold', startedAt, answeredAt: startedAt + 10_000, heldSince: startedAt + 10_000 + MINUTE }
    await app.call('calls.incoming', { phone: '13900005678', externalId: 'x1', rungAt: app.now() })
    expect(await seen()).toMatchObject({
      state: 'held',
      call: { id, isInbound: true, memberName: '林晓', ...held },
      shows: { id: caseId, number, tier: 'gold' },
    })
    // A call that waits is counted, whoever is going to take it.
    expect((await app.call('floor.show', {})).calls).toMatchObject({ waiting: 1, live: 1 })
    expect((await seen())?.call?.phoneMasked).not.toContain('13700004321')
    // A report of misconduct is named to nobody who may not read it (S2-10).
    const restrict = (isRestricted: 0 | 1) =>
      inStore(app, (db) => db.updateTable('cases').set({ isRestricted }).where('id', '=', caseId).execute())
    await restrict(1)
    expect(await seen()).toMatchObject({ shows: null })
    await restrict(0)
    app.hasMadeRows()
    // A window that gives no sign of life shows nothing any more.
    app.wait(HOUR)
    expect(await seen()).toMatchObject({ shows: null })
  },
)

onEveryEngine(
  'S3-14 S3-16 a lead moves cases between people and takes one over, with a reason, and the people are told',
  async (app) => {
    const ids = await team(app, 'zhao', ['li', 'wang'])
    const [a, b] = [await ownCase(app, 'li'), await ownCase(app, 'li')]
    await app.as('lead', 'zhao')
    const cases = [a, b].map(({ id, lastSeq }) => ({ id, expectedSeq: lastSeq }))
    const reason = '专员外出培训'
    expect(await app.call('floor.move', { cases, toId: ids.wang as UserId, reason })).toEqual({ moved: 2 })
    expect(await app.call('floor.cases', { userId: ids.wang as UserId })).toHaveLength(2)
    const row = await app.call('cases.show', { id: a.id })
    expect(row.ownerId).toBe(ids.wang)
    const told = { from: ids.li, to: ids.wang, reason }
    const log = await inStore(app, (db) =>
      db.selectFrom('caseEvents').select('data').where('caseId', '=', a.id).where('kind', '=', 'assigned').execute(),
    )
    expect(JSON.parse(log.at(-1)?.data ?? '{}')).toMatchObject(told)
    expect(await app.fail('floor.move', { cases, toId: ids.li as UserId, reason })).toMatchObject({ code: 'CONFLICT' })
    const again = [{ id: a.id, expectedSeq: row.lastSeq }]
    await app.call('floor.move', { cases: again, toId: ids.zhao as UserId, reason: '客户要求主管处理' })
    expect((await app.call('cases.show', { id: a.id })).ownerId).toBe(ids.zhao)
    await app.as('agent', 'wang')
    const notices = await app.call('routing.notices', {})
    expect(notices.filter(({ text }) => text === reason)).toHaveLength(2)
    expect(await app.call('todos.list', {})).toMatchObject([{ source: 'moved', title: 'zhao', caseId: a.id }])
    await app.as('agent', 'li')
    const mine = await app.call('todos.list', {})
    expect(mine.map(({ source, title, detail }) => [source, title, detail])).toEqual([
      ['moved', 'wang', reason],
      ['moved', 'wang', reason],
    ])
    expect(await app.fail('floor.move', { cases: again, toId: ids.li as UserId, reason })).toEqual({
      code: 'FORBIDDEN',
    })
  },
)

onEngine('sqlite', 'what people say of themselves decides whether complaints are given to them', async (app) => {
  const id = await app.as('agent', 'li')
  await app.call('floor.setMine', { state: 'training' })
  expect(await app.call('floor.mine', {})).toEqual({ state: 'training', since: app.now() })
  const presence = () =>
    inStore(app, (db) => db.selectFrom('handlerProfiles').select('presence').where('userId', '=', id).execute())
  expect(await presence()).toEqual([{ presence: 'away' }])
  await app.call('floor.setMine', { state: 'afterCall' })
  expect(await presence()).toEqual([{ presence: 'present' }])
})
