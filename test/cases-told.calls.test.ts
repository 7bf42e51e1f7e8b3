import { expect } from 'vitest'
import type { CaseId, UserId } from '../src/shared/ids.ts'
import type { ClockKind } from '../src/shared/targets/model.ts'
import { DAY, HOUR, MINUTE } from '../src/shared/time.ts'
import { type App, onEveryEngine, START } from './app.ts'
import { complaint, inStore } from './cases-fixtures.ts'
import { openComplaint, plan, seqOf } from './remedy-fixtures.ts'

const next = async (app: App, id: CaseId) => ({ id, expectedSeq: await seqOf(app, id) })

/** What a clock has told at a share: the names of everybody, and whether and when each of them saw it. */
async function toldOf(app: App, id: CaseId, kind: ClockKind, percent: number) {
  const [clock] = await app.call('cases.explain', { id, clock: kind })
  return clock?.signals
    .filter((one) => one.percent === percent && one.reminder === 0)
    .flatMap(({ people }) => people.map(({ name, seenAt }) => [name, seenAt]))
    .sort()
}

const listed = async (app: App, more = {}) =>
  (await app.call('cases.escalations', more)).rows.map(({ clock, percent, isNew }) => [clock, percent, isNew])

onEveryEngine(
  'S1-45 each of two managers is told by name and sees a breach for themselves; who comes later inherits none',
  async (app) => {
    await app.as('manager', 'zheng')
    await app.as('manager', 'wu')
    await app.as('agent', 'li')
    const { id } = await app.call('cases.open', complaint())
    app.setNow(START + 2 * HOUR + MINUTE)
    await app.signIn('boss')
    await app.call('cases.tick', {})
    await app.as('manager', 'late')
    expect(await listed(app)).toEqual([])
    expect(await toldOf(app, id, 'respond', 100)).toEqual([
      ['wu', null],
      ['zheng', null],
      ['王经理', null],
    ])
    await app.signIn('zheng')
    expect(await listed(app)).toEqual([['respond', 100, true]])
    expect(await listed(app)).toEqual([])
    const seen = app.now()
    await app.signIn('wu')
    expect(await toldOf(app, id, 'respond', 100)).toEqual([
      ['wu', null],
      ['zheng', seen],
      ['王经理', null],
    ])
    app.wait(MINUTE)
    const { events } = await app.call('cases.show', { id })
    const breach = events.find(({ data }) => data.isBreach === true)
    expect(breach?.data).toMatchObject({ tells: 'manager', also: null, isRoleOnly: false })
    const people = (breach?.data.people ?? []) as { name: string; seenAt: number | null }[]
    expect(people.map(({ name, seenAt }) => [name, seenAt]).sort()).toEqual([
      ['wu', app.now()],
      ['zheng', seen],
      ['王经理', null],
    ])
    expect(await listed(app)).toEqual([])
    expect(await listed(app, { withSeen: true })).toEqual([['respond', 100, false]])
    await app.signIn('boss')
    expect(await listed(app)).toEqual([['respond', 100, true]])
  },
)

onEveryEngine(
  'S2-117 the clock of a sub-task tells whoever was asked, not the case’s owner; the notice and the list are theirs',
  async (app) => {
    const sun = await app.as('agent', 'sun')
    const qian = await app.as('agent', 'qian')
    await app.as('agent', 'li')
    const { id } = await app.call('cases.open', complaint())
    const dueAt = app.now() + 10 * DAY
    const asked = { caseId: id, department: 'operations', question: '请核实', dueAt } as const
    const task = await app.call('subTasks.ask', { ...asked, assigneeId: sun as UserId })
    await app.call('subTasks.ask', asked)
    await app.signIn('sun')
    app.wait(5000)
    await app.engine.heartbeat()
    expect((await app.call('notices.list', {})).map(({ kind }) => kind)).toEqual(['todo'])
    app.setNow(START + 6 * DAY)
    await app.signIn('boss')
    await app.call('cases.tick', {})
    await app.signIn('sun')
    expect(await listed(app)).toEqual([['subTask', 50, true]])
    const seen = app.now()
    await app.signIn('li')
    const reason = '轮休，转由同事核实'
    await app.call('subTasks.handOn', { id: task.id, department: 'operations', assigneeId: qian as UserId, reason })
    app.setNow(START + 8 * DAY)
    await app.signIn('boss')
    await app.call('cases.tick', {})
    await app.signIn('qian')
    expect(await listed(app)).toEqual([['subTask', 75, true]])
    await app.signIn('li')
    const own = (await app.call('cases.escalations', { limit: 500 })).rows.filter(({ clock }) => clock === 'subTask')
    // The other one was asked of a department and of no person yet.
    expect(own.map(({ percent }) => percent)).toEqual([75, 50])
    const explained = await app.call('cases.explain', { id, clock: 'subTask' })
    expect(
      explained.map(({ signals }) => signals.flatMap(({ people }) => people.map(({ name, seenAt }) => [name, seenAt]))),
    ).toEqual(
      expect.arrayContaining([
        [
          ['sun', seen],
          ['qian', START + 8 * DAY],
        ],
        [
          ['li', START + 8 * DAY],
          ['li', START + 8 * DAY],
        ],
      ]),
    )
    await app.signIn('qian')
    app.setNow(dueAt + MINUTE)
    await app.signIn('boss')
    await app.call('cases.tick', {})
    await app.signIn('qian')
    app.wait(5000)
    await app.engine.heartbeat()
    expect((await app.call('notices.list', {})).map(({ kind }) => kind)).toContain('breach')
  },
)

onEveryEngine(
  'S2-107 the clock of an approval tells those who may approve and never who wrote the plan',
  async (app) => {
    await app.as('lead', 'zhao')
    await app.as('lead', 'qian')
    await app.signIn('zhao')
    const id = await openComplaint(app)
    await app.call('plans.draft', { ...plan(app), ...(await next(app, id)) })
    await app.call('plans.submit', await next(app, id))
    app.wait(DAY)
    await app.signIn('boss')
    await app.call('cases.tick', {})
    expect((await toldOf(app, id, 'approval', 50))?.map(([name]) => name)).toEqual(['qian', '王经理'])
    await app.signIn('qian')
    expect((await listed(app)).filter(([clock]) => clock === 'approval').map(([, percent]) => percent)).toContain(50)
  },
)

onEveryEngine(
  'S1-45 what was told to a role before people were kept stays what it was: the first who looks is named',
  async (app) => {
    await app.as('agent', 'li')
    const { id } = await app.call('cases.open', complaint())
    app.setNow(START + 2 * HOUR + MINUTE)
    await app.as('manager', 'zheng')
    await app.call('cases.tick', {})
    await inStore(app, (db) => db.updateTable('clockSignals').set({ toldGroup: null }).execute())
    expect(await toldOf(app, id, 'respond', 100)).toEqual([])
    expect(await listed(app)).toEqual([['respond', 100, true]])
    const seen = app.now()
    app.wait(MINUTE)
    await app.signIn('boss')
    expect(await listed(app)).toEqual([])
    expect(await toldOf(app, id, 'respond', 100)).toEqual([['zheng', seen]])
  },
)

onEveryEngine('S1-45 a warning that is taken back takes with it who saw it', async (app) => {
  await app.as('agent', 'li')
  const { id } = await app.call('cases.open', complaint())
  app.setNow(START + 95 * MINUTE)
  await app.call('cases.show', { id })
  await app.signIn('boss')
  await app.call('cases.tick', {})
  await app.signIn('li')
  await app.call('cases.show', { id })
  const sights = () => inStore(app, (db) => db.selectFrom('seenSignals').select('percent').orderBy('percent').execute())
  expect(await sights()).toEqual([{ percent: 50 }, { percent: 75 }])
  // The customer was rung up before any of it: half of the limit was never used up.
  const contact = {
    direction: 'outbound',
    channel: 'phone',
    person: '旅客本人',
    text: '已回电',
    expectedAt: null,
  } as const
  await app.call('cases.contact', {
    id,
    at: START + 40 * MINUTE,
    ...contact,
    progress: null,
    templateId: null,
  } as never)
  expect(await sights()).toEqual([])
})

onEveryEngine(
  'S1-45 a share may tell a second role besides: everybody of both is named, and finds it in their own list',
  async (app) => {
    await app.as('lead', 'zhao')
    await inStore(app, async (db) => {
      const { id, body } = await db
        .selectFrom('policies')
        .select(['id', 'body'])
        .where('kind', '=', 'targets')
        .executeTakeFirstOrThrow()
      const policy = JSON.parse(body)
      const warnings = [
        { percent: 50, level: 0, tells: 'owner' },
        { percent: 75, level: 2, tells: 'owner', also: 'lead' },
        { percent: 100, level: 3, tells: 'manager' },
      ]
      const changed = JSON.stringify({ ...policy, warnings })
      await db.updateTable('policies').set({ body: changed }).where('id', '=', id).execute()
    })
    await app.as('agent', 'li')
    const { id } = await app.call('cases.open', complaint())
    app.setNow(START + 95 * MINUTE)
    await app.signIn('boss')
    await app.call('cases.tick', {})
    expect(await toldOf(app, id, 'respond', 50)).toEqual([['li', null]])
    expect(await toldOf(app, id, 'respond', 75)).toEqual([
      ['li', null],
      ['zhao', null],
    ])
    await app.signIn('zhao')
    expect(
      (await app.call('cases.escalations', {})).rows.map(({ percent, tells, also }) => [percent, tells, also]),
    ).toEqual([[75, 'owner', 'lead']])
  },
)
