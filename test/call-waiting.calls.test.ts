import { expect } from 'vitest'
import { DEFAULT_SETTINGS } from '../src/shared/settings/contract.ts'
import { type App, onEveryEngine, START } from './app.ts'
import { putMember } from './calls-fixture.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const WANG = '13812345678'
const RECORD = { question: '想改签明天的航班', process: '查询了三个航班', result: '已改签至CA1502' }

const announce = (app: App, externalId: string, phone = WANG, rungAt = app.now()) =>
  app.call('calls.incoming', { phone, externalId, rungAt })

const finish = async (app: App, id: Parameters<typeof app.call<'calls.finish'>>[1]['id']) =>
  app.call('calls.finish', { id, resultCode: 'transferred', ...RECORD })

async function talking(app: App, phone = WANG) {
  const { id } = await app.call('calls.start', { direction: 'inbound', phone })
  return app.call('calls.answer', { id })
}

onEveryEngine(
  'S3-47 S3-48 an announced call rings since the telephone rang, also when somebody signed in only later',
  async (app) => {
    await putMember(app, 'CA1', '王丽', { mobile: '+8613812345678', tier: 'diamond' })
    const rungAt = app.now()
    await app.as('agent')
    app.wait(20 * SECOND)
    expect(await announce(app, 'PBX-1', WANG, rungAt)).toEqual({ outcome: 'ringing' })
    const ringing = await app.call('calls.current', {})
    expect(ringing).toMatchObject({ state: 'ringing', startedAt: rungAt, caller: { member: { name: '王丽' } } })
    expect(await announce(app, 'PBX-1', WANG, rungAt)).toEqual({ outcome: 'known' })
    app.wait(SECOND)
    if (!ringing) expect.fail('nothing rings')
    expect(await app.call('calls.answer', { id: ringing.id })).toMatchObject({
      waitMs: 21 * SECOND,
      rings: 7,
      isInTime: false,
    })
    expect(await app.call('calls.recent', {})).toMatchObject({ rows: [{ rings: 7, isInTime: false }] })
  },
)

onEveryEngine('a call that comes during another waits, is seen by colleagues and keeps its true ring', async (app) => {
  await putMember(app, 'CA1', '王丽', { mobile: '+8613812345678', tier: 'diamond' })
  await app.as('agent', 'ann')
  const first = await talking(app, '13900000000')
  const rungAt = app.now()
  expect(await announce(app, 'PBX-2')).toEqual({ outcome: 'waiting' })
  const [waits, ...more] = await app.call('calls.waiting', {})
  expect(more).toEqual([])
  expect(waits).toMatchObject({
    source: 'link',
    memberName: '王丽',
    tier: 'diamond',
    phoneMasked: '+86138****5678',
    startedAt: rungAt,
    targetMs: 9 * SECOND,
  })
  expect(await app.fail('calls.takeWaiting', { id: waits?.id ?? '' })).toMatchObject({ rule: 'call-active' })
  await app.as('agent', 'ben')
  app.wait(8 * SECOND)
  const taken = await app.call('calls.takeWaiting', { id: waits?.id ?? '' })
  expect(taken).toMatchObject({ state: 'talking', startedAt: rungAt, isInTime: true })
  expect(taken.rings).toBe(Math.ceil((app.now() - rungAt) / SECOND / 3))
  expect(await app.call('calls.waiting', { mine: false })).toEqual([])
  expect(await app.fail('calls.takeWaiting', { id: waits?.id ?? '' })).toMatchObject({ rule: 'call-active' })
  await app.call('calls.hangUp', { id: taken.id })
  await finish(app, taken.id)
  expect(await app.fail('calls.takeWaiting', { id: waits?.id ?? '' })).toMatchObject({ rule: 'call-wait-over' })
  await app.as('agent', 'ann')
  expect(await app.call('calls.current', {})).toMatchObject({ id: first.id, state: 'talking' })
})

onEveryEngine(
  'a waiting caller who gives up is noted and is to be called back within the time of the tier',
  async (app) => {
    await putMember(app, 'CA1', '王丽', { mobile: '+8613812345678', tier: 'diamond' })
    await app.as('agent')
    await talking(app, '13900000000')
    await announce(app, 'PBX-3')
    const [waits] = await app.call('calls.waiting', {})
    app.wait(31 * SECOND)
    await app.call('calls.dropWaiting', { id: waits?.id ?? '', reason: 'abandoned' })
    expect(await app.call('calls.waiting', {})).toEqual([])
    const [lost] = (await app.call('calls.recent', { filter: 'missed' })).rows
    expect(lost).toMatchObject({ state: 'abandoned', memberName: '王丽', waitMs: 31 * SECOND, rings: 11 })
    expect(await app.call('calls.callBacks', {})).toMatchObject([
      { memberName: '王丽', dueAt: app.now() + 5 * MINUTE, tries: 0 },
    ])
    expect(await app.call('calls.current', {})).toMatchObject({ state: 'talking' })
  },
)

onEveryEngine('announcements are bounded, and their times and names are checked', async (app) => {
  await app.as('agent')
  await talking(app, '13900000000')
  expect(await app.fail('calls.incoming', { phone: WANG, externalId: '../x', rungAt: 0 })).toMatchObject({
    code: 'INVALID_INPUT',
    issues: [{ path: 'externalId' }],
  })
  for (let count = 0; count < 50; count++) await announce(app, `A${count}`)
  expect(await app.fail('calls.incoming', { phone: WANG, externalId: 'B', rungAt: 0 })).toMatchObject({
    rule: 'call-too-many',
  })
  const [first] = await app.call('calls.waiting', {})
  await app.call('calls.dropWaiting', { id: first?.id ?? '', reason: 'missed' })
  await announce(app, 'later', WANG, app.now() + MINUTE)
  await announce(app, 'A0', WANG, app.now())
  expect((await app.call('calls.waiting', {})).at(-1)).toMatchObject({ startedAt: app.now() })
  await app.as('admin')
  expect(await app.fail('calls.incoming', { phone: WANG, externalId: 'C', rungAt: 0 })).toEqual({ code: 'FORBIDDEN' })
})

onEveryEngine('a declined call is missed, says so, and is to be called back', async (app) => {
  await app.as('agent')
  const { id } = await app.call('calls.start', { direction: 'inbound', phone: WANG })
  app.wait(4 * SECOND)
  expect(await app.call('calls.endUnanswered', { id, reason: 'declined' })).toMatchObject({
    state: 'missed',
    resultCode: 'missed',
    rings: 2,
  })
  expect((await app.call('calls.show', { id })).events.map(({ kind }) => kind)).toEqual(['start', 'decline'])
  expect(await app.call('calls.callBacks', {})).toHaveLength(1)
})

onEveryEngine(
  'a colleague is asked while the customer holds: who, what, how long and the answer stay with the call',
  async (app) => {
    const ben = await app.as('agent', 'ben')
    await app.as('agent', 'ann')
    const { id } = await talking(app)
    app.wait(10 * SECOND)
    const asking = await app.call('calls.consult', { id, askedId: ben as never, question: '能否免费升舱？' })
    expect(asking).toMatchObject({
      state: 'held',
      holds: 1,
      consults: [{ asked: 'ben', question: '能否免费升舱？', endedAt: null }],
    })
    expect(await app.fail('calls.consult', { id, asked: '机场' })).toMatchObject({ rule: 'call-consult-open' })
    app.wait(45 * SECOND)
    expect(await app.call('calls.endConsult', { id, answer: '钻石会员可以' })).toMatchObject({
      state: 'talking',
      holdMs: 45 * SECOND,
    })
    expect(await app.fail('calls.endConsult', { id })).toMatchObject({ rule: 'call-consult-none' })
    await app.call('calls.consult', { id, asked: '首都机场值机柜台' })
    app.wait(5 * SECOND)
    await app.call('calls.hangUp', { id })
    const shown = await app.call('calls.show', { id })
    expect(shown).toMatchObject({ holds: 2, holdMs: 50 * SECOND, talkMs: 10 * SECOND })
    expect(
      shown.consults.map(({ asked, startedAt, endedAt, answer }) => [asked, (endedAt ?? 0) - startedAt, answer]),
    ).toEqual([
      ['ben', 45 * SECOND, '钻石会员可以'],
      ['首都机场值机柜台', 5 * SECOND, ''],
    ])
    expect(await app.fail('calls.consult', { id, asked: '谁' })).toMatchObject({ rule: 'call-state' })
  },
)

onEveryEngine(
  'a cold transfer: the giver wraps up, the customer waits, the colleague sees the note and takes over',
  async (app) => {
    const wang = await putMember(app, 'CA1', '王丽', { mobile: '+8613812345678', tier: 'diamond' })
    const ben = await app.as('agent', 'ben')
    await app.as('agent', 'cem')
    await app.as('agent', 'ann')
    const { id, number } = await talking(app)
    await app.call('calls.record', { id, question: RECORD.question })
    app.wait(40 * SECOND)
    const note = '客户赶时间，已核对身份'
    const give = { id, kind: 'cold', toUserId: ben as never, note } as const
    expect(await app.fail('calls.transfer', { ...give, note: ' ' })).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await app.call('calls.transfer', give)).toMatchObject({ state: 'wrapUp', talkMs: 40 * SECOND })
    await finish(app, id)
    await app.as('agent', 'cem')
    expect(await app.call('calls.waiting', {})).toEqual([])
    expect(await app.call('calls.waiting', { mine: false })).toHaveLength(1)
    await app.as('agent', 'ben')
    const [waits] = await app.call('calls.waiting', {})
    expect(waits).toMatchObject({ source: 'transfer', fromName: 'ann', note, memberName: '王丽', targetMs: null })
    const givenAt = waits?.startedAt ?? 0
    app.wait(25 * SECOND)
    const taken = await app.call('calls.takeWaiting', { id: waits?.id ?? '' })
    expect(taken).toMatchObject({
      state: 'talking',
      memberId: wang,
      startedAt: givenAt,
      waitMs: app.now() - givenAt,
      isInTime: null,
      greeting: { text: expect.stringMatching(/^王女士您好/) },
      givenBy: { number, byName: 'ann', kind: 'cold', note, question: RECORD.question },
    })
    const before = await app.call('calls.show', { id })
    expect(before).toMatchObject({
      endedAt: givenAt,
      resultCode: 'transferred',
      isInTime: true,
      givenTo: { state: 'taken', takenByName: 'ben', callId: taken.id, note },
    })
    expect(before.events.map(({ kind }) => kind)).toEqual(['start', 'answer', 'offer', 'transfer', 'finish'])
  },
)

onEveryEngine(
  'a warm transfer: the colleague was asked, the customer holds until they take over, and can be taken back',
  async (app) => {
    const ben = await app.as('agent', 'ben')
    await app.as('agent', 'ann')
    const { id } = await talking(app)
    const give = { id, kind: 'warm', toUserId: ben as never, note: '询问退票' } as const
    expect(await app.fail('calls.transfer', give)).toMatchObject({ rule: 'call-transfer-warm' })
    await app.call('calls.consult', { id, askedId: ben as never })
    app.wait(10 * SECOND)
    expect(await app.call('calls.transfer', give)).toMatchObject({
      state: 'held',
      offer: { kind: 'warm', toName: 'ben', note: '询问退票' },
      consults: [{ endedAt: app.now() }],
    })
    expect(await app.fail('calls.transfer', give)).toMatchObject({ rule: 'call-offer-open' })
    expect(await app.call('calls.withdrawTransfer', { id })).toMatchObject({ state: 'held', offer: null })
    expect(await app.call('calls.waiting', { mine: false })).toEqual([])
    await app.call('calls.transfer', give)
    expect(await app.call('calls.resume', { id })).toMatchObject({ state: 'talking', offer: null })
    await app.call('calls.transfer', give)
    await app.as('agent', 'ben')
    const [waits] = await app.call('calls.waiting', {})
    expect(await app.fail('calls.dropWaiting', { id: waits?.id ?? '', reason: 'missed' })).toMatchObject({
      rule: 'call-offer-warm',
    })
    app.wait(7 * SECOND)
    const taken = await app.call('calls.takeWaiting', { id: waits?.id ?? '' })
    expect(taken).toMatchObject({ state: 'talking', startedAt: app.now(), waitMs: 0 })
    await app.as('agent', 'ann')
    const mine = await app.call('calls.current', {})
    expect(mine).toMatchObject({ id, state: 'wrapUp', endedAt: taken.startedAt })
    const whole = (mine?.waitMs ?? 0) + (mine?.talkMs ?? 0) + (mine?.holdMs ?? 0)
    expect(whole).toBe(taken.startedAt - (mine?.startedAt ?? 0))
  },
)

onEveryEngine('a customer who hangs up during a warm transfer leaves nobody waiting', async (app) => {
  const ben = await app.as('agent', 'ben')
  await app.as('agent', 'ann')
  const { id } = await talking(app)
  await app.call('calls.consult', { id, askedId: ben as never })
  await app.call('calls.transfer', { id, kind: 'warm', toUserId: ben as never, note: '退票' })
  await app.call('calls.hangUp', { id })
  expect(await app.call('calls.waiting', { mine: false })).toEqual([])
  expect(await app.call('calls.show', { id })).toMatchObject({ givenTo: { state: 'abandoned', callId: null } })
})

onEveryEngine('a call goes to a desk for whoever takes it first, never to oneself or to nobody', async (app) => {
  await app.as('agent', 'ben')
  const ann = await app.as('agent', 'ann')
  const { id } = await talking(app)
  const note = '机场柜台协助'
  expect(await app.fail('calls.transfer', { id, kind: 'cold', note })).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await app.fail('calls.transfer', { id, kind: 'cold', note, toUserId: ann as never })).toMatchObject({
    rule: 'call-transfer-self',
  })
  await app.call('calls.transfer', { id, kind: 'cold', note, toDesk: 'airport' })
  await finish(app, id)
  const [own] = await app.call('calls.waiting', {})
  expect(await app.fail('calls.takeWaiting', { id: own?.id ?? '' })).toMatchObject({ rule: 'call-transfer-self' })
  await app.as('agent', 'ben')
  const [waits] = await app.call('calls.waiting', {})
  expect(waits).toMatchObject({ toDesk: 'airport', toName: null, note })
  await app.call('calls.dropWaiting', { id: waits?.id ?? '', reason: 'abandoned' })
  expect(await app.call('calls.callBacks', {})).toHaveLength(1)
})

onEveryEngine('S3-49 the members of a tier are addressed the way the desk says', async (app) => {
  await putMember(app, 'CA1', '王丽', { mobile: '+8613800000001', tier: 'diamond' })
  await putMember(app, 'CA2', '李红', { mobile: '+8613800000002', tier: 'gold' })
  const addressByTier = { diamond: { 'zh-CN': '尊敬的{title}', en: '{title}' } }
  await app.call('settings.write', { ...DEFAULT_SETTINGS, addressByTier })
  const said = async (phone: string) => {
    const { id, greeting } = await app.call('calls.start', { direction: 'inbound', phone })
    await app.call('calls.endUnanswered', { id, reason: 'missed' })
    return greeting?.text.split('，')[0]
  }
  expect([await said('13800000001'), await said('13800000002'), await said('13800000003')]).toEqual([
    '尊敬的王女士您好',
    '李女士您好',
    '您好',
  ])
})

onEveryEngine('a call whose end the program did not see is ended at its last sign of life', async (app) => {
  await app.as('agent')
  const { id } = await talking(app)
  app.wait(MINUTE)
  await app.call('calls.hold', { id })
  app.wait(20 * SECOND)
  await app.call('calls.resume', { id })
  const lastSignAt = app.now()
  expect(await app.call('calls.current', {})).toMatchObject({ lastSignAt })
  app.wait(15 * 60 * MINUTE)
  expect(await app.fail('calls.hangUp', { id, endedAt: START })).toMatchObject({ rule: 'call-end-time' })
  expect(await app.fail('calls.hangUp', { id, endedAt: app.now() + 1 })).toMatchObject({ rule: 'call-end-time' })
  await app.call('calls.hangUp', { id, endedAt: lastSignAt })
  app.wait(30 * SECOND)
  const done = await finish(app, id)
  expect(done).toMatchObject({
    endedAt: lastSignAt,
    talkMs: MINUTE,
    holdMs: 20 * SECOND,
    wrapUpMs: 30 * SECOND,
    wrapUpEndedAt: app.now(),
  })
})
