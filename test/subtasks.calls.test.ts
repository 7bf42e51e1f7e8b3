import { expect } from 'vitest'
import type { CaseId } from '../src/shared/ids.ts'
import type { App } from './app.ts'
import { onEveryEngine } from './app.ts'
import { complaint, confirmation, mustReplay, refused, reply, take } from './cases-fixtures.ts'

const HOUR = 3_600_000

async function people(app: App): Promise<{ li: string; sun: string }> {
  const sun = await app.as('agent', 'sun')
  const li = await app.as('agent', 'li')
  return { li, sun }
}

const openCase = async (app: App, more = {}): Promise<CaseId> =>
  (await app.call('cases.open', complaint({ flightNo: 'HU7609', flightDay: '2026-09-29', pnr: 'ABC123', ...more }))).id

const show = (app: App, id: CaseId) => app.call('cases.show', { id })

onEveryEngine(
  'S2-36 S2-117 a sub-task goes to another department, is accepted with receipt, answered and taken as done',
  async (app) => {
    const { li, sun } = await people(app)
    const id = await openCase(app)
    const asked = await app.call('subTasks.ask', {
      caseId: id,
      department: 'operations',
      assigneeId: sun as never,
      question: '请提供延误原因与通知记录',
    })
    expect(asked).toMatchObject({ place: 1, state: 'open', assigneeId: sun, requestedBy: li, isLate: false })
    expect((await show(app, id)).recorded).toMatchObject({ subTasksOpen: 1, subTasksDone: false })
    const clock = (await show(app, id)).clocks.find(({ kind }) => kind === ('subTask' as string))
    expect(clock).toMatchObject({ state: 'running', dueAt: asked.dueAt })

    await app.signIn('sun')
    expect((await app.call('subTasks.list', {})).map((row) => [row.id, row.mayDo])).toEqual([
      [asked.id, ['accept', 'giveBack']],
    ])
    app.wait(HOUR)
    const receipt = await app.call('subTasks.accept', { id: asked.id })
    expect(receipt).toMatchObject({ state: 'accepted', acceptedAt: app.now(), acceptedByName: 'sun' })
    app.wait(HOUR)
    await app.call('subTasks.answer', { id: asked.id, answer: '机务排故，已于14:05短信通知旅客' })
    const stopped = (await show(app, id)).clocks.find(({ kind }) => kind === ('subTask' as string))
    expect(stopped).toMatchObject({ state: 'met', stoppedAt: app.now() })
    expect((await show(app, id)).recorded).toMatchObject({ subTasksOpen: 1, subTasksDone: false })

    await app.signIn('li')
    expect(await app.call('subTasks.finish', { id: asked.id })).toMatchObject({
      state: 'done',
      answer: '机务排故，已于14:05短信通知旅客',
      answeredByName: 'sun',
      mayDo: [],
    })
    const view = await show(app, id)
    expect(view.recorded).toMatchObject({ subTasksOpen: 0, subTasksDone: true })
    expect(
      view.events.filter(({ kind }) => kind === 'subTask').map(({ actorName, data }) => [actorName, data.action]),
    ).toEqual([
      ['li', 'ask'],
      ['sun', 'accept'],
      ['sun', 'answer'],
      ['li', 'finish'],
    ])
  },
)

onEveryEngine(
  'S2-117 several departments work under one complaint, each with its own time; it waits for all',
  async (app) => {
    const { sun } = await people(app)
    const id = await openCase(app)
    const soon = app.now() + HOUR
    const first = await app.call('subTasks.ask', {
      caseId: id,
      department: 'operations',
      question: '延误原因',
      dueAt: soon,
    })
    const second = await app.call('subTasks.ask', {
      caseId: id,
      department: 'finance',
      assigneeId: sun as never,
      question: '退款进度',
    })
    expect([first.dueAt, first.place, second.place]).toEqual([soon, 1, 2])
    expect(second.dueAt).toBeGreaterThan(soon)
    app.wait(2 * HOUR)
    expect((await app.call('subTasks.of', { caseId: id })).rows.map(({ isLate }) => isLate)).toEqual([true, false])
    await app.signIn('sun')
    const waiting = await app.call('subTasks.list', { list: 'department', department: 'operations' })
    expect(waiting.map((row) => row.id)).toEqual([first.id])
    await app.call('subTasks.accept', { id: first.id })
    await app.call('subTasks.answer', { id: first.id, answer: '天气原因' })
    expect((await show(app, id)).recorded).toMatchObject({ subTasksOpen: 2, subTasksDone: false })
    await app.signIn('li')
    await app.call('subTasks.finish', { id: first.id })
    await app.call('subTasks.cancel', { id: second.id, reason: '客户已撤回退款要求' })
    expect((await show(app, id)).recorded).toMatchObject({ subTasksOpen: 0, subTasksDone: true })
    expect((await app.call('subTasks.list', { list: 'asked' })).length).toBe(0)
    expect((await app.call('subTasks.list', { list: 'asked', includeEnded: true })).length).toBe(2)
  },
)

onEveryEngine(
  'a sub-task that came to the wrong place is given back with the reason and handed on; a thin answer is sent back',
  async (app) => {
    const { sun } = await people(app)
    const wu = await app.as('agent', 'wu')
    await app.signIn('li')
    const id = await openCase(app)
    const { id: task } = await app.call('subTasks.ask', {
      caseId: id,
      department: 'baggage',
      assigneeId: sun as never,
      question: '查行李',
    })
    await app.signIn('sun')
    expect(await app.fail('subTasks.giveBack', { id: task, reason: '不' })).toMatchObject({ rule: 'subtask-reason' })
    await app.call('subTasks.giveBack', { id: task, reason: '应由客舱部答复' })
    await app.signIn('li')
    expect(
      await app.call('subTasks.handOn', {
        id: task,
        department: 'cabin',
        assigneeId: wu as never,
        reason: '改由客舱部处理',
      }),
    ).toMatchObject({ state: 'open', department: 'cabin', assigneeId: wu })
    await app.signIn('sun')
    expect(await app.fail('subTasks.accept', { id: task })).toMatchObject({ rule: 'subtask-not-yours' })
    await app.signIn('wu')
    await app.call('subTasks.accept', { id: task })
    await app.call('subTasks.answer', { id: task, answer: '已了解' })
    expect(await app.fail('subTasks.finish', { id: task })).toMatchObject({ rule: 'subtask-not-asked-by-you' })
    await app.signIn('li')
    app.wait(HOUR)
    const again = await app.call('subTasks.sendBack', { id: task, reason: '请附乘务长陈述' })
    expect(again).toMatchObject({ state: 'accepted', answeredAt: null, answer: '已了解', reason: '请附乘务长陈述' })
    const clocks = (await show(app, id)).clocks.filter(({ kind }) => kind === ('subTask' as string))
    expect(clocks.map(({ state }) => state).sort()).toEqual(['met', 'running'])
    expect(await app.fail('subTasks.finish', { id: task })).toMatchObject({ rule: 'subtask-state' })
  },
)

onEveryEngine(
  'S1-09 S2-42 S2-43 the sheet carries the whole matter without retyping, and hides the customer unless that was asked for',
  async (app) => {
    await people(app)
    const id = await openCase(app)
    const ask = (needsIdentity: boolean) =>
      app.call('subTasks.ask', { caseId: id, department: 'operations', question: '核实延误', needsIdentity })
    const { id: hidden } = await ask(false)
    const { id: shown } = await ask(true)
    await app.signIn('sun')
    const matter = { content: '航班延误五小时，现场无人说明原因', flightNo: 'HU7609', flightDay: '2026-09-29' }
    expect(await app.call('subTasks.sheet', { id: hidden })).toMatchObject({
      ...matter,
      isHidden: true,
      customerName: '陈**',
      pnr: '***',
    })
    expect((await app.call('subTasks.sheet', { id: hidden })).customerPhone).toContain('*')
    expect(await app.call('subTasks.sheet', { id: shown })).toMatchObject({
      ...matter,
      isHidden: false,
      customerName: '陈女士',
      customerPhone: '13800001234',
      pnr: 'ABC123',
    })
    await app.as('manager')
    const { rows } = await app.call('audit.list', { limit: 20 })
    expect(rows.filter((row) => row.call === 'subTasks.sheet')).toHaveLength(3)
  },
)

onEveryEngine(
  'S2-10 whoever helps with a confidential report may read it; nobody else of the desk does',
  async (app) => {
    const { sun } = await people(app)
    await app.as('lead', 'zhao')
    const id = await openCase(app, { channel: 'reportPhone' })
    await app.signIn('sun')
    expect(await app.fail('cases.show', { id })).toEqual({ code: 'NOT_FOUND', entity: 'case' })
    await app.signIn('zhao')
    const { id: task } = await app.call('subTasks.ask', {
      caseId: id,
      department: 'legal',
      assigneeId: sun as never,
      question: '核实举报内容',
    })
    await app.signIn('sun')
    expect((await show(app, id)).isRestricted).toBe(true)
    expect(await app.call('subTasks.list', {})).toHaveLength(1)
    await app.signIn('li')
    expect(await app.fail('subTasks.sheet', { id: task })).toEqual({ code: 'NOT_FOUND', entity: 'case' })
    expect(await app.call('subTasks.list', { list: 'department' })).toEqual([])
    await app.signIn('zhao')
    await app.call('subTasks.cancel', { id: task, reason: '改由监察部门处理' })
    await app.signIn('sun')
    expect(await app.fail('cases.show', { id })).toEqual({ code: 'NOT_FOUND', entity: 'case' })
  },
)

onEveryEngine('only the owner or a lead asks, only of active people, and never of a closed case', async (app) => {
  const { li } = await people(app)
  const id = await openCase(app)
  const ask = { caseId: id, department: 'operations' as const, question: '核实' }
  expect(await app.fail('subTasks.ask', { ...ask, assigneeId: li as never })).toMatchObject({ rule: 'subtask-self' })
  expect(await app.fail('subTasks.ask', { ...ask, dueAt: app.now() })).toMatchObject({ rule: 'case-time-in-past' })
  await app.signIn('sun')
  expect(await app.fail('subTasks.ask', ask)).toMatchObject({ rule: 'case-not-owner' })
  const root = await app.as('admin')
  await app.signIn('li')
  expect(await app.fail('subTasks.ask', { ...ask, assigneeId: root as never })).toMatchObject({
    rule: 'case-not-a-handler',
  })
  expect((await app.call('subTasks.of', { caseId: id })).rows).toEqual([])
  await app.as('manager')
  await mustReplay(app)
})

onEveryEngine('S2-117 a complaint is not answered while a department still owes its part', async (app) => {
  const { li } = await people(app)
  const id = await openCase(app)
  await take(app, id, 'confirm', confirmation(app.now()))
  await take(app, id, 'assign', { ownerId: li })
  await take(app, id, 'accept')
  const { id: task } = await app.call('subTasks.ask', { caseId: id, department: 'operations', question: '延误原因' })
  const missing = { rule: 'case-record-missing', params: { record: 'subTasksDone' } }
  expect(await refused(app, id, 'reply', reply(app.now()))).toMatchObject(missing)
  await app.signIn('sun')
  await app.call('subTasks.accept', { id: task })
  await app.call('subTasks.answer', { id: task, answer: '机务排故' })
  await app.signIn('li')
  expect(await refused(app, id, 'reply', reply(app.now()))).toMatchObject(missing)
  await app.call('subTasks.finish', { id: task })
  expect((await take(app, id, 'reply', reply(app.now()))).state).not.toBe('investigating')
})

onEveryEngine('a complaint that is withdrawn ends what other departments still work on, and says why', async (app) => {
  const { sun } = await people(app)
  const id = await openCase(app)
  const ask = { caseId: id, department: 'operations' as const, assigneeId: sun as never }
  const open = await app.call('subTasks.ask', { ...ask, question: '请提供延误原因' })
  const done = await app.call('subTasks.ask', { ...ask, question: '请提供通知记录' })
  await app.signIn('sun')
  await app.call('subTasks.accept', { id: done.id })
  await app.call('subTasks.answer', { id: done.id, answer: '14:05短信通知' })
  await app.signIn('li')
  await app.call('subTasks.finish', { id: done.id })
  await app.call('cases.advance', {
    ...{ id, step: 'withdraw', expectedSeq: (await show(app, id)).lastSeq },
    data: { withdrawStatement: '客户来电表示不再追究' },
  })
  const { rows } = await app.call('subTasks.of', { caseId: id })
  expect(rows.map((row) => [row.id, row.state, row.reason])).toEqual([
    [open.id, 'cancelled', '客户撤诉'],
    [done.id, 'done', null],
  ])
  expect((await show(app, id)).recorded).toMatchObject({ subTasksOpen: 0, subTasksDone: true })
  await app.signIn('sun')
  expect(await app.call('subTasks.list', {})).toEqual([])
})
