import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { checkTotals } from '../src/main/kpi/check.ts'
import { areTotalsWhole, fillTotals } from '../src/main/kpi/fill.ts'
import type { CallId } from '../src/shared/ids.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { inStore } from './cases-fixtures.ts'

const written = { question: '行李额', process: '查询', result: '已答复' }

type Logged = { kind: 'log'; hoursAgo: number; waitS: number; talkS: number; end: 'answered' | 'missed' | 'abandoned' }
type Lived = { kind: 'live'; ringMs: number; end: 'answered' | 'missed' | 'abandoned'; points: number | null }
type Asked = { kind: 'ask'; which: number; points: number }
type Act = (Logged | Lived | Asked) & { by: 'li' | 'zhao'; isInbound: boolean }

const end = fc.constantFrom('answered' as const, 'missed' as const, 'abandoned' as const)
const who = { by: fc.constantFrom('li' as const, 'zhao' as const), isInbound: fc.boolean() }
const points = fc.integer({ min: 1, max: 5 })
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    ...{ kind: fc.constant('log' as const), end, ...who },
    ...{ hoursAgo: fc.nat(1500), waitS: fc.nat(40), talkS: fc.nat(300) },
  }),
  fc.record({
    ...{ kind: fc.constant('live' as const), end, ...who },
    ...{ ringMs: fc.nat(40_000), points: fc.option(points) },
  }),
  fc.record({ kind: fc.constant('ask' as const), which: fc.nat(20), points, ...who }),
)

/** A customer says how it was. */
async function rate(app: App, id: CallId, given: number): Promise<void> {
  const about = { kind: 'call' as const, callId: id }
  const asked = await app.engine.call('surveys.invite', { about })
  // Whoever has answered is not asked again.
  if (!asked.ok) return
  await app.call('surveys.answer', { invitationId: asked.value.id, values: { overall: given, nps: 8 } })
}

async function log(app: App, { hoursAgo, waitS, talkS, end, by, isInbound }: Logged & Act): Promise<CallId> {
  const isAnswered = end === 'answered'
  const { id } = await app.call('calls.log', {
    ...{ phone: '13800001111', direction: isInbound || !isAnswered ? 'inbound' : 'outbound' },
    ...{ at: app.now() - hoursAgo * HOUR, waitS, talkS: isAnswered ? talkS : 0, agent: by, ...written },
    resultCode: isAnswered ? 'answered-enquiry' : end,
  })
  return id
}

async function live(app: App, { ringMs, end, points }: Lived): Promise<CallId> {
  const { id } = await app.call('calls.start', { direction: 'inbound', phone: '13800002222' })
  app.wait(ringMs)
  if (end !== 'answered') {
    await app.call('calls.endUnanswered', { id, reason: end })
    return id
  }
  await app.call('calls.answer', { id })
  app.wait(2 * MINUTE)
  await app.call('calls.hangUp', { id })
  app.wait(30 * SECOND)
  // Asked before the record is written: the points count once the call does.
  if (points !== null) await rate(app, id, points)
  await app.call('calls.finish', { id, resultCode: 'answered-enquiry', ...written })
  return id
}

async function perform(app: App, one: Act, calls: CallId[]): Promise<void> {
  await app.as('agent', one.by)
  app.wait(7 * HOUR)
  if (one.kind === 'log') calls.push(await log(app, one))
  else if (one.kind === 'live') calls.push(await live(app, one))
  else if (calls.length > 0) await rate(app, calls[one.which % calls.length] as CallId, one.points)
}

/** Figures by every group that the totals can answer, as the store gives them now. */
const figures = async (app: App, from: number, to: number) =>
  Promise.all((['agent', 'team', 'none'] as const).map((by) => app.call('reports.kpi', { from, to, by })))

/** Has the figures counted from the calls, or read from the totals. */
const believe = (app: App, isWhole: boolean) =>
  inStore(app, async (db) => {
    await db.deleteFrom('meta').where('key', '=', 'callTotalsUpTo').execute()
    if (isWhole) await db.insertInto('meta').values({ key: 'callTotalsUpTo', value: '-' }).execute()
  })

onEveryEngine(
  'S3-77 whatever is done to calls and answers, the totals kept by the writes are what the calls add up to, and give the same figures',
  async (app) => {
    await app.as('agent', 'li')
    await app.as('agent', 'zhao')
    const calls: CallId[] = []
    const stretch = fc.tuple(fc.nat(2000), fc.integer({ min: 1, max: 2000 }), fc.boolean())
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 5 }), stretch, async (acts, [ago, hours, isEven]) => {
        for (const one of acts) await perform(app, one, calls)
        const { differences } = await inStore(app, (db) => checkTotals(db))
        expect(differences).toEqual([])
        await app.as('manager')
        const midnight = Math.floor((app.now() + 8 * HOUR) / DAY) * DAY - 8 * HOUR
        const from = isEven ? midnight - Math.floor(ago / 24) * DAY : app.now() - ago * HOUR
        const to = from + (isEven ? Math.ceil(hours / 24) * DAY : hours * HOUR)
        await believe(app, false)
        const counted = await figures(app, from, to)
        await believe(app, true)
        expect(await figures(app, from, to)).toEqual(counted)
      }),
      { numRuns: 8 },
    )
  },
)

onEveryEngine('an older store gets the totals of its calls in the beats of the program', async (app) => {
  await app.as('agent', 'li')
  for (const hoursAgo of [1500, 1490, 800, 30, 1])
    await log(app, { kind: 'log', hoursAgo, waitS: 5, talkS: 60, end: 'answered', by: 'li', isInbound: true })
  await inStore(app, (db) => db.deleteFrom('callTotals').execute())
  await inStore(app, async (db) => {
    // As much as one day in each beat, and calls come in meanwhile.
    expect(await fillTotals(db, 1)).toBe(false)
    expect(await areTotalsWhole(db)).toBe(false)
  })
  await log(app, { kind: 'log', hoursAgo: 799, waitS: 9, talkS: 60, end: 'answered', by: 'li', isInbound: true })
  await log(app, { kind: 'log', hoursAgo: 1499, waitS: 9, talkS: 60, end: 'answered', by: 'li', isInbound: true })
  await inStore(app, (db) => fillTotals(db, 1))
  await app.engine.heartbeat()
  await app.as('manager')
  expect(await app.call('reports.checkTotals', {})).toEqual({
    ...{ isWhole: true, months: 3, calls: 7, differences: 0, found: [] },
  })
})

onEveryEngine('totals that somebody changed in the store are found, named and put right', async (app) => {
  const li = await app.as('agent', 'li')
  await app.engine.heartbeat()
  await log(app, { kind: 'log', hoursAgo: 1, waitS: 5, talkS: 60, end: 'answered', by: 'li', isInbound: true })
  await inStore(app, (db) =>
    db.updateTable('callTotals').set({ answered: 7 }).where('period', '=', '2026-09-30').execute(),
  )
  await app.as('manager')
  expect(await app.call('reports.checkTotals', {})).toEqual({
    ...{ isWhole: true, months: 1, calls: 1, differences: 1 },
    found: [{ period: '2026-09-30', agentId: li, what: 'answered', kept: 7, counted: 1 }],
  })
  expect(await app.call('reports.rebuildTotals', {})).toEqual({ corrected: 1 })
  expect(await app.call('reports.checkTotals', {})).toMatchObject({ isWhole: true, differences: 0 })
})

onEveryEngine('calls of another system that are imported stand in the totals too', async (app) => {
  await app.as('agent', 'li')
  await app.engine.heartbeat()
  const file = path.join(app.folder, 'calls.csv')
  const line = (n: number) =>
    `${n},2026-0${7 + (n % 3)}-1${n % 2},09:0${n % 10}:00,${n % 4 === 0 ? 'N' : 'Y'},${n},60,li`
  fs.writeFileSync(
    file,
    ['id,date,time,answered,wait,talk,agent', ...Array.from({ length: 30 }, (_, n) => line(n))].join('\n'),
  )
  const columns = {
    ...{ id: 'id', system: { constant: 'demo' }, waitS: 'wait', talkS: 'talk', agent: 'agent' },
    startedAt: { columns: ['date', 'time'], format: 'YYYY-MM-DD,HH:mm:ss' },
    result: { column: 'answered', values: { Y: 'other', N: 'abandoned' } },
  }
  await app.as('lead')
  expect(await app.call('imports.calls', { file, mapping: { columns } })).toMatchObject({ created: 30, rejected: 0 })
  await app.as('manager')
  expect(await app.call('reports.checkTotals', {})).toMatchObject({
    isWhole: true,
    months: 3,
    calls: 30,
    differences: 0,
  })
})
