import { expect } from 'vitest'
import { type ClockKind, COMPLAINT_CLOCKS } from '../src/shared/targets/model.ts'
import { DAY, HOUR, MINUTE } from '../src/shared/time.ts'
import { onEngine, onEveryEngine, PASSWORD, START } from './app.ts'
import { addMember, at, closing, complaint, confirmation, enquiry, reply, take, visit } from './cases-fixtures.ts'

/** The promises that every complaint has; others come and go with its stages. */
const isPromised = ({ kind }: { kind: ClockKind }) => COMPLAINT_CLOCKS.some((one) => one === kind)

onEveryEngine(
  'S1-12 S1-35..37 S1-46 S1-47 S1-49 S1-50 S2-32 S2-33 S2-38 S3-60 S3-63 S3-65 S4-119 a complaint goes from its receipt to its closing, and cannot close before the result was told',
  async (app) => {
    const agent = await app.as('agent')
    const opened = await app.call('cases.open', complaint())
    expect(opened).toMatchObject({ number: 'TS-20260930-0001', state: 'registered', ownerId: agent, lastSeq: 1 })
    const { id } = opened

    const step = async (name: string, data: Record<string, string | number | boolean> = {}) => {
      const { lastSeq } = await app.call('cases.show', { id })
      return app.call('cases.advance', { id, step: name, data, expectedSeq: lastSeq })
    }
    app.wait(HOUR)
    const incomplete = { ...confirmation(app.now()), processExplained: false }
    expect(await app.fail('cases.advance', { id, step: 'confirm', data: incomplete, expectedSeq: 1 })).toEqual({
      code: 'INVALID_INPUT',
      issues: [{ path: 'data.processExplained', reason: 'required' }],
    })
    await step('confirm', confirmation(app.now()))
    await step('assign', { ownerId: agent })
    await step('accept')
    app.wait(HOUR)
    expect(await app.fail('cases.advance', { id, to: 'closed', expectedSeq: 5 })).toMatchObject({ code: 'CONFLICT' })
    await step('reply', reply(app.now()))
    const waiting = await app.call('cases.show', { id })
    expect(waiting.forCustomer.zh).toBe('已答复，等待您确认')
    expect(waiting.followUps).toMatchObject([{ kind: 'callback', dueAt: app.now() + 3 * DAY, doneAt: null }])
    expect(
      await app.fail('cases.advance', { id, step: 'close', data: closing, expectedSeq: waiting.lastSeq }),
    ).toMatchObject({ rule: 'case-step-not-here' })
    await step('visit', visit(app.now()))
    const seq = (await app.call('cases.show', { id })).lastSeq
    const own = { id, step: 'close', data: closing, expectedSeq: seq }
    expect(await app.fail('cases.advance', own)).toMatchObject({ rule: 'case-not-handler' })
    await app.as('lead')
    const closed = await step('close', closing)

    expect(closed.isOpen).toBe(false)
    const promised = closed.clocks.filter(isPromised)
    expect(promised.map((clock) => [clock.kind, clock.state, clock.stoppedAt && clock.stoppedAt - START])).toEqual([
      ['respond', 'met', HOUR],
      ['confirm', 'met', HOUR],
      ['resolve', 'met', 2 * HOUR],
      ['reply', 'met', 2 * HOUR],
      ['legal', 'met', 2 * HOUR],
    ])
    const view = await app.call('cases.show', { id })
    expect(view.events.map((event) => [event.kind, event.fromState, event.toState, event.actorName])).toEqual([
      ['opened', null, 'registered', 'agent'],
      ['step', 'registered', 'confirmed', 'agent'],
      ['step', 'confirmed', 'assigned', 'agent'],
      ['step', 'assigned', 'investigating', 'agent'],
      ['step', 'investigating', 'replied', 'agent'],
      ['step', 'replied', 'followUp', 'agent'],
      ['step', 'followUp', 'closed', 'lead'],
    ])
    expect({ promisedAt: view.promisedAt, closedAt: view.closedAt, followUp: view.followUps[0]?.doneAt }).toEqual({
      promisedAt: START + HOUR + DAY,
      closedAt: app.now(),
      followUp: app.now(),
    })
  },
)

onEveryEngine(
  "S1-23..27 S1-34 S1-41 S2-20 S2-21 S2-23..31 S2-35 S3-61 S3-64 S5-20 S5-21 S5-68 registration keeps every field, the customer's own time, its owner and a due time for each promise",
  async (app) => {
    const agent = await app.as('agent')
    const receivedAt = START - 2 * HOUR
    const { id, clocks } = await app.call(
      'cases.open',
      complaint({
        receivedAt,
        flightNo: 'mf8101',
        flightDay: '2026-09-29',
        route: 'XMN-PEK',
        ticketNo: '7311234567890',
        pnr: 'abc123',
        baggageTag: 'MF123456',
        staffConcerned: '值机柜台',
      }),
    )
    expect(clocks.filter(isPromised).map((clock) => [clock.kind, clock.ruleId, clock.dueAt])).toEqual([
      ['respond', 's2-respond-2h', receivedAt + 2 * HOUR],
      ['confirm', 's1-confirm-24h', receivedAt + DAY],
      ['resolve', 's1-delay-48h', receivedAt + 2 * DAY],
      ['reply', 's3-complaint-reply', at('2026-10-11T00:00:00')],
      ['legal', 'ccar-10wd', at('2026-10-21T00:00:00')],
    ])
    expect(await app.call('cases.show', { id })).toMatchObject({
      receivedAt,
      registeredAt: START,
      entryLagMs: 2 * HOUR,
      registeredBy: agent,
      ownerId: agent,
      contactName: '陈女士',
      contactPhone: '13800001234',
      content: '航班延误五小时，现场无人说明原因',
      reason: '缺少信息',
      demand: '书面说明并道歉',
      flightNo: 'MF8101',
      flightDay: '2026-09-29',
      route: 'XMN-PEK',
      ticketNo: '7311234567890',
      pnr: 'ABC123',
      baggageTag: 'MF123456',
      staffConcerned: '值机柜台',
    })
  },
)

onEveryEngine(
  'S2-12..18 S2-30 S3-46 five axes at once with defaults from category and severity; urgency by importance sets the priority and the tier raises it',
  async (app) => {
    const memberId = await addMember(app, 'gold')
    const { id, priority } = await app.call(
      'cases.open',
      complaint({ memberId, anonymousReason: null, category: 'ticket.refund', severity: 'major' }),
    )
    const { contentClass, severity, objectClass, department, timeClass, urgency, importance } = await app.call(
      'cases.show',
      { id },
    )
    expect({ contentClass, severity, objectClass, department, timeClass, urgency, importance, priority }).toEqual({
      contentClass: 'fee',
      severity: 'major',
      objectClass: 'operator',
      department: 'ticketing',
      timeClass: 'h24',
      urgency: 'normal',
      importance: 'high',
      priority: 'p1',
    })
    expect(
      await app.call('cases.preview', {
        kind: 'complaint',
        channel: 'phone',
        category: 'ticket.refund',
        severity: 'major',
      }),
    ).toMatchObject({ priority: 'p2', raisedBy: 0, tier: 'none' })
    const own = complaint({
      memberId,
      anonymousReason: null,
      contentClass: 'service',
      objectClass: 'partner',
      department: 'legal',
      timeClass: 'immediate',
      urgency: 'low',
      importance: 'low',
    })
    const other = await app.call('cases.open', own)
    expect(await app.call('cases.show', { id: other.id })).toMatchObject({
      contentClass: 'service',
      objectClass: 'partner',
      department: 'legal',
      timeClass: 'immediate',
      priority: 'p3',
    })
    expect(
      (
        await app.call('cases.queue', {
          contentClass: 'fee',
          severity: 'major',
          objectClass: 'operator',
          department: 'ticketing',
          timeClass: 'h24',
        })
      ).rows.map((row) => row.id),
    ).toEqual([id])
  },
)

onEveryEngine('S3-46 a higher tier gets stricter limits', async (app) => {
  const memberId = await addMember(app, 'diamond')
  const { clocks } = await app.call('cases.open', complaint({ memberId, anonymousReason: null }))
  expect(clocks.slice(0, 2).map((clock) => [clock.kind, clock.ruleId, clock.dueAt - START])).toEqual([
    ['respond', 'tier-diamond-respond', 30 * MINUTE],
    ['confirm', 'tier-diamond-confirm', 4 * HOUR],
  ])
})

onEveryEngine(
  'S1-22 every kind and channel is numbered in its own series of the day, also when many register at once',
  async (app) => {
    const drafts = [...Array(6)].map((_, i) => complaint({ channel: i % 2 === 0 ? 'email' : 'weibo' }))
    const opened = await Promise.all(drafts.map((draft) => app.call('cases.open', draft)))
    expect(opened.map((one) => one.number).sort()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `TS-20260930-000${n}`))
    expect((await app.call('cases.open', enquiry())).number).toBe('ZX-20260930-0001')
    app.setNow(at('2026-10-01T00:00:01'))
    expect((await app.call('cases.open', complaint())).number).toBe('TS-20261001-0001')
  },
)

onEveryEngine('a form that lacks something is refused with every field it lacks', async (app) => {
  await app.as('agent')
  const issues = async (draft: Parameters<typeof complaint>[0]) => {
    const failure = await app.fail('cases.open', complaint(draft))
    return failure.code === 'INVALID_INPUT' ? failure.issues.map((issue) => `${issue.path} ${issue.reason}`) : failure
  }
  expect(await issues({ demand: '', content: ' ' })).toEqual(['content required', 'demand required'])
  expect(await issues({ anonymousReason: null })).toEqual(['anonymousReason required'])
  expect(await issues({ apologyGiven: false })).toEqual(['apologyGiven required'])
  expect(await issues({ contactPhone: 'not a number' })).toEqual(['contactPhone phone'])
  expect(await issues({ category: 'nonsense' as never })).toEqual(['category invalid_value'])
  expect(await issues({ receivedAt: START + HOUR })).toMatchObject({ rule: 'case-received-in-future' })
  expect(await issues({ memberId: 'nobody' as never })).toEqual({ code: 'NOT_FOUND', entity: 'member' })
})

onEveryEngine('what a step does not ask for is refused by name, not lost in silence', async (app) => {
  await app.as('agent')
  const { id, lastSeq: expectedSeq } = await app.call('cases.open', complaint({}))
  const given = { ...confirmation(START), contactPersn: '张先生' }
  expect(await app.fail('cases.advance', { id, to: 'confirmed', data: given, expectedSeq })).toEqual({
    code: 'INVALID_INPUT',
    issues: [{ path: 'data.contactPersn', reason: 'unrecognized_keys' }],
  })
  const unreadable = { ...confirmation(START), confirmedFacts: '属\0实' }
  expect(await app.fail('cases.advance', { id, to: 'confirmed', data: unreadable, expectedSeq })).toMatchObject({
    issues: [{ path: 'data.confirmedFacts', reason: 'unreadable' }],
  })
})

onEveryEngine('two desks on one case: the slower one is told and changes nothing', async (app) => {
  const { id, lastSeq } = await app.call('cases.open', complaint())
  await app.call('cases.note', { id, text: '客户补充了登机牌照片' })
  expect(
    await app.fail('cases.advance', { id, step: 'confirm', data: confirmation(app.now()), expectedSeq: lastSeq }),
  ).toEqual({ code: 'CONFLICT', entity: 'case' })
  expect((await app.call('cases.show', { id })).state).toBe('registered')
})

onEngine(
  'postgres',
  'two programs that take the same step at the same moment: one does it, the other is told',
  async (app) => {
    const { id } = await app.call('cases.open', complaint())
    const other = app.another()
    try {
      await other.call('session.signIn', { login: 'boss', password: PASSWORD })
      const step = { id, step: 'confirm', data: confirmation(app.now()), expectedSeq: 1 }
      const results = await Promise.all([app.engine.call('cases.advance', step), other.call('cases.advance', step)])
      expect(results.map((result) => (result.ok ? result.value.lastSeq : result.failure.code)).sort()).toEqual([
        2,
        'CONFLICT',
      ])
      const numbers = await Promise.all(
        [app.engine, other, app.engine, other].map((engine) => engine.call('cases.open', complaint())),
      )
      expect(new Set(numbers.map((result) => (result.ok ? result.value.number : '-'))).size).toBe(4)
    } finally {
      await other.close()
    }
  },
)

onEveryEngine(
  'S3-66 S3-67 S3-68 S3-69 a suggestion is thanked for, passed to the department, and answered with what became of it',
  async (app) => {
    const agent = await app.as('agent')
    const draft = {
      kind: 'suggestion',
      channel: 'phone',
      category: 'service.lounge',
      anonymousReason: '非会员',
      contactPhone: '13900005678',
      content: '休息室增加充电位',
    } as const
    expect(await app.fail('cases.open', draft)).toEqual({
      code: 'INVALID_INPUT',
      issues: [{ path: 'thanked', reason: 'required' }],
    })
    const { id } = await app.call('cases.open', { ...draft, thanked: true })
    await app.call('cases.advance', {
      id,
      step: 'assign',
      data: { ownerId: agent, department: 'airport', collation: '两个贵宾休息室加装充电位' },
      expectedSeq: 1,
    })
    expect(
      await app.fail('cases.advance', { id, step: 'answerAssigned', data: { answer: '已采纳' }, expectedSeq: 2 }),
    ).toMatchObject({ rule: 'case-step-not-here' })
    expect(
      await app.fail('cases.advance', { id, step: 'decide', data: { adoptionNote: '可行' }, expectedSeq: 2 }),
    ).toMatchObject({ issues: [{ path: 'data.adoption' }] })
    await app.call('cases.advance', {
      id,
      step: 'decide',
      data: { adoption: 'adopted', adoptionNote: '已列入本季度改造' },
      expectedSeq: 2,
    })
    const answered = await app.call('cases.advance', {
      id,
      step: 'replySuggestion',
      data: { answer: '将在两个休息室加装', feedbackChannel: 'phone' },
      expectedSeq: 3,
    })
    expect(answered.clocks.map((clock) => [clock.kind, clock.state])).toEqual([['reply', 'met']])
    expect(await app.call('cases.show', { id })).toMatchObject({
      department: 'airport',
      recorded: { thanked: true, adoption: 'adopted', adoptionNote: '已列入本季度改造', answer: '将在两个休息室加装' },
    })
    expect(await take(app, id, 'close', { isSolved: 'yes' })).toMatchObject({ state: 'closed', isOpen: false })
  },
)

onEveryEngine(
  'S3-52..56 S3-58 an enquiry is answered within minutes, or found complex with the customer told, a follow-up that reminds, and a solution of its own',
  async (app) => {
    const agent = await app.as('agent')
    const quick = await app.call('cases.open', enquiry())
    app.wait(4 * MINUTE)
    const answered = await app.call('cases.advance', {
      id: quick.id,
      to: 'answered',
      data: { answer: '经济舱20公斤' },
      expectedSeq: 1,
    })
    expect(answered.clocks.map((clock) => [clock.kind, clock.state, clock.dueAt - clock.startedAt])).toEqual([
      ['answer', 'met', 5 * MINUTE],
    ])

    const hard = await app.call('cases.open', enquiry({ content: '跨航司里程补登' }))
    const complexity = {
      complexReason: '需核对合作方数据',
      customerTold: true,
      expectedAt: at('2026-10-09T18:00:00'),
      ownerId: agent,
    }
    expect(
      await app.fail('cases.advance', {
        id: hard.id,
        step: 'markComplex',
        data: { ...complexity, customerTold: false },
        expectedSeq: 1,
      }),
    ).toMatchObject({ issues: [{ path: 'data.customerTold' }] })
    const marked = await app.call('cases.advance', {
      id: hard.id,
      step: 'markComplex',
      data: complexity,
      expectedSeq: 1,
    })
    expect(marked.clocks.map((clock) => [clock.kind, clock.state, clock.dueAt])).toEqual([
      ['answer', 'met', app.now() + 5 * MINUTE],
      ['reply', 'running', at('2026-10-11T00:00:00')],
    ])
    expect(await app.call('cases.followUps', {})).toEqual([])
    app.setNow(at('2026-10-09T18:00:00'))
    const [due] = await app.call('cases.followUps', {})
    expect(due).toMatchObject({
      kind: 'answer',
      caseNumber: 'ZX-20260930-0002',
      text: '需核对合作方数据',
      ownerId: agent,
    })
    await app.call('cases.followUpDone', { followUpId: due?.id ?? '', outcome: '已电话答复' })
    expect(await app.call('cases.followUps', {})).toEqual([])
    expect(await app.fail('cases.followUpDone', { followUpId: due?.id ?? '', outcome: '再次' })).toMatchObject({
      rule: 'follow-up-done',
    })
    const solution = { answer: '里程已人工补登', solution: '由合作方专员逐笔核对，三年内缺失里程一次补齐' }
    await take(app, hard.id, 'answerAssigned', { ...solution })
    expect((await app.call('cases.show', { id: hard.id })).recorded).toMatchObject(solution)
  },
)

onEveryEngine('S2-22 S3-23..26 service requests name their type and what is to be done', async (app) => {
  await app.as('agent')
  const request = {
    kind: 'service',
    channel: 'phone',
    category: 'ticket.booking',
    anonymousReason: '代办',
    contactPhone: '13900005678',
    content: '预订10月8日厦门至北京',
  } as const
  expect(await app.fail('cases.open', request)).toMatchObject({
    code: 'INVALID_INPUT',
    issues: [{ path: 'serviceType' }],
  })
  for (const serviceType of ['booking', 'flightStatus', 'seat', 'upgrade'] as const) {
    const { id } = await app.call('cases.open', { ...request, serviceType, demand: '靠窗' })
    expect(await app.call('cases.show', { id })).toMatchObject({
      serviceType,
      demand: '靠窗',
      clocks: [{ kind: 'respond' }, { kind: 'resolve' }],
    })
  }
})

onEveryEngine('S1-26 a member without a telephone is still somebody one can write to', async (app) => {
  await app.as('agent')
  const member = await app.call('members.create', {
    card: 'CA-NO-PHONE',
    name: '无电话会员',
    email: 'someone@example.com',
  })
  const opened = await app.call('cases.open', {
    kind: 'complaint',
    channel: 'email',
    category: 'flight.delay',
    memberId: member.id,
    content: '航班延误',
    demand: '道歉',
    apologyGiven: true,
  })
  expect(await app.call('cases.show', { id: opened.id })).toMatchObject({ memberId: member.id, contactPhone: '' })
})
