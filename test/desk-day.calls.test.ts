import { expect } from 'vitest'
import type { UserId } from '../src/shared/ids.ts'
import { DAY, HOUR, MINUTE } from '../src/shared/time.ts'
import { onEveryEngine } from './app.ts'
import { putMember } from './calls-fixture.ts'
import { closing, complaint, confirmation, enquiry, mustReplay, reply, take, visit } from './cases-fixtures.ts'

const SHIFT = { maxOpen: 20, shiftDays: '1234567', shiftFrom: 0, shiftTo: 1440 }

onEveryEngine(
  'S3-22 an agent handles a complaint and a suggestion: each is taken in, worked on by its rules, answered and brought to its end',
  async (app) => {
    const agent = await app.as('agent')
    const grievance = await app.call('cases.open', complaint())
    const idea = await app.call('cases.open', {
      ...{ kind: 'suggestion', channel: 'phone', category: 'service.lounge', anonymousReason: '非会员' },
      ...{ contactPhone: '13900005678', content: '休息室增加充电位', thanked: true },
    })
    const mine = await app.call('cases.queue', { owner: 'mine' })
    expect(mine.rows.map(({ kind, ownerId }) => [kind, ownerId]).sort()).toEqual([
      ['complaint', agent],
      ['suggestion', agent],
    ])
    await take(app, grievance.id, 'confirm', confirmation(app.now()))
    await take(app, grievance.id, 'assign', { ownerId: agent })
    await take(app, grievance.id, 'accept')
    app.wait(HOUR)
    await take(app, grievance.id, 'reply', reply(app.now()))
    await take(app, grievance.id, 'visit', visit(app.now()))
    const collated = { ownerId: agent, department: 'airport', collation: '两个贵宾休息室加装充电位' }
    await take(app, idea.id, 'assign', collated)
    await take(app, idea.id, 'decide', { adoption: 'adopted', adoptionNote: '已列入本季度改造' })
    const answered = { answer: '将在两个休息室加装', feedbackChannel: 'phone' }
    await take(app, idea.id, 'replySuggestion', answered)
    await app.as('lead')
    await take(app, grievance.id, 'close', closing)

    const closed = await app.call('cases.show', { id: grievance.id })
    expect(closed).toMatchObject({
      ...{ kind: 'complaint', isOpen: false, ownerId: agent, closedAt: app.now() },
      recorded: { measures: '现场公告流程整改', resultFeedback: '已向客户书面说明原因并致歉', isSolved: 'yes' },
    })
    const told = await app.call('cases.show', { id: idea.id })
    expect(told).toMatchObject({
      ...{ kind: 'suggestion', department: 'airport', ownerId: agent },
      recorded: { thanked: true, collation: '两个贵宾休息室加装充电位', adoption: 'adopted', answer: answered.answer },
    })
    expect(told.clocks.map(({ kind, state }) => [kind, state])).toEqual([['reply', 'met']])
    for (const { events } of [closed, told])
      expect(new Set(events.slice(0, -1).map(({ actorName }) => actorName))).toEqual(new Set(['agent']))
    await mustReplay(app)
  },
)

onEveryEngine(
  'S4-29 unasked, the desk classifies what was said, proposes answer and handler, and looks through the figures by itself',
  async (app) => {
    const [li, wang] = [await app.as('agent', 'li'), await app.as('agent', 'wang')]
    await app.as('lead', 'zhao')
    for (const userId of [li, wang]) {
      const department = userId === wang ? 'baggage' : 'vip'
      await app.call('routing.setHandler', { userId: userId as UserId, department, ...SHIFT })
      const skill = { kind: 'complaints', evidence: '演示：投诉处理培训合格' } as const
      await app.call('routing.grantSkill', { userId: userId as UserId, ...skill })
    }
    await app.as('agent', 'li')
    // Classifying and giving out come with the registration; nobody asks for them.
    const { id, ownerId } = await app.call(
      'cases.open',
      complaint({ category: 'baggage.damaged', content: '行李箱轮子摔坏了，要求赔偿' }),
    )
    const { proposal } = await app.call('classing.show', { id })
    expect(proposal).toMatchObject({ byWords: { category: 'baggage.damaged' } })
    expect(ownerId).toBe(wang)
    const [routing] = (await app.call('routing.show', { id })).routings
    expect(routing).toMatchObject({ cause: 'opened', outcome: 'assigned', toName: 'wang' })
    expect(routing?.candidates.find(({ name }) => name === 'wang')?.merits).not.toEqual([])
    const question = '我想问一下退票的手续费怎么收，多久到账'
    const [answer] = await app.call('knowledge.suggest', { text: question, category: 'ticket.refund' })
    expect(answer).toMatchObject({ code: 'answer-refund', reasons: { words: ['退票', '手续费', '到账'] } })

    for (let week = 0; week < 12; week++) {
      await app.call('cases.open', complaint({ category: 'baggage.lost' }))
      app.wait(7 * DAY)
    }
    for (let i = 0; i < 6; i++) await app.call('cases.open', complaint({ flightNo: 'HU7609', flightDay: '2026-09-29' }))
    app.wait(MINUTE)
    await app.engine.heartbeat()
    await app.as('manager')
    const alert = (await app.call('patterns.list', {})).find(({ value }) => value === 'HU7609')
    expect(alert).toMatchObject({ dimension: 'flight', state: 'open', figures: { count: 6 } })
    const { rows } = await app.call('audit.list', { limit: 50 })
    expect(rows.find((row) => row.call === 'patterns.evaluate')?.actorId).toBe('system')
  },
)

onEveryEngine(
  'S4-113 automatic steps shorten the response: at once the customer’s answer lies ready, the case has its handler with a clock, and nobody typed anything',
  async (app) => {
    const [li, wang] = [await app.as('agent', 'li'), await app.as('agent', 'wang')]
    const memberId = await putMember(app, 'EG1', '林晓', { email: 'lin@example.com' })
    await app.as('lead', 'zhao')
    await app.call('routing.setHandler', { userId: wang as UserId, department: 'operations', ...SHIFT })
    const skill = { kind: 'complaints', evidence: '演示：投诉处理培训合格' } as const
    await app.call('routing.grantSkill', { userId: wang as UserId, ...skill })
    await app.as('agent', 'li')
    const { id, ownerId } = await app.call(
      'cases.open',
      complaint({ channel: 'website', memberId, anonymousReason: null, contactName: '', receivedAt: app.now() }),
    )
    // The same moment: registered, given to the department's handler, and the acknowledgement prepared.
    expect(ownerId).toBe(wang)
    const view = await app.call('cases.show', { id })
    const at = view.events.map((event) => [event.kind, event.actorId, event.at])
    expect(at).toEqual([
      ['opened', li, app.now()],
      ['message', li, app.now()],
      ['assigned', 'system', app.now()],
    ])
    const respond = view.clocks.find(({ kind }) => kind === 'respond')
    const [message] = await app.call('messages.waiting', {})
    expect(message).toMatchObject({ caseId: id, isAutomatic: true, state: 'prepared', dueAt: respond?.dueAt })
    app.wait(MINUTE)
    await app.call('messages.handOver', { id: message?.id ?? '' })
    await app.call('messages.markSent', { id: message?.id ?? '', reference: 'MAIL-1' })
    const after = (await app.call('cases.show', { id })).clocks
    const met = after.find(({ kind }) => kind === 'respond')
    expect(met).toMatchObject({ state: 'met', stoppedAt: app.now() })
    expect(after.find(({ kind }) => kind === 'ownerAccept')).toMatchObject({ state: 'running' })
  },
)

onEveryEngine(
  'S4-115 departments coordinate: each is asked for its part of a case, sees what it needs, answers in its own time, and a shared matter holds what they agreed',
  async (app) => {
    const [sun, wu] = [await app.as('agent', 'sun'), await app.as('agent', 'wu')]
    await app.as('agent', 'li')
    await app.as('lead', 'zhao')
    await app.call('routing.setHandler', { userId: sun as UserId, department: 'operations', ...SHIFT })
    await app.call('routing.setHandler', { userId: wu as UserId, department: 'airport', ...SHIFT })
    await app.as('agent', 'li')
    const { id } = await app.call('cases.open', complaint({ flightNo: 'HU7609', flightDay: '2026-09-29' }))
    const ask = (department: 'operations' | 'airport', assigneeId: string, question: string) =>
      app.call('subTasks.ask', { caseId: id, department, assigneeId: assigneeId as UserId, question })
    const cause = await ask('operations', sun, '延误原因')
    const notice = await ask('airport', wu, '现场公告记录')
    for (const [login, task, answer] of [
      ['sun', cause.id, '机务排故'],
      ['wu', notice.id, '14:05起每半小时广播'],
    ] as const) {
      await app.signIn(login)
      const sheet = await app.call('subTasks.sheet', { id: task })
      expect(sheet).toMatchObject({ isHidden: true, flightNo: 'HU7609', history: [{ actorName: 'li' }] })
      await app.call('subTasks.accept', { id: task })
      app.wait(HOUR)
      await app.call('subTasks.answer', { id: task, answer })
    }
    await app.signIn('li')
    for (const task of [cause, notice]) await app.call('subTasks.finish', { id: task.id })
    const { rows } = await app.call('subTasks.of', { caseId: id })
    expect(
      rows.map(({ department, state, answer, answeredByName }) => [department, state, answer, answeredByName]),
    ).toEqual([
      ['operations', 'done', '机务排故', 'sun'],
      ['airport', 'done', '14:05起每半小时广播', 'wu'],
    ])
    expect((await app.call('cases.show', { id })).recorded).toMatchObject({ subTasksOpen: 0, subTasksDone: true })

    const zhao = await app.as('lead', 'zhao')
    const matter = await app.call('matters.raise', {
      ...{ title: '演示：延误信息同步', text: '运行控制与机场服务公告不同步', outsiders: '', dueDay: '2026-10-10' },
      ...{ departments: ['operations', 'airport'], people: [sun as UserId, wu as UserId], ownerId: zhao as UserId },
    })
    await app.signIn('wu')
    await app.call('matters.log', { id: matter.id, text: '已约定每三十分钟同步' })
    await app.signIn('zhao')
    await app.call('matters.settle', { id: matter.id, closing: '按约定执行' })
    expect(await app.call('matters.list', { withSettled: true })).toMatchObject([
      { state: 'settled', closing: '按约定执行', departments: ['airport', 'operations'], ownerName: 'zhao' },
    ])
  },
)

onEveryEngine(
  'S4-116 the service line writes down opinions and suggestions while the customer is on the telephone, and they reach the lead',
  async (app) => {
    const agent = await app.as('agent', 'li')
    const memberId = await putMember(app, 'EG1', '林晓', { mobile: '+8613812345678' })
    const { id: callId } = await app.call('calls.start', { direction: 'inbound', phone: '13812345678' })
    await app.call('calls.answer', { id: callId })
    const idea = await app.call('cases.open', {
      ...enquiry({ kind: 'suggestion', memberId, anonymousReason: null, callId, category: 'service.lounge' }),
      ...{ content: '贵宾厅希望提供素食', thanked: true },
    })
    await app.call('loop.addFeedback', {
      ...{ day: '2026-09-30', channel: 'phone', tone: 'wish', text: '登机口变更希望短信提醒' },
    })
    await app.call('calls.hangUp', { id: callId })
    await app.call('calls.finish', {
      ...{ id: callId, resultCode: 'suggestion-recorded', question: '对贵宾厅的建议', process: '记录建议' },
      result: `已登记 ${idea.number}`,
    })
    expect(await app.call('cases.show', { id: idea.id })).toMatchObject({
      ...{ kind: 'suggestion', channel: 'phone', callId, memberId, content: '贵宾厅希望提供素食', ownerId: agent },
      recorded: { thanked: true },
    })
    expect(await app.call('calls.show', { id: callId })).toMatchObject({ resultCode: 'suggestion-recorded' })
    await app.as('lead', 'zhao')
    const said = await app.call('digests.gather', { fromDay: '2026-09-30', toDay: '2026-09-30' })
    expect(said.map(({ kind, text }) => [kind, text])).toEqual([
      ['suggestion', expect.stringContaining('贵宾厅希望提供素食')],
      ['feedback', expect.stringContaining('登机口变更希望短信提醒')],
    ])
  },
)
