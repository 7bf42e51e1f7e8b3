import { expect } from 'vitest'
import type { Output } from '../src/shared/contracts.ts'
import type { CaseId, UserId } from '../src/shared/ids.ts'
import { MINUTE } from '../src/shared/time.ts'
import { onEveryEngine } from './app.ts'
import { addMember, complaint } from './cases-fixtures.ts'

onEveryEngine('the log is narrowed by time, person, member, case, call, outcome and words together', async (app) => {
  const li = (await app.as('agent', 'li')) as UserId
  const memberId = await addMember(app, 'gold', 'EG0510AA')
  const { id, number } = await app.call('cases.open', complaint({ memberId, anonymousReason: null }))
  const from = app.now()
  app.wait(MINUTE)
  expect(await app.fail('audit.list', {})).toEqual({ code: 'FORBIDDEN' })
  await app.signIn('boss')
  const list = async (filter: Parameters<typeof app.call<'audit.list'>>[1]) =>
    (await app.call('audit.list', filter)).rows.map(({ call, actorName }) => `${actorName} ${call}`)
  expect(await list({ actor: li, outcome: 'refused' })).toEqual(['li audit.list'])
  expect(await list({ actor: li, to: from, call: 'cases.open' })).toEqual(['li cases.open'])
  expect(await list({ actor: li, from: from + 1, call: 'cases.open' })).toEqual([])
  expect(await list({ case: id as CaseId, call: 'cases.open' })).toEqual(['li cases.open'])
  expect(await list({ caseNumber: number.toLowerCase(), call: 'cases.open' })).toEqual(['li cases.open'])
  expect(await list({ caseNumber: 'TS-none' })).toEqual([])
  expect(await list({ card: ' eg0510aa ', call: 'cases.open' })).toEqual(['li cases.open'])
  expect(await list({ card: 'NOBODY' })).toEqual([])
  // The words of the act in either language, of a field and of a value, all of them.
  expect(await list({ actor: li, text: '登记 投诉' })).toEqual(expect.arrayContaining(['li cases.open']))
  expect(await list({ text: 'no such word anywhere' })).toEqual([])
})

onEveryEngine('a search for words reads on to the beginning, and a failure without a rule is an entry', async (app) => {
  await app.as('agent', 'li')
  await app.signIn('boss')
  const first = await app.call('audit.list', { limit: 2 })
  expect(first.rows).toHaveLength(2)
  const seen: number[] = []
  for (let next: number | null = first.rows[0]?.seq ?? 0; next !== null; ) {
    const page: Output<'audit.list'> = await app.call('audit.list', { before: next, limit: 1, text: '员工' })
    seen.push(...page.rows.map(({ seq }) => seq))
    next = page.next
  }
  expect(seen.length).toBeGreaterThan(0)
  expect(seen).toEqual([...seen].sort((a, b) => b - a))
  const { id } = await app.call('views.saveAudit', { name: '拒绝', query: { list: 'audit', outcome: 'refused' } })
  await app.engine.desk.open?.store.db.updateTable('savedViews').set({ query: '{' }).where('id', '=', id).execute()
  expect(await app.fail('views.remove', { id })).toMatchObject({ code: 'INTERNAL' })
  expect((await app.call('audit.list', { outcome: 'failed' })).rows).toMatchObject([
    { call: 'views.remove', outcome: 'failed', actorName: '王经理' },
  ])
  expect((await app.call('audit.list', { outcome: 'refused' })).rows.map(({ call }) => call)).not.toContain(
    'views.remove',
  )
})

onEveryEngine('a view of the log is kept for managers, apart from those of the queue', async (app) => {
  const query = { list: 'audit', outcome: 'refused', text: '导出' } as const
  const { id } = await app.call('views.saveAudit', { name: '被拒的导出', isShared: true, query })
  await app.as('manager', 'chen')
  expect(await app.call('views.listAudit', {})).toMatchObject([{ id, name: '被拒的导出', isShared: true, query }])
  expect(await app.call('views.list', {})).toEqual([])
  await app.as('lead', 'zhao')
  expect(await app.call('views.list', {})).toEqual([])
  expect(await app.fail('views.remove', { id })).toEqual({ code: 'NOT_FOUND', entity: 'view' })
  await app.signIn('boss')
  await app.call('views.remove', { id })
  expect(await app.call('views.listAudit', {})).toEqual([])
  await app.call('views.restore', { id })
  expect(await app.call('views.listAudit', {})).toHaveLength(1)
})
