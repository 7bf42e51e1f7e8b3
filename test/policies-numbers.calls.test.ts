import { expect } from 'vitest'
import type { CaseId } from '../src/shared/ids.ts'
import { SHIPPED_NUMBERS } from '../src/shared/targets/desk-numbers.ts'
import type { TargetPolicy } from '../src/shared/targets/model.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import type { App } from './app.ts'
import { onEveryEngine } from './app.ts'
import { complaint, inStore, investigated, reply, take } from './cases-fixtures.ts'
import { approved, targetsInForce } from './policies-fixtures.ts'

const { patterns, priorities, attempts } = SHIPPED_NUMBERS
const { source: _, ...look } = patterns

const OTHER = {
  priorities: {
    ...priorities,
    matrix: { ...priorities.matrix, 'normal-normal': 'p2' as const },
    tierPlaces: { ...priorities.tierPlaces, silver: 1 },
  },
  attempts: { ...attempts, enough: 2, gapMinutes: 60 },
}

const priorityOfNew = async (app: App) => {
  const { id } = await app.call('cases.open', complaint())
  return (await app.call('cases.show', { id })).priority
}

onEveryEngine(
  'S2-28 S2-29 S2-30 the priority matrix is a policy: changed fields are told one by one, and hold from their day',
  async (app) => {
    await app.as('agent', 'li')
    expect(await priorityOfNew(app)).toBe('p3')
    const { body, basedOn, id } = await approved(app, OTHER, '2026-10-01')
    expect((body as TargetPolicy).priorities?.source).toMatchObject({ mark: 'seed', note: { zh: '由lead设定' } })
    const { changes } = await app.call('policies.diff', { before: basedOn ?? '', after: id })
    expect(changes.map(({ text }) => text.zh).filter((text) => !text.includes('来源'))).toEqual([
      '生效日期：2026-01-01 → 2026-10-01',
      '优先级的矩阵的紧急程度一般、重要性一般：三级 → 二级',
      '优先级的等级提升级数的银卡：0 → 1',
      '联系次数的视为联系不上的次数：3 → 2',
      '联系次数的两次至少相隔（分钟）：120 → 60',
    ])
    await app.as('agent', 'li')
    expect(await priorityOfNew(app)).toBe('p3')
    app.wait(2 * DAY)
    await app.as('agent', 'li')
    expect(await priorityOfNew(app)).toBe('p2')
  },
)

onEveryEngine(
  'S1-50 how many attempts stand for a customer who cannot be reached is a policy, and an older case keeps its own',
  async (app) => {
    await app.as('agent')
    const older = await investigated(app)
    await approved(app, OTHER, '2026-10-01')
    app.wait(2 * DAY)
    await app.as('agent')
    const younger = await investigated(app)
    const done = async (id: CaseId) => {
      await take(app, id, 'reply', reply(app.now()))
      for (let i = 0; i < 2; i++) {
        app.wait(3 * HOUR)
        await take(app, id, 'attempt', { contactAt: app.now(), contactChannel: 'phone' })
      }
      const { recorded } = await app.call('cases.show', { id })
      return [recorded.attempts, recorded.surveyDone === true]
    }
    expect(await done(older)).toEqual([2, false])
    expect(await done(younger)).toEqual([2, true])
  },
)

onEveryEngine(
  'S4-141 windows, least counts and the width of the limit are a policy, tried out before and used from their day',
  async (app) => {
    await app.as('agent', 'li')
    for (let week = 0; week < 12; week++) {
      await app.call('cases.open', complaint({ category: 'baggage.lost' }))
      app.wait(7 * DAY)
    }
    for (let i = 0; i < 4; i++)
      await app.call('cases.open', complaint({ flightNo: 'HU7609', flightDay: '2026-09-29', route: 'HAK-PEK' }))
    app.wait(1000)
    await app.as('lead')
    const numbers = { ...look, leastCount: 5 }
    const trial = await app.call('patterns.tryOut', { numbers })
    const flights = (found: typeof trial.before) => found.filter(({ dimension }) => dimension === 'flight')
    expect(flights(trial.before).map(({ value, figures }) => [value, figures.count])).toEqual([['HU7609', 4]])
    expect([trial.after, await app.call('patterns.list', {})]).toEqual([[], []])
    expect(await app.fail('patterns.tryOut', { numbers: { ...look, leastHistory: 13 } })).toMatchObject({
      code: 'INVALID_INPUT',
    })
    const today = new Date(app.now() + 8 * HOUR).toISOString().slice(0, 10)
    await approved(app, { patterns: { ...patterns, leastCount: 5 } }, today)
    expect(await app.call('patterns.evaluate', {})).toMatchObject({ raised: 0 })
    await app.as('agent', 'li')
    await app.call('cases.open', complaint({ flightNo: 'HU7609', flightDay: '2026-09-29', route: 'HAK-PEK' }))
    app.wait(1000)
    await app.as('lead')
    await app.call('patterns.evaluate', {})
    const alert = (await app.call('patterns.list', {})).find(({ value }) => value === 'HU7609')
    expect(alert?.figures).toMatchObject({ count: 5, leastCount: 5, sigmas: 3, windowDays: 7 })
  },
)

onEveryEngine('numbers that cannot be right are refused at their place; odd ones are said in words', async (app) => {
  await app.as('lead')
  const { id: basedOn, body } = await targetsInForce(app)
  const wrong = { patterns: { ...patterns, leastHistory: 13 } }
  expect(
    await app.fail('policies.draft', { basedOn, effectiveFrom: '2026-10-01', body: wrong, reason: '' }),
  ).toMatchObject({ issues: [{ path: 'body.patterns.leastHistory', reason: 'policy-patterns-history' }] })
  const odd = {
    patterns: { ...patterns, sigmas: 2 as const },
    priorities: { ...priorities, matrix: { ...priorities.matrix, 'high-high': 'p4' as const } },
    attempts: { ...attempts, enough: 1 },
  }
  const problems = await app.call('policies.check', { kind: 'targets', body: { ...body, ...odd } })
  const about = problems.filter(({ path }) => /^(patterns|priorities|attempts)/.test(path))
  expect(about.map(({ level, code, path }) => [level, code, path])).toEqual([
    ['warning', 'priorityFalls', 'priorities.matrix.high-high'],
    ['warning', 'priorityFalls', 'priorities.matrix.high-high'],
    ['warning', 'manyFalseAlarms', 'patterns.sigmas'],
    ['warning', 'oneAttempt', 'attempts.enough'],
  ])
  expect(about[2]?.text.zh).toBe('异常预警：上限较窄，每个对象约每44期就会因偶然波动误报一次。')
})

onEveryEngine('a warning from before the numbers could be changed reads as it was found', async (app) => {
  await app.as('lead')
  const old = { count: 6, exposure: 6, windowDays: 7, history: [0, 0, 0, 0], expected: 0.04, limit: 1 }
  await inStore(app, (db) =>
    db
      .insertInto('patternAlerts')
      .values({
        ...{ id: 'old', dimension: 'flight', value: 'HU7609', state: 'open', raisedAt: 5, windowFrom: 1, windowTo: 2 },
        ...{ count: 6, limit: 1, body: JSON.stringify(old), ownerId: null, acknowledgedAt: null, acknowledgedBy: null },
        ...{
          finding: null,
          foundAt: null,
          foundBy: null,
          closedAt: null,
          closedBy: null,
          outcome: null,
          closing: null,
        },
      })
      .execute(),
  )
  const [alert] = await app.call('patterns.list', {})
  expect(alert?.figures).toEqual({ ...old, sigmas: 3, leastCount: 3 })
})
