import { expect } from 'vitest'
import type { UserId } from '../src/shared/ids.ts'
import { HOUR } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { add } from './members-fixture.ts'

/** The calls of these names that the log holds as done, oldest first. */
async function logged(app: App, ...calls: string[]): Promise<string[]> {
  const rows = await app.engine.desk.open?.store.transaction((db) =>
    db
      .selectFrom('audit')
      .select('call')
      .where('call', 'in', calls)
      .where('outcome', '=', 'done')
      .orderBy('seq')
      .execute(),
  )
  return (rows ?? []).map(({ call }) => call ?? '')
}

onEveryEngine('a wish that was ended by mistake holds again, and the log tells of both', async (app) => {
  await app.as('agent')
  const memberId = await add(app, 'HU9101', '吴演示')
  const sea = { topic: 'destination', value: '三亚', note: '亚龙湾' } as const
  const [tag] = await app.call('wishes.record', { memberId, tags: [sea] })
  const id = tag?.id ?? ''
  await app.call('wishes.retire', { id })
  expect((await app.call('wishes.of', { memberId })).tags).toEqual([])
  expect(await app.call('wishes.reinstate', { id })).toMatchObject({ id, note: '亚龙湾' })
  expect(await app.call('wishes.of', { memberId })).toMatchObject({ tags: [{ id }], past: [] })
  expect(await logged(app, 'wishes.retire', 'wishes.reinstate')).toEqual(['wishes.retire', 'wishes.reinstate'])
  // Taken back after the same was said anew: one word holds, not two.
  await app.call('wishes.retire', { id })
  await app.call('wishes.record', { memberId, tags: [{ ...sea, note: '海棠湾' }] })
  await app.call('wishes.reinstate', { id })
  expect(await app.call('wishes.of', { memberId })).toMatchObject({ tags: [{ id }], past: [{ note: '海棠湾' }] })
  expect(await app.fail('wishes.reinstate', { id: 'nobody' })).toEqual({ code: 'NOT_FOUND', entity: 'wish' })
})

onEveryEngine('a partner’s contact that was removed by mistake stands on the list again', async (app) => {
  const ownerId = (await app.as('lead')) as UserId
  const { id } = await app.call('partners.save', {
    partner: { kind: 'hotel', name: '海湾酒店（演示）', cooperation: '协议价', ownerId, state: 'active' },
  })
  const contact = { name: '何经理', post: '销售', phone: '13800000000', email: 'he@example.com' }
  const file = await app.call('partners.addContact', { partnerId: id, contact })
  const contactId = file.contacts[0]?.id ?? ''
  expect((await app.call('partners.removeContact', { id: contactId })).contacts).toEqual([])
  expect(await app.call('partners.reinstateContact', { id: contactId })).toEqual(file)
  expect(await logged(app, 'partners.reinstateContact')).toHaveLength(1)
})

onEveryEngine('a price rule that was ended by mistake holds again in every quote', async (app) => {
  await app.as('lead')
  const { id: productId } = await app.call('products.add', {
    ...{ kind: 'lounge', fromDay: '2026-09-01', name: '贵宾休息室单次券', summary: '含简餐', state: 'offered' },
  })
  const { prices } = await app.call('products.addPrice', {
    ...{ productId, kind: 'base', name: '基准价', fromDay: '2026-01-01', fen: 60_000 },
  })
  const asked = { productId, day: '2026-11-01', tier: 'none', quantity: 1 } as const
  const id = prices[0]?.id ?? ''
  await app.call('products.endPrice', { id })
  expect(await app.call('products.quote', asked)).toMatchObject({ totalFen: null })
  await app.call('products.reinstatePrice', { id })
  expect(await app.call('products.quote', asked)).toMatchObject({ totalFen: 60_000 })
  await app.as('agent')
  expect(await app.fail('products.reinstatePrice', { id })).toMatchObject({ code: 'FORBIDDEN' })
})

onEveryEngine('a named person who was taken off a category is put back as they were', async (app) => {
  const lead = (await app.as('lead')) as UserId
  const row = { category: 'flight', specialistId: lead, deputyId: null, department: 'vip' }
  const before = await app.call('workflow.setSpecialist', row)
  await app.call('workflow.removeSpecialist', { category: 'flight' })
  const [removed] = before
  if (removed) await app.call('workflow.setSpecialist', removed)
  expect(await app.call('workflow.specialists', {})).toEqual(before)
  expect(before).toHaveLength(1)
})

onEveryEngine('whoever gave a to-do and withdrew it takes that back, also when it is a colleague’s', async (app) => {
  const li = (await app.as('agent', 'li')) as UserId
  await app.as('lead')
  const { id } = await app.call('todos.add', { title: '回访贵宾（演示）', userId: li, dueAt: app.now() + HOUR })
  await app.call('todos.drop', { id })
  expect(await app.call('todos.reopen', { id })).toMatchObject({ id, state: 'open' })
  await app.as('agent', 'li')
  await app.call('todos.done', { id, outcome: '' })
  await app.as('lead')
  expect(await app.fail('todos.reopen', { id })).toMatchObject({ rule: 'todo-not-yours' })
})
