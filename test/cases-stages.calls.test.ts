import { expect } from 'vitest'
import { readRevisit } from '../src/shared/cases/planned.ts'
import type { Input } from '../src/shared/contracts.ts'
import type { CaseId } from '../src/shared/ids.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { type App, onEveryEngine, START } from './app.ts'
import {
  addMember,
  closing,
  complaint,
  confirmation,
  investigated,
  mustReplay,
  refused,
  reply,
  type StepForm,
  take,
  visit,
} from './cases-fixtures.ts'

const seqOf = async (app: App, id: CaseId) => (await app.call('cases.pulse', { id })).lastSeq

/** A complaint of an agent's own that was answered and asked about; a lead is signed in. */
async function visited(app: App, more: StepForm = {}, draft: Parameters<typeof complaint>[0] = {}): Promise<CaseId> {
  await app.as('agent')
  const id = await investigated(app, draft)
  await take(app, id, 'reply', reply(app.now()))
  await take(app, id, 'visit', visit(app.now(), more))
  await app.as('lead')
  return id
}

onEveryEngine('S1-37 every expected time that was told stands beside the moment at which it came true', async (app) => {
  await app.as('agent')
  const id = await investigated(app)
  const first = START + DAY
  app.wait(30 * HOUR)
  const second = app.now() + 5 * HOUR
  await app.call('cases.contact', {
    id,
    channel: 'sms',
    person: '陈女士',
    text: '尚在核实',
    progress: { steps: '已向运行控制核实', expectedAt: second, agentContact: '李客服 95557 转 2' },
  })
  expect((await app.call('cases.show', { id })).toldTimes.map(({ actualAt }) => actualAt)).toEqual([null, null])
  app.wait(2 * HOUR)
  await take(app, id, 'reply', reply(app.now()))
  const { toldTimes, promisedAt } = await app.call('cases.show', { id })
  expect(toldTimes.map(({ expectedAt, actualAt }) => [expectedAt, actualAt])).toEqual([
    [first, app.now()],
    [second, app.now()],
  ])
  expect(promisedAt).toBe(second)
})

onEveryEngine(
  'S2-111 S2-121 a progress contact names the steps, the expected time and whom to ask, and begins the next interval',
  async (app) => {
    await app.as('agent')
    const id = await investigated(app)
    const progressOf = async () =>
      (await app.call('cases.show', { id })).clocks.filter((clock) => clock.kind === 'progress').map((c) => c.state)
    expect((await progressOf()).filter((state) => state === 'running')).toHaveLength(1)
    app.wait(HOUR)
    const progress = { steps: '正在核实机务记录', expectedAt: app.now() + DAY, agentContact: '95557 转 2' }
    const told = { id, channel: 'email', person: '陈女士', text: '进度告知', progress } as const
    expect(await app.fail('cases.contact', { ...told, progress: { ...progress, steps: '' } })).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: 'progress.steps' }],
    })
    await app.call('cases.contact', told)
    const view = await app.call('cases.show', { id })
    expect(view.events.findLast(({ kind }) => kind === 'contacted')?.data).toMatchObject({
      channel: 'email',
      progress,
      emits: ['responded', 'progressTold'],
    })
    expect((await progressOf()).filter((state) => state === 'running')).toHaveLength(1)
    expect((await progressOf()).filter((state) => state === 'met').length).toBeGreaterThan(0)
  },
)

onEveryEngine(
  'S2-28 S2-29 S2-102 the preliminary assessment sets urgency, importance and direction, and with them the place in the queue (S2-30)',
  async (app) => {
    const agent = await app.as('agent')
    const { id, priority } = await app.call('cases.open', complaint())
    expect(priority).toBe('p3')
    const assessment = { id, urgency: 'high', importance: 'high', direction: 'compensate', expectedSeq: 1 } as const
    const state = await app.call('cases.assess', { ...assessment, note: '旅客错过重要会议' })
    expect(state).toMatchObject({ priority: 'p1', ownerId: agent })
    const view = await app.call('cases.show', { id })
    expect(view).toMatchObject({
      urgency: 'high',
      importance: 'high',
      recorded: { assessed: true, direction: 'compensate', assessmentNote: '旅客错过重要会议' },
    })
    expect(view.events.at(-1)).toMatchObject({
      kind: 'assessed',
      actorId: agent,
      data: { before: { urgency: 'normal', importance: 'normal', priority: 'p3' } },
    })
    await app.as('agent', 'zhao')
    expect(await app.fail('cases.assess', { ...assessment, expectedSeq: 2 })).toMatchObject({ rule: 'case-not-owner' })
  },
)

onEveryEngine(
  'S1-32 S1-33 S2-34 each category has its specialist and deputy; the desk proposes, an agent keeps to it, a lead may decide otherwise',
  async (app) => {
    const wang = await app.as('agent', 'wang')
    const zhao = await app.as('agent', 'zhao')
    expect(await app.fail('workflow.setSpecialist', row('flight', wang, zhao))).toEqual({ code: 'FORBIDDEN' })
    await app.as('lead')
    expect(await app.fail('workflow.setSpecialist', row('flight', wang, wang))).toMatchObject({
      rule: 'specialist-own-deputy',
    })
    await app.call('workflow.setSpecialist', row('service', zhao, null))
    await app.call('workflow.setSpecialist', row('flight', wang, zhao))
    expect((await app.call('workflow.specialists', {})).map(({ category }) => category)).toEqual(['flight', 'service'])
    const asked = { category: 'flight.delay', urgency: 'high', department: 'vip' } as const
    expect(await app.call('workflow.propose', asked)).toEqual({
      ...{ ownerId: wang, ownerName: 'wang', department: 'operations', why: 'specialist', row: 'flight' },
    })
    await app.as('agent', 'zhao')
    const given = await app.call('cases.open', complaint())
    await take(app, given.id, 'confirm', confirmation(app.now()))
    expect(await refused(app, given.id, 'assign', { ownerId: zhao })).toMatchObject({ rule: 'case-assign-proposed' })
    expect(await take(app, given.id, 'assign')).toMatchObject({ state: 'assigned', ownerId: wang })
    expect(await app.call('cases.show', { id: given.id })).toMatchObject({ department: 'operations', transfers: 1 })
    await app.as('lead')
    const led = await take(app, given.id, 'reassign', { ownerId: zhao, reassignReason: '王客服休假' })
    expect(led.ownerId).toBe(zhao)
    await mustReplay(app)
    await app.as('manager')
    await app.call('users.disable', { id: wang })
    expect(await app.call('workflow.propose', asked)).toMatchObject({ ownerId: zhao, why: 'deputy' })
    await app.call('workflow.removeSpecialist', { category: 'flight' })
    expect(await app.call('workflow.propose', { ...asked, ownerId: zhao })).toMatchObject({
      ...{ ownerId: zhao, why: 'owner', row: null },
    })
  },
)

function row(category: 'flight' | 'service', specialistId: string, deputyId: string | null) {
  return { category, specialistId, deputyId, department: category === 'flight' ? 'operations' : 'vip' } as never
}

onEveryEngine('S1-40 S2-36 a case that was handed over is receipted by its new owner in person', async (app) => {
  const zhao = await app.as('agent', 'zhao')
  const agent = await app.as('agent')
  const { id } = await app.call('cases.open', complaint())
  await take(app, id, 'confirm', confirmation(app.now()))
  await take(app, id, 'assign', { ownerId: zhao, reassignReason: '熟悉航线' })
  await app.as('lead')
  expect(await refused(app, id, 'accept')).toMatchObject({ rule: 'case-owner-in-person' })
  app.wait(HOUR)
  await app.as('agent', 'zhao')
  await take(app, id, 'accept')
  const back = { id, ownerId: agent as never, reason: '客户要求原承办人', expectedSeq: await seqOf(app, id) }
  await app.call('cases.assign', back)
  expect(await app.fail('cases.receipt', { id, expectedSeq: await seqOf(app, id) })).toMatchObject({
    rule: 'case-nothing-to-receipt',
  })
  await app.as('agent')
  expect((await app.call('cases.show', { id })).handOvers.at(-1)).toMatchObject({ isMine: true, acceptedAt: null })
  app.wait(HOUR)
  await app.call('cases.receipt', { id, expectedSeq: await seqOf(app, id) })
  const { handOvers } = await app.call('cases.show', { id })
  expect(handOvers.map(({ byName, toName, acceptedAt }) => [byName, toName, acceptedAt && acceptedAt - START])).toEqual(
    [
      ['agent', 'zhao', HOUR],
      ['zhao', 'agent', 2 * HOUR],
    ],
  )
})

onEveryEngine(
  'S2-60 S2-61 S2-62 S2-63 S2-64 a preliminary reply is objective, sincere and clear, says measures and time, and each one stays as a version',
  async (app) => {
    await app.as('agent')
    const id = await investigated(app)
    const told = (measures: string) => ({
      ...{ contactPerson: '陈女士', contactAt: app.now(), contactChannel: 'phone', preliminaryMeasures: measures },
      ...{ expectedAt: app.now() + DAY, isObjective: true, isSincere: true, isClear: true },
    })
    for (const name of ['isObjective', 'isSincere', 'isClear', 'preliminaryMeasures', 'expectedAt']) {
      const { [name]: _, ...lacking } = told('补发延误证明') as StepForm
      expect(await refused(app, id, 'preliminary', lacking)).toMatchObject({ issues: [{ path: `data.${name}` }] })
    }
    await take(app, id, 'preliminary', told('补发延误证明'))
    app.wait(HOUR)
    await take(app, id, 'preliminary', told('补发延误证明，并补偿里程'))
    const { events, recorded } = await app.call('cases.show', { id })
    const versions = events.map(({ data }) => (data.recorded as StepForm | undefined)?.preliminaryMeasures)
    expect(versions.filter((text) => text !== undefined)).toEqual(['补发延误证明', '补发延误证明，并补偿里程'])
    expect(recorded).toMatchObject({ preliminaryMeasures: '补发延误证明，并补偿里程', isClear: true })
  },
)

onEveryEngine(
  'S2-66 S2-67 S2-68 S2-69 S2-71 S2-72 the workflow brings a wording for each of the five cases of a reply, in both languages',
  async (app) => {
    await app.as('agent')
    const id = await investigated(app)
    const { templates } = await app.call('cases.show', { id })
    expect(templates.map(({ about }) => about).sort()).toEqual(['answer', 'material', 'solved', 'thanks', 'unsolved'])
    const marks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
    for (const { text } of templates) expect(marks(text.zh)).toEqual(marks(text.en))
    await app.call('cases.contact', {
      ...{ id, channel: 'sms', person: '陈女士', text: '请补充登机牌照片', templateId: 'reply-material' },
    })
    expect((await app.call('cases.show', { id })).events.at(-1)?.data).toMatchObject({ templateId: 'reply-material' })
  },
)

onEveryEngine(
  'S2-39 S2-41 S2-124 S2-125 S2-126 S2-127 S2-167 S2-168 S2-169 the customer is asked about result, process, agent and the whole, with their own words; all is kept with the complaint',
  async (app) => {
    const more = { surveyText: '处理很快', customerSuggestion: '广播说明原因', preventionTold: true }
    const id = await visited(app, more)
    const { satisfactionProcess: _, ...lacking } = visit(app.now())
    expect(await refused(app, id, 'visit', lacking)).toMatchObject({
      issues: [{ path: 'data.satisfactionProcess', reason: 'required' }],
    })
    await take(app, id, 'close', closing)
    expect((await app.call('cases.show', { id })).recorded).toMatchObject({
      ...{ satisfactionResult: 4, satisfactionProcess: 5, satisfactionAgent: 5, satisfactionOverall: 4 },
      ...{ isSolved: 'yes', surveyDone: true, visited: true, ...more },
      ...{ closingSummary: '客户满意', improvement: 'process', resultFeedback: '已向客户书面说明原因并致歉' },
    })
  },
)

onEveryEngine(
  'a customer who cannot be reached three times, at different times, does not keep a complaint open',
  async (app) => {
    await app.as('agent')
    const id = await investigated(app)
    await take(app, id, 'reply', reply(app.now()))
    const tries = async (hours: number) => {
      app.wait(hours * HOUR)
      await take(app, id, 'attempt', { contactAt: app.now(), contactChannel: 'phone' })
      return (await app.call('cases.show', { id })).recorded.attempts
    }
    expect([await tries(1), await tries(0), await tries(1), await tries(2)]).toEqual([1, 1, 1, 2])
    await app.as('lead')
    expect(await refused(app, id, 'close', closing)).toMatchObject({ params: { record: 'surveyDone' } })
    expect(await tries(3)).toBe(3)
    expect(await take(app, id, 'close', closing)).toMatchObject({ state: 'closed', isOpen: false })
  },
)

onEveryEngine(
  'S2-171 a customer who is not content gets a second round; it must be answered and asked about anew',
  async (app) => {
    const id = await visited(app, { isSolved: 'no', satisfactionResult: 1 })
    expect(await refused(app, id, 'close', closing)).toMatchObject({ rule: 'case-not-solved' })
    app.wait(HOUR)
    const again = await take(app, id, 'notSolved', { reopenReason: '未说明改进措施' })
    expect([again.state, (await app.call('cases.show', { id })).round]).toEqual(['investigating', 2])
    expect(again.clocks.filter(({ round }) => round === 2).map(({ kind }) => kind)).toContain('resolve')
    expect(again.clocks.find(({ kind }) => kind === 'legal')).toMatchObject({ round: 1, state: 'met' })
    await take(app, id, 'reply', reply(app.now()))
    const { closing: loop } = await app.call('cases.show', { id })
    expect(loop.filter(({ isMet }) => !isMet).map(({ record }) => record)).toEqual(['surveyDone'])
    await mustReplay(app)
  },
)

onEveryEngine(
  'S2-170 S2-172 visits after closing are planned by severity and tier, done with what came of them, and S2-171 reopen the case when the problem is back',
  async (app) => {
    const memberId = await addMember(app, 'diamond')
    const id = await visited(app, {}, { memberId, anonymousReason: null })
    await take(app, id, 'close', closing)
    const closedAt = app.now()
    const planned = async () => (await app.call('cases.show', { id })).followUps.filter(({ text }) => readRevisit(text))
    expect((await planned()).map(({ dueAt, text }) => [(dueAt - closedAt) / DAY, readRevisit(text)])).toEqual([
      [7, { place: 1, of: 2 }],
      [28, { place: 2, of: 2 }],
    ])
    await app.as('agent')
    expect(await refused(app, id, 'reopenRecurred', { reopenReason: '又发生' })).toMatchObject({
      params: { record: 'recurred' },
    })
    app.wait(7 * DAY)
    const followUpId = (await planned())[0]?.id ?? ''
    const found = {
      id,
      followUpId,
      channel: 'phone',
      person: '林晓',
      outcome: 'recurred',
      text: '昨日再次无人告知',
    } as const
    await app.call('cases.revisit', { ...found, preventionTold: true })
    expect(await app.fail('cases.revisit', found)).toMatchObject({ rule: 'follow-up-done' })
    expect((await planned())[0]).toMatchObject({ doneAt: app.now(), outcome: '昨日再次无人告知' })
    expect(await take(app, id, 'reopenRecurred', { reopenReason: '再次无人告知' })).toMatchObject({
      state: 'investigating',
      isOpen: true,
    })
  },
)

onEveryEngine(
  'S2-171 a case closed for more than thirty days is not reopened; a new linked one is begun',
  async (app) => {
    const id = await visited(app)
    await take(app, id, 'close', closing)
    app.wait(29 * DAY)
    expect((await app.call('cases.show', { id })).nextActions.find((one) => one.id === 'reopen')?.isAllowed).toBe(true)
    app.wait(2 * DAY)
    expect(await refused(app, id, 'reopen', { reopenReason: '又来电' })).toEqual({
      code: 'RULE',
      rule: 'case-reopen-window',
      params: { days: 30 },
    })
    const next = await app.call('cases.open', complaint({ relatedCaseId: id }))
    expect((await app.call('cases.show', { id })).related.map((one) => one.id)).toEqual([next.id])
  },
)

onEveryEngine(
  'S2-40 S2-113 thirty days after closing the desk itself puts a complaint away, findable as before, with how long it is kept',
  async (app) => {
    const id = await visited(app)
    await take(app, id, 'close', closing)
    const closedAt = app.now()
    expect(await app.call('cases.nextCheck', {})).toEqual({ at: closedAt + 30 * DAY })
    app.wait(30 * DAY - 1)
    await app.call('cases.tick', {})
    expect((await app.call('cases.show', { id })).state).toBe('closed')
    app.wait(HOUR)
    await app.call('cases.tick', {})
    const view = await app.call('cases.show', { id })
    expect([view.state, view.recorded.keptUntil, view.isOpen, view.closedAt]).toEqual([
      ...['archived', '2029-09-30', false, closedAt],
    ])
    expect(view.events.at(-1)).toMatchObject({ kind: 'step', toState: 'archived', at: closedAt + 30 * DAY })
    expect((await app.call('cases.find', { text: view.number })).map((one) => one.id)).toEqual([id])
    expect((await app.call('cases.queue', { isOpen: false, state: 'archived' })).rows.map((one) => one.id)).toEqual([
      id,
    ])
    expect(await app.call('cases.nextCheck', {})).toEqual({ at: null })
    await mustReplay(app)
  },
)

onEveryEngine(
  'S2-42 S2-43 a complaint is shared with departments without its customer; a lead may name the customer with a reason',
  async (app) => {
    await app.as('agent')
    const content = '我是陈女士，电话13800001234，邮箱chen@example.com，航班延误五小时'
    const { id } = await app.call('cases.open', complaint({ content, flightNo: 'MF8101', ticketNo: '7311234567890' }))
    const share: Input<'cases.share'> = { id, departments: ['operations', 'airport'], purpose: '核实延误原因' }
    const { text } = await app.call('cases.share', share)
    expect(text).toContain('航班延误五小时')
    expect(text).toContain('MF8101')
    for (const hidden of ['陈女士', '13800001234', 'chen@example.com', '7311234567890'])
      expect(text).not.toContain(hidden)
    const named = { ...share, identityReason: '机场需当面致歉' }
    expect(await app.fail('cases.share', named)).toMatchObject({ rule: 'share-identity-role' })
    await app.as('lead')
    expect((await app.call('cases.share', named)).text).toContain('客户：陈女士 13800001234')
    const { events } = await app.call('cases.show', { id })
    expect(events.filter(({ kind }) => kind === 'shared').map(({ data }) => data)).toMatchObject([
      { departments: ['operations', 'airport'], purpose: '核实延误原因', withIdentity: false },
      { withIdentity: true, identityReason: '机场需当面致歉' },
    ])
  },
)

onEveryEngine(
  'S2-37 S2-50 the analysis asks once more what outcome is wanted, and every change of stage says who and when',
  async (app) => {
    const li = await app.as('agent')
    const id = await investigated(app)
    app.wait(HOUR)
    const expectedOutcome = '退还改签费并书面说明'
    await take(app, id, 'finish', { expectedOutcome, causeText: '机务排故', measures: '公告流程整改' })
    const finishedAt = app.now()
    app.wait(HOUR)
    const boss = await app.as('manager')
    await take(app, id, 'reassign', { ownerId: boss, reassignReason: '专员休假' })
    const view = await app.call('cases.show', { id })
    expect([view.demand, view.recorded.expectedOutcome]).toEqual(['书面说明并道歉', expectedOutcome])
    const steps = view.events.filter(({ kind }) => kind === 'step')
    expect(steps.map(({ fromState, toState, actorId, at }) => [fromState, toState, actorId, at])).toEqual([
      ...[
        ['registered', 'confirmed'],
        ['confirmed', 'assigned'],
        ['assigned', 'investigating'],
      ].map((way) => [...[...way, li, START]]),
      ['investigating', 'investigating', li, finishedAt],
      ['investigating', 'assigned', boss, finishedAt + HOUR],
    ])
  },
)
