import { expect } from 'vitest'
import type { UserId } from '../src/shared/ids.ts'
import { SHIPPED_NUMBERS } from '../src/shared/targets/desk-numbers.ts'
import { DAY, HOUR, MINUTE } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { addMember, complaint, inStore } from './cases-fixtures.ts'
import { approved, targetsInForce } from './policies-fixtures.ts'

const { queue, looks } = SHIPPED_NUMBERS

const titles = async (app: App) => (await app.call('waits.page', { owner: 'mine' })).rows.map(({ title }) => title)

/** A case that ends in so many minutes, whatever its own limits are. */
async function endsIn(app: App, minutes: number, given: Parameters<typeof complaint>[0]): Promise<void> {
  const { id } = await app.call('cases.open', complaint(given))
  const queueAt = app.now() + minutes * MINUTE
  await inStore(app, (db) =>
    db.updateTable('cases').set({ queueAt, nextDueAt: queueAt }).where('id', '=', id).execute(),
  )
  app.hasMadeRows()
}

/** A diamond member's matter, a plain one that ends sooner, an urgent one that ends much later. */
async function three(app: App): Promise<void> {
  const memberId = await addMember(app, 'diamond')
  await endsIn(app, 170, { title: '钻石', memberId, anonymousReason: null })
  await endsIn(app, 100, { title: '普通' })
  await endsIn(app, 215, { title: '紧急', severity: 'urgent' })
  await app.call('promises.make', { memberId, text: '钻石承诺', dueAt: app.now() + 160 * MINUTE })
}

onEveryEngine(
  'S5-18 how much sooner a tier and a severity count, and within which time, is a policy that the queue goes by from its day',
  async (app) => {
    const li = (await app.as('agent', 'li')) as UserId
    await three(app)
    const shipped = ['钻石承诺', '钻石', '紧急', '普通']
    expect(await titles(app)).toEqual(shipped)
    const day = new Date(app.now() + 8 * HOUR + DAY).toISOString().slice(0, 10)
    const body = {
      queue: {
        ...queue,
        tierLeads: { diamond: 30, platinum: 30, gold: 30, silver: 0, none: 0 },
        severityLeads: { urgent: 180, major: 60, general: 0 },
      },
    }
    const { id, basedOn, body: made } = await approved(app, body, day)
    expect(made).toMatchObject({ queue: { source: { mark: 'seed', note: { zh: '由lead设定' } } } })
    const { changes } = await app.call('policies.diff', { before: basedOn ?? '', after: id })
    expect(
      changes.map(({ text }) => text.zh).filter((text) => text.startsWith('待办排序') && !text.includes('来源')),
    ).toEqual([
      '待办排序的等级提前量（分钟）的钻石卡：120 → 30',
      '待办排序的等级提前量（分钟）的白金卡：90 → 30',
      '待办排序的等级提前量（分钟）的金卡：60 → 30',
      '待办排序的等级提前量（分钟）的银卡：30 → 0',
      '待办排序的性质提前量（分钟）的紧急：120 → 180',
    ])
    await app.signIn('li')
    expect(await titles(app)).toEqual(shipped)
    app.wait(DAY)
    await app.signIn('li')
    await inStore(app, async (db) => {
      for (const { id: caseId, queueAt } of await db.selectFrom('cases').select(['id', 'queueAt']).execute())
        await db
          .updateTable('cases')
          .set({ queueAt: queueAt + DAY, nextDueAt: queueAt + DAY })
          .where('id', '=', caseId)
          .execute()
      for (const { id: promiseId, dueAt } of await db.selectFrom('followUps').select(['id', 'dueAt']).execute())
        await db
          .updateTable('followUps')
          .set({ dueAt: dueAt + DAY })
          .where('id', '=', promiseId)
          .where('ownerId', '=', li)
          .execute()
    })
    app.hasMadeRows()
    const changed = ['紧急', '普通', '钻石承诺', '钻石']
    expect(await titles(app)).toEqual(changed)
    // Page by page the same, whatever stands in the text of the statement for the numbers before.
    const first = await app.call('waits.page', { owner: 'mine', limit: 2 })
    const rest = await app.call('waits.page', { owner: 'mine', limit: 2, ...(first.next && { after: first.next }) })
    expect([...first.rows, ...rest.rows].map(({ title }) => title)).toEqual(changed)
  },
)

onEveryEngine(
  'S5-18 a policy may weigh nothing, or only what ends within the hour: then the due time decides',
  async (app) => {
    await app.as('agent', 'li')
    await three(app)
    const today = new Date(app.now() + 8 * HOUR).toISOString().slice(0, 10)
    const byDue = ['普通', '钻石承诺', '钻石', '紧急']
    const none = { diamond: 0, platinum: 0, gold: 0, silver: 0, none: 0 }
    await approved(
      app,
      { queue: { ...queue, tierLeads: none, severityLeads: { urgent: 0, major: 0, general: 0 } } },
      today,
    )
    await app.signIn('li')
    expect(await titles(app)).toEqual(byDue)
    const within = { diamond: 30, platinum: 30, gold: 30, silver: 30, none: 0 }
    const severityLeads = { urgent: 30, major: 0, general: 0 }
    await approved(app, { queue: { ...queue, horizonMinutes: 60, tierLeads: within, severityLeads } }, today)
    await app.signIn('li')
    expect(await titles(app)).toEqual(byDue)
  },
)

onEveryEngine(
  'S5-18 leads beyond the horizon, or that fall with weight, are refused at their place and in words',
  async (app) => {
    await app.as('lead')
    const { id: basedOn, body } = await targetsInForce(app)
    const wrong = {
      ...queue,
      horizonMinutes: 239,
      tierLeads: { ...queue.tierLeads, gold: 91 },
      severityLeads: { ...queue.severityLeads, general: 61 },
    }
    const given = { basedOn, effectiveFrom: '2026-10-01', reason: '' }
    expect(await app.fail('policies.draft', { ...given, body: { queue: wrong } })).toMatchObject({
      issues: [
        { path: 'body.queue.horizonMinutes', reason: 'policy-queue-horizon' },
        { path: 'body.queue.tierLeads', reason: 'policy-queue-tier-falls' },
        { path: 'body.queue.severityLeads', reason: 'policy-queue-severity-falls' },
      ],
    })
    const texts = async (change: object) =>
      (await app.call('policies.check', { kind: 'targets', body: { ...body, ...change } }))
        .filter(({ path }) => /^(queue|looks)/.test(path))
        .map(({ level, text }) => [level, text.zh])
    expect((await texts({ queue: wrong }))[0]).toEqual([
      'error',
      'queue.horizonMinutes：等级提前量与性质提前量的最大值之和，不能超过按紧急程度排列的时段。',
    ])
    expect(await texts({ queue, looks })).toEqual([])
    const none = { diamond: 0, platinum: 0, gold: 0, silver: 0, none: 0 }
    const light = { urgent: 0, major: 0, general: 0 }
    expect(await texts({ queue: { ...queue, tierLeads: none, severityLeads: light } })).toEqual([
      ['warning', '待办排序：等级和性质都不提前，时段内只按到期时间排列。'],
    ])
    expect(await texts({ looks: { ...looks, everyHours: 48 } })).toEqual([
      ['warning', '自动检查间隔：每48小时才检查一次，异常可能超过一天才被发现。'],
    ])
  },
)

onEveryEngine(
  'S4-141 S4-161 how often the desk looks at complaints and at results by itself is one number of the policy',
  async (app) => {
    const today = new Date(app.now() + 8 * HOUR).toISOString().slice(0, 10)
    await app.as('lead')
    await app.call('patterns.evaluate', {})
    await app.call('watch.evaluate', {})
    const at = app.now()
    const next = async () => [
      (await app.call('patterns.nextRun', {})).at,
      (await app.call('watch.nextRun', {})).at,
      (await app.call('patterns.nextRun', {})).everyHours,
    ]
    expect(await next()).toEqual([at + 6 * HOUR, at + 6 * HOUR, 6])
    const { id, basedOn } = await approved(app, { looks: { ...looks, everyHours: 1 } }, today)
    const { changes } = await app.call('policies.diff', { before: basedOn ?? '', after: id })
    expect(changes.map(({ text }) => text.zh)).toContain('自动检查间隔的每隔几小时：6 → 1')
    await app.signIn('lead')
    expect(await next()).toEqual([at + HOUR, at + HOUR, 1])
    app.wait(HOUR)
    await app.signIn('lead')
    await app.engine.heartbeat()
    const looked = app.now()
    expect(await next()).toEqual([looked + HOUR, looked + HOUR, 1])
  },
)
