import { expect } from 'vitest'
import { DAY } from '../src/shared/time.ts'
import { onEveryEngine, START } from './app.ts'
import { finalFinding, finding, lastEntry, openComplaint, seqOf } from './remedy-fixtures.ts'

onEveryEngine(
  'S2-73 S2-82..90 a finding is drafted with ground, basis and evidence, reviewed by somebody else, put to the customer and then final and locked',
  async (app) => {
    await app.as('agent')
    const id = await openComplaint(app)
    const bare = { ...finding(), id, grounds: [], evidence: ' ', basis: '', expectedSeq: 1 }
    expect(await app.fail('liability.draft', bare)).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: 'grounds' }, { path: 'basis' }, { path: 'evidence' }],
    })
    const drafted = await app.call('liability.draft', { id, ...finding(), expectedSeq: 1 })
    expect(drafted.versions[0]).toMatchObject({
      ...{ version: 1, status: 'draft', ...finding(), authorNames: ['agent'] },
      shares: [
        { kind: 'department', department: 'airport', name: '', percent: 70 },
        { kind: 'department', department: 'operations', name: '', percent: 30 },
      ],
    })
    expect(await app.fail('liability.finish', { id, expectedSeq: 2 })).toMatchObject({ rule: 'liability-step' })
    await app.call('liability.submit', { id, expectedSeq: 2 })

    await app.as('lead')
    expect((await app.call('liability.waiting', {})).reviews).toMatchObject([
      { caseId: id, party: 'operator', authorNames: ['agent'], mayReview: true },
    ])
    await app.call('liability.review', { id, isAgreed: false, note: '补充广播记录', expectedSeq: 3 })
    // The lead adds the record and so has become an author: the review falls to somebody else.
    await app.call('liability.draft', { id, ...finding({ evidence: '广播记录与值班日志' }), expectedSeq: 4 })
    await app.call('liability.submit', { id, expectedSeq: 5 })
    expect(await app.fail('liability.review', { id, isAgreed: true, note: '同意', expectedSeq: 6 })).toMatchObject({
      rule: 'liability-review-own',
    })
    await app.as('manager')
    await app.call('liability.review', { id, isAgreed: true, note: '依据充分', expectedSeq: 6 })

    await app.as('agent')
    expect(await app.fail('liability.finish', { id, expectedSeq: 7 })).toMatchObject({
      rule: 'liability-opinion-missing',
    })
    const said = { opinion: 'partly', text: '认可延误责任，希望说明更及时', channel: 'phone' } as const
    await app.call('liability.opinion', { id, ...said, expectedSeq: 7 })
    app.wait(1000)
    const final = await app.call('liability.finish', { id, expectedSeq: 8 })
    expect(final.versions[0]).toMatchObject({
      status: 'final',
      evidence: '广播记录与值班日志',
      authorNames: ['agent', 'lead'],
      reviewerName: '王经理',
      opinion: 'partly',
      opinionText: said.text,
      finalAt: START + 1000,
      finalByName: 'agent',
    })
    expect(await lastEntry(app, id, 'liability')).toMatchObject({
      emits: ['liabilityFound'],
      recorded: { liabilityParty: 'operator', liabilityFinal: true },
    })
    for (const again of [
      await app.fail('liability.draft', { id, ...finding(), expectedSeq: 9 }),
      await app.fail('liability.opinion', { id, ...said, expectedSeq: 9 }),
    ])
      expect(again).toMatchObject({ rule: 'liability-final' })
  },
)

onEveryEngine('S2-90 a change of a final finding is a new version that goes the whole way again', async (app) => {
  await app.as('agent')
  const id = await openComplaint(app)
  await finalFinding(app, id)
  const revised = await app.call('liability.revise', { id, reason: '新证据', expectedSeq: await seqOf(app, id) })
  expect(revised.versions.map(({ version, status, reason }) => ({ version, status, reason }))).toEqual([
    { version: 2, status: 'draft', reason: '新证据' },
    { version: 1, status: 'final', reason: null },
  ])
  const joint = {
    party: 'joint',
    grounds: ['bothAtFault'],
    shares: [
      { kind: 'department', department: 'airport', percent: 60 },
      { kind: 'customer', percent: 40 },
    ],
  } as const
  const final = await finalFinding(app, id, { ...joint, grounds: [...joint.grounds], shares: [...joint.shares] })
  expect(final.versions.map(({ version, status, party }) => ({ version, status, party }))).toEqual([
    { version: 2, status: 'final', party: 'joint' },
    { version: 1, status: 'superseded', party: 'operator' },
  ])
  expect(final.versions[1]?.facts).toBe(finding().facts)
})

onEveryEngine(
  'a question of fault that does not arise is closed with its reason, and only by its own people',
  async (app) => {
    const owner = await app.as('agent')
    const id = await openComplaint(app)
    await app.as('agent', 'other')
    expect(await app.fail('liability.notApplicable', { id, reason: '误拨', expectedSeq: 1 })).toMatchObject({
      rule: 'case-not-owner',
    })
    await app.as('agent')
    expect(owner).toBeTruthy()
    const view = await app.call('liability.notApplicable', { id, reason: '仅为咨询，不涉及责任', expectedSeq: 1 })
    expect(view.versions[0]).toMatchObject({ status: 'final', party: 'none', reason: '仅为咨询，不涉及责任' })
    expect(await lastEntry(app, id, 'liability')).toMatchObject({
      recorded: { liabilityParty: 'none', liabilityFinal: true },
    })
  },
)

onEveryEngine('S2-83 S2-86 a change decided on an older state of the case is a conflict', async (app) => {
  await app.as('agent')
  const id = await openComplaint(app)
  await app.call('cases.note', { id, text: '补充' })
  expect(await app.fail('liability.draft', { id, ...finding(), expectedSeq: 1 })).toMatchObject({ code: 'CONFLICT' })
})

onEveryEngine(
  'S2-91..96 accountability, action toward the customer, rectification with verification by another, feedback inside and outside',
  async (app) => {
    await app.as('agent')
    const id = await openComplaint(app)
    const measure = { kind: 'rectification', text: '增设延误信息公告岗', department: 'airport' } as const
    expect(await app.fail('liability.measure', { id, ...measure, expectedSeq: 1 })).toMatchObject({
      rule: 'measure-too-early',
    })
    await finalFinding(app, id)
    const add = async (more: object) => {
      app.wait(1000)
      return app.call('liability.measure', { id, ...measure, ...more, expectedSeq: await seqOf(app, id) })
    }
    expect(await app.fail('liability.measure', { id, ...measure, expectedSeq: await seqOf(app, id) })).toMatchObject({
      rule: 'measure-due',
    })
    expect(
      await app.fail('liability.measure', {
        ...{ id, ...measure, kind: 'customerAction', expectedSeq: await seqOf(app, id) },
      }),
    ).toMatchObject({ rule: 'measure-customer-not-liable' })
    await add({ dueAt: START + 3 * DAY, person: '张值班' })
    await add({ kind: 'accountability', text: '当班主任扣减绩效', person: '张值班' })
    await add({ kind: 'internalFeedback', text: '认定结果通报机场服务部' })
    const { measures } = await add({ kind: 'externalFeedback', text: '已告知客户整改措施', department: null })
    expect(measures.map(({ kind }) => kind)).toEqual([
      'rectification',
      'accountability',
      'internalFeedback',
      'externalFeedback',
    ])
    const measureId = measures[0]?.id ?? ''

    await app.as('lead')
    const verify = { measureId, isEffective: true, text: '抽查三班均有公告' }
    expect(await app.fail('liability.verify', verify)).toMatchObject({ rule: 'measure-not-done' })
    await app.call('liability.measureDone', { measureId, text: '已设岗并培训' })
    expect(await app.fail('liability.verify', verify)).toMatchObject({ rule: 'measure-verify-own' })
    await app.as('manager')
    const open = await app.call('liability.verify', { ...verify, isEffective: false, text: '夜班未执行' })
    expect(open.measures[0]).toMatchObject({ doneAt: null, verifiedAt: null, verifiedText: '夜班未执行' })
    await app.as('lead')
    await app.call('liability.measureDone', { measureId, text: '夜班补充公告' })
    await app.as('manager')
    const done = await app.call('liability.verify', verify)
    expect(done.measures[0]).toMatchObject({ doneByName: 'lead', verifiedByName: '王经理', verifiedAt: app.now() })
    expect((await app.call('liability.waiting', {})).rectifications).toEqual([])
  },
)

onEveryEngine('S2-92 a customer who shares the fault can be held to it', async (app) => {
  await app.as('agent')
  const id = await openComplaint(app)
  await finalFinding(app, id, {
    party: 'customer',
    grounds: ['againstAgreement'],
    shares: [{ kind: 'customer', percent: 100 }],
  })
  const { measures } = await app.call('liability.measure', {
    ...{ id, kind: 'customerAction', text: '书面说明里程规则并暂停兑换资格', expectedSeq: await seqOf(app, id) },
  })
  expect(measures).toMatchObject([{ kind: 'customerAction', createdByName: 'agent' }])
})

onEveryEngine('S2-97 S2-98 final findings are searched and counted by party, ground and department', async (app) => {
  await app.as('agent')
  const first = await openComplaint(app)
  await finalFinding(app, first)
  app.wait(DAY)
  await app.as('agent')
  const second = await openComplaint(app)
  await finalFinding(app, second, {
    party: 'joint',
    grounds: ['worsened', 'staffBreach'],
    shares: [
      { kind: 'department', department: 'airport', percent: 50 },
      { kind: 'person', department: 'airport', name: '张值班', percent: 20 },
      { kind: 'customer', percent: 30 },
    ],
  })
  expect(await app.fail('liability.list', {})).toEqual({ code: 'FORBIDDEN' })
  await app.as('lead')
  const ids = async (filter: object) => (await app.call('liability.list', filter)).rows.map(({ caseId }) => caseId)
  expect(await ids({})).toEqual([second, first])
  expect(await ids({ party: 'joint' })).toEqual([second])
  expect(await ids({ ground: 'operatorSilent' })).toEqual([first])
  expect(await ids({ department: 'operations' })).toEqual([first])
  expect(await ids({ until: START + 1 })).toEqual([first])
  const page = await app.call('liability.list', { limit: 1 })
  expect(page).toMatchObject({ hasMore: true, rows: [{ caseId: second, departments: ['airport'] }] })
  const { finalAt = 0, id = '' } = page.rows[0] ?? {}
  expect(await app.call('liability.list', { limit: 1, after: { finalAt, id } })).toMatchObject({
    hasMore: false,
    rows: [{ caseId: first, departments: ['airport', 'operations'] }],
  })
  expect(await app.call('liability.counts', {})).toEqual({
    total: 2,
    parties: [
      { party: 'operator', count: 1 },
      { party: 'joint', count: 1 },
    ],
    grounds: [
      { ground: 'staffBreach', count: 1 },
      { ground: 'operatorSilent', count: 1 },
      { ground: 'worsened', count: 1 },
    ],
    departments: [
      { department: 'airport', count: 2, percentSum: 140 },
      { department: 'operations', count: 1, percentSum: 30 },
    ],
    months: [
      { month: '2026-09', count: 1 },
      { month: '2026-10', count: 1 },
    ],
  })
})

onEveryEngine('a report of misconduct keeps its finding from everybody but its handler', async (app) => {
  await app.as('agent')
  const id = await openComplaint(app, { channel: 'reportPhone' })
  for (const role of ['agent', 'lead', 'manager'] as const) {
    await app.as(role, `other-${role}`)
    expect(await app.fail('liability.show', { id })).toEqual({ code: 'NOT_FOUND', entity: 'case' })
  }
  await app.signIn('agent')
  expect((await app.call('liability.show', { id })).versions).toEqual([])
})
