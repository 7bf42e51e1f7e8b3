import { expect } from 'vitest'
import type { CallId } from '../src/shared/ids.ts'
import { DEFAULT_SETTINGS } from '../src/shared/settings/contract.ts'
import { type App, onEveryEngine, PASSWORD, START } from './app.ts'
import { putMember } from './calls-fixture.ts'

const SECOND = 1000
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

onEveryEngine(
  'S3-47 answer within the set rings: a tier may have a target of its own, the rest share one',
  async (app) => {
    await putMember(app, 'C1', '王女士', { tier: 'diamond', mobile: '13800000011' })
    await putMember(app, 'C2', '银先生', { tier: 'silver', mobile: '13800000012' })
    await app.as('manager')
    await app.call('settings.write', { ...DEFAULT_SETTINGS, answerWithinByTier: { diamond: 2, gold: 5 } })
    expect(await app.call('settings.read', {})).toMatchObject({ answerWithinByTier: { diamond: 2, gold: 5 } })
    const answered = async (phone: string) => {
      const ringing = await ring(app, phone)
      app.wait(8 * SECOND)
      const live = await app.call('calls.answer', { id: ringing.id })
      expect(live.ring.maxRings).toBe(ringing.ring.maxRings)
      return live
    }
    const finished = async (id: CallId) => {
      await app.call('calls.hangUp', { id })
      await app.call('calls.finish', { id, resultCode: 'other', ...RECORD })
      const { rings, maxRings, isInTime } = await app.call('calls.show', { id })
      return { rings, maxRings, isInTime }
    }
    const diamond = await answered('13800000011')
    expect(await finished(diamond.id)).toEqual({ rings: 3, maxRings: 2, isInTime: false })
    expect(await finished((await answered('13800000012')).id)).toEqual({ rings: 3, maxRings: 3, isInTime: true })
    const stranger = await answered('13999999999')
    expect(stranger).toMatchObject({ isInTime: true, ring: { maxRings: 3 } })
    const linked = await app.call('calls.link', { id: stranger.id, memberId: diamond.memberId })
    expect(linked).toMatchObject({ isInTime: false, ring: { maxRings: 2 } })
    expect(await finished(stranger.id)).toEqual({ rings: 3, maxRings: 2, isInTime: false })
    const logged = { agent: 'boss', at: app.now() - 60_000, rings: 3, resultCode: 'other', ...RECORD } as const
    expect(await app.call('calls.log', { ...logged, card: 'C1' })).toMatchObject({ isInTime: false })
    expect(await app.call('calls.log', { ...logged, card: 'C2' })).toMatchObject({ isInTime: true })
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
