import { expect } from 'vitest'
import type { Input } from '../src/shared/contracts.ts'
import type { CaseId, UserId } from '../src/shared/ids.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { enquiry, inStore } from './cases-fixtures.ts'
import { published } from './knowledge-fixtures.ts'
import { language, memberCase, note, promise, writeMacro as write } from './macros-fixtures.ts'

async function apply(app: App, id: string, caseId: CaseId, more: Partial<Input<'macros.run'>> = {}) {
  const { version } = await app.call('macros.show', { id })
  const { seq, previewedAt } = await app.call('macros.preview', { id, caseId, language })
  return app.call('macros.run', { id, version, caseId, expectedSeq: seq, language, previewedAt, ...more })
}

onEveryEngine('a macro is looked at with its words filled in, changed, and applied with one call', async (app) => {
  const caseId = await memberCase(app)
  const wang = (await app.as('agent', 'wang')) as UserId
  await app.as('agent', 'li')
  const { id } = await write(app, '延误安抚', [
    note,
    promise,
    { act: 'class', category: 'flight.cancel', text: '实为取消' },
    { act: 'assess', urgency: 'high', importance: 'high', direction: 'apologise' },
    { act: 'followUp', text: '核实{{matter}}', inMinutes: 60 },
    { act: 'todo', text: '整理{{number}}的材料', inMinutes: 24 * 60 },
    { act: 'assign', ownerId: wang, text: '转专人' },
  ])
  const before = await app.call('cases.show', { id: caseId })
  const preview = await app.call('macros.preview', { id, caseId, language })
  expect(preview.steps.map(({ failure }) => failure)).toEqual(Array(7).fill(null))
  const [noted, promised, , assessed, , , assigned] = preview.steps
  expect(noted).toMatchObject({
    text: `已致电林女士（白金卡），工单${preview.number}，承诺2026-09-30 12:00前答复`,
    missing: [],
    mayUndo: true,
  })
  expect(promised).toMatchObject({
    text: '2026-09-30 12:00前回电林女士',
    dueAt: app.now() + 2 * HOUR,
    mayUndo: false,
  })
  expect(assessed?.priority).toMatchObject({ to: 'p1' })
  expect(assigned).toMatchObject({ owner: { from: 'li', to: 'wang' }, personName: 'wang' })
  expect(await app.call('cases.show', { id: caseId })).toEqual(before)
  app.wait(4 * MINUTE)
  const { version } = await app.call('macros.show', { id })
  const { seq: expectedSeq, previewedAt } = preview
  const run = {
    id,
    version,
    caseId,
    expectedSeq,
    previewedAt,
    language,
    texts: [{ place: 0, text: '已当面致歉' }],
  }
  const { done, mayUndo } = await app.call('macros.run', run)
  expect(done.map(({ act }) => act)).toEqual(preview.steps.map(({ act }) => act))
  expect(mayUndo).toBe(true)
  const after = await app.call('cases.show', { id: caseId })
  expect(after).toMatchObject({ ownerId: wang, priority: 'p1', category: 'flight.cancel' })
  expect(after.events.find(({ kind }) => kind === 'noted')?.data).toMatchObject({ text: '已当面致歉' })
  expect(await app.call('promises.of', { caseId })).toMatchObject([
    { text: '2026-09-30 12:00前回电林女士', dueAt: previewedAt + 2 * HOUR },
  ])
  expect(await app.call('todos.list', {})).toMatchObject([
    { title: `整理${after.number}的材料`, caseNumber: after.number },
  ])
  // The same words again would be about a case that has changed since.
  expect(await app.fail('macros.run', run)).toEqual({ code: 'CONFLICT', entity: 'case' })
})

onEveryEngine('one step that is refused leaves the case as it was, and the refusal names it', async (app) => {
  const caseId = await memberCase(app)
  const li = await app.as('agent', 'li')
  const { id, version } = await write(app, '转给自己', [note, { act: 'assign', text: '我来' }])
  const preview = await app.call('macros.preview', { id, caseId, language })
  expect(preview.steps.map(({ failure }) => failure?.rule)).toEqual([undefined, 'case-same-owner'])
  const before = await app.call('cases.show', { id: caseId })
  const run = { id, version, caseId, expectedSeq: preview.seq, language } as const
  expect(await app.fail('macros.run', run)).toMatchObject({
    code: 'RULE',
    rule: 'macro-step-refused',
    params: { step: 2, cause: 'case-same-owner' },
  })
  expect(await app.call('cases.show', { id: caseId })).toEqual(before)
  expect(await app.call('macros.show', { id })).toMatchObject({ uses: 0, lastUsedAt: null })
  await app.call('macros.run', { ...run, skipped: [1] })
  expect(await app.call('cases.show', { id: caseId })).toMatchObject({ ownerId: li, lastSeq: preview.seq + 1 })
  expect(await app.call('macros.show', { id })).toMatchObject({ uses: 1, lastUsedAt: app.now() })
})

onEveryEngine('nothing bypasses the rules of the single act: a closed case, a blank, too long a text', async (app) => {
  await app.as('agent', 'li')
  const opened = await app.call('cases.open', enquiry())
  const caseId = opened.id
  const { id, version } = await write(app, '航班说明', [{ act: 'note', text: '航班{{flight}}' }, promise])
  const { seq: expectedSeq, steps } = await app.call('macros.preview', { id, caseId, language })
  expect(steps[0]).toMatchObject({ text: '航班____', missing: ['flight'] })
  const run = { id, version, caseId, expectedSeq, language } as const
  expect(await app.fail('macros.run', run)).toMatchObject({ params: { step: 1, cause: 'macro-blank-left' } })
  const tooLong = {
    texts: [
      { place: 0, text: 'HU7609' },
      { place: 1, text: '长'.repeat(501) },
    ],
  }
  expect(await app.fail('macros.run', { ...run, ...tooLong })).toMatchObject({
    params: { step: 2, cause: 'INVALID_INPUT' },
  })
  const none = { texts: [{ place: 0, text: '' }] }
  expect(await app.fail('macros.run', { ...run, ...none })).toMatchObject({
    params: { step: 1, cause: 'INVALID_INPUT' },
  })
  expect(await app.fail('macros.run', { ...run, skipped: [0, 1] })).toMatchObject({ rule: 'macro-nothing-chosen' })
  expect(await app.fail('macros.run', { ...run, version: 2 })).toEqual({ code: 'CONFLICT', entity: 'macro' })
  expect(await app.fail('macros.run', { ...run, previewedAt: app.now() - HOUR })).toMatchObject({
    rule: 'macro-preview-old',
  })
  const unknown = { ...note, text: '{{password}}' }
  expect(
    await app.fail('macros.save', { macro: { name: { zh: '错' }, conditions: {}, steps: [unknown] } }),
  ).toMatchObject({
    code: 'INVALID_INPUT',
    issues: [{ path: 'macro.steps.0.text', reason: 'macro-variable-unknown' }],
  })
})

onEveryEngine(
  'a macro is taken back within half a minute where its parts can be, and the history keeps both',
  async (app) => {
    const caseId = await memberCase(app)
    const wang = (await app.as('agent', 'wang')) as UserId
    await app.as('lead', 'zhao')
    const { id } = await write(app, '加急转办', [
      note,
      promise,
      { act: 'assess', urgency: 'high', importance: 'high', direction: 'correct' },
      { act: 'class', category: 'baggage.lost', text: '实为行李' },
      { act: 'followUp', text: '跟进', inMinutes: 60 },
      { act: 'todo', text: '备料', inMinutes: 60 },
      { act: 'assign', ownerId: wang, text: '转办' },
    ])
    const before = await app.call('cases.show', { id: caseId })
    const { runId, undoUntil } = await apply(app, id, caseId)
    expect(undoUntil).toBe(app.now() + 30 * SECOND)
    app.wait(20 * SECOND)
    const undone = await app.call('macros.undo', { runId })
    expect(undone.filter(({ isDone }) => !isDone).map(({ act }) => act)).toEqual(['promise'])
    const after = await app.call('cases.show', { id: caseId })
    const traits = ({ ownerId, priority, category, transfers }: typeof before) => [
      ownerId,
      priority,
      category,
      transfers,
    ]
    expect(traits(after)).toEqual(traits(before))
    expect(await app.call('todos.list', {})).toEqual([])
    expect(await app.fail('macros.undo', { runId })).toMatchObject({ rule: 'macro-undone' })
    expect(await app.call('macros.show', { id })).toMatchObject({ uses: 1, undone: 1 })
    const late = await apply(app, id, caseId)
    app.wait(31 * SECOND)
    expect(await app.fail('macros.undo', { runId: late.runId })).toMatchObject({ rule: 'macro-undo-late' })
    const moved = await apply(app, id, caseId, { skipped: [3, 6] })
    await app.call('cases.note', { id: caseId, text: '客户又来电' })
    expect(await app.fail('macros.undo', { runId: moved.runId })).toMatchObject({ rule: 'macro-case-moved' })
    await app.as('agent', 'li')
    expect(await app.fail('macros.undo', { runId: moved.runId })).toMatchObject({ rule: 'macro-run-not-yours' })
  },
)

onEveryEngine('messages and articles of a macro are those of the single calls', async (app) => {
  const { code } = await published(app)
  const caseId = await memberCase(app)
  const template = (await app.call('messages.templates', {})).find(
    ({ occasion, state }) => occasion === 'progress' && state === 'published',
  )
  const { id } = await write(app, '进度告知', [
    { act: 'article', articleCode: code },
    promise,
    { act: 'message', templateCode: template?.code ?? '', channel: 'sms' },
  ])
  const { steps } = await app.call('macros.preview', { id, caseId, language })
  expect(steps.map(({ failure }) => failure)).toEqual([null, null, null])
  expect(steps[0]?.name?.zh).toBe('宠物托运怎么办理（演示）')
  expect(steps[2]?.message?.body).toContain('林女士')
  const { runId } = await apply(app, id, caseId)
  expect(await app.call('knowledge.uses', { caseId })).toMatchObject([{ code }])
  expect(await app.call('messages.of', { caseId })).toMatchObject([{ state: 'prepared', channel: 'sms' }])
  await app.call('macros.undo', { runId })
  expect(await app.call('messages.of', { caseId })).toMatchObject([{ state: 'cancelled' }])
  const gone = await write(app, '没有的模板', [{ act: 'message', templateCode: 'none', channel: 'sms' }])
  const looked = await app.call('macros.preview', { id: gone.id, caseId, language })
  expect(looked.steps[0]?.failure).toEqual({ code: 'NOT_FOUND', entity: 'template' })
})

onEveryEngine('a macro has a name for each language; without an English one the Chinese one stands', async (app) => {
  await app.as('agent', 'li')
  const named = (zh: string, en?: string) => ({ zh, ...(en === undefined ? {} : { en }) })
  const save = (name: { zh: string; en?: string }) => ({ macro: { name, conditions: {}, steps: [note] } })
  const first = await app.call('macros.save', save(named('安抚', 'Calm down')))
  expect(first.name).toEqual({ zh: '安抚', en: 'Calm down' })
  expect((await app.call('macros.save', save(named('致歉')))).name).toEqual({ zh: '致歉', en: '' })
  expect(await app.fail('macros.save', save(named('另一个', 'Calm down')))).toMatchObject({
    rule: 'macro-name-taken',
    params: { name: 'Calm down' },
  })
  const basedOn = { id: first.id, version: 1 }
  const second = await app.call('macros.save', { basedOn, ...save(named('安抚', 'Soothe')) })
  expect(second.versions.map(({ name }) => name.en)).toEqual(['Soothe', 'Calm down'])
  expect((await app.call('macros.list', {})).map(({ name }) => [name.zh, name.en]).toSorted()).toEqual([
    ['安抚', 'Soothe'],
    ['致歉', ''],
  ])
  expect(await app.fail('macros.save', save(named(' ', 'Nothing')))).toMatchObject({
    code: 'INVALID_INPUT',
    issues: [{ path: 'macro.name.zh', reason: 'required' }],
  })
})

onEveryEngine(
  'personal macros are one’s own, those of the team are the leads’; versions stay and nothing is deleted',
  async (app) => {
    await app.as('agent', 'li')
    const own = await write(app, '我的', [note])
    const macro = { name: { zh: '全队' }, conditions: {}, steps: [note] }
    expect(await app.fail('macros.save', { scope: 'team', macro })).toMatchObject({ rule: 'macro-team-role' })
    expect(await app.fail('macros.save', { macro: { ...macro, name: { zh: '我的' } } })).toMatchObject({
      rule: 'macro-name-taken',
    })
    await app.as('lead', 'zhao')
    const team = await app.call('macros.save', { scope: 'team', macro })
    expect(await app.fail('macros.show', { id: own.id })).toEqual({ code: 'NOT_FOUND', entity: 'macro' })
    const names = async (archived = false) => (await app.call('macros.list', { archived })).map(({ name }) => name.zh)
    expect(await names()).toEqual(['全队'])
    const basedOn = { id: team.id, version: 1 }
    const second = await app.call('macros.save', {
      basedOn,
      macro: { ...macro, name: { zh: '全队二' }, steps: [promise] },
    })
    expect(
      second.versions.map(({ version, name, byName, steps }) => [version, name.zh, byName, steps[0]?.act]),
    ).toEqual([
      [2, '全队二', 'zhao', 'promise'],
      [1, '全队', 'zhao', 'note'],
    ])
    expect(await app.fail('macros.save', { basedOn, macro })).toEqual({ code: 'CONFLICT', entity: 'macro' })
    await app.as('agent', 'li')
    expect((await names()).toSorted()).toEqual(['全队二', '我的'])
    expect(await app.fail('macros.archive', { id: team.id })).toMatchObject({ rule: 'macro-team-role' })
    await app.call('macros.archive', { id: own.id })
    expect(await names(true)).toEqual(['我的'])
    const caseId = await memberCase(app)
    expect((await app.call('macros.offer', { caseId }))?.macros.map(({ name }) => name.zh)).toEqual(['全队二'])
    const { lastSeq: expectedSeq } = await app.call('cases.pulse', { id: caseId })
    expect(await app.fail('macros.run', { id: own.id, version: 1, caseId, expectedSeq, language })).toMatchObject({
      rule: 'macro-archived',
    })
    await app.call('macros.restore', { id: own.id })
    app.wait(61 * DAY)
    expect((await app.call('macros.list', {})).map(({ isIdle }) => isIdle)).toEqual([true, true])
  },
)

onEveryEngine('what fits a case is offered first, on its page and during the call it came from', async (app) => {
  const caseId = await memberCase(app, { category: 'baggage.delayed' })
  const offer = (name: string, conditions: Input<'macros.save'>['macro']['conditions']) =>
    app.call('macros.save', { macro: { name: { zh: name }, conditions, steps: [note] } })
  await offer('航班', { categories: ['flight'] })
  await offer('任何', {})
  await offer('行李', { categories: ['baggage'] })
  await offer('白金行李投诉', { kinds: ['complaint'], categories: ['baggage'], tiers: ['platinum'] })
  const offered = await app.call('macros.offer', { caseId })
  expect(offered?.macros.map(({ name, fit }) => [name.zh, fit])).toEqual([
    ['白金行李投诉', 'fits'],
    ['行李', 'fits'],
    ['任何', 'any'],
    ['航班', 'other'],
  ])
  expect(await app.call('macros.offer', {})).toBeNull()
  const { id: callId } = await app.call('calls.start', { direction: 'inbound', phone: '13800001234' })
  expect(await app.call('macros.offer', { callId })).toBeNull()
  const second = await app.call('cases.open', enquiry({ callId }))
  expect(await app.call('macros.offer', { callId })).toMatchObject({ caseId: second.id, number: second.number })
})

onEveryEngine('steps that are not saved are tried on a case by its number and change nothing', async (app) => {
  const caseId = await memberCase(app)
  const before = await app.call('cases.show', { id: caseId })
  const tried = await app.call('macros.tryOut', {
    caseNumber: before.number.toLowerCase(),
    steps: [note],
    language: 'en',
  })
  expect(tried).toMatchObject({ caseId, steps: [{ act: 'note', failure: null }] })
  expect(await app.call('cases.show', { id: caseId })).toEqual(before)
  const rows = await inStore(app, (db) =>
    db.selectFrom('audit').select('caseId').where('call', '=', 'macros.tryOut').execute(),
  )
  expect(rows).toEqual([{ caseId }])
  expect(await app.fail('macros.tryOut', { caseNumber: 'TS-0', steps: [note], language })).toEqual({
    code: 'NOT_FOUND',
    entity: 'case',
  })
})
