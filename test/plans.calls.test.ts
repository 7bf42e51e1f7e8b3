import { expect } from 'vitest'
import { DAY, HOUR } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { lastEntry, openComplaint, plan, seqOf } from './remedy-fixtures.ts'

const next = async (app: App, id: Parameters<typeof seqOf>[1]) => ({ id, expectedSeq: await seqOf(app, id) })

onEveryEngine(
  'S2-99..110 a plan is drafted, held against five principles, handed in, approved by a superior and carried out with evidence; not before',
  async (app) => {
    await app.as('agent')
    const id = await openComplaint(app)
    const principles = { fair: true, timely: true, personal: false, lawful: true, cooperative: true }
    const drafted = await app.call('plans.draft', { ...plan(app, { principles }), ...(await next(app, id)) })
    expect(drafted.versions[0]).toMatchObject({
      ...{ version: 1, status: 'draft', authorNames: ['agent'], responsibleName: 'agent', department: 'airport' },
      ...{ cause: '机务排故导致延误，现场未通报', demand: '书面说明并补偿', amountFen: 20000, miles: 0 },
      ...{ communication: '电话告知客户进度，内部以协办单通报', deadlineAt: app.now() + 3 * DAY },
      milestones: [
        { seq: 1, name: '出具书面说明', tellsCustomer: false, doneAt: null },
        { seq: 2, name: '告知客户处理进度', tellsCustomer: true, doneAt: null },
      ],
    })
    expect(drafted.basis).toMatchObject({ cause: '缺少信息', demand: '书面说明并道歉' })
    expect(await app.fail('plans.submit', await next(app, id))).toMatchObject({
      rule: 'plan-principles',
      params: { count: 1 },
    })
    await app.call('plans.draft', { ...plan(app), ...(await next(app, id)) })
    expect(await app.fail('plans.start', await next(app, id))).toMatchObject({ rule: 'plan-not-approved' })
    await app.call('plans.submit', await next(app, id))
    expect(await lastEntry(app, id, 'plan')).toMatchObject({ act: 'submitted', emits: ['planSubmitted'] })
    expect(await app.fail('plans.start', await next(app, id))).toMatchObject({ rule: 'plan-not-approved' })
    expect(await app.fail('plans.decide', { isApproved: true, ...(await next(app, id)) })).toEqual({
      code: 'FORBIDDEN',
    })

    await app.as('lead')
    expect(await app.call('plans.waiting', {})).toMatchObject([
      { caseId: id, version: 1, amountFen: 20000, authorNames: ['agent'], mayDecide: true },
    ])
    await app.call('plans.decide', { isApproved: true, ...(await next(app, id)) })
    expect(await lastEntry(app, id, 'plan')).toMatchObject({
      emits: ['planApproved'],
      recorded: { planApproved: true },
    })

    await app.as('agent')
    expect((await app.call('cases.show', { id })).followUps).toMatchObject([
      { text: '告知客户处理进度', dueAt: drafted.versions[0]?.milestones[1]?.dueAt, ownerName: 'agent' },
    ])
    expect(await app.fail('plans.finish', { evidence: '已执行', ...(await next(app, id)) })).toMatchObject({
      rule: 'plan-not-started',
    })
    const started = await app.call('plans.start', await next(app, id))
    expect(started.versions[0]).toMatchObject({ status: 'executing', startedAt: app.now(), startedByName: 'agent' })
    expect(await app.fail('plans.finish', { evidence: '已执行', ...(await next(app, id)) })).toMatchObject({
      rule: 'plan-milestones-open',
      params: { count: 2 },
    })
    await app.call('plans.milestone', { seq: 1, text: '已寄出', ...(await next(app, id)) })
    await app.call('plans.milestone', { seq: 2, text: '已电话告知', ...(await next(app, id)) })
    expect(await lastEntry(app, id, 'plan')).toMatchObject({ emits: ['progressTold'] })
    app.wait(HOUR)
    const done = await app.call('plans.finish', { evidence: '快递单 SF123，短信回执', ...(await next(app, id)) })
    expect(done.versions[0]).toMatchObject({
      status: 'executed',
      executedAt: app.now(),
      evidence: '快递单 SF123，短信回执',
    })
    expect(await lastEntry(app, id, 'plan')).toMatchObject({
      emits: ['executed'],
      recorded: { executionEvidence: '快递单 SF123，短信回执' },
    })
  },
)

onEveryEngine(
  'S2-107 S2-108 a plan is never approved by who wrote on it, and is returned with a reason',
  async (app) => {
    await app.as('lead')
    const id = await openComplaint(app)
    await app.call('plans.draft', { ...plan(app), ...(await next(app, id)) })
    await app.call('plans.submit', await next(app, id))
    expect(await app.fail('plans.decide', { isApproved: true, ...(await next(app, id)) })).toMatchObject({
      rule: 'plan-own',
    })
    await app.as('lead', 'lead2')
    expect(await app.fail('plans.decide', { isApproved: false, ...(await next(app, id)) })).toMatchObject({
      rule: 'plan-return-reason',
    })
    await app.call('plans.decide', { isApproved: false, reason: '补充责任人', ...(await next(app, id)) })
    expect(await lastEntry(app, id, 'plan')).toMatchObject({
      emits: ['planReturned'],
      recorded: { planApproved: false },
    })
    await app.as('lead')
    const again = await app.call('plans.draft', { ...plan(app, { people: '李工' }), ...(await next(app, id)) })
    expect(again.versions.map(({ version, status, decision }) => ({ version, status, decision }))).toEqual([
      { version: 2, status: 'draft', decision: null },
      { version: 1, status: 'returned', decision: '补充责任人' },
    ])
  },
)

onEveryEngine("S2-107 a plan above a lead's authority is for the manager", async (app) => {
  await app.as('agent')
  const id = await openComplaint(app)
  await app.call('plans.draft', { ...plan(app, { amountFen: 100_001 }), ...(await next(app, id)) })
  await app.call('plans.submit', await next(app, id))
  await app.as('lead')
  expect((await app.call('plans.waiting', {}))[0]?.mayDecide).toBe(false)
  expect(await app.fail('plans.decide', { isApproved: true, ...(await next(app, id)) })).toMatchObject({
    rule: 'plan-authority',
  })
  await app.as('manager')
  expect((await app.call('plans.decide', { isApproved: true, ...(await next(app, id)) })).versions[0]?.status).toBe(
    'approved',
  )
})

onEveryEngine(
  'S2-112 a revision goes back to approval when an amount or a time differs, and keeps it when only words do',
  async (app) => {
    await app.as('agent')
    const id = await openComplaint(app)
    const first = plan(app)
    await app.call('plans.draft', { ...first, ...(await next(app, id)) })
    await app.call('plans.submit', await next(app, id))
    await app.as('lead')
    await app.call('plans.decide', { isApproved: true, ...(await next(app, id)) })
    await app.as('agent')
    await app.call('plans.start', await next(app, id))
    await app.call('plans.milestone', { seq: 1, text: '已寄出', ...(await next(app, id)) })

    const words = { ...first, measures: '另加赠休息室', reason: '客户希望' }
    const reworded = await app.call('plans.revise', { ...words, ...(await next(app, id)) })
    expect(reworded.versions[0]).toMatchObject({
      ...{ version: 2, status: 'executing', reason: '客户希望', decidedByName: 'lead' },
      milestones: [{ doneText: '已寄出' }, { doneAt: null }],
    })
    expect(await lastEntry(app, id, 'plan')).toMatchObject({ act: 'revised', recorded: {} })

    const dearer = { ...words, amountFen: 40000, reason: '延误超过八小时' }
    const open = await app.call('plans.revise', { ...dearer, ...(await next(app, id)) })
    expect(open.versions.map(({ version, status }) => ({ version, status }))).toEqual([
      { version: 3, status: 'draft' },
      { version: 2, status: 'superseded' },
      { version: 1, status: 'superseded' },
    ])
    expect(await lastEntry(app, id, 'plan')).toMatchObject({ recorded: { planApproved: false } })
    expect(await app.fail('plans.finish', { evidence: '已执行', ...(await next(app, id)) })).toMatchObject({
      rule: 'plan-not-approved',
    })
    await app.call('plans.submit', await next(app, id))
    expect(await lastEntry(app, id, 'plan')).toMatchObject({ emits: ['planSubmitted'] })
  },
)

onEveryEngine('S2-104 a deadline lies ahead and no milestone behind it', async (app) => {
  await app.as('agent')
  const id = await openComplaint(app)
  const late = plan(app, { deadlineAt: app.now() - 1 })
  expect(await app.fail('plans.draft', { ...late, ...(await next(app, id)) })).toMatchObject({
    rule: 'plan-deadline-past',
  })
  const behind = plan(app, { deadlineAt: app.now() + HOUR })
  expect(await app.fail('plans.draft', { ...behind, ...(await next(app, id)) })).toMatchObject({
    rule: 'plan-milestone-late',
  })
})
