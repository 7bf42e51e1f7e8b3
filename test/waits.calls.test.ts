import { expect } from 'vitest'
import { comparePlaces, rankAt } from '../src/main/rules/urgency.ts'
import type { Input, Output } from '../src/shared/contracts.ts'
import type { UserId } from '../src/shared/ids.ts'
import { SHIPPED_NUMBERS } from '../src/shared/targets/desk-numbers.ts'
import { MEMBER_TIERS } from '../src/shared/tiers/model.ts'
import { DAY, HOUR, MINUTE } from '../src/shared/time.ts'
import { WAIT_ORDERS } from '../src/shared/waits/model.ts'
import { type App, onEveryEngine } from './app.ts'
import { addMember, complaint, enquiry, inStore } from './cases-fixtures.ts'
import { goodwill, openComplaint, seqOf } from './remedy-fixtures.ts'

type Row = Output<'waits.page'>['rows'][number]

const titles = async (app: App, input: Input<'waits.page'>) =>
  (await app.call('waits.page', input)).rows.map(({ what, title }) => `${what} ${title}`)

/** The list read to its end in pages of so many rows. */
async function readThrough(app: App, input: Input<'waits.page'>): Promise<Row[]> {
  const rows: Row[] = []
  let after: Output<'waits.page'>['next'] = null
  do {
    const page: Output<'waits.page'> = await app.call('waits.page', { ...input, ...(after ? { after } : {}) })
    rows.push(...page.rows)
    after = page.next
  } while (after)
  return rows
}

onEveryEngine(
  'one list holds what waits for a person: cases, call-backs, promises, to-dos, sub-tasks, by urgency',
  async (app) => {
    const sun = (await app.as('agent', 'sun')) as UserId
    await app.call('todos.add', { userId: sun, title: '打印单据', dueAt: app.now() + HOUR })
    const li = (await app.as('agent', 'li')) as UserId
    const diamond = await addMember(app, 'diamond')
    const { id: caseId } = await app.call('cases.open', complaint({ title: '行李破损', content: '箱子裂开' }))
    await app.call('promises.make', { caseId, text: '明早回复', dueAt: app.now() + 20 * HOUR })
    await app.call('promises.make', { memberId: diamond, text: '确认座位', dueAt: app.now() + 3 * HOUR })
    await app.call('todos.add', { userId: li, title: '查阅规定', dueAt: app.now() + 2 * HOUR })
    await app.call('subTasks.ask', { caseId, department: 'baggage', assigneeId: sun, question: '查监控' })
    const { id: callId } = await app.call('calls.start', { direction: 'inbound', phone: '13812345678' })
    await app.call('calls.endUnanswered', { id: callId, reason: 'missed' })

    const mine = await readThrough(app, { owner: 'mine' })
    expect(mine.map(({ what }) => what).sort()).toEqual(['callBack', 'case', 'promise', 'promise', 'todo'])
    // Three hours less two for a diamond member is sooner than two hours for nobody in particular.
    const soon = await titles(app, { owner: 'mine', what: 'promise' })
    expect(soon).toEqual(['promise 确认座位', 'promise 明早回复'])
    const order = mine.map(({ title }) => title)
    expect(order.indexOf('确认座位')).toBeLessThan(order.indexOf('查阅规定'))
    expect(order.indexOf('查阅规定')).toBeLessThan(order.indexOf('明早回复'))
    expect(mine.find(({ title }) => title === '确认座位')).toMatchObject({
      tier: 'diamond',
      contactName: '林晓',
      ownerName: 'li',
    })
    // Somebody else's own to-do is shown to no agent, what they were asked for is.
    expect((await titles(app, {})).filter((title) => /打印单据|查监控/.test(title))).toEqual(['subTask 查监控'])
    const counts = await app.call('waits.counts', { owner: 'mine' })
    expect(counts).toEqual({ case: 1, callBack: 1, promise: 2, followUp: 0, todo: 1, subTask: 0, approval: 0, care: 0 })

    await app.signIn('sun')
    expect(await titles(app, { owner: 'mine' })).toEqual(['todo 打印单据', 'subTask 查监控'])
    app.wait(4 * HOUR)
    await app.signIn('sun')
    // What is late stands first, the longest late on top, whoever it is for.
    expect((await titles(app, {})).slice(0, 2)).toEqual(
      ['callBack', 'todo'].map((what) => expect.stringContaining(what)),
    )
    expect(await titles(app, { isOverdue: true, what: 'promise' })).toEqual(['promise 确认座位'])
  },
)

onEveryEngine('approvals wait for whoever may decide them, and for nobody else', async (app) => {
  await app.as('agent', 'li')
  const id = await openComplaint(app)
  app.wait(1000)
  const proposed = { ...goodwill(300_000), id, expectedSeq: await seqOf(app, id) }
  await app.call('compensation.propose', proposed)
  expect(await titles(app, { what: 'approval' })).toEqual([])
  await app.as('manager', 'zhang')
  const { rows } = await app.call('waits.page', { owner: 'mine' })
  expect(rows).toMatchObject([{ what: 'approval', caseId: id, ownerId: null }])
  const { nextDueAt } = await app.call('cases.show', { id })
  expect(rows[0]?.nextDueAt).toBe(nextDueAt)
})

onEveryEngine('a report of misconduct shows no agent what waits for it', async (app) => {
  await app.as('lead', 'zhao')
  const { id: caseId } = await app.call('cases.open', complaint({ title: '举报' }))
  await inStore(app, async (db) => {
    await db.updateTable('cases').set({ isRestricted: 1 }).where('id', '=', caseId).execute()
  })
  app.hasMadeRows()
  await app.call('promises.make', { caseId, text: '约谈', dueAt: app.now() + HOUR })
  expect(await titles(app, { what: 'promise' })).toEqual(['promise 约谈'])
  await app.as('agent', 'li')
  expect(await titles(app, {})).toEqual([])
})

onEveryEngine("a team's list holds what its people and nobody have; a lead may look at another's", async (app) => {
  const li = (await app.as('agent', 'li')) as UserId
  const { id: lis } = await app.call('cases.open', complaint({ title: '李的' }))
  await app.as('agent', 'wang')
  await app.call('cases.open', complaint({ title: '王的' }))
  const zhao = (await app.as('lead', 'zhao')) as UserId
  await app.as('lead', 'qian')
  await app.as('manager')
  await app.call('users.update', { id: li, name: 'li', role: 'agent', leadId: zhao })
  await app.call('todos.add', { userId: li, title: '演示：交材料', dueAt: null })
  await app.signIn('li')
  expect(await titles(app, { team: 'mine', what: 'case' })).toEqual(['case 李的'])
  await app.signIn('qian')
  expect(await app.call('waits.teams', {})).toMatchObject([{ name: 'qian' }, { name: 'zhao', leadId: zhao }])
  expect(await titles(app, { team: 'mine' })).toEqual([])
  expect(await titles(app, { team: zhao })).toEqual(['case 李的', 'todo 演示：交材料'])
  await inStore(app, async (db) => {
    await db.updateTable('cases').set({ ownerId: null }).where('id', '=', lis).execute()
  })
  app.hasMadeRows()
  expect(await titles(app, { team: 'mine' })).toEqual(['case 李的'])
})

onEveryEngine('the list is read page by page in every order, nothing twice and nothing missed', async (app) => {
  const li = (await app.as('agent', 'li')) as UserId
  for (const [n, tier] of [...MEMBER_TIERS, ...MEMBER_TIERS].entries()) {
    const memberId = await addMember(app, tier)
    const about = { memberId, anonymousReason: null, title: `第${n}件` }
    await app.call('cases.open', n % 2 === 0 ? complaint({ ...about, severity: 'urgent' }) : enquiry(about))
    await app.call('promises.make', { memberId, text: `承诺${n}`, dueAt: app.now() + (n + 1) * HOUR })
    await app.call('todos.add', { userId: li, title: `待办${n}`, dueAt: n < 3 ? null : app.now() + n * HOUR })
    app.wait(7 * MINUTE)
  }
  app.wait(5 * HOUR)
  await app.signIn('li')
  for (const order of WAIT_ORDERS) {
    const rows = await readThrough(app, { order, limit: 4 })
    expect(new Set(rows.map(({ id }) => id)).size).toBe(30)
    const places = rows.map((row) => ({ ...row, rankAt: rankAt(row, SHIPPED_NUMBERS.queue) }))
    const by = comparePlaces(order, app.now(), SHIPPED_NUMBERS.queue)
    expect(places.toSorted(by).map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
  }
  // A list that was begun is read on as it was begun, though time went by.
  const first = await app.call('waits.page', { limit: 6 })
  app.wait(2 * HOUR)
  await app.signIn('li')
  const rest = await readThrough(app, { limit: 6, ...(first.next ? { after: first.next } : {}) })
  expect(new Set([...first.rows, ...rest].map(({ id }) => id)).size).toBe(30)
  app.wait(DAY)
})
