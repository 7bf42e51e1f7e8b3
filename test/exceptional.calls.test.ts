import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../src/main/rules/days.ts'
import { canDecideDays, canMarkDays, exceptionalIn, liesIn, stretchesOf } from '../src/main/rules/exceptional.ts'
import type { UserId } from '../src/shared/ids.ts'
import { SHIPPED_SCHEME } from '../src/shared/scorecards/scheme.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { onEngine, onEveryEngine } from './app.ts'
import { at, complaint, enquiry, inStore, take } from './cases-fixtures.ts'
import { closedComplaint, marksOf } from './reviews-fixtures.ts'
import { LEAD, putCalls, team } from './scorecards-fixtures.ts'

const STORM = {
  fromDay: '2026-09-21',
  toDay: '2026-09-22',
  kind: 'weather',
  reason: '演示：台风致航班大面积取消',
} as const

onEveryEngine(
  'days of a storm are marked by one person and approved by another; figures and scorecards stand with and without them side by side',
  async (app) => {
    app.setNow(at('2026-09-18T09:00:00'))
    const { ids } = await team(app, ['li'])
    const li = ids.li as string
    await app.as('agent', 'li')
    const settle = async () => {
      const quick = await app.call('cases.open', enquiry())
      await take(app, quick.id, 'answer', { answer: '20公斤' })
      await take(app, quick.id, 'close', { isSolved: 'yes' })
    }
    await app.call('cases.open', complaint())
    await settle()
    // The storm: four complaints that nobody gets round to, and calls that wait.
    app.setNow(at('2026-09-21T09:00:00'))
    for (const phone of ['1', '2', '3', '4'])
      await app.call('cases.open', complaint({ contactPhone: `1380000111${phone}` }))
    await settle()
    const rings = (day: string, waitS: number, state: 'done' | 'abandoned' = 'done') =>
      ({
        agentId: li,
        at: at(`${day}T10:00:00`),
        waitS,
        talkS: 100,
        inTime: state === 'done' ? waitS < 10 : null,
        state,
      }) as const
    await putCalls(app, [
      ...[rings('2026-09-18', 5), rings('2026-09-18', 7), rings('2026-09-20', 6)],
      ...[rings('2026-09-21', 60), rings('2026-09-21', 90), rings('2026-09-22', 120, 'abandoned')],
    ])
    app.setNow(at('2026-09-25T09:00:00'))

    await app.as('lead', 'zhao')
    const [marked] = await app.call('exceptional.mark', STORM)
    expect(marked).toMatchObject({ ...STORM, state: 'proposed', markedByName: 'zhao', mayDecide: false })
    const id = marked?.id ?? ''
    expect(await app.fail('exceptional.decide', { id, isApproved: true })).toMatchObject({
      rule: 'exceptional-second-person',
    })
    const month = { kind: 'month', period: '2026-09' } as const
    // What only waits for its approval leaves every figure as it is.
    const before = await app.call('exceptional.report', month)
    expect({
      days: before.days,
      same: before.figures.every(({ all, without }) => all.value === without.value),
    }).toEqual({
      days: [],
      same: true,
    })
    await app.as('manager')
    const [approved] = await app.call('exceptional.decide', { id, isApproved: true, text: '演示：属实' })
    expect(approved).toMatchObject({ state: 'approved', decidedByName: '王经理', decidedAt: app.now() })

    const after = await app.call('exceptional.report', month)
    const both = (one: string) => {
      const found = after.figures.find(({ all }) => all.id === one)
      return [found?.all.value, found?.without.value]
    }
    expect(after.days).toEqual(['2026-09-21', '2026-09-22'])
    expect({ complaints: both('complaints'), enquiries: both('enquiries') }).toEqual({
      complaints: [5, 1],
      enquiries: [2, 1],
    })
    expect([after.calls.all, after.calls.without]).toMatchObject([
      { calls: 6, abandoned: 1, asaS: 33.6 },
      { calls: 3, abandoned: 0, asaS: 6 },
    ])
    // The report itself, as it is issued, stays whole.
    const whole = await app.call('reports.show', month)
    expect(whole.figures.find((one) => one.id === 'complaints')?.value).toBe(5)

    const cards = await app.call('exceptional.scorecards', { month: '2026-09' })
    const [person] = cards.people
    const figure = (indicator: string) => {
      const found = person?.figures.find(({ all }) => all.indicator === indicator)
      return [found?.all, found?.without].map((one) => [one?.value, one?.sample])
    }
    expect({ name: person?.name, time: figure('answerTime'), speed: figure('answerSpeed') }).toEqual({
      name: 'li',
      time: [
        [60, 5],
        [100, 3],
      ],
      speed: [
        [33.6, 5],
        [6, 3],
      ],
    })
    expect(figure('firstContact')).toEqual([
      [100, 2],
      [100, 1],
    ])
    expect(await app.fail('exceptional.mark', { ...STORM, fromDay: '2026-09-22', toDay: '2026-09-23' })).toMatchObject({
      rule: 'exceptional-twice',
    })
    await app.call('exceptional.withdraw', { id, text: '演示：范围有误' })
    expect((await app.call('exceptional.report', month)).days).toEqual([])
  },
)

onEngine('sqlite', 'agents mark no days, and a refusal to approve says why', async (app) => {
  await app.as('agent', 'li')
  expect(await app.fail('exceptional.mark', STORM)).toEqual({ code: 'FORBIDDEN' })
  await app.as('lead', 'zhao')
  expect(await app.fail('exceptional.mark', { ...STORM, toDay: '2026-10-01' })).toMatchObject({
    rule: 'exceptional-future',
  })
  const [marked] = await app.call('exceptional.mark', STORM)
  await app.as('lead', 'qian')
  const decide = { id: marked?.id ?? '', isApproved: false }
  expect(await app.fail('exceptional.decide', decide)).toMatchObject({ rule: 'exceptional-why' })
  expect(await app.fail('exceptional.withdraw', { id: decide.id, text: '算了' })).toMatchObject({
    rule: 'exceptional-not-yours',
  })
  const [declined] = await app.call('exceptional.decide', { ...decide, text: '演示：当日运行正常' })
  expect(declined).toMatchObject({ state: 'declined', decisionText: '演示：当日运行正常' })
  expect(await app.fail('exceptional.decide', { ...decide, isApproved: true })).toMatchObject({
    rule: 'exceptional-decided',
  })
})

onEveryEngine(
  'first-contact resolution, speed of answer and quality judgements are counted for everybody and can be given weight in the monthly scorecard',
  async (app) => {
    app.setNow(at('2026-09-18T09:00:00'))
    const { ids } = await team(app, ['li', 'wu'])
    const settle = async (login: string, phone: string, isHard = false) => {
      await app.as('agent', login)
      const { id } = await app.call('cases.open', enquiry({ contactPhone: phone }))
      const hard = {
        complexReason: '需核对',
        customerTold: true,
        expectedAt: app.now() + DAY,
        ownerId: ids.li as string,
      }
      if (isHard) await take(app, id, 'markComplex', hard)
      await take(app, id, isHard ? 'answerAssigned' : 'answer', {
        answer: '20公斤',
        solution: '已核对',
        feedbackChannel: 'phone',
      })
      await take(app, id, 'close', { isSolved: 'yes' })
    }
    for (const phone of ['13900005671', '13900005672', '13900005673']) await settle('li', phone)
    await settle('li', '13900005674', true)
    const rings = [4, 8].map((waitS) => ({
      ...{ agentId: ids.li as string, at: at('2026-09-18T10:00:00') + waitS * HOUR, waitS, talkS: 60, inTime: true },
    }))
    await putCalls(app, rings)
    await closedComplaint(app, 'li')
    await app.as('lead', 'zhao')
    const number = (await app.call('cases.queue', { isOpen: false, kind: 'complaint' })).rows[0]?.number ?? ''
    const begun = await app.call('reviews.begin', { number })
    const caseId = begun.subject.caseId ?? undefined
    const given = await app.call('reviews.give', { caseId, formVersion: begun.formVersion, marks: marksOf(begun, 4) })

    await app.as('manager')
    const [{ scheme } = { scheme: SHIPPED_SCHEME }] = await app.call('scorecards.schemes', {})
    const terms = scheme.indicators
    const weighted = {
      ...scheme,
      indicators: {
        ...terms,
        firstContact: { ...terms.firstContact, weight: 10, minSample: 1 },
        answerSpeed: { ...terms.answerSpeed, weight: 5, minSample: 1 },
        quality: { ...terms.quality, weight: 10, minSample: 1 },
        knowledge: { ...terms.knowledge, weight: 5 },
        satisfaction: { ...terms.satisfaction, weight: 10 },
      },
    }
    await app.call('scorecards.saveScheme', {
      fromMonth: '2026-10',
      basedOn: 1,
      scheme: weighted,
      reason: '演示：纳入质检',
    })
    await app.call('scorecards.openRound', { month: '2026-09' })
    const { cards } = await app.call('scorecards.show', { month: '2026-09' })
    const card = await app.call('scorecards.card', { id: cards.find(({ login }) => login === 'li')?.id ?? '' })
    const figure = (one: string) => card.figures.find(({ indicator }) => indicator === one)
    expect(['firstContact', 'answerSpeed', 'quality'].map(figure)).toMatchObject([
      { hits: 3, of: 4, sample: 4, value: 75 },
      { hits: 12, of: 2, sample: 2, value: 6 },
      { sample: 1, value: given.total },
    ])
    // Shipped, they are counted and weigh nothing; the next month they do.
    expect(card.scheme.indicators.quality.weight).toBe(0)
    const behind = await app.call('scorecards.behind', { id: card.id, indicator: 'quality' })
    expect(behind).toMatchObject({ total: 1, rows: [{ kind: 'review', number, value: given.total }] })
    app.setNow(at('2026-10-20T09:00:00'))
    await putCalls(
      app,
      [4, 8].map((waitS) => ({
        ...{ agentId: ids.li as string, at: at('2026-10-12T10:00:00') + waitS * HOUR, waitS, talkS: 60, inTime: true },
      })),
    )
    await app.call('scorecards.openRound', { month: '2026-10', userIds: [ids.li as UserId] })
    const next = (await app.call('scorecards.show', { month: '2026-10' })).cards.find(({ login }) => login === 'li')
    const own = await app.call('scorecards.card', { id: next?.id ?? '' })
    await app.as('lead', 'zhao')
    const assess = {
      id: own.id,
      expectedSeq: own.seq,
      give: true,
      lead: { ...LEAD, adjust: { answerSpeed: { points: -5, reason: '演示' } } },
    }
    const assessed = await app.call('scorecards.assess', assess)
    expect(assessed.result?.lines.find(({ indicator }) => indicator === 'answerSpeed')).toMatchObject({
      ...{ weight: 5, counted: 100, superior: 95, unjudged: null },
    })
    await app.as('manager')
    app.setNow(at('2026-11-03T09:00:00'))
    await app.call('scorecards.calibrate', { month: '2026-10' })
    const seq = (await app.call('scorecards.card', { id: own.id })).seq
    const moved = { id: own.id, indicator: 'answerSpeed', to: 90, reason: '演示：校准', expectedSeq: seq } as const
    await app.call('scorecards.adjust', moved)
    const changes = await inStore(app, (db) =>
      db.selectFrom('scorecardChanges').select(['indicator', 'toScore']).execute(),
    )
    expect(changes).toEqual([{ indicator: 'answerSpeed', toScore: 9000 }])
  },
)

test('only approved days count, once each, within the days asked for; neighbours are one stretch', () => {
  const marked = (state: 'approved' | 'proposed', fromDay: string, toDay: string) => ({
    state,
    fromDay,
    toDay,
    markedBy: 'a',
  })
  const days = exceptionalIn(
    [
      marked('approved', '2026-08-30', '2026-09-02'),
      marked('approved', '2026-09-02', '2026-09-03'),
      marked('proposed', '2026-09-10', '2026-09-11'),
    ],
    '2026-09-01',
    '2026-09-30',
  )
  expect(days).toEqual(['2026-09-01', '2026-09-02', '2026-09-03'])
  const start = (day: string) => at(`${day}T00:00:00`)
  expect(stretchesOf([...days, '2026-09-10'], start)).toEqual([
    { from: start('2026-09-01'), to: start('2026-09-04') },
    { from: start('2026-09-10'), to: start('2026-09-11') },
  ])
  expect(canMarkDays({ fromDay: '2026-09-01', toDay: '2026-09-15' }, '2026-09-30')).toMatchObject({
    rule: 'exceptional-long',
  })
  expect(canDecideDays({ id: 'a', role: 'manager' }, marked('proposed', '2026-09-10', '2026-09-10'))).toMatchObject({
    rule: 'exceptional-second-person',
  })
})

test('a moment lies in the stretches of some days exactly when its day is one of them', () => {
  const offset = fc.integer({ min: 0, max: 60 })
  fc.assert(
    fc.property(fc.array(offset, { maxLength: 12 }), fc.integer({ min: 0, max: 61 * 24 * 60 }), (offsets, minute) => {
      const days = [...new Set(offsets)].map((count) => addDays('2026-08-01', count))
      const start = (day: string) => at(`${day}T00:00:00`)
      const moment = start('2026-08-01') + minute * 60_000
      const own = addDays('2026-08-01', Math.floor(minute / 1440))
      expect(liesIn(stretchesOf(days, start), moment)).toBe(days.includes(own))
    }),
  )
})
