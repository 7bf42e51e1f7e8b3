import { expect } from 'vitest'
import type { UserId } from '../src/shared/ids.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { onEveryEngine, START } from './app.ts'
import { addMember, complaint, enquiry, inStore } from './cases-fixtures.ts'

onEveryEngine(
  'S1-08 S1-07 "where is my complaint" is answered by number, phone, ticket, booking or card, in words for the customer',
  async (app) => {
    await app.as('agent')
    const memberId = await addMember(app, 'gold', 'EG10001')
    const { id, number } = await app.call(
      'cases.open',
      complaint({ memberId, anonymousReason: null, contactPhone: '', ticketNo: '7311234567890', pnr: 'abc123' }),
    )
    await app.call('cases.open', complaint())
    for (const text of [
      number,
      number.toLowerCase().replaceAll('-', ''),
      '137 0000 4321',
      '+8613700004321',
      '7311234567890',
      'ABC123',
      'eg10001',
    ]) {
      expect((await app.call('cases.find', { text })).map((row) => [row.id, row.forCustomer.zh, row.phone])).toEqual([
        [id, '已受理，正在核实', '+86137****4321'],
      ])
    }
    expect(await app.call('cases.find', { text: 'TS-20260930-0099' })).toEqual([])
  },
)

onEveryEngine(
  'S1-10 a matter that the same person already told is shown before it is registered again, and can be linked',
  async (app) => {
    const first = await app.call('cases.open', complaint({ flightNo: 'MF8101', flightDay: '2026-09-29' }))
    const look = (more: object) => app.call('cases.similar', { phone: '138-0000-1234', ...more })
    expect(await look({ category: 'flight.cancel' })).toMatchObject([{ id: first.id, reasons: ['phone', 'category'] }])
    expect(await look({ category: 'baggage.lost', flightNo: 'mf8101', flightDay: '2026-09-29' })).toMatchObject([
      { id: first.id, reasons: ['phone', 'flight'] },
    ])
    expect(await look({ category: 'baggage.lost' })).toEqual([])
    expect(await app.call('cases.similar', { phone: '13900000000', category: 'flight.delay' })).toEqual([])
    const second = await app.call('cases.open', complaint({ relatedCaseId: first.id }))
    expect((await app.call('cases.show', { id: first.id })).related.map((row) => row.id)).toEqual([second.id])
    const third = await app.call('cases.open', complaint())
    await app.call('cases.link', { id: third.id, otherId: first.id, reason: '同一航班' })
    expect((await app.call('cases.show', { id: first.id })).events.at(-1)).toMatchObject({
      kind: 'linked',
      data: { number: third.number, reason: '同一航班' },
    })
    app.wait(40 * DAY)
    expect(await look({ category: 'flight.cancel' })).toEqual([])
  },
)

onEveryEngine('S1-48 merging points at the other case and keeps both histories', async (app) => {
  const [one, two] = [await app.call('cases.open', complaint()), await app.call('cases.open', complaint())]
  expect(
    await app.fail('cases.advance', { id: two.id, to: 'merged', data: { mergedInto: two.number }, expectedSeq: 1 }),
  ).toMatchObject({ rule: 'case-merge-self' })
  const merged = await app.call('cases.advance', {
    id: two.id,
    to: 'merged',
    data: { mergedInto: one.number },
    expectedSeq: 1,
  })
  expect({ isOpen: merged.isOpen, running: merged.clocks.filter((clock) => clock.state === 'running') }).toEqual({
    isOpen: false,
    running: [],
  })
  expect((await app.call('cases.show', { id: one.id })).events.map((event) => event.kind)).toEqual(['opened', 'linked'])
  expect((await app.call('cases.show', { id: two.id })).events.map((event) => event.kind)).toEqual(['opened', 'step'])
})

onEveryEngine('S5-18 the queue follows the limits that end next, or the priority first', async (app) => {
  const slow = await app.call('cases.open', complaint())
  const quick = await app.call('cases.open', enquiry())
  const urgent = await app.call('cases.open', complaint({ severity: 'urgent', timeClass: 'h48' }))
  app.wait(HOUR)
  const ids = async (input: object) => (await app.call('cases.queue', input)).rows.map((row) => row.id)
  expect(await ids({})).toEqual([quick.id, ...[slow.id, urgent.id].sort()])
  expect(await ids({ order: 'priority' })).toEqual([urgent.id, quick.id, slow.id])
  expect(await ids({ isOverdue: true })).toEqual([quick.id])
  expect(await ids({ kind: 'complaint', severity: 'urgent' })).toEqual([urgent.id])
  expect(await ids({ category: 'flight' })).toHaveLength(2)
  expect(await ids({ owner: 'nobody' })).toEqual([])
  expect(await app.call('cases.counts', {})).toEqual({
    open: 3,
    mine: 3,
    nobody: 0,
    overdue: 1,
    mineOverdue: 1,
    kinds: { enquiry: 1, complaint: 2, suggestion: 0, service: 0 },
    followUpsDue: 0,
  })
  expect((await app.call('cases.workflows', {})).map((workflow) => [workflow.kind, workflow.states[0]?.id])).toEqual([
    ['enquiry', 'registered'],
    ['complaint', 'registered'],
    ['suggestion', 'registered'],
    ['service', 'registered'],
  ])
})

onEveryEngine(
  'S1-40 S2-36 S5-68 a case has one owner at every moment; an agent hands on only their own, with a reason and not without end',
  async (app) => {
    const second = (await app.as('agent', 'second')) as UserId
    const first = (await app.as('agent', 'first')) as UserId
    const { id } = await app.call('cases.open', complaint())
    const assign = (ownerId: UserId, expectedSeq: number, reason = '客户要求换人') => ({
      id,
      ownerId,
      reason,
      expectedSeq,
    })
    expect(await app.fail('cases.assign', assign(second, 1, ''))).toMatchObject({ rule: 'case-assign-reason' })
    expect(await app.fail('cases.assign', assign(first, 1))).toMatchObject({ rule: 'case-same-owner' })
    await app.call('cases.assign', assign(second, 1))
    expect(await app.fail('cases.assign', assign(first, 2))).toMatchObject({ rule: 'case-not-owner' })
    await app.as('agent', 'second')
    await app.call('cases.assign', assign(first, 2))
    await app.as('agent', 'first')
    expect(await app.fail('cases.assign', assign(second, 3))).toEqual({
      code: 'RULE',
      rule: 'case-transfers',
      params: { max: 2 },
    })
    await app.as('lead')
    await app.call('cases.assign', assign(second, 3))
    const admin = (await app.as('admin')) as UserId
    await app.as('lead')
    expect(await app.fail('cases.assign', assign(admin, 4))).toMatchObject({ rule: 'case-not-a-handler' })
    const view = await app.call('cases.show', { id })
    expect({ owner: view.ownerName, transfers: view.transfers }).toEqual({ owner: 'second', transfers: 3 })
    expect(
      view.events
        .filter((event) => event.kind === 'assigned')
        .map((event) => [event.data.from, event.data.to, event.actorName]),
    ).toEqual([
      [first, second, 'first'],
      [second, first, 'second'],
      [first, second, 'lead'],
    ])
  },
)

onEveryEngine(
  'S2-10 a report of misconduct is hidden from everybody but its handler, leads and managers too',
  async (app) => {
    await app.as('agent', 'handler')
    const { id, number } = await app.call('cases.open', complaint({ channel: 'reportPhone' }))
    expect(await app.call('cases.queueTotal', {})).toBe(1)
    for (const role of ['agent', 'lead', 'manager'] as const) {
      await app.as(role, `other-${role}`)
      expect(await app.fail('cases.show', { id })).toEqual({ code: 'NOT_FOUND', entity: 'case' })
      expect(await app.fail('cases.note', { id, text: '看看' })).toEqual({ code: 'NOT_FOUND', entity: 'case' })
      expect([
        await app.call('cases.find', { text: number }),
        await app.call('cases.queueTotal', {}),
        (await app.call('cases.counts', {})).open,
      ]).toEqual([[], 0, 0])
      expect(await app.call('cases.similar', { phone: '13800001234', category: 'flight.delay' })).toEqual([])
    }
    await app.signIn('handler')
    expect((await app.call('cases.show', { id })).isRestricted).toBe(true)
  },
)

onEveryEngine(
  'S1-35 S1-46 what was registered can be corrected; the log keeps what stood there before',
  async (app) => {
    const { id } = await app.call('cases.open', complaint())
    await app.call('cases.amend', {
      id,
      changes: { contactPhone: '13711112222', flightNo: 'MF8102' },
      reason: '客户更正',
      expectedSeq: 1,
    })
    expect(await app.call('cases.find', { text: '13711112222' })).toHaveLength(1)
    expect((await app.call('cases.show', { id })).events.at(-1)).toMatchObject({
      kind: 'amended',
      data: {
        before: { contactPhone: '13800001234', flightNo: null },
        after: { contactPhone: '13711112222', flightNo: 'MF8102' },
        reason: '客户更正',
      },
    })
    expect(await app.fail('cases.amend', { id, changes: {}, reason: '无', expectedSeq: 2 })).toMatchObject({
      code: 'INVALID_INPUT',
    })
  },
)

onEveryEngine(
  'S3-131 reading a case is remembered like changing one, and refusals too; lists disclose nobody',
  async (app) => {
    const agent = await app.as('agent')
    const memberId = await addMember(app)
    const { id } = await app.call('cases.open', complaint({ memberId, anonymousReason: null }))
    await app.call('cases.show', { id })
    await app.call('cases.queue', {})
    await app.fail('cases.advance', { id, to: 'closed', expectedSeq: 1 })
    const rows = await inStore(app, (db) =>
      db
        .selectFrom('audit')
        .select(['actorId', 'call', 'outcome', 'memberId', 'caseId'])
        .where('call', 'like', 'cases.%')
        .orderBy('seq')
        .execute(),
    )
    expect(rows).toEqual([
      { actorId: agent, call: 'cases.open', outcome: 'done', memberId, caseId: id },
      { actorId: agent, call: 'cases.show', outcome: 'done', memberId, caseId: id },
      { actorId: agent, call: 'cases.advance', outcome: 'refused', memberId: null, caseId: null },
    ])
  },
)

onEveryEngine(
  'S3-55 follow-ups of a person are listed when they are due, and only their owner or a lead finishes them',
  async (app) => {
    const other = (await app.as('agent', 'other')) as UserId
    await app.as('agent')
    const { id } = await app.call('cases.open', complaint())
    await app.call('cases.followUp', { id, dueAt: START + HOUR, text: '回电' })
    const theirs = await app.call('cases.followUp', { id, dueAt: START + 2 * HOUR, text: '核对行李', ownerId: other })
    expect(await app.fail('cases.followUp', { id, dueAt: START, text: '过去' })).toMatchObject({
      rule: 'case-time-in-past',
    })
    app.wait(3 * HOUR)
    expect((await app.call('cases.followUps', {})).map((one) => one.text)).toEqual(['回电'])
    expect((await app.call('cases.followUps', { owner: 'all' })).map((one) => one.text)).toEqual(['回电', '核对行李'])
    expect((await app.call('cases.counts', {})).followUpsDue).toBe(1)
    expect(await app.fail('cases.followUpDone', { followUpId: theirs.id, outcome: '好了' })).toMatchObject({
      rule: 'follow-up-not-yours',
    })
    await app.as('lead')
    expect(await app.call('cases.followUpDone', { followUpId: theirs.id, outcome: '已找到' })).toMatchObject({
      doneAt: START + 3 * HOUR,
      outcome: '已找到',
    })
  },
)
