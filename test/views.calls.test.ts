import { expect } from 'vitest'
import type { Input } from '../src/shared/contracts.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { GROUPINGS } from '../src/shared/views/model.ts'
import { onEveryEngine } from './app.ts'
import { addMember, complaint, enquiry } from './cases-fixtures.ts'

const query: Input<'views.save'>['query'] = {
  quick: 'complaint',
  order: 'priority',
  group: 'tier',
  more: { tier: 'diamond' },
  what: 'todo',
  team: 'mine',
  text: '',
}

onEveryEngine('a queue view is saved under a name and a key, renamed, deleted and taken back', async (app) => {
  await app.as('agent', 'li')
  const saved = await app.call('views.save', { name: '钻石投诉', digit: 1, query })
  expect(saved).toMatchObject({
    name: '钻石投诉',
    digit: 1,
    isShared: false,
    query: { ...query, more: { tier: 'diamond' } },
  })
  expect(await app.fail('views.save', { name: '钻石投诉', query })).toMatchObject({ rule: 'view-name-taken' })
  expect(await app.fail('views.save', { name: '另一个', digit: 1, query })).toMatchObject({
    rule: 'view-key-taken',
    params: { digit: 1, name: '钻石投诉' },
  })
  await app.call('views.save', { id: saved.id, name: '钻石卡投诉', digit: 2, query })
  const names = async () => (await app.call('views.list', {})).map(({ name, digit }) => [name, digit])
  expect(await names()).toEqual([['钻石卡投诉', 2]])
  await app.call('views.remove', { id: saved.id })
  expect(await names()).toEqual([])
  expect(await app.fail('views.remove', { id: saved.id })).toEqual({ code: 'NOT_FOUND', entity: 'view' })
  await app.call('views.restore', { id: saved.id })
  expect(await names()).toEqual([['钻石卡投诉', 2]])
  await app.as('agent', 'wang')
  expect(await names()).toEqual([])
  expect(await app.fail('views.remove', { id: saved.id })).toMatchObject({ rule: 'view-not-yours' })
})

onEveryEngine('a lead shares a view with the team; an agent cannot', async (app) => {
  await app.as('agent', 'li')
  expect(await app.fail('views.save', { name: '全队', isShared: true, query })).toMatchObject({
    rule: 'view-share-role',
  })
  await app.as('lead', 'zhao')
  const { id } = await app.call('views.save', { name: '全队', isShared: true, digit: 3, query })
  await app.as('agent', 'li')
  expect(await app.call('views.list', {})).toMatchObject([{ name: '全队', ownerName: 'zhao', isShared: true }])
  expect(await app.fail('views.save', { id, name: '我的', query })).toMatchObject({ rule: 'view-not-yours' })
})

onEveryEngine(
  'a queue is counted by tier, owner, stage and due day; every grouping adds up to the queue',
  async (app) => {
    await app.as('agent', 'li')
    const memberId = await addMember(app, 'diamond')
    await app.call('cases.open', complaint({ memberId, anonymousReason: null }))
    await app.call('cases.open', complaint())
    await app.as('agent', 'wang')
    await app.call('cases.open', enquiry())
    app.wait(5 * HOUR)
    const groups = async (by: 'tier' | 'owner' | 'state' | 'due') =>
      (await app.call('views.groups', { filter: {}, by })).map(({ key, name, count }) => [name ?? key, count])
    expect(await groups('tier')).toEqual([
      ['diamond', 1],
      ['none', 2],
    ])
    expect(new Map((await groups('owner')) as [string, number][])).toEqual(
      new Map([
        ['li', 2],
        ['wang', 1],
      ]),
    )
    expect(await groups('state')).toEqual([
      ['complaint registered', 2],
      ['enquiry registered', 1],
    ])
    const total = await app.call('cases.queueTotal', {})
    for (const by of GROUPINGS) {
      if (by === 'none') continue
      expect((await groups(by)).reduce((sum, [, count]) => sum + Number(count), 0)).toBe(total)
    }
    for (const [due, count] of await groups('due'))
      expect(await app.call('cases.queueTotal', { due: due as 'today' })).toBe(count)
    app.wait(30 * DAY)
    expect(await groups('due')).toEqual([['overdue', 3]])
  },
)
