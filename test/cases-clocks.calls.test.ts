import { expect } from 'vitest'
import type { CaseId, UserId } from '../src/shared/ids.ts'
import { DAY, HOUR, MINUTE } from '../src/shared/time.ts'
import { type App, onEveryEngine, START } from './app.ts'
import { at, complaint, confirmation, enquiry, inStore, reply } from './cases-fixtures.ts'
import { ANSWERABLE, putOnRecord } from './clocks-fixture.ts'

async function clockOf(app: App, id: CaseId, kind: string) {
  return (await app.call('cases.show', { id })).clocks.find((clock) => clock.kind === kind)
}

onEveryEngine(
  'S1-45 warnings are told at 50, 75, 90 percent, a breach at its end, then at 150 and daily, each once and at its true time',
  async (app) => {
    const { id } = await app.call('cases.open', complaint())
    const ticks = []
    for (const minutes of [59, 60, 95, 108, 119, 120, 121, 180]) {
      app.setNow(START + minutes * MINUTE)
      ticks.push(await app.call('cases.tick', {}))
    }
    expect(
      ticks.map(({ warned, breached, escalated, nextAt }) => [
        warned,
        breached,
        escalated,
        ((nextAt ?? 0) - START) / MINUTE,
      ]),
    ).toEqual([
      [0, 0, 0, 60],
      [1, 0, 0, 90],
      [1, 0, 0, 108],
      [1, 0, 1, 120],
      [0, 0, 0, 120],
      [0, 1, 1, 180],
      [0, 0, 0, 180],
      [1, 0, 1, 720],
    ])
    const { events, escalation } = await app.call('cases.show', { id })
    const signals = events
      .filter((event) => event.kind === 'signal')
      .map(({ data, at: when }) => [data.clock, data.percent, data.isBreach, (when - START) / MINUTE])
    expect(signals).toEqual([
      ['respond', 50, false, 60],
      ['respond', 75, false, 90],
      ['respond', 90, false, 108],
      ['respond', 100, true, 120],
      ['respond', 150, false, 180],
    ])
    expect(escalation).toBe(4)
  },
)

const missed = (clock: string, ...list: [percent: number, reminder: number, hours: number, level: number][]) =>
  list.map(([percent, reminder, hours, level]) => [clock, percent, reminder, hours, level, 26])

onEveryEngine(
  'S1-45 after downtime every missed warning, breach and daily reminder is recorded once, with the time it was true',
  async (app) => {
    const { id } = await app.call('cases.open', complaint())
    app.wait(26 * HOUR)
    const tally = { warned: 9, breached: 2, escalated: 2 }
    expect(await app.call('cases.tickPreview', { at: app.now() })).toEqual(tally)
    const recorded = () =>
      inStore(app, (db) => db.selectFrom('clocks').select('breachedAt').where('breachedAt', 'is not', null).execute())
    expect(await recorded()).toEqual([])
    // What is shown does not wait until it was recorded.
    expect(await clockOf(app, id, 'respond')).toMatchObject({ state: 'breached', breachedAt: START + 2 * HOUR })
    expect(await app.call('cases.tick', {})).toEqual({ ...tally, nextAt: START + 36 * HOUR })
    expect(await app.call('cases.tick', {})).toEqual({
      warned: 0,
      breached: 0,
      escalated: 0,
      nextAt: START + 36 * HOUR,
    })
    const view = await app.call('cases.show', { id })
    const signals = view.events
      .filter((event) => event.kind === 'signal')
      .map(({ data, at: when, recordedAt }) => [
        ...[data.clock, data.percent, data.reminder, (when - START) / HOUR, data.level, (recordedAt - START) / HOUR],
      ])
    const inOrder = [
      ...missed('respond', [50, 0, 1, 0], [75, 0, 1.5, 1], [90, 0, 1.8, 2], [100, 0, 2, 3], [150, 0, 3, 4]),
      ...missed('confirm', [50, 0, 12, 0], [75, 0, 18, 1], [90, 0, 21.6, 2]),
      ...missed('confirm', [100, 0, 24, 3]),
      ...missed('resolve', [50, 0, 24, 0]),
      ...missed('respond', [100, 1, 26, 3]),
    ]
    expect(signals).toEqual(inOrder)
    expect(view.escalation).toBe(4)
    expect((await app.call('cases.queue', { isOverdue: true })).rows.map((row) => [row.id, row.nextClock])).toEqual([
      [id, 'respond'],
    ])
  },
)

onEveryEngine(
  'S1-45 each warning names whom it tells and when they saw it: by opening the case or by reading their list',
  async (app) => {
    const agent = await app.as('agent')
    const { id } = await app.call('cases.open', complaint({ ownerId: agent as UserId }))
    app.wait(3 * DAY)
    await app.as('manager')
    await app.call('cases.tick', {})
    await app.as('agent')
    const respond = async () =>
      (await clockOf(app, id, 'respond'))?.signals.map(({ percent, tells, people: [first] }) => [
        ...[percent, tells, first?.seenAt ?? null],
      ])
    const opened = app.now()
    // What the answer shows was seen with it.
    expect(await respond()).toEqual([
      [50, 'owner', opened],
      [75, 'owner', opened],
      [90, 'lead', null],
      [100, 'manager', null],
      [100, 'manager', null],
      [150, 'manager', null],
    ])
    app.wait(MINUTE)
    await app.as('manager')
    const read = await app.call('cases.escalations', {})
    expect(read.rows.map((one) => [one.case.id, one.tells, one.isNew])[0]).toEqual([id, 'manager', true])
    expect((await app.call('cases.escalations', {})).rows).toEqual([])
    expect((await app.call('cases.escalations', { withSeen: true })).rows.every((one) => !one.isNew)).toBe(true)
    expect(await respond()).toEqual([
      [50, 'owner', opened],
      [75, 'owner', opened],
      [90, 'lead', null],
      [100, 'manager', opened + MINUTE],
      [100, 'manager', opened + MINUTE],
      [150, 'manager', opened + MINUTE],
    ])
  },
)

onEveryEngine(
  'the desk itself evaluates clocks on its heartbeat, and what happened is in the audit log',
  async (app) => {
    const { id } = await app.call('cases.open', complaint())
    app.wait(3 * MINUTE)
    await app.engine.heartbeat()
    const settings = await app.call('settings.read', {})
    await app.call('settings.write', { ...settings, autoLockMinutes: 240 })
    app.wait(121 * MINUTE)
    await app.engine.heartbeat()
    const late = { state: 'breached', breachedAt: START + 2 * HOUR, stoppedAt: null }
    expect(await clockOf(app, id, 'respond')).toMatchObject(late)
    const explained = await app.call('cases.explain', { id, clock: 'respond' })
    expect(explained).toMatchObject([{ state: 'breached' }])
    const rows = await inStore(app, (db) =>
      db.selectFrom('audit').select(['actorId', 'call', 'outcome']).where('call', '=', 'cases.tick').execute(),
    )
    expect(rows.at(-1)).toEqual({ actorId: 'system', call: 'cases.tick', outcome: 'done' })
  },
)

onEveryEngine('S1-42 S1-43 a limit ends by its own event: handled is not yet replied', async (app) => {
  const agent = await app.as('agent')
  const { id } = await app.call('cases.open', complaint({ category: 'service.attitude' }))
  await app.call('cases.advance', { id, step: 'confirm', data: confirmation(app.now()), expectedSeq: 1 })
  await app.call('cases.advance', { id, step: 'assign', data: { ownerId: agent }, expectedSeq: 2 })
  await app.call('cases.advance', { id, step: 'accept', expectedSeq: 3 })
  app.wait(HOUR)
  await app.call('cases.advance', {
    id,
    step: 'finish',
    data: { causeText: '培训不足', measures: '辅导' },
    expectedSeq: 4,
  })
  expect([(await clockOf(app, id, 'resolve'))?.state, await clockOf(app, id, 'reply')]).toMatchObject([
    'met',
    { state: 'running', ruleId: 's1-attitude-72h', dueAt: START + 72 * HOUR },
  ])
  app.wait(HOUR)
  const expectedSeq = await putOnRecord(app, id, ANSWERABLE)
  await app.call('cases.advance', { id, step: 'reply', data: reply(app.now()), expectedSeq })
  expect(await clockOf(app, id, 'reply')).toMatchObject({ state: 'met', stoppedAt: START + 2 * HOUR })
})

onEveryEngine(
  'S2-70 waiting for the customer stops the resolution clock but never the legal one; the holiday between costs no working time',
  async (app) => {
    const agent = await app.as('agent')
    const { id } = await app.call('cases.open', complaint({ category: 'other', timeClass: 'h48', severity: 'general' }))
    await app.call('cases.advance', { id, step: 'confirm', data: confirmation(app.now()), expectedSeq: 1 })
    await app.call('cases.advance', { id, step: 'assign', data: { ownerId: agent }, expectedSeq: 2 })
    await app.call('cases.advance', { id, step: 'accept', expectedSeq: 3 })
    app.wait(2 * HOUR)
    const wait = { askedFor: '行李牌照片', howToSubmit: '短信链接', chaseAt: at('2026-10-08T09:00:00') }
    const waiting = await app.call('cases.advance', { id, step: 'wait', data: wait, expectedSeq: 4 })
    expect(
      Object.fromEntries(waiting.clocks.map((clock) => [`${clock.kind} ${clock.startedAt - START}`, clock.state])),
    ).toEqual({
      'respond 0': 'met',
      'confirm 0': 'met',
      'progress 0': 'paused',
      'resolve 0': 'paused',
      'reply 0': 'running',
      'legal 0': 'running',
      'ownerAccept 0': 'met',
      'preliminary 0': 'paused',
    })
    app.setNow(at('2026-10-08T10:00:00'))
    expect(await app.call('cases.followUps', {})).toMatchObject([{ kind: 'chase', text: '行李牌照片' }])
    const back = await app.call('cases.advance', {
      id,
      step: 'resume',
      data: { customerAnswer: '照片已发' },
      expectedSeq: 5,
    })
    const resolve = back.clocks.find((clock) => clock.kind === 'resolve')
    expect([resolve?.state, resolve?.dueAt, resolve?.remainingMs]).toEqual([
      'running',
      app.now() + 46 * HOUR,
      46 * HOUR,
    ])
    expect(back.clocks.find((clock) => clock.kind === 'legal')?.dueAt).toBe(at('2026-10-21T00:00:00'))
    const [explained] = await app.call('cases.explain', { id, clock: 'resolve' })
    expect(explained?.intervals.map((span) => [span.from - START, span.counted, span.why])).toEqual([
      [0, true, 'counted'],
      [2 * HOUR, false, 'wait'],
      [192 * HOUR, true, 'counted'],
    ])
    const name = explained?.ruleName.zh ?? ''
    expect(explained?.intervals.map(({ basis }) => [basis.text.zh, basis.requirement])).toEqual([
      [`规则“${name}”`, explained?.source.requirement],
      [`规则“${name}”：在“待客户补充”阶段不计时`, explained?.source.requirement],
      [`规则“${name}”`, explained?.source.requirement],
    ])
    // The week of the national holiday names the paper that set it, and a day set by hand whoever said so.
    await app.as('manager')
    const { version } = await app.call('calendars.show', { id: 'CN' })
    const day = { id: 'CN', version, date: '2026-10-09', as: 'off', name: '台风', reason: '停工', source: '市政府通告' }
    await app.call('calendars.editDay', { ...day, as: 'off' })
    const [legal] = await app.call('cases.explain', { id, clock: 'legal' })
    const kinds = ['holiday', 'weekend']
    expect(
      legal?.intervals
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ why, basis }) => [why, basis.text.zh, basis.papers.map((paper) => paper.slice(-19))]),
    ).toEqual([
      ['国庆节', '日历“中国工作日历”所据公告', ['content_7047091.htm']],
      ['台风', '日历“中国工作日历”中手工修改的日子：市政府通告', []],
      ['weekend', '日历“中国工作日历”的休息日', []],
      ['weekend', '日历“中国工作日历”的休息日', []],
    ])
  },
)

onEveryEngine(
  'S2-111 S2-118 S2-120 the first contact with the customer ends the response clock at its own time, and is kept with its channel and text',
  async (app) => {
    const { id } = await app.call('cases.open', complaint({ channel: 'email', apologyGiven: false }))
    app.wait(3 * HOUR)
    await app.call('cases.contact', {
      id,
      at: START + HOUR,
      channel: 'phone',
      person: '陈女士',
      text: '已告知受理',
      expectedAt: START + DAY,
    })
    expect(await clockOf(app, id, 'respond')).toMatchObject({ state: 'met', stoppedAt: START + HOUR })
    const view = await app.call('cases.show', { id })
    expect(view.promisedAt).toBe(START + DAY)
    expect(view.events.find((event) => event.kind === 'contacted')).toMatchObject({
      at: START + HOUR,
      recordedAt: START + 3 * HOUR,
      data: { channel: 'phone', person: '陈女士', text: '已告知受理' },
    })
    expect(
      await app.fail('cases.contact', { id, at: app.now() + HOUR, channel: 'sms', person: '陈女士', text: '短信' }),
    ).toMatchObject({ rule: 'case-time-in-future' })
    expect(
      await app.fail('cases.contact', { id, at: START - HOUR, channel: 'sms', person: '陈女士', text: '短信' }),
    ).toMatchObject({ rule: 'case-time-before-receipt' })
  },
)

onEveryEngine(
  'an agent cannot undo a recorded breach with an earlier time; a lead can, and it is audited',
  async (app) => {
    const { id } = await app.call('cases.open', complaint())
    app.wait(3 * HOUR)
    await app.call('cases.tick', {})
    await app.as('agent')
    const late = { id, at: START + HOUR, channel: 'phone', person: '陈女士', text: '当时已联系' } as const
    expect(await app.fail('cases.contact', late)).toEqual({
      code: 'RULE',
      rule: 'case-backdated',
      params: { clock: 'respond' },
    })
    await app.as('lead')
    await app.call('cases.contact', late)
    expect(await clockOf(app, id, 'respond')).toMatchObject({ state: 'met', breachedAt: null, signals: [] })
  },
)

onEveryEngine(
  'a late stop leaves the breach with its true time, whether or not anybody looked in between',
  async (app) => {
    const { id } = await app.call('cases.open', enquiry())
    app.wait(7 * MINUTE)
    const { clocks } = await app.call('cases.advance', {
      id,
      step: 'answer',
      data: { answer: '20公斤' },
      expectedSeq: 1,
    })
    expect(clocks).toMatchObject([{ state: 'breached', breachedAt: START + 5 * MINUTE, stoppedAt: START + 7 * MINUTE }])
    expect(clocks[0]?.signals.map(({ percent, at: when }) => [percent, when - START])).toEqual([
      [50, 2.5 * MINUTE],
      [75, 3.75 * MINUTE],
      [90, 4.5 * MINUTE],
      [100, 5 * MINUTE],
    ])
    expect(await app.call('cases.tick', {})).toMatchObject({ warned: 0, breached: 0 })
  },
)

onEveryEngine('reopening starts a new round of clocks; the old ones stay as they ended', async (app) => {
  const { id } = await app.call('cases.open', enquiry())
  await app.call('cases.advance', { id, step: 'answer', data: { answer: '20公斤' }, expectedSeq: 1 })
  app.wait(DAY)
  const again = await app.call('cases.advance', {
    id,
    step: 'notSolved',
    data: { reopenReason: '会员额度不对' },
    expectedSeq: 2,
  })
  expect(again.clocks.map((clock) => [clock.kind, clock.round, clock.state, clock.startedAt - START])).toEqual([
    ['answer', 1, 'met', 0],
    ['answer', 2, 'running', DAY],
  ])
})

onEveryEngine('a withdrawn case leaves no clock running and no place in the queue', async (app) => {
  const { id } = await app.call('cases.open', complaint())
  const gone = await app.call('cases.advance', {
    id,
    to: 'withdrawn',
    data: { withdrawStatement: '客户表示不再追究' },
    expectedSeq: 1,
  })
  expect(gone.clocks.map((clock) => clock.state)).toEqual(Array(6).fill('cancelled'))
  expect(await app.call('cases.queueTotal', {})).toBe(0)
  app.wait(30 * DAY)
  expect(await app.call('cases.tick', {})).toEqual({ warned: 0, breached: 0, escalated: 0, nextAt: null })
})

onEveryEngine('a matter entered days late finds its limits already run out, at their true times', async (app) => {
  const { id, clocks } = await app.call(
    'cases.open',
    complaint({ channel: 'letter', apologyGiven: false, receivedAt: START - 3 * DAY }),
  )
  expect(clocks.filter((clock) => clock.breachedAt !== null).map((clock) => [clock.kind, clock.breachedAt])).toEqual([
    ['respond', START - 3 * DAY + 2 * HOUR],
    ['confirm', START - 2 * DAY],
    ['progress', at('2026-09-30T00:00:00')],
    ['resolve', START - DAY],
  ])
  expect(await app.call('cases.show', { id })).toMatchObject({ escalation: 4, nextClock: 'respond' })
})

const LAST_INSTANT = 8_640_000_000_000

onEveryEngine('the calculator counts make-up days and says when a date is provisional', async (app) => {
  const due = (input: object) => app.call('cases.due', { calendar: 'CN', ...input } as never)
  expect(await due({ from: at('2026-09-28T10:00:00'), workingDays: 10 })).toEqual({
    due: at('2026-10-17T00:00:00'),
    provisional: false,
  })
  expect(await due({ from: at('2026-12-28T10:00:00'), workingDays: 5 })).toMatchObject({ provisional: true })
  expect(await due({ from: START, minutes: 90 })).toEqual({ due: START + 90 * MINUTE, provisional: false })
  expect(await due({ from: at('2026-09-30T23:00:00'), workingMinutes: 120 })).toEqual({
    due: at('2026-10-08T01:00:00'),
    provisional: false,
  })
  expect(await app.fail('cases.due', { from: START, calendar: 'CN', workingDays: 999_999 })).toMatchObject({
    code: 'INVALID_INPUT',
  })
  expect(await app.fail('cases.due', { from: LAST_INSTANT, calendar: 'CN', workingDays: 10 })).toMatchObject({
    rule: 'due-too-far',
  })
  expect(await app.fail('cases.due', { from: START, calendar: 'CN' })).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await app.fail('cases.due', { from: START, calendar: 'XX', minutes: 1 })).toEqual({
    code: 'NOT_FOUND',
    entity: 'calendar',
  })
})
