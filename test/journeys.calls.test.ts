import { expect } from 'vitest'
import { DAY, HOUR } from '../src/shared/time.ts'
import { onEveryEngine } from './app.ts'
import { addMember, at } from './cases-fixtures.ts'
import { GUIDE, journey, serve, settleAll, tripBack, tripOnRoad } from './journeys-fixtures.ts'
import { advance, LEAVES, RETURNS, tripBefore, waitUntil } from './trips-fixtures.ts'

onEveryEngine(
  'S4-06 S4-15 S4-59 visa, insurance, baggage, itinerary and guide are ticked off before a trip may set out',
  async (app) => {
    await app.as('agent', 'li')
    const tripId = await tripBefore(app, await addMember(app, 'gold'))
    const { items } = await journey(app, tripId)
    expect(items.map(({ kind, state }) => `${kind} ${state}`)).toEqual(
      ['visa', 'insurance', 'baggage', 'itinerary', 'guide', 'other'].map((kind) => `${kind} open`),
    )
    const [visa, insurance] = items
    if (!visa || !insurance) throw new Error('no items')
    waitUntil(app, LEAVES)
    for (const { id } of items.slice(1)) await app.call('journeys.settle', { id, state: 'done', note: '已当面说明' })
    const seq = (await app.call('trips.file', { id: tripId })).lastSeq
    expect(await app.fail('trips.advance', { id: tripId, to: 'inTrip', expectedSeq: seq })).toMatchObject({
      rule: 'trip-missing-checklist',
    })
    expect(await app.fail('journeys.settle', { id: visa.id, state: 'notNeeded' })).toMatchObject({
      rule: 'journey-why-not',
    })
    const ready = await app.call('journeys.settle', { id: visa.id, state: 'notNeeded', note: '境内行程，无须签证' })
    expect(ready).toMatchObject({ isReady: true, stage: 'preTrip' })
    expect(ready.items[0]).toMatchObject({
      ...{ kind: 'visa', state: 'notNeeded', note: '境内行程，无须签证', templateVersion: 1 },
      ...{ settledAt: app.now(), settledByName: 'li' },
    })
    const opened = await app.call('journeys.settle', { id: insurance.id, state: 'open' })
    expect(opened.isReady).toBe(false)
    expect(opened.items[1]).toMatchObject({ state: 'open', note: '', settledAt: null, settledByName: null })
    await app.call('journeys.settle', { id: insurance.id, state: 'done' })
    await advance(app, tripId, 'inTrip')
    expect(await journey(app, tripId)).toMatchObject({ stage: 'inTrip', isReady: true })
  },
)

onEveryEngine('S4-15 a lead keeps the template; trips that have a checklist keep theirs', async (app) => {
  await app.as('agent', 'li')
  const before = await tripBefore(app, await addMember(app))
  const { items, version } = await app.call('journeys.template', {})
  const added = { kind: 'other', zh: '儿童安全座椅已预约', en: 'Child seat booked' } as const
  const wanted = { version, items: [...items, added], reason: '亲子行程增多' }
  expect(await app.fail('journeys.saveTemplate', wanted)).toEqual({ code: 'FORBIDDEN' })
  await app.as('lead', 'zhao')
  expect(
    await app.fail('journeys.saveTemplate', { ...wanted, items: items.filter(({ kind }) => kind !== 'visa') }),
  ).toMatchObject({ rule: 'journey-template-lacks' })
  expect(await app.call('journeys.saveTemplate', wanted)).toEqual({
    ...{ version: 2, items: [...items, added], reason: '亲子行程增多', savedAt: app.now(), savedByName: 'zhao' },
  })
  expect(await app.fail('journeys.saveTemplate', wanted)).toEqual({ code: 'CONFLICT', entity: 'journeyTemplate' })
  await app.as('agent', 'li')
  const after = await tripBefore(app, await addMember(app))
  expect((await journey(app, before)).items).toHaveLength(6)
  const made = (await journey(app, after)).items
  expect(made).toHaveLength(7)
  expect(made.at(-1)).toMatchObject({ title: { zh: added.zh, en: added.en }, templateVersion: 2 })
  const own = await app.call('journeys.addItem', { tripId: after, itemKind: 'other', title: '轮椅已申请' })
  expect(own.items.at(-1)).toMatchObject({ title: { zh: '轮椅已申请' }, templateVersion: null, state: 'open' })
  expect(await app.fail('journeys.prepare', { tripId: after })).toMatchObject({ rule: 'journey-list-exists' })
})

onEveryEngine(
  'S4-07 hotel, transport and guide are looked after: who, how to reach them, how it stands',
  async (app) => {
    await app.as('agent', 'li')
    const tripId = await tripOnRoad(app)
    const id = await serve(app, tripId, GUIDE)
    await serve(app, tripId, { kind: 'hotel', name: '亚龙湾酒店（演示）', contact: '0898-5550199' })
    await serve(app, tripId, { kind: 'transport', name: '接机车队（演示）', person: '司机老吴（演示）' })
    app.wait(HOUR)
    const remarks = '客户反映迟到三十分钟，已换人'
    const { services } = await app.call('journeys.saveService', {
      ...{ tripId, id, service: { ...GUIDE, person: '导游小林（演示）', state: 'trouble', remarks } },
    })
    expect(services.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'guide trouble',
      'hotel planned',
      'transport planned',
    ])
    expect(services[0]).toMatchObject({
      person: '导游小林（演示）',
      remarks,
      changedAt: app.now(),
      changedByName: 'li',
    })
    expect(await app.call('journeys.road', {})).toMatchObject([
      { tripId, troubles: 1, memberName: '林晓', startsOn: LEAVES },
    ])
    expect(
      await app.fail('journeys.saveService', { tripId, service: { ...GUIDE, fromDay: RETURNS, toDay: LEAVES } }),
    ).toMatchObject({ rule: 'journey-days-order' })
  },
)

onEveryEngine(
  'S4-60 contacts during a trip are planned by its length, stand among the to-dos and are recorded',
  async (app) => {
    await app.as('agent', 'li')
    const tripId = await tripOnRoad(app)
    const { contacts } = await journey(app, tripId)
    expect(contacts.map(({ dueAt }) => dueAt)).toEqual([
      at(`${LEAVES}T19:00`),
      at('2026-10-22T10:00'),
      at(`${RETURNS}T10:00`),
    ])
    const first = contacts[0]?.id ?? ''
    app.setNow(at(`${LEAVES}T18:05`))
    const { reminders, open } = await app.call('todos.count', {})
    expect(open).toBe(3)
    expect(reminders).toMatchObject([{ dueAt: at(`${LEAVES}T19:00`) }])
    expect(reminders[0]?.title).toContain('行程跟踪')

    app.setNow(at(`${LEAVES}T19:30`))
    expect(await app.call('journeys.road', { isMine: true })).toMatchObject([{ tripId, isOverdue: true }])
    const missed = await app.call('journeys.contacted', {
      ...{ id: first, channel: 'phone', isReached: false, result: '无人接听' },
    })
    const again = missed.contacts.find((one) => one.state === 'planned')
    expect(again).toMatchObject({ dueAt: at('2026-10-21T09:00'), purpose: 'tracking', ownerName: 'li' })
    expect(missed.contacts[0]).toMatchObject({
      state: 'done',
      isReached: false,
      result: '无人接听',
      settledByName: 'li',
    })
    const told = { id: again?.id ?? '', channel: 'wechat', isReached: true, result: '已入住，房间满意' } as const
    const reached = await app.call('journeys.contacted', told)
    expect(reached.contacts.filter(({ state }) => state === 'planned')).toHaveLength(2)
    expect(await app.fail('journeys.contacted', told)).toMatchObject({ rule: 'journey-contact-settled' })
    expect((await app.call('todos.list', {})).filter(({ title }) => title.includes('行程跟踪'))).toHaveLength(2)

    waitUntil(app, RETURNS)
    await advance(app, tripId, 'afterTrip')
    const left = (await journey(app, tripId)).contacts.filter((one) => one.purpose === 'tracking')
    expect(left.filter(({ state }) => state === 'planned')).toEqual([])
  },
)

onEveryEngine(
  'S4-61 an emergency shows rescue contacts and plan, logs each action with its person and hour, and is followed to its end',
  async (app) => {
    await app.as('agent', 'li')
    const tripId = await tripOnRoad(app)
    await serve(app, tripId, GUIDE)
    const cards = await app.call('knowledge.emergency', {})
    const card = cards.find(({ steps }) => steps.some(({ call }) => call.zh !== ''))
    if (!card) throw new Error('no emergency card')
    const raised = await app.call('journeys.raise', {
      ...{
        tripId,
        emergencyKind: 'medical',
        place: '海棠湾（演示）',
        what: '旅客突发胸痛',
        articleId: card.id,
        withCase: true,
      },
    })
    const emergency = raised.emergencies[0]
    if (!emergency) throw new Error('no emergency')
    const { id } = emergency
    expect(emergency).toMatchObject({
      ...{ state: 'open', openedByName: 'li', plan: { cardTitle: card.title, cardVersion: card.version } },
      openSteps: card.steps.map((_, i) => i + 1),
    })
    expect(emergency.plan.steps).toEqual(card.steps)
    expect(emergency.plan.contacts).toEqual([
      { role: 'guide', name: '椰风旅行社（演示） 导游小符（演示）', contact: '0898-5550101' },
    ])
    const matter = await app.call('cases.show', { id: emergency.caseId ?? ('' as never) })
    expect(matter).toMatchObject({ number: emergency.caseNumber, severity: 'urgent', kind: 'service' })
    expect(await app.call('journeys.road', {})).toMatchObject([{ tripId, openEmergencies: 1 }])
    expect(await app.fail('journeys.moveEmergency', { id, state: 'ended', text: '已处理' })).toMatchObject({
      rule: 'journey-no-deed',
    })

    app.wait(60_000)
    await app.call('journeys.act', { id, actionKind: 'call', text: '致电120与导游，导游陪同' })
    await app.as('lead', 'zhao')
    app.wait(60_000)
    await app.call('journeys.act', { id, actionKind: 'step', step: 1, text: '已核实情况' })
    expect(await app.fail('journeys.act', { id, actionKind: 'step', step: 99, text: '无此步骤' })).toMatchObject({
      rule: 'journey-no-step',
    })
    await app.call('journeys.moveEmergency', { id, state: 'controlled', text: '已送医，生命体征平稳' })
    waitUntil(app, RETURNS)
    const { lastSeq } = await app.call('trips.file', { id: tripId })
    expect(await app.fail('trips.advance', { id: tripId, to: 'afterTrip', expectedSeq: lastSeq })).toMatchObject({
      rule: 'trip-missing-emergency',
    })
    const { emergencies } = await app.call('journeys.moveEmergency', { id, state: 'ended', text: '平安返回' })
    expect(emergencies[0]).toMatchObject({ state: 'ended', endedAt: app.now() })
    expect(emergencies[0]?.openSteps).not.toContain(1)
    expect(emergencies[0]?.actions.map(({ kind, byName }) => `${kind} ${byName}`)).toEqual([
      'opened li',
      'call li',
      'step zhao',
      'moved zhao',
      'moved zhao',
    ])
    expect(await app.fail('journeys.act', { id, actionKind: 'action', text: '补记' })).toMatchObject({
      rule: 'journey-emergency-ended',
    })
    await advance(app, tripId, 'afterTrip')
  },
)

onEveryEngine(
  'S4-08 S4-17 S4-19 after a trip the customer is reminded of until there is an answer, and trip and guide are rated',
  async (app) => {
    await app.as('agent', 'li')
    const tripId = await tripBack(app)
    const { contacts, services } = await journey(app, tripId)
    const asking = contacts.find(({ purpose }) => purpose === 'afterSales')
    expect(asking).toMatchObject({ dueAt: at('2026-10-25T10:00'), state: 'planned', ownerName: 'li' })
    app.setNow(at('2026-10-25T09:30'))
    expect((await app.call('todos.count', {})).reminders.map(({ title }) => title.slice(0, 4))).toEqual(['售后回访'])
    const { lastSeq } = await app.call('trips.file', { id: tripId })
    const done = { id: tripId, as: 'done', note: '行程结束', expectedSeq: lastSeq } as const
    expect(await app.fail('trips.end', done)).toMatchObject({ rule: 'trip-missing-opinion' })
    expect(await app.fail('journeys.dropContact', { id: asking?.id ?? '', reason: '不想打' })).toMatchObject({
      rule: 'journey-ask-lead',
    })
    const missed = await app.call('journeys.contacted', {
      ...{ id: asking?.id ?? '', channel: 'phone', isReached: false, result: '关机' },
    })
    const second = missed.contacts.findLast(({ state }) => state === 'planned')
    expect(second).toMatchObject({ purpose: 'afterSales', dueAt: app.now() + 2 * DAY })
    expect(await app.call('journeys.road', { view: 'afterSales' })).toMatchObject([{ tripId, missed: 1 }])
    app.wait(2 * DAY)
    expect((await app.call('todos.count', {})).reminders).toHaveLength(1)
    await app.call('journeys.contacted', {
      ...{ id: second?.id ?? '', channel: 'phone', isReached: true, result: '整体满意，希望多一天自由活动' },
    })
    expect(await app.call('journeys.road', { view: 'afterSales' })).toEqual([])
    expect((await app.call('todos.count', {})).reminders).toEqual([])

    const guide = services[0]?.id ?? ''
    await app.call('journeys.rate', { tripId, score: 5, text: '很好' })
    await app.call('journeys.rate', { tripId, serviceId: guide, score: 2, text: '迟到' })
    const rated = await app.call('journeys.rate', { tripId, serviceId: guide, score: 3, text: '迟到，后来补救' })
    expect(rated.rating).toMatchObject({ score: 5, text: '很好', recordedByName: 'li' })
    expect(rated.services[0]?.rating).toMatchObject({ score: 3, text: '迟到，后来补救', ratedAt: app.now() })
    await app.call('trips.end', done)

    const other = await tripBack(app)
    const again = (await journey(app, other)).services[0]?.id ?? ''
    await app.call('journeys.rate', { tripId: other, serviceId: again, score: 4, text: '' })
    expect(await app.call('journeys.servers', { from: '2026-10-01', to: '2026-10-31' })).toMatchObject([
      { kind: 'guide', person: '导游小符（演示）', count: 2, average: 3.5, lowest: 3 },
    ])
  },
)

onEveryEngine('a trip that was cancelled is not followed any more, and nobody is reminded of it', async (app) => {
  await app.as('agent', 'li')
  const tripId = await tripOnRoad(app)
  const { lastSeq } = await app.call('trips.file', { id: tripId })
  await app.call('trips.end', { id: tripId, as: 'cancelled', note: '台风停航', expectedSeq: lastSeq })
  expect((await journey(app, tripId)).contacts.filter(({ state }) => state === 'planned')).toEqual([])
  expect((await app.call('todos.count', {})).open).toBe(0)
  expect(await app.fail('journeys.schedule', { tripId })).toMatchObject({ rule: 'journey-trip-over' })
  expect(await app.fail('journeys.rate', { tripId, score: 5 })).toMatchObject({ rule: 'journey-trip-over' })
  const open = await tripBefore(app, await addMember(app))
  await settleAll(app, open)
  expect(await app.fail('journeys.rate', { tripId: open, score: 5 })).toMatchObject({ rule: 'journey-not-rated-yet' })
})
