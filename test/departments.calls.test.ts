import { expect } from 'vitest'
import type { UserId } from '../src/shared/ids.ts'
import { HOUR } from '../src/shared/time.ts'
import { onEngine, onEveryEngine } from './app.ts'
import { complaint, enquiry, inStore, mustReplay, take } from './cases-fixtures.ts'
import { finding } from './remedy-fixtures.ts'

const CATERING = { code: 'catering', name: { zh: '餐饮保障部', en: 'Catering' }, hotlines: [], calendarId: null }
const SHIFT = { maxOpen: 20, shiftDays: '1234567', shiftFrom: 0, shiftTo: 1440 }

onEveryEngine(
  'S2-15 a department of one’s own is added, takes cases, sub-tasks, people, matters and shares of fault, is counted by its name, and is retired once nothing lies with it',
  async (app) => {
    const wu = (await app.as('agent', 'wu')) as UserId
    const li = (await app.as('agent', 'li')) as UserId
    expect(await app.fail('cases.open', complaint({ department: 'catering' }))).toEqual({
      code: 'INVALID_INPUT',
      issues: [{ path: 'department', reason: 'invalid_value' }],
    })
    await app.as('manager')
    await app.call('classes.saveDesk', { ...CATERING, isNew: true })
    expect(await app.fail('classes.saveDesk', { ...CATERING, isNew: true })).toMatchObject({ rule: 'class-code-taken' })
    const { desks, categories } = await app.call('classes.list', {})
    expect(desks.at(-1)).toEqual({ ...CATERING, isActive: true })
    // The shipped ones stand beside it, in the store of a desk that had no rows of its own.
    expect(await inStore(app, (db) => db.selectFrom('desks').select('code').execute())).toHaveLength(14)
    const meals = categories.find(({ code }) => code === 'service.quality')
    if (!meals) throw new Error('no such category')
    await app.call('classes.saveCategory', { ...meals, department: 'catering', isNew: false })

    await app.as('lead', 'zhao')
    await app.call('routing.setHandler', { userId: wu, department: 'catering', ...SHIFT })
    await app.call('routing.setHandler', { userId: li, department: 'operations', ...SHIFT })
    for (const userId of [wu, li])
      await app.call('routing.grantSkill', { userId, kind: 'complaints', evidence: '演示：投诉处理培训合格' })
    await app.call('workflow.setSpecialist', {
      ...{ category: 'service.lounge', specialistId: wu, deputyId: null, department: 'catering' },
    })
    await app.as('agent', 'li')
    const { id, ownerId } = await app.call('cases.open', complaint({ category: 'service.quality' }))
    expect(ownerId).toBe(wu)
    expect(await app.call('cases.show', { id })).toMatchObject({ ownerId: wu, department: 'catering' })
    const other = await app.call('cases.open', complaint({ contactPhone: '13800007777' }))
    const asked = await app.call('subTasks.ask', { caseId: other.id, department: 'catering', question: '餐食配送记录' })
    const idea = await app.call('cases.open', enquiry({ kind: 'suggestion', thanked: true }))
    await take(app, idea.id, 'assign', { ownerId: li, department: 'catering', collation: '增加素食' })
    expect((await app.call('cases.show', { id: idea.id })).department).toBe('catering')
    const seq = async () => (await app.call('cases.pulse', { id: other.id })).lastSeq
    await app.call('routing.tell', {
      ...{ id: other.id, department: 'catering', personId: null, text: '请核实餐食', expectedSeq: await seq() },
    })
    const shares = [{ kind: 'department', department: 'catering', percent: 100 } as const]
    await app.call('liability.draft', { id: other.id, ...finding({ shares }), expectedSeq: await seq() })
    await app.signIn('wu')
    expect((await app.call('routing.notices', {})).map(({ department }) => department)).toContain('catering')
    const waiting = await app.call('subTasks.list', { list: 'department', department: 'catering' })
    expect(waiting.map((row) => row.id)).toEqual([asked.id])

    await app.as('lead', 'zhao')
    const matter = await app.call('matters.raise', {
      ...{
        title: '演示：餐食信息同步',
        text: '加餐信息',
        departments: ['catering', 'cabin'],
        people: [],
        outsiders: '',
      },
      ...{ ownerId: wu, dueDay: '2026-10-10' },
    })
    expect(matter.departments).toEqual(['cabin', 'catering'])
    expect((await app.call('cases.queue', { department: 'catering' })).rows.map((row) => row.id)).toContain(id)
    app.wait(HOUR)
    await app.as('manager')
    const { spreads } = await app.call('reports.show', { kind: 'month', period: '2026-09' })
    const counted = spreads.find((one) => one.id === 'department')?.rows
    expect(counted?.find(({ key }) => key === 'catering')?.name).toEqual(CATERING.name)
    await app.call('classes.saveDesk', { ...CATERING, name: { zh: '配餐部', en: 'Meals' } })
    const retire = { ...CATERING, name: { zh: '配餐部', en: 'Meals' }, isActive: false }
    expect(await app.fail('classes.saveDesk', retire)).toMatchObject({ rule: 'desk-in-use', params: { count: 1 } })
    await app.call('classes.saveCategory', { ...meals, isNew: false })
    expect(await app.fail('classes.saveDesk', retire)).toMatchObject({
      rule: 'desk-has-work',
      params: { tasks: 1, people: 1 },
    })
    await app.call('subTasks.cancel', { id: asked.id, reason: '演示：改由客舱答复' })
    await app.call('routing.setHandler', { userId: wu, department: 'cabin', ...SHIFT })
    await app.call('classes.saveDesk', retire)
    const refusal = { rule: 'desk-retired', params: { name: '配餐部', nameEn: 'Meals' } }
    await app.as('agent', 'li')
    expect(await app.fail('cases.open', complaint({ department: 'catering' }))).toMatchObject(refusal)
    const ask = { caseId: other.id, department: 'catering', question: '餐食' }
    expect(await app.fail('subTasks.ask', ask)).toMatchObject(refusal)
    // What was given to it before stays readable under its name.
    expect((await app.call('cases.show', { id: idea.id })).department).toBe('catering')
    await app.as('manager')
    await mustReplay(app)
  },
)

onEngine('sqlite', 'a department that nobody keeps is refused wherever one is named', async (app) => {
  const li = (await app.as('agent', 'li')) as UserId
  const { id } = await app.call('cases.open', complaint())
  const unknown = (path: string) => ({ code: 'INVALID_INPUT', issues: [{ path, reason: 'invalid_value' }] })
  const department = 'nowhere'
  expect(await app.fail('subTasks.ask', { caseId: id, department, question: '餐食' })).toEqual(unknown('department'))
  const share = { id, departments: [department], purpose: '演示', identityReason: '' }
  expect(await app.fail('cases.share', share)).toEqual(unknown('departments'))
  const { id: callId } = await app.call('calls.start', { direction: 'inbound', phone: '13900005678' })
  await app.call('calls.answer', { id: callId })
  const over = { id: callId, kind: 'cold', toDesk: department, note: '演示' } as const
  expect(await app.fail('calls.transfer', over)).toEqual(unknown('toDesk'))
  await app.as('lead', 'zhao')
  expect(await app.fail('routing.setHandler', { userId: li, department, ...SHIFT })).toEqual(unknown('department'))
  await app.as('manager')
  const [category] = (await app.call('classes.list', {})).categories
  if (!category) throw new Error('no category')
  expect(await app.fail('classes.saveCategory', { ...category, department, isNew: false })).toMatchObject({
    rule: 'desk-unknown',
  })
  expect(await app.fail('classes.saveDesk', { ...CATERING, code: 'Küche', isNew: true })).toMatchObject({
    code: 'INVALID_INPUT',
  })
})
