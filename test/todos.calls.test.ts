import { expect } from 'vitest'
import type { UserId } from '../src/shared/ids.ts'
import { DAY, HOUR, MINUTE } from '../src/shared/time.ts'
import { onEngine, onEveryEngine } from './app.ts'
import { enquiry, inStore } from './cases-fixtures.ts'

onEveryEngine('a to-do is written, given, reminded of, done and taken back', async (app) => {
  const li = (await app.as('agent', 'li')) as UserId
  const { id: caseId } = await app.call('cases.open', enquiry())
  const { number } = await app.call('cases.show', { id: caseId })
  const due = app.now() + 2 * HOUR
  const about = {
    title: '回电确认餐食',
    dueAt: due,
    remindAt: due - HOUR,
    caseNumber: number.toLowerCase(),
    userId: li,
  }
  const own = await app.call('todos.add', about)
  expect(own).toMatchObject({ source: 'self', caseId, caseNumber: number, isOverdue: false, mayDo: true })
  expect(await app.call('todos.count', {})).toMatchObject({
    open: 1,
    overdue: 0,
    reminders: [],
    nextAt: due - HOUR + 1,
  })
  app.setNow(due - HOUR)
  expect(await app.call('todos.count', {})).toMatchObject({ reminders: [{ id: own.id, title: '回电确认餐食' }] })
  await app.call('todos.snooze', { id: own.id, remindAt: null })
  expect(await app.call('todos.count', {})).toMatchObject({ reminders: [] })
  app.setNow(due + MINUTE)
  expect(await app.call('todos.count', {})).toMatchObject({ overdue: 1 })

  const zhao = (await app.as('lead', 'zhao')) as UserId
  const given = await app.call('todos.add', { title: '补齐录音', userId: li })
  expect(given).toMatchObject({ source: 'given', userName: 'li', givenByName: 'zhao', mayDo: false, mayChange: true })
  expect(await app.fail('todos.done', { id: given.id })).toMatchObject({ rule: 'todo-not-yours' })
  expect(await app.call('todos.list', { list: 'given' })).toHaveLength(1)

  await app.as('agent', 'li')
  expect((await app.call('todos.list', {})).map(({ title, isOverdue }) => [title, isOverdue])).toEqual([
    ['回电确认餐食', true],
    ['补齐录音', false],
  ])
  expect(await app.fail('todos.add', { title: '替我做', userId: zhao })).toMatchObject({ rule: 'todo-give-lead' })
  expect(await app.fail('todos.drop', { id: given.id })).toMatchObject({ rule: 'todo-not-giver' })
  expect(await app.call('todos.done', { id: given.id, outcome: '已补' })).toMatchObject({
    state: 'done',
    outcome: '已补',
  })
  expect(await app.call('todos.list', {})).toHaveLength(1)
  expect(await app.call('todos.reopen', { id: given.id })).toMatchObject({ state: 'open', endedAt: null })
})

onEveryEngine('at the end of a shift everything open goes to a named colleague, who confirms it', async (app) => {
  const wang = (await app.as('agent', 'wang')) as UserId
  const li = (await app.as('agent', 'li')) as UserId
  expect(await app.fail('handOvers.give', { toId: wang })).toMatchObject({ rule: 'hand-over-empty' })
  const { id } = await app.call('cases.open', enquiry())
  const row = await app.call('cases.show', { id })
  if (row.ownerId === null) await app.call('cases.assign', { id, ownerId: li, expectedSeq: row.lastSeq })
  const dueAt = app.now() + DAY
  await app.call('cases.followUp', { id, dueAt, text: '答应明天回电', ownerId: li })
  await app.call('todos.add', { title: '取回失物', userId: li, dueAt })
  const note = '客户只接上午电话'
  const given = await app.call('handOvers.give', { toId: wang, note })
  expect(given).toMatchObject({ state: 'given', fromName: 'li', toName: 'wang', note, mayAnswer: false })
  expect(given.sheet).toMatchObject({
    cases: [{ id, number: row.number }],
    promises: [{ text: '答应明天回电', caseNumber: row.number, dueAt }],
    todos: [{ title: '取回失物', dueAt }],
  })
  await app.as('agent', 'wang')
  expect(await app.call('todos.count', {})).toMatchObject({ handOvers: 1 })
  expect(await app.fail('handOvers.answer', { id: given.id, state: 'declined' })).toMatchObject({
    rule: 'hand-over-reason',
  })
  await app.call('handOvers.answer', { id: given.id, state: 'confirmed', answer: '已了解' })
  expect(await app.fail('handOvers.answer', { id: given.id, state: 'confirmed' })).toMatchObject({
    rule: 'hand-over-answered',
  })
  await app.as('agent', 'li')
  expect(await app.call('handOvers.list', {})).toMatchObject([
    { state: 'confirmed', answer: '已了解', answeredAt: app.now(), sheet: given.sheet },
  ])
})

onEveryEngine(
  'with the sheet chosen cases go to the colleague in one act, on record; all of them or none',
  async (app) => {
    const wang = (await app.as('agent', 'wang')) as UserId
    const { id: wangs } = await app.call('cases.open', enquiry())
    const li = (await app.as('agent', 'li')) as UserId
    const own = [await app.call('cases.open', enquiry()), await app.call('cases.open', enquiry())].map(({ id }) => id)
    const { id: kept } = await app.call('cases.open', enquiry())
    const owners = async () => {
      const shown = await Promise.all([...own, kept].map((id) => app.call('cases.show', { id })))
      return shown.map(({ ownerId }) => ownerId)
    }
    const note = '换班，客户等候答复'
    expect(await app.fail('handOvers.give', { toId: wang, note, cases: [...own, wangs] })).toMatchObject({
      rule: 'case-not-owner',
    })
    expect(await app.fail('handOvers.give', { toId: wang, cases: own })).toMatchObject({ rule: 'case-assign-reason' })
    expect([await owners(), await app.call('handOvers.list', {})]).toEqual([[li, li, li], []])
    const { sheet } = await app.call('handOvers.give', { toId: wang, note, cases: own })
    expect(new Map(sheet.cases.map(({ id, isMoved }) => [id, isMoved]))).toEqual(
      new Map([...own.map((id) => [id, true] as const), [kept, false]]),
    )
    expect(await owners()).toEqual([wang, wang, li])
    const log = await inStore(app, (db) =>
      db.selectFrom('audit').select('body').where('call', '=', 'handOvers.give').orderBy('seq', 'desc').execute(),
    )
    expect(JSON.parse(log[0]?.body ?? '{}')).toMatchObject({ outcome: 'done', moved: own })
  },
)

onEngine('sqlite', 'nobody else reads or answers a hand-over', async (app) => {
  const wang = (await app.as('agent', 'wang')) as UserId
  const li = (await app.as('agent', 'li')) as UserId
  const { id } = await app.call('handOvers.give', { toId: wang, note: '无遗留' })
  expect(await app.fail('handOvers.give', { toId: li, note: '给自己' })).toMatchObject({ rule: 'hand-over-self' })
  await app.as('agent', 'zhou')
  expect(await app.call('handOvers.list', {})).toEqual([])
  expect(await app.fail('handOvers.answer', { id, state: 'confirmed' })).toMatchObject({ rule: 'hand-over-not-yours' })
})
