import { expect } from 'vitest'
import type { CaseId } from '../src/shared/ids.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import {
  closing,
  complaint,
  investigated,
  mustReplay,
  refused,
  reply,
  type StepForm,
  take,
  visit,
} from './cases-fixtures.ts'
import { finalFinding, plan, seqOf } from './remedy-fixtures.ts'

const stateOf = async (app: App, id: CaseId) => (await app.call('cases.show', { id })).state

const facts = { facts: '延误五小时，现场未通报', evidenceText: '广播记录', causeText: '机务排故，现场未通报' }

const replyWithPlan = (now: number): StepForm => {
  const { simpleReason: _, ...said } = reply(now)
  return said
}

async function assessed(app: App, id: CaseId): Promise<void> {
  const judged = { urgency: 'high', importance: 'high', direction: 'compensate' } as const
  await app.call('cases.assess', { id, ...judged, expectedSeq: await seqOf(app, id) })
}

onEveryEngine(
  'S2-84 S2-85 S2-102 S2-107 S2-109 S2-110 S2-174 S2-175 S2-178 a grave complaint goes through facts, liability, plan, approval and execution, and does not close while a link of the loop is missing',
  async (app) => {
    await app.as('agent')
    const id = await investigated(app, { severity: 'major' })
    expect(await refused(app, id, 'reply', reply(app.now()))).toMatchObject({ rule: 'case-needs-plan' })
    expect(await refused(app, id, 'toLiability', facts)).toMatchObject({ params: { record: 'assessed' } })
    await assessed(app, id)
    expect((await take(app, id, 'toLiability', facts)).state).toBe('liability')
    expect(await refused(app, id, 'toPlan')).toMatchObject({ params: { record: 'liabilityFinal' } })
    await finalFinding(app, id)
    expect((await take(app, id, 'toPlan')).state).toBe('plan')

    await app.call('plans.draft', {
      id,
      ...plan(app, { milestones: [], amountFen: 0 }),
      expectedSeq: await seqOf(app, id),
    })
    await app.call('plans.submit', { id, expectedSeq: await seqOf(app, id) })
    expect(await stateOf(app, id)).toBe('approval')
    await app.as('lead')
    const decision = { id, isApproved: false, reason: '缺少改进措施' }
    await app.call('plans.decide', { ...decision, expectedSeq: await seqOf(app, id) })
    expect(await stateOf(app, id)).toBe('plan')
    await app.as('agent')
    await app.call('plans.draft', {
      id,
      ...plan(app, { milestones: [], amountFen: 0 }),
      expectedSeq: await seqOf(app, id),
    })
    await app.call('plans.submit', { id, expectedSeq: await seqOf(app, id) })
    expect(await app.fail('plans.start', { id, expectedSeq: await seqOf(app, id) })).toMatchObject({ code: 'RULE' })
    await app.as('lead')
    await app.call('plans.decide', { ...decision, isApproved: true, expectedSeq: await seqOf(app, id) })
    await app.as('agent')
    await app.call('plans.start', { id, expectedSeq: await seqOf(app, id) })
    expect(await stateOf(app, id)).toBe('executing')
    expect(await refused(app, id, 'replyExecuted', replyWithPlan(app.now()))).toMatchObject({
      issues: [{ path: 'data.executionEvidence' }],
    })
    app.wait(HOUR)
    await app.call('plans.finish', { id, evidence: '书面说明已寄出，单号 SF1', expectedSeq: await seqOf(app, id) })
    await take(app, id, 'replyExecuted', replyWithPlan(app.now()))
    await take(app, id, 'attempt', { contactAt: app.now(), contactChannel: 'phone' })
    await app.as('manager')
    const missing = async () =>
      (await app.call('cases.show', { id })).closing.filter(({ isMet }) => !isMet).map(({ record }) => record)
    expect(await missing()).toEqual(['surveyDone'])
    expect(await refused(app, id, 'close', closing)).toMatchObject({ params: { record: 'surveyDone' } })
    await take(app, id, 'visit', visit(app.now()))
    expect(await missing()).toEqual([])
    const { improvementNote: _, ...lacking } = closing
    expect(await refused(app, id, 'close', lacking)).toMatchObject({ issues: [{ path: 'data.improvementNote' }] })
    expect(await take(app, id, 'close', closing)).toMatchObject({ state: 'closed', isOpen: false })
    app.wait(31 * DAY)
    await app.call('cases.tick', {})
    const view = await app.call('cases.show', { id })
    expect(view.stages.filter(({ reachedAt }) => reachedAt !== null).map((stage) => stage.id)).toEqual([
      ...['registered', 'confirmed', 'assigned', 'investigating', 'liability', 'plan', 'approval', 'executing'],
      ...['replied', 'followUp', 'closed', 'archived'],
    ])
    await mustReplay(app)
  },
)

onEveryEngine(
  'a small complaint is answered without a plan when somebody says why none is needed; a grave one only when nobody is at fault',
  async (app) => {
    await app.as('agent')
    const small = await investigated(app)
    const { simpleReason: _, ...lacking } = reply(app.now())
    expect(await refused(app, small, 'reply', lacking)).toMatchObject({ issues: [{ path: 'data.simpleReason' }] })
    await take(app, small, 'reply', reply(app.now()))
    const { closing: loop } = await app.call('cases.show', { id: small })
    expect(loop.filter(({ isMet }) => !isMet).map(({ record }) => record)).toEqual(['surveyDone'])

    const grave = await investigated(app, { severity: 'urgent' })
    await app.call('liability.notApplicable', {
      ...{ id: grave, reason: '旅客误认航班，无责任方', expectedSeq: await seqOf(app, grave) },
    })
    expect(await take(app, grave, 'reply', { ...reply(app.now()), simpleReason: 'noFault' })).toMatchObject({
      state: 'replied',
    })
  },
)

onEveryEngine(
  'S2-112 a plan that is revised in its times goes back to approval, and no result is told before it is approved again',
  async (app) => {
    await app.as('agent')
    const id = await investigated(app)
    await assessed(app, id)
    await finalFinding(app, id)
    const short = plan(app, { milestones: [], amountFen: 0 })
    await app.call('plans.draft', { id, ...short, expectedSeq: await seqOf(app, id) })
    await app.call('plans.submit', { id, expectedSeq: await seqOf(app, id) })
    await app.as('lead')
    await app.call('plans.decide', { id, isApproved: true, expectedSeq: await seqOf(app, id) })
    await app.as('agent')
    await app.call('plans.start', { id, expectedSeq: await seqOf(app, id) })
    const later = { ...short, deadlineAt: short.deadlineAt + DAY }
    await app.call('plans.revise', { id, ...later, reason: '备件未到', expectedSeq: await seqOf(app, id) })
    const told = { ...replyWithPlan(app.now()), executionEvidence: '回单' }
    expect(await refused(app, id, 'replyExecuted', told)).toMatchObject({ rule: 'case-plan-not-approved' })
    await app.call('plans.submit', { id, expectedSeq: await seqOf(app, id) })
    expect(await stateOf(app, id)).toBe('approval')
  },
)

onEveryEngine(
  'S1-39 S2-174 nobody but the owner works on a complaint, and somebody else looks at it before it closes where there is one',
  async (app) => {
    const alone = await investigated(app)
    await take(app, alone, 'reply', reply(app.now()))
    await take(app, alone, 'visit', visit(app.now()))
    expect(await take(app, alone, 'close', closing)).toMatchObject({ state: 'closed' })
    await app.as('agent')
    const own = await investigated(app)
    await take(app, own, 'reply', reply(app.now()))
    await take(app, own, 'visit', visit(app.now()))
    expect(await refused(app, own, 'close', closing)).toMatchObject({ rule: 'case-not-handler' })
    await app.as('agent', 'zhao')
    const foreign = await app.call('cases.open', complaint())
    await app.as('agent')
    expect(await refused(app, foreign.id, 'confirm')).toMatchObject({ rule: 'case-not-owner' })
    await app.as('agent', 'zhao')
    expect(await take(app, own, 'close', closing)).toMatchObject({ state: 'closed' })
  },
)
