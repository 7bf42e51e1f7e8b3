import { expect } from 'vitest'
import type { CallPlace } from '../src/shared/calls/model.ts'
import type { Output } from '../src/shared/contracts.ts'
import { DEFAULT_SETTINGS } from '../src/shared/settings/contract.ts'
import { type App, onEveryEngine, PASSWORD, START } from './app.ts'
import { putMember } from './calls-fixture.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const WANG = '13812345678'
const RECORD = { question: '想改签明天的航班', process: '查询了三个航班', result: '已改签至CA1502' }

const ring = (app: App, phone = WANG) => app.call('calls.start', { direction: 'inbound', phone })

onEveryEngine('S3-20 S3-48 S3-50 S3-70 a VIP call from the first ring to the finished record', async (app) => {
  await app.as('agent')
  const wang = await putMember(app, 'CA1001', '王丽', { mobile: '+8613812345678', tier: 'diamond' })
  const ringing = await ring(app)
  expect(ringing).toMatchObject({
    number: 'LD-20260930-0001',
    state: 'ringing',
    memberId: wang,
    phoneMasked: '+86138****5678',
    caller: { kind: 'member', member: { name: '王丽', tier: 'diamond', cardMasked: '******', via: 'mobile' } },
    ring: { maxRings: 3, secondsPerRing: 3 },
  })
  const { id } = ringing
  app.wait(5 * SECOND)
  expect(await app.call('calls.answer', { id })).toMatchObject({
    state: 'talking',
    rings: 2,
    isInTime: true,
    waitMs: 5000,
    answeredAt: START + 5000,
  })
  app.wait(30 * SECOND)
  expect(await app.call('calls.record', { id, question: RECORD.question })).toMatchObject({
    question: RECORD.question,
    process: '',
    result: '',
  })
  await app.call('calls.hold', { id })
  app.wait(20 * SECOND)
  expect(await app.call('calls.resume', { id })).toMatchObject({ state: 'talking', holdMs: 20_000, heldSince: null })
  app.wait(10 * SECOND)
  expect(await app.call('calls.hangUp', { id })).toMatchObject({ state: 'wrapUp', talkMs: 40_000 })
  app.wait(15 * SECOND)
  const { process, result } = RECORD
  await app.call('calls.finish', { id, resultCode: 'service-arranged', process, result })
  expect(await app.call('calls.current', {})).toBeNull()
  const shown = await app.call('calls.show', { id })
  expect(shown).toMatchObject({
    ...RECORD,
    state: 'done',
    direction: 'inbound',
    phone: '+8613812345678',
    memberName: '王丽',
    agentName: 'agent',
    resultCode: 'service-arranged',
    greeting: '王女士您好，航空公司VIP客服为您服务，请问有什么可以帮您？',
    maxRings: 3,
    waitMs: 5000,
    talkMs: 40_000,
    holdMs: 20_000,
    wrapUpMs: 15_000,
  })
  expect(shown.events.map((event) => event.kind)).toEqual(['start', 'answer', 'hold', 'resume', 'hangUp', 'finish'])
})

onEveryEngine(
  'S3-47 a call answered after the set rings is marked late, and the mark stays when the setting changes',
  async (app) => {
    const first = await ring(app)
    app.wait(10 * SECOND)
    expect(await app.call('calls.answer', { id: first.id })).toMatchObject({ rings: 4, isInTime: false })
    await app.call('calls.hangUp', { id: first.id })
    await app.call('calls.finish', { id: first.id, resultCode: 'other', ...RECORD })
    await app.call('settings.write', { ...DEFAULT_SETTINGS, answerWithinRings: 5 })
    const second = await ring(app)
    app.wait(10 * SECOND)
    expect(await app.call('calls.answer', { id: second.id })).toMatchObject({
      rings: 4,
      isInTime: true,
      ring: { maxRings: 5 },
    })
    expect(await app.call('calls.show', { id: first.id })).toMatchObject({ isInTime: false, maxRings: 3 })
  },
)

onEveryEngine('S3-48 the rings the telephone counted go before those reckoned from the waiting time', async (app) => {
  const { id } = await ring(app)
  app.wait(10 * SECOND)
  expect(await app.call('calls.answer', { id, rings: 2 })).toMatchObject({ rings: 2, isInTime: true, waitMs: 10_000 })
})

onEveryEngine(
  'S3-49 the greeting speaks the member’s language and form of address, and the desk’s own words',
  async (app) => {
    await putMember(app, 'CA1', '王伟', { mobile: '+8613800000001', gender: 'male', language: 'en' })
    await putMember(app, 'CA2', '李红', { mobile: '+8613800000002', title: '李董' })
    const words = { 'zh-CN': '{title}，这里是贵宾专线。', en: 'VIP line, hello {title}.' }
    await app.call('settings.write', { ...DEFAULT_SETTINGS, greeting: words })
    const said = async (phone: string) => {
      const { id, greeting } = await ring(app, phone)
      await app.call('calls.endUnanswered', { id, reason: 'abandoned' })
      return greeting
    }
    expect([await said('13800000001'), await said('13800000002'), await said('13800000003')]).toEqual([
      { language: 'en', text: 'VIP line, hello Mr Wang.' },
      { language: 'zh-CN', text: '李董，这里是贵宾专线。' },
      { language: 'zh-CN', text: '这里是贵宾专线。' },
    ])
  },
)

onEveryEngine('a number that several members share asks who is calling; the choice sets the greeting', async (app) => {
  await app.as('agent')
  const wang = await putMember(app, 'CA1', '王丽', { mobile: '+8613800000001' })
  const li = await putMember(app, 'CA2', '李强', { gender: 'male' })
  await app.call('members.addContact', {
    id: li,
    kind: 'home',
    value: '138 0000 0001',

    label: '家',
    maySpeak: false,
  })
  const { id, caller, memberId, greeting } = await ring(app, '+86 138-0000-0001')
  expect(memberId).toBeNull()
  expect(caller).toMatchObject({
    kind: 'candidates',
    members: [
      { id: wang, via: 'mobile' },
      { id: li, via: 'home', contactLabel: '家', maySpeak: true },
    ],
  })
  expect(greeting?.text).toMatch(/^您好/)
  await app.call('calls.answer', { id })
  expect(await app.call('calls.link', { id, memberId: li })).toMatchObject({
    memberId: li,
    caller: { kind: 'member', member: { name: '李强' } },
  })
  expect(await app.call('calls.show', { id })).toMatchObject({ greeting: expect.stringMatching(/^李先生您好/) })
  expect(await app.fail('calls.link', { id, memberId: 'nobody' as never })).toEqual({
    code: 'NOT_FOUND',
    entity: 'member',
  })
  expect(await app.call('calls.link', { id, memberId: null, callerName: '不愿透露' })).toMatchObject({
    memberId: null,
    callerName: '不愿透露',
    caller: { kind: 'candidates' },
    greeting: { text: expect.stringMatching(/^您好/) },
  })
})

onEveryEngine('an assistant’s number leads to the member but is not greeted by the member’s name', async (app) => {
  const wang = await putMember(app, 'CA1', '王丽')
  await app.call('members.addContact', {
    id: wang,
    kind: 'assistant',
    value: '01088886666',

    label: '赵秘书',
    maySpeak: true,
  })
  expect(await ring(app, '010-8888 6666')).toMatchObject({
    memberId: wang,
    caller: { kind: 'member', member: { via: 'assistant', contactLabel: '赵秘书', maySpeak: true } },
    greeting: { text: '您好，航空公司VIP客服为您服务，请问有什么可以帮您？' },
  })
})

onEveryEngine('an agent has one call at a time and works nobody else’s', async (app) => {
  await app.as('agent', 'ann')
  const { id, number } = await ring(app)
  expect(await app.fail('calls.start', { direction: 'inbound', phone: '13900000000' })).toEqual({
    code: 'RULE',
    rule: 'call-active',
    params: { number },
  })
  await app.as('agent', 'ben')
  expect(await app.call('calls.current', {})).toBeNull()
  for (const name of ['answer', 'hold', 'resume', 'hangUp'] as const) {
    expect(await app.fail(`calls.${name}`, { id })).toEqual({
      code: 'RULE',
      rule: 'call-of-another',
      params: { number },
    })
  }
  expect(await app.fail('calls.finish', { id, resultCode: 'other', ...RECORD })).toMatchObject({
    rule: 'call-of-another',
  })
  expect(await app.fail('calls.record', { id, question: 'x' })).toMatchObject({ rule: 'call-of-another' })
  expect(await app.fail('calls.link', { id, memberId: null })).toMatchObject({ rule: 'call-of-another' })
  expect(await app.fail('calls.endUnanswered', { id, reason: 'missed' })).toMatchObject({ rule: 'call-of-another' })
  expect(await ring(app, '13900000000')).toMatchObject({ number: 'LD-20260930-0002' })
  app.setNow(Date.parse('2026-10-01T00:00:01+08:00'))
  await app.as('lead')
  expect(await ring(app)).toMatchObject({ number: 'LD-20261001-0001' })
})

onEveryEngine('a step that does not follow is refused and changes nothing', async (app) => {
  const { id } = await ring(app)
  const before = await app.call('calls.current', {})
  for (const name of ['hold', 'resume', 'hangUp'] as const) {
    expect(await app.fail(`calls.${name}`, { id })).toEqual({
      code: 'RULE',
      rule: 'call-state',
      params: { state: 'ringing', step: name },
    })
  }
  expect(await app.fail('calls.record', { id, question: '早了' })).toMatchObject({ rule: 'call-state' })
  expect(await app.fail('calls.finish', { id, resultCode: 'other', ...RECORD })).toMatchObject({ rule: 'call-state' })
  expect(await app.call('calls.current', {})).toEqual(before)
  await app.call('calls.answer', { id })
  expect(await app.fail('calls.answer', { id })).toMatchObject({ rule: 'call-state' })
  expect(await app.fail('calls.endUnanswered', { id, reason: 'missed' })).toMatchObject({ rule: 'call-state' })
  expect(await app.fail('calls.answer', { id: 'nothing' as never })).toEqual({ code: 'NOT_FOUND', entity: 'call' })
})

onEveryEngine('S3-70 a call cannot be finished without question, process and result', async (app) => {
  const { id } = await ring(app)
  await app.call('calls.answer', { id })
  await app.call('calls.hangUp', { id })
  for (const field of ['question', 'process', 'result'] as const) {
    expect(await app.fail('calls.finish', { id, resultCode: 'other', ...RECORD, [field]: '  ' })).toEqual({
      code: 'RULE',
      rule: 'call-record-incomplete',
      params: { field },
    })
  }
  expect(await app.fail('calls.finish', { id, resultCode: 'sold-a-car' as never, ...RECORD })).toMatchObject({
    code: 'INVALID_INPUT',
    issues: [{ path: 'resultCode' }],
  })
  expect(await app.call('calls.current', {})).toMatchObject({ state: 'wrapUp', question: '', resultCode: null })
  await app.call('calls.finish', { id, resultCode: 'other', ...RECORD })
  expect(await app.fail('calls.record', { id, question: '改了' })).toMatchObject({ rule: 'call-state' })
})

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
  for (const filter of ['all', 'mine', 'missed'] as const)
    counts.push((await app.call('calls.recent', { filter, limit: 1 })).total)
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

onEveryEngine('what is typed badly is refused by field', async (app) => {
  const issues = async (input: unknown) => {
    const result = await app.engine.request('calls.start', input)
    return result.ok || result.failure.code !== 'INVALID_INPUT'
      ? result
      : result.failure.issues.map((issue) => issue.path)
  }
  expect(await issues({ direction: 'sideways', phone: '1' })).toEqual(['direction', 'phone'])
  expect(await issues({ direction: 'inbound', phone: "'; drop table calls" })).toEqual(['phone'])
  expect(await issues(null)).toEqual([''])
  const { id } = await ring(app)
  await app.call('calls.answer', { id })
  expect(await app.fail('calls.record', { id, question: 'a\0b' })).toMatchObject({
    issues: [{ path: 'question', reason: 'unreadable' }],
  })
  expect(await app.fail('calls.record', { id, question: 'x'.repeat(4001) })).toMatchObject({
    issues: [{ path: 'question' }],
  })
  expect(await app.call('calls.record', { id, question: '😀'.repeat(2000) })).toMatchObject({
    question: '😀'.repeat(2000),
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

onEveryEngine('S3-50 a call that was under way when the program ended goes on where it was', async (app) => {
  await app.as('agent')
  const { id } = await ring(app)
  await app.call('calls.answer', { id })
  await app.call('calls.record', { id, ...RECORD })
  const before = await app.call('calls.current', {})
  await app.engine.close()
  const again = app.another()
  await again.call('session.signIn', { login: 'agent', password: PASSWORD })
  expect(await again.call('calls.current', {})).toEqual({ ok: true, value: before })
  await again.close()
})
