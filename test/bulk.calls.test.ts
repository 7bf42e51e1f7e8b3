import { expect } from 'vitest'
import type { CaseId, UserId } from '../src/shared/ids.ts'
import { HOUR, SECOND } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { complaint, confirmation, mustReplay, take } from './cases-fixtures.ts'

const chosen = async (app: App, ids: readonly CaseId[]) =>
  Promise.all(ids.map(async (id) => ({ id, seq: (await app.call('cases.pulse', { id })).lastSeq })))

async function ownerNames(app: App): Promise<(string | null)[]> {
  return (await app.call('cases.queue', {})).rows.map(({ ownerName }) => ownerName)
}

/** Two cases of li's and one of wang's, each told apart by its title. */
async function threeCases(app: App): Promise<{ ids: CaseId[]; li: UserId }> {
  const li = (await app.as('agent', 'li')) as UserId
  const first = await app.call('cases.open', complaint({ title: '甲' }))
  const second = await app.call('cases.open', complaint({ title: '乙' }))
  await app.as('agent', 'wang')
  const third = await app.call('cases.open', complaint({ title: '丙' }))
  return { ids: [first.id, second.id, third.id], li }
}

onEveryEngine(
  'several cases are handed on at once: the preview says which one refuses and why, and that one stops nobody',
  async (app) => {
    const { ids } = await threeCases(app)
    const wang = (await app.as('agent', 'wang')) as UserId
    await app.as('agent', 'li')
    const cases = await chosen(app, ids)
    const act = { act: 'assign', ownerId: wang, reason: '午休' } as const
    const preview = await app.call('bulk.preview', { cases, act })
    expect(preview.map(({ title, isDone, failure, owner }) => [title, isDone, failure?.rule, owner])).toEqual([
      ['甲', true, undefined, { from: 'li', to: 'wang' }],
      ['乙', true, undefined, { from: 'li', to: 'wang' }],
      ['丙', false, 'case-same-owner', null],
    ])
    expect((await ownerNames(app)).toSorted()).toEqual(['li', 'li', 'wang'])
    expect(await app.fail('bulk.run', { cases, act, isAllOrNone: true })).toMatchObject({
      rule: 'bulk-one-refused',
      params: { count: 1 },
    })
    expect((await ownerNames(app)).toSorted()).toEqual(['li', 'li', 'wang'])
    const { items } = await app.call('bulk.run', { cases, act })
    expect(items).toEqual(preview)
    expect(await ownerNames(app)).toEqual(['wang', 'wang', 'wang'])
    await app.as('lead')
    await mustReplay(app)
  },
)

onEveryEngine(
  'an act on many cases is taken back within thirty seconds by entries of its own, where nobody was faster',
  async (app) => {
    const { ids, li } = await threeCases(app)
    await app.as('lead', 'zhao')
    const act = { act: 'claim', reason: '我来处理' } as const
    const { runId, undoUntil } = await app.call('bulk.run', { cases: await chosen(app, ids), act })
    expect(undoUntil).toBe(app.now() + 30 * SECOND)
    expect(await ownerNames(app)).toEqual(['zhao', 'zhao', 'zhao'])
    const [first = '' as CaseId] = ids
    await app.call('cases.note', { id: first, text: '已致电' })
    app.wait(20 * SECOND)
    const undone = await app.call('bulk.undo', { runId })
    expect(undone.filter(({ isDone }) => !isDone).map(({ id }) => id)).toEqual([first])
    expect((await ownerNames(app)).toSorted()).toEqual(['li', 'wang', 'zhao'])
    expect(await app.fail('bulk.undo', { runId })).toMatchObject({ rule: 'bulk-undone' })
    // The history keeps both: given away and given back.
    const second = await app.call('cases.show', { id: ids[1] ?? first })
    expect(second.ownerId).toBe(li)
    expect(second.transfers).toBe(0)
    expect(second.events.filter(({ kind }) => kind === 'assigned')).toHaveLength(2)
    const again = await app.call('bulk.run', { cases: await chosen(app, ids.slice(1)), act })
    app.wait(31 * SECOND)
    expect(await app.fail('bulk.undo', { runId: again.runId })).toMatchObject({ rule: 'bulk-too-late' })
    await mustReplay(app)
  },
)

onEveryEngine('priority, class, notes and reminders of many cases follow the rules of the single acts', async (app) => {
  const { ids } = await threeCases(app)
  await app.as('lead', 'zhao')
  const before = (await app.call('cases.queue', {})).rows.map(({ priority, category }) => [priority, category])
  const run = async (act: Parameters<typeof app.call<'bulk.run'>>[1]['act']) =>
    app.call('bulk.run', { cases: await chosen(app, ids), act })
  const assess = { act: 'assess', urgency: 'high', importance: 'high', direction: 'explain' } as const
  const assessed = await run(assess)
  expect(assessed.items.map(({ priority }) => priority?.to)).toEqual(['p1', 'p1', 'p1'])
  await app.call('bulk.undo', { runId: assessed.runId })
  const classed = await run({ act: 'class', category: 'baggage.lost', reason: '其实是行李问题' })
  expect(classed.items.map(({ category }) => category)).toEqual(
    ids.map(() => ({ from: 'flight.delay', to: 'baggage.lost' })),
  )
  await app.call('bulk.undo', { runId: classed.runId })
  const after = (await app.call('cases.queue', {})).rows.map(({ priority, category }) => [priority, category])
  expect(after).toEqual(before)
  const noted = await run({ act: 'note', text: '系统故障，稍后统一答复' })
  await app.call('bulk.undo', { runId: noted.runId })
  const reminded = await run({ act: 'remark', dueAt: app.now() + HOUR, text: '回电' })
  const shown = await app.call('cases.show', { id: ids[0] ?? ('' as CaseId) })
  expect(shown.followUps.map(({ text, doneAt }) => [text, doneAt])).toEqual([['回电', null]])
  await app.call('bulk.undo', { runId: reminded.runId })
  const undone = await app.call('cases.show', { id: ids[0] ?? ('' as CaseId) })
  expect(undone.followUps.map(({ doneAt }) => doneAt)).toEqual([app.now()])
  expect(await app.fail('bulk.undo', { runId: 'nobody' })).toEqual({ code: 'NOT_FOUND', entity: 'bulkRun' })
  await mustReplay(app)
})

onEveryEngine(
  'a case that was changed after it was chosen is left alone, and one that may not be read is not named',
  async (app) => {
    await app.as('lead', 'zhao')
    const secret = await app.call('cases.open', complaint({ channel: 'reportPhone', title: '举报' }))
    await app.as('agent', 'li')
    const { id } = await app.call('cases.open', complaint({ title: '甲' }))
    const cases = await chosen(app, [id])
    await take(app, id, 'confirm', confirmation(app.now()))
    const { items } = await app.call('bulk.run', {
      cases: [...cases, { id: secret.id, seq: 1 }],
      act: { act: 'note', text: '记一笔' },
    })
    expect(items.map(({ number, failure }) => [number === '', failure?.code])).toEqual([
      [false, 'CONFLICT'],
      [true, 'NOT_FOUND'],
    ])
  },
)
