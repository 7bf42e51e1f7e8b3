import { expect } from 'vitest'
import type { CallPlace } from '../src/shared/calls/model.ts'
import type { Output } from '../src/shared/contracts.ts'
import { type App, onEveryEngine, START } from './app.ts'
import { putMember } from './calls-fixture.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const WANG = '13812345678'
const RECORD = { question: '想改签明天的航班', process: '查询了三个航班', result: '已改签至CA1502' }

const ring = (app: App, phone = WANG) => app.call('calls.start', { direction: 'inbound', phone })

onEveryEngine(
  'a caller who gave up is to be called back within 15 minutes; the finished call-back closes that',
  async (app) => {
    await app.as('agent')
    const wang = await putMember(app, 'CA1', '王丽', { mobile: '+8613812345678' })
    const given = await ring(app)
    app.wait(30 * SECOND)
    expect(await app.call('calls.endUnanswered', { id: given.id, reason: 'abandoned' })).toMatchObject({
      state: 'abandoned',
      rings: 10,
      resultCode: 'abandoned',
      isInTime: null,
    })
    const again = await ring(app)
    await app.call('calls.endUnanswered', { id: again.id, reason: 'missed' })
    const [open, ...more] = await app.call('calls.callBacks', {})
    expect(more).toEqual([])
    expect(open).toMatchObject({
      callId: given.id,
      callNumber: given.number,
      memberName: '王丽',
      phoneMasked: '+86138****5678',
      dueAt: START + 30 * SECOND + 15 * MINUTE,
      doneAt: null,
    })
    const back = await app.call('calls.start', { direction: 'outbound', callBackOf: given.id })
    expect(back).toMatchObject({ memberId: wang, callBackOf: given.id, phoneMasked: '+86138****5678' })
    await app.call('calls.answer', { id: back.id })
    await app.call('calls.hangUp', { id: back.id })
    expect(await app.call('calls.callBacks', {})).toHaveLength(1)
    await app.call('calls.finish', { id: back.id, resultCode: 'answered-enquiry', ...RECORD })
    expect(await app.call('calls.callBacks', {})).toEqual([])
    expect(await app.call('calls.show', { id: given.id })).toMatchObject({
      callBacks: [{ outcome: back.number, doneAt: app.now() }],
    })
  },
)

onEveryEngine('a hidden number is a call like any other, but nobody can be called back', async (app) => {
  const { id, phoneMasked, caller } = await ring(app, '')
  expect({ phoneMasked, caller }).toEqual({ phoneMasked: '', caller: { kind: 'new' } })
  await app.call('calls.endUnanswered', { id, reason: 'abandoned' })
  expect(await app.call('calls.callBacks', {})).toEqual([])
  expect(await app.fail('calls.start', { direction: 'outbound' })).toMatchObject({ rule: 'call-no-phone' })
  expect(await app.fail('calls.start', { direction: 'outbound', callBackOf: id })).toMatchObject({
    rule: 'call-no-phone',
  })
})

onEveryEngine(
  'a promised call-back needs a time to come, and is kept or closed by its owner or a lead',
  async (app) => {
    await app.as('agent', 'ann')
    const { id } = await ring(app)
    await app.call('calls.answer', { id })
    await app.call('calls.hangUp', { id })
    const promise = { id, resultCode: 'call-back-promised', ...RECORD } as const
    expect(await app.fail('calls.finish', promise)).toMatchObject({ rule: 'call-back-time' })
    expect(await app.fail('calls.finish', { ...promise, callBackAt: app.now() })).toMatchObject({
      rule: 'call-back-time',
    })
    await app.call('calls.finish', { ...promise, callBackAt: app.now() + MINUTE, callBackText: '告知改签结果' })
    const [one] = await app.call('calls.callBacks', {})
    if (!one) expect.fail('no call-back')
    expect(one).toMatchObject({ text: '告知改签结果', dueAt: app.now() + MINUTE, ownerName: 'ann' })
    await app.as('agent', 'ben')
    expect(await app.call('calls.callBacks', {})).toEqual([])
    expect(await app.call('calls.callBacks', { mine: false })).toEqual([one])
    expect(await app.fail('calls.closeCallBack', { id: one.id, outcome: '已回' })).toEqual({
      code: 'RULE',
      rule: 'call-back-of-another',
      params: { name: 'ann' },
    })
    await app.as('lead')
    expect(await app.fail('calls.closeCallBack', { id: one.id, outcome: '  ' })).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: 'outcome', reason: 'required' }],
    })
    expect(await app.call('calls.closeCallBack', { id: one.id, outcome: '已由主管回电' })).toMatchObject({
      outcome: '已由主管回电',
      doneAt: app.now(),
    })
    expect(await app.fail('calls.closeCallBack', { id: one.id, outcome: '再来' })).toMatchObject({
      rule: 'call-back-closed',
    })
    expect(await app.fail('calls.closeCallBack', { id: 'none', outcome: '再来' })).toEqual({
      code: 'NOT_FOUND',
      entity: 'callBack',
    })
  },
)

onEveryEngine('the list of calls is read page by page, mine and missed apart, numbers masked', async (app) => {
  await app.as('agent', 'ann')
  const made: string[] = []
  for (let count = 0; count < 7; count += 1) {
    // Several at the same moment: the place in the list must still be one place.
    if (count % 3 === 0) app.wait(MINUTE)
    const { id } = await ring(app, `1390000000${count}`)
    await app.call('calls.endUnanswered', { id, reason: count % 2 === 0 ? 'missed' : 'abandoned' })
    made.push(id)
  }
  await app.as('agent', 'ben')
  const own = await ring(app)
  const pages = async (filter: 'all' | 'mine' | 'missed') => {
    const ids: string[] = []
    let before: CallPlace | null = { startedAt: app.now() + 1, id: own.id }
    while (before !== null) {
      const page: Output<'calls.recent'> = await app.call('calls.recent', { filter, limit: 3, before })
      expect(page.rows.length).toBeLessThanOrEqual(3)
      expect(page.rows.every((row) => row.phoneMasked.includes('****'))).toBe(true)
      ids.push(...page.rows.map((row) => row.id))
      before = page.next
    }
    return ids
  }
  expect((await pages('missed')).sort()).toEqual([...made].sort())
  expect((await pages('all')).sort()).toEqual([...made, own.id].sort())
  expect(await pages('mine')).toEqual([own.id])
  const counts = []
  for (const filter of ['all', 'mine', 'missed'] as const) counts.push(await app.call('calls.total', { filter }))
  expect(counts).toEqual([8, 1, 7])
  const times = (await app.call('calls.recent', {})).rows.map((row) => row.startedAt)
  expect(times).toEqual([...times].sort((a, b) => b - a))
})

onEveryEngine('the calls of one member, for the member’s file', async (app) => {
  const wang = await putMember(app, 'CA1', '王丽', { mobile: '+8613812345678' })
  const { id } = await ring(app)
  await app.call('calls.endUnanswered', { id, reason: 'missed' })
  await ring(app, '13900000000')
  expect((await app.call('calls.recent', { memberId: wang })).rows.map((row) => row.id)).toEqual([id])
})

onEveryEngine('S1-13 S3-48 one finished call is logged with the figures that another system gave', async (app) => {
  await app.as('agent')
  await putMember(app, 'CA1', '王丽', { mobile: '+8613812345678' })
  const at = START - 60 * MINUTE
  const given = {
    card: 'CA1',
    phone: WANG,
    at,
    rings: 2,
    waitS: 7,
    talkS: 180,
    holdS: 20,
    agent: 'agent',
    resultCode: 'complaint-recorded',
    question: '投诉航班延误',
  } as const
  const logged = await app.call('calls.log', given)
  expect(logged).toMatchObject({
    number: 'LD-20260930-0001',
    state: 'done',
    memberName: '王丽',
    agentName: 'agent',
    startedAt: at,
    answeredAt: at + 7000,
    endedAt: at + 207_000,
    rings: 2,
    isInTime: true,
    waitMs: 7000,
    talkMs: 180_000,
    holdMs: 20_000,
    resultCode: 'complaint-recorded',
  })
  expect(await app.call('calls.show', { id: logged.id })).toMatchObject({
    question: '投诉航班延误',
    phone: '+8613812345678',
    events: [{ kind: 'log' }],
  })
  const { rings: _, card: __, ...bare } = given
  expect(await app.call('calls.log', { ...bare, waitS: 10 })).toMatchObject({
    rings: 4,
    isInTime: false,
    memberId: null,
  })
  expect(await app.call('calls.log', { ...given, talkS: 0, holdS: 0, resultCode: 'abandoned' })).toMatchObject({
    state: 'abandoned',
    answeredAt: null,
    isInTime: null,
    endedAt: at + 7000,
  })
  expect(await app.fail('calls.log', { ...given, resultCode: 'abandoned' })).toMatchObject({
    rule: 'call-not-answered',
  })
  expect(await app.fail('calls.log', { ...given, at: app.now() + 1 })).toMatchObject({ rule: 'call-in-future' })
  expect(await app.fail('calls.log', { ...given, agent: 'nobody' })).toEqual({ code: 'NOT_FOUND', entity: 'user' })
  expect(await app.fail('calls.log', { ...given, card: 'CA999' })).toEqual({ code: 'NOT_FOUND', entity: 'member' })
  expect(await app.fail('calls.log', { ...given, phone: 'call me' })).toMatchObject({
    code: 'INVALID_INPUT',
    issues: [{ path: 'phone', reason: 'phone' }],
  })
})

onEveryEngine('the administrator neither takes nor reads calls', async (app) => {
  const { id } = await ring(app)
  await app.as('admin')
  expect(await app.fail('calls.start', { direction: 'inbound', phone: WANG })).toEqual({ code: 'FORBIDDEN' })
  expect(await app.fail('calls.recent', {})).toEqual({ code: 'FORBIDDEN' })
  expect(await app.fail('calls.show', { id })).toEqual({ code: 'FORBIDDEN' })
  expect(await app.fail('calls.callBacks', {})).toEqual({ code: 'FORBIDDEN' })
})

onEveryEngine(
  'the audit log says who was called about and that a call was read, and holds none of the words',
  async (app) => {
    await app.as('agent')
    const wang = await putMember(app, 'CA1', '王丽', { mobile: '+8613812345678' })
    const { id } = await ring(app)
    await app.call('calls.answer', { id })
    await app.call('calls.record', { id, question: '机密的问题' })
    await app.call('calls.show', { id })
    const rows = await app.engine.desk.open?.store.transaction((db) =>
      db.selectFrom('audit').selectAll().where('call', 'like', 'calls.%').orderBy('seq').execute(),
    )
    expect(rows?.map(({ call, memberId, outcome }) => ({ call, memberId, outcome }))).toEqual(
      ['calls.start', 'calls.answer', 'calls.record', 'calls.show'].map((call) => ({
        call,
        memberId: wang,
        outcome: 'done',
      })),
    )
    expect(JSON.stringify(rows)).not.toContain('机密')
  },
)
