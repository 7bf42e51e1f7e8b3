import { expect } from 'vitest'
import type { Question, Questionnaire } from '../src/shared/surveys/model.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { type App, onEngine, onEveryEngine } from './app.ts'
import { addMember, closing, complaint, enquiry, inStore, refused, reply, take, visit } from './cases-fixtures.ts'
import { askedByPhone, closedUnasked, replied, said } from './surveys-fixture.ts'

const shipped = async (app: App): Promise<Questionnaire> => (await app.call('surveys.form', { id: 'handling@1' })).body

onEveryEngine(
  'S1-51 S4-133 S5-54 S2-137 at the call-back the questions stand on the screen, attempts count, and the answer is kept and lets the case close',
  async (app) => {
    const agentId = await app.as('agent')
    const id = await replied(app)
    const asked = await askedByPhone(app, id)
    expect(asked).toMatchObject({ scope: 'handling', channel: 'phone', state: 'open', maskedName: '陈**', attempts: 0 })
    expect(asked.form.body.questions.map(({ id: name }) => name)).toEqual(
      expect.arrayContaining(['result', 'process', 'agent', 'overall', 'solved']),
    )
    expect((await askedByPhone(app, id)).id).toBe(asked.id)

    expect(await app.call('surveys.attempt', { invitationId: asked.id, note: '无人接听' })).toEqual({
      attempts: 1,
      isOnCase: true,
    })
    expect((await app.call('cases.show', { id })).recorded.attempts).toBe(1)
    expect(await app.fail('surveys.answer', { invitationId: asked.id, values: { result: 6 } })).toMatchObject({
      issues: expect.arrayContaining([
        { path: 'values.result', reason: 'survey-value' },
        { path: 'values.process', reason: 'required' },
      ]),
    })
    await app.as('manager')
    expect(await refused(app, id, 'close', closing)).toMatchObject({ params: { record: 'surveyDone' } })
    await app.as('agent')
    app.wait(HOUR)
    const values = said({ nps: 1 })
    expect(await app.fail('surveys.answer', { invitationId: asked.id, values })).toMatchObject({
      issues: [{ path: 'values.nps', reason: 'survey-unknown-question' }],
    })
    const given = said({ accepted: true, effort: 6, comment: '回复及时，请打13800001234' })
    await app.call('surveys.answer', { invitationId: asked.id, values: given, person: '陈女士' })
    const view = await app.call('cases.show', { id })
    expect(view).toMatchObject({
      state: 'followUp',
      recorded: { surveyDone: true, satisfactionResult: 4, satisfactionProcess: 5, isSolved: 'yes' },
    })
    const { answers, isAnswered, mayAsk } = await app.call('surveys.ofCase', { caseId: id })
    expect([answers.length, isAnswered, mayAsk]).toEqual([1, true, false])
    expect(answers[0]).toMatchObject({
      ...{ result: 4, process: 5, agent: 5, overall: 4, effort: 6, accepted: true, solved: 'yes', agentId },
      ...{ form: { id: 'handling@1' }, isPoor: false, answeredAt: app.now(), enteredByName: 'agent' },
      comment: '回复及时，请打138****1234',
    })
    expect(await app.fail('surveys.answer', { invitationId: asked.id, values: given })).toMatchObject({
      rule: 'survey-answered',
    })
    expect(await app.fail('surveys.invite', { about: { kind: 'case', caseId: id } })).toMatchObject({
      rule: 'survey-answered',
    })
    await app.as('manager')
    expect(await take(app, id, 'close', closing)).toMatchObject({ state: 'closed' })
  },
)

onEveryEngine(
  'S2-137 the interview of the workflow itself stands among the answers too, once for each round; a reopened case is asked about anew and the old answer stays true',
  async (app) => {
    const agentId = await app.as('agent')
    const id = await replied(app)
    await take(app, id, 'visit', visit(app.now(), { satisfactionResult: 3, isSolved: 'no', surveyText: '未说明原因' }))
    await take(app, id, 'visit', visit(app.now(), { satisfactionResult: 4, isSolved: 'no' }))
    const before = await app.call('surveys.ofCase', { caseId: id })
    expect(before.answers).toHaveLength(1)
    expect(before.answers[0]).toMatchObject({
      ...{ round: 1, result: 3, process: 5, solved: 'no', comment: '未说明原因', channel: 'phone', agentId },
    })
    app.wait(HOUR)
    await take(app, id, 'notSolved', { reopenReason: '未说明改进措施' })
    expect(await app.fail('surveys.invite', { about: { kind: 'case', caseId: id } })).toMatchObject({
      rule: 'survey-too-early',
    })
    await take(app, id, 'reply', reply(app.now()))
    const again = await askedByPhone(app, id)
    expect(again.round).toBe(2)
    await app.call('surveys.answer', { invitationId: again.id, values: said({ result: 5 }) })
    const after = await app.call('surveys.ofCase', { caseId: id })
    expect(after.answers.map(({ round, result }) => [round, result]).sort()).toEqual([
      [1, 3],
      [2, 5],
    ])
  },
)

onEveryEngine(
  'S1-55 a poor answer waits for a decision, opens a follow-up on its case, and the case does not close before',
  async (app) => {
    const agentId = await app.as('agent')
    const id = await replied(app)
    const asked = await askedByPhone(app, id)
    const { answerId, isPoor } = await app.call('surveys.answer', {
      ...{ invitationId: asked.id, values: said({ result: 2, accepted: false, solved: 'partly' }) },
    })
    expect(isPoor).toBe(true)
    await app.as('manager')
    expect(await refused(app, id, 'close', closing)).toMatchObject({ rule: 'survey-poor-undecided' })
    const waiting = await app.call('surveys.answers', { scope: 'handling', show: 'waiting' })
    expect([waiting.waiting, waiting.rows.map(({ poorOn }) => poorOn)]).toEqual([1, [['result', 'accepted']]])

    await app.as('agent')
    const none = { answerId, decision: 'none', note: '客户要求过高' } as const
    expect(await app.fail('surveys.decide', none)).toMatchObject({ rule: 'survey-none-by-lead' })
    await app.as('agent', 'other')
    expect(await app.fail('surveys.decide', { ...none, decision: 'followUp' })).toMatchObject({
      rule: 'survey-decision-not-yours',
    })
    await app.as('lead')
    const dueAt = app.now() + 2 * DAY
    const decided = await app.call('surveys.decide', { answerId, decision: 'followUp', note: '补充书面说明', dueAt })
    expect(decided).toMatchObject({ decision: 'followUp', decidedByName: 'lead', decisionNote: '补充书面说明' })
    const { followUps } = await app.call('cases.show', { id })
    expect(followUps.filter(({ text }) => text === '补充书面说明')).toMatchObject([{ dueAt, ownerId: agentId }])
    expect(await app.fail('surveys.decide', none)).toMatchObject({ rule: 'survey-decided' })
    expect((await app.call('surveys.answers', { scope: 'handling', show: 'waiting' })).waiting).toBe(0)
    expect(await take(app, id, 'close', closing)).toMatchObject({ state: 'closed' })
  },
)

onEveryEngine(
  'S1-54 a questionnaire is edited as a draft, published as a version, and answers keep the version they were asked with',
  async (app) => {
    await app.as('agent')
    const id = await replied(app)
    const old = await askedByPhone(app, id)
    await app.as('lead')
    const body = await shipped(app)
    const extra: Question = {
      ...{ id: 'wait', kind: 'scale', measure: null, isRequired: true, poorAt: 2, options: [] },
      text: { zh: '等待时间', en: 'Waiting' },
    }
    const questions = [...body.questions, extra]
    const draft = { code: 'handling', basedOn: 1, reason: '增加等待时间一题' } as const
    const save = (changed: Questionnaire) => app.fail('surveys.saveForm', { ...draft, body: changed })
    const without = body.questions.filter(({ id: name }) => name !== 'process')
    expect(await save({ ...body, questions: without })).toMatchObject({ rule: 'survey-measure-missing' })
    expect(await save({ ...body, scope: 'service' })).toMatchObject({ rule: 'survey-scope-fixed' })
    expect(await save({ ...body, sms: { zh: '请打分', en: 'Rate us' } })).toMatchObject({ rule: 'survey-no-reference' })
    const saved = await app.call('surveys.saveForm', { ...draft, body: { ...body, questions } })
    expect(saved).toMatchObject({ id: 'handling@2', state: 'draft' })
    expect(await app.fail('surveys.publishForm', { id: saved.id })).toEqual({ code: 'FORBIDDEN' })
    await app.as('manager')
    await app.call('surveys.publishForm', { id: saved.id })
    expect(await app.fail('surveys.publishForm', { id: saved.id })).toMatchObject({ rule: 'survey-form-published' })
    expect(await app.fail('surveys.saveForm', { ...draft, body })).toMatchObject({ code: 'CONFLICT' })

    await app.as('agent')
    const other = await askedByPhone(app, await replied(app))
    expect(await app.fail('surveys.answer', { invitationId: other.id, values: said() })).toMatchObject({
      issues: [{ path: 'values.wait', reason: 'required' }],
    })
    await app.call('surveys.answer', { invitationId: other.id, values: said({ wait: 1 }) })
    await app.call('surveys.answer', { invitationId: old.id, values: said() })
    const versions = (await app.call('surveys.forms', {})).filter(({ code }) => code === 'handling')
    expect(versions.map(({ id: name, isCurrent, answers }) => [name, isCurrent, answers])).toEqual([
      ['handling@2', true, 1],
      ['handling@1', false, 1],
    ])
    expect(await app.call('surveys.form', { id: 'handling@1' })).toMatchObject({ body: { questions: body.questions } })
    await app.as('manager')
    const { rows } = await app.call('surveys.answers', { scope: 'handling' })
    expect(rows.map(({ form, poorOn }) => [form.id, poorOn]).sort()).toEqual([
      ['handling@1', []],
      ['handling@2', ['wait']],
    ])
  },
)

onEveryEngine(
  'S1-81 S5-34 S5-35 S5-70 results of complaint handling and of the service never mix; process and result stand apart, by agent, with what they rest on',
  async (app) => {
    const memberId = await addMember(app, 'gold')
    const li = await app.as('agent', 'li')
    const first = await askedByPhone(app, await replied(app, { memberId, anonymousReason: null }))
    await app.call('surveys.answer', { invitationId: first.id, values: said({ result: 2, process: 5 }) })
    const zhou = await app.as('agent', 'zhou')
    const second = await askedByPhone(app, await replied(app))
    await app.call('surveys.answer', { invitationId: second.id, values: said({ result: 5, process: 3 }) })
    await askedByPhone(app, await replied(app))
    const { id: asked } = await app.call('cases.open', enquiry())
    const unasked = { about: { kind: 'case', caseId: asked }, channel: 'other', isUnasked: true } as const
    const own = await app.call('surveys.invite', unasked)
    expect(own).toMatchObject({ scope: 'service', source: 'own', form: { id: 'service@1' } })
    await app.call('surveys.answer', { invitationId: own.id, values: { overall: 1, nps: 10 } })

    await app.as('lead')
    const period = { from: app.now() - DAY, to: app.now() + DAY }
    const handling = await app.call('surveys.results', { scope: 'handling', ...period, by: 'agent' })
    expect(handling.total).toMatchObject({
      ...{ asked: 3, answered: 2, response: { hits: 2, count: 3 }, poor: 1, nps: { count: 0, score: null } },
      ...{ result: { hits: 1, count: 2, mean: 3.5 }, process: { hits: 1, count: 2, mean: 4 } },
    })
    expect(
      handling.groups.map(({ key, name, result, process }) => [key, name, result.mean, process.mean]).sort(),
    ).toEqual(
      [
        [li, 'li', 2, 5],
        [zhou, 'zhou', 5, 3],
      ].sort(),
    )
    expect(handling.total.result).toMatchObject({ low: expect.closeTo(0.0945, 3), high: expect.closeTo(0.9055, 3) })
    const service = await app.call('surveys.results', { scope: 'service', ...period, by: 'tier' })
    expect(service.total).toMatchObject({
      ...{ asked: 0, answered: 1, overall: { count: 1, mean: 1 }, nps: { promoters: 1, score: 100 } },
    })
    const byTier = await app.call('surveys.results', { scope: 'handling', ...period, by: 'tier' })
    expect(byTier.groups.map(({ key, answered }) => [key, answered])).toEqual([
      ['gold', 1],
      ['none', 1],
    ])
  },
)

onEveryEngine(
  'S4-18 S4-136 what a customer says unasked is recorded as feedback, and the yes to the proposed measures stands on the case',
  async (app) => {
    await app.as('agent')
    const { id, lastSeq } = await app.call('cases.open', complaint())
    const own = await app.call('surveys.invite', {
      ...{ about: { kind: 'case', caseId: id }, channel: 'email', isUnasked: true },
    })
    await app.call('surveys.answer', { invitationId: own.id, values: said({ comment: '希望增加现场公告' }) })
    expect((await app.call('cases.show', { id })).recorded.surveyDone).not.toBe(true)
    expect(await app.call('surveys.ofCase', { caseId: id })).toMatchObject({
      ...{ answers: [{ source: 'own', comment: '希望增加现场公告' }], isAnswered: false, accepted: null },
    })
    const yes = { caseId: id, isAccepted: true, text: '客户认可补偿与书面说明', channel: 'phone' } as const
    expect(await app.fail('surveys.acceptMeasures', { ...yes, expectedSeq: lastSeq })).toMatchObject({
      code: 'CONFLICT',
    })
    const seq = (await app.call('cases.pulse', { id })).lastSeq
    await app.call('surveys.acceptMeasures', { ...yes, expectedSeq: seq })
    const view = await app.call('surveys.ofCase', { caseId: id })
    expect(view.accepted).toEqual({ at: app.now(), isAccepted: true, text: '客户认可补偿与书面说明', byName: 'agent' })
    expect((await app.call('cases.show', { id })).recorded.measuresAccepted).toBe(true)
  },
)

onEveryEngine(
  'a customer who does not want to answer was asked: the case may close; a refusal for ever is kept as such',
  async (app) => {
    const memberId = await addMember(app, 'gold')
    await app.as('agent')
    const id = await replied(app, { memberId, anonymousReason: null })
    const asked = await askedByPhone(app, id)
    await app.call('surveys.decline', { invitationId: asked.id, isForEver: true })
    expect(await app.fail('surveys.answer', { invitationId: asked.id, values: said() })).toMatchObject({
      rule: 'survey-declined',
    })
    const consents = await inStore(app, (db) => db.selectFrom('consents').selectAll().execute())
    expect(consents).toMatchObject([{ memberId, purpose: 'survey', given: 0 }])
    const other = await replied(app, { memberId, anonymousReason: null })
    expect(await app.fail('surveys.invite', { about: { kind: 'case', caseId: other } })).toMatchObject({
      rule: 'survey-refused',
    })
    await app.as('manager')
    expect(await take(app, id, 'close', closing)).toMatchObject({ state: 'closed' })
  },
)

onEngine('sqlite', 'agents do not see results or lists of answers, an administrator nothing', async (app) => {
  const id = await closedUnasked(app)
  await app.as('agent')
  const period = { from: 0, to: app.now() }
  expect(await app.fail('surveys.results', { scope: 'handling', ...period })).toEqual({ code: 'FORBIDDEN' })
  expect(await app.fail('surveys.answers', { scope: 'handling' })).toEqual({ code: 'FORBIDDEN' })
  await app.as('admin')
  expect(await app.fail('surveys.ofCase', { caseId: id })).toEqual({ code: 'FORBIDDEN' })
})
