import { expect } from 'vitest'
import type { UserId } from '../src/shared/ids.ts'
import { HOUR, MINUTE } from '../src/shared/time.ts'
import { type App, onEngine, onEveryEngine } from './app.ts'
import { closing, complaint, confirmation, inStore, reply, take, visit } from './cases-fixtures.ts'
import { closedComplaint, marksOf } from './reviews-fixtures.ts'

const stored = (app: App, id: string) =>
  inStore(app, (db) => db.selectFrom('caseReviews').selectAll().where('id', '=', id).executeTakeFirstOrThrow())

onEveryEngine(
  'S2-131 S2-132 S2-133 S2-134 S2-135 S2-136 one complaint is judged on all four standards, beside what its own clocks and answers say',
  async (app) => {
    const caseId = await closedComplaint(app)
    const lead = await app.as('lead', 'zhao')
    const begun = await app.call('reviews.begin', { caseId })
    expect(begun).toMatchObject({
      refusal: null,
      formVersion: 1,
      subject: { kind: 'complaint', agentName: 'li', about: 'flight.delay' },
      figures: {
        of: 'complaint',
        handlingMs: HOUR,
        rounds: 1,
        transfers: 0,
        isSolved: 'yes',
        satisfaction: { result: 4, process: 5, agent: 5, overall: 4 },
      },
      computed: { respond: 5, confirm: 5, resolve: 5, reply: 5, resultSatisfaction: 4, processSatisfaction: 5 },
    })
    expect(begun.form.groups.map(({ name }) => name.zh)).toEqual(['及时性', '处理质量', '服务态度', '处理效果'])
    expect(begun.form.groups.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(
      expect.arrayContaining([
        ...['accuracy', 'completeness', 'compliance', 'processSatisfaction'],
        ...['manner', 'communication', 'responsibility', 'resolution', 'resultSatisfaction'],
      ]),
    )
    const marks = marksOf(begun, 5, { accuracy: 3, communication: null, resolution: 4 })
    const given = await app.call('reviews.give', {
      ...{ caseId, formVersion: 1, marks, notes: { accuracy: '原因写得不全' }, comment: '总体良好' },
    })
    expect(given).toMatchObject({
      agentName: 'li',
      reviewerId: lead,
      // 25 each: 100, (3·2+5·2+5·2+5)/(7·5), 100 with one part left out, (4·2+4)/(3·5).
      result: {
        total: 92,
        groups: [
          { id: 'timeliness', points: 100 },
          { id: 'quality', points: 89 },
          { id: 'attitude', points: 100 },
          { id: 'effect', points: 80 },
        ],
        failedItem: null,
      },
      total: 92,
      state: 'given',
      notes: { accuracy: '原因写得不全' },
      figures: { handlingMs: HOUR },
    })
    expect(await stored(app, given.id)).toMatchObject({ caseId, total: 92, month: '2026-09', formVersion: 1 })
  },
)

onEveryEngine(
  'S2-131 a complaint that took too long loses points by its own clocks, whatever the reader thinks',
  async (app) => {
    await app.as('agent', 'li')
    const { id: late } = await app.call('cases.open', complaint())
    app.wait(30 * 24 * HOUR)
    const owner = (await app.call('cases.show', { id: late })).ownerId ?? ''
    await take(app, late, 'confirm', confirmation(app.now()))
    await take(app, late, 'assign', { ownerId: owner })
    await take(app, late, 'accept')
    await take(app, late, 'reply', reply(app.now()))
    await take(app, late, 'attempt', { contactAt: app.now(), contactChannel: 'phone' })
    await take(app, late, 'visit', visit(app.now()))
    await app.as('manager')
    await take(app, late, 'close', closing)
    await app.as('lead', 'zhao')
    const begun = await app.call('reviews.begin', { caseId: late })
    expect(begun.computed).toMatchObject({ confirm: 0 })
    expect(begun.figures).toMatchObject({ handlingMs: 30 * 24 * HOUR })
    expect(
      await app.fail('reviews.give', { caseId: late, formVersion: 1, marks: { ...marksOf(begun), confirm: 5 } }),
    ).toMatchObject({ rule: 'review-mark-unknown', params: { item: 'confirm' } })
    const { result } = await app.call('reviews.give', { caseId: late, formVersion: 1, marks: marksOf(begun) })
    const points = Object.fromEntries(result.groups.map((group) => [group.id, group.points]))
    expect(points).toMatchObject({ attitude: 100 })
    expect(points.timeliness).toBeLessThan(60)
  },
)

onEveryEngine('S3-51 a call is judged by the listening rules, not interrupting among them', async (app) => {
  await app.as('agent', 'li')
  const { id: callId } = await app.call('calls.start', { direction: 'inbound', phone: '13800001234' })
  app.wait(3000)
  await app.call('calls.answer', { id: callId })
  app.wait(2 * MINUTE)
  await app.call('calls.hangUp', { id: callId })
  const said = { question: '想问行李额', process: '查询规定', result: '已告知' }
  await app.call('calls.finish', { id: callId, resultCode: 'answered-enquiry', ...said })
  await app.as('lead', 'zhao')
  const begun = await app.call('reviews.begin', { callId })
  expect(begun).toMatchObject({
    refusal: null,
    subject: { kind: 'call', agentName: 'li' },
    figures: { of: 'call', isInTime: true, talkMs: 2 * MINUTE },
    computed: { answered: 5 },
  })
  const listening = begun.form.groups.find(({ id }) => id === 'listening')
  expect(listening?.items.map(({ name }) => name.zh)).toEqual([
    '不打断客户',
    '专注倾听、适时回应',
    '复述确认、准确理解需求',
    '不急躁、不抢话、不预先下结论',
  ])
  const marks = marksOf(begun, 5, { noInterrupting: 0 })
  const given = await app.call('reviews.give', { callId, formVersion: 1, marks, comment: '两次打断客户' })
  // The listening group: (0·3 + 5·2 + 5·2 + 5) of 40.
  expect(given.result.groups.find(({ id }) => id === 'listening')).toEqual({ id: 'listening', points: 63 })
  expect(given.total).toBe(89)
  const failed = await app.call('reviews.give', { callId, formVersion: 1, marks: { ...marks, privacy: 0 } })
  expect(failed).toMatchObject({ total: 0, isFailed: true, result: { failedItem: 'privacy' } })
})

onEveryEngine(
  'the person judged sees the result, disputes it, and a second reader decides; a coaching action follows',
  async (app) => {
    const caseId = await closedComplaint(app)
    const li = (await app.as('agent', 'li')) as UserId
    expect(await app.fail('reviews.begin', { caseId })).toEqual({ code: 'FORBIDDEN' })
    const zhao = (await app.as('lead', 'zhao')) as UserId
    const begun = await app.call('reviews.begin', { caseId })
    const { id, total } = await app.call('reviews.give', {
      ...{ caseId, formVersion: 1, marks: marksOf(begun, 2) },
    })
    await app.as('agent', 'wu')
    expect(await app.call('reviews.list', {})).toEqual([])
    expect(await app.fail('reviews.show', { id })).toEqual({ code: 'NOT_FOUND', entity: 'review' })

    await app.as('agent', 'li')
    expect((await app.call('reviews.list', {})).map((row) => row.id)).toEqual([id])
    expect(await app.call('reviews.show', { id })).toMatchObject({ mayAnswer: true, mayDecide: false })
    expect(await app.fail('reviews.answer', { id, isDisputed: true, text: '' })).toMatchObject({
      code: 'INVALID_INPUT',
    })
    const disputed = await app.call('reviews.answer', { id, isDisputed: true, text: '已主动两次告知进展，见记录' })
    expect(disputed).toMatchObject({ state: 'disputed', mayAnswer: false })
    expect(await app.fail('reviews.answer', { id, isDisputed: false, text: '' })).toMatchObject({
      rule: 'review-answered',
    })

    await app.as('lead', 'zhao')
    const changed = { id, decision: 'changed', text: '记录属实', marks: marksOf(begun, 4) } as const
    expect(await app.fail('reviews.decide', changed)).toMatchObject({ rule: 'review-second-reader' })
    await app.as('manager')
    const decided = await app.call('reviews.decide', changed)
    expect(decided).toMatchObject({ state: 'decided', decision: 'changed', firstTotal: total, decidedByName: '王经理' })
    expect(decided.total).toBeGreaterThan(total)
    expect(await stored(app, id)).toMatchObject({ total: decided.total, firstTotal: total, state: 'decided' })

    const action = { text: '每周一次倾听辅导', ownerId: zhao, dueDay: '2026-10-20' }
    const withAction = await app.call('reviews.coach', { id, ...action })
    expect(withAction).toMatchObject({ openActions: 1, actions: [{ text: '每周一次倾听辅导', ownerName: 'zhao' }] })
    const month = { month: '2026-09' }
    const sum = { agentId: li, kind: 'complaint', count: 1, average: decided.total, openActions: 1, disputed: 0 }
    expect(await app.call('reviews.results', month)).toMatchObject([sum])
    await app.as('lead', 'zhao')
    const [{ id: actionId = '' } = {}] = withAction.actions
    expect(await app.call('reviews.coached', { actionId, outcome: '已完成三次辅导' })).toMatchObject({
      openActions: 0,
      actions: [{ outcome: '已完成三次辅导', doneAt: app.now() }],
    })
    await app.as('agent', 'li')
    expect(await app.call('reviews.results', month)).toMatchObject([{ ...sum, openActions: 0 }])
  },
)

onEveryEngine('nobody judges what they had in hand, and nothing that is still under way', async (app) => {
  await app.as('lead', 'zhao')
  const caseId = await closedComplaint(app, 'zhao')
  const begun = await app.call('reviews.begin', { caseId })
  expect(begun.refusal).toBeNull()
  await app.as('lead', 'zhao')
  expect(await app.call('reviews.begin', { caseId })).toMatchObject({ refusal: 'review-own' })
  expect(await app.fail('reviews.give', { caseId, formVersion: 1, marks: marksOf(begun) })).toMatchObject({
    rule: 'review-own',
  })
  await app.as('agent', 'li')
  const { id: open } = await app.call('cases.open', complaint())
  await app.as('lead', 'zhao')
  expect(await app.call('reviews.begin', { caseId: open })).toMatchObject({ refusal: 'review-not-over' })
})

onEveryEngine('a form is changed as a new version; judgements keep the version they were made with', async (app) => {
  const caseId = await closedComplaint(app)
  await app.as('lead', 'zhao')
  const begun = await app.call('reviews.begin', { caseId })
  const old = await app.call('reviews.give', { caseId, formVersion: 1, marks: marksOf(begun, 4) })
  expect(await app.fail('reviews.saveForm', { form: begun.form, basedOn: 1, reason: '调整' })).toEqual({
    code: 'FORBIDDEN',
  })
  await app.as('manager')
  const groups = begun.form.groups.map((group) => (group.id === 'effect' ? { ...group, weight: 75 } : group))
  const without = { ...begun.form, groups: groups.filter(({ id }) => id !== 'attitude') }
  expect(await app.fail('reviews.saveForm', { form: without, basedOn: 1, reason: '去掉态度' })).toMatchObject({
    rule: 'review-form-standard',
    params: { standard: 'attitude' },
  })
  const form = { ...begun.form, groups }
  expect(await app.call('reviews.saveForm', { form, basedOn: 1, reason: '更看重效果' })).toEqual({ version: 2 })
  expect(await app.fail('reviews.saveForm', { form, basedOn: 1, reason: '又一次' })).toMatchObject({ code: 'CONFLICT' })
  expect(await app.call('reviews.form', { kind: 'complaint' })).toMatchObject({
    version: 2,
    versions: [{ version: 2, savedByName: '王经理', reason: '更看重效果' }, { version: 1 }],
  })
  await app.as('lead', 'zhao')
  expect(await app.fail('reviews.give', { caseId, formVersion: 1, marks: marksOf(begun) })).toMatchObject({
    code: 'CONFLICT',
  })
  const weighed = await app.call('reviews.give', { caseId, formVersion: 2, marks: marksOf(begun, 4) })
  expect(weighed.total).toBeLessThan(old.total)
  expect(await app.call('reviews.show', { id: old.id })).toMatchObject({ formVersion: 1, total: old.total })
})

onEngine('sqlite', 'the results of a complaint stand in its own list, for leads', async (app) => {
  const caseId = await closedComplaint(app)
  await app.as('lead', 'zhao')
  const begun = await app.call('reviews.begin', { caseId })
  const { number } = begun.subject
  expect((await app.call('reviews.begin', { number: number.toLowerCase() })).subject.caseId).toBe(caseId)
  await app.call('reviews.give', { caseId, formVersion: 1, marks: marksOf(begun) })
  expect(await app.call('reviews.list', { caseId })).toMatchObject([{ number, kind: 'complaint' }])
  expect(await app.fail('reviews.begin', { number: 'TS-1' })).toEqual({ code: 'NOT_FOUND', entity: 'reviewSubject' })
})
