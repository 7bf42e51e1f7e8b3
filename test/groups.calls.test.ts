import { expect } from 'vitest'
import type { MemberId } from '../src/shared/ids.ts'
import { type App, onEveryEngine } from './app.ts'
import { inStore } from './cases-fixtures.ts'
import { add } from './members-fixture.ts'

async function crowd(app: App): Promise<MemberId[]> {
  await app.as('manager')
  const ids: MemberId[] = []
  for (let n = 0; n < 6; n++) {
    const tier = n < 4 ? 'gold' : 'silver'
    const more = { tier, vipReason: '演示', province: n % 2 === 0 ? '海南' : '北京' } as const
    ids.push(await add(app, `HU970${n}`, `群演示${n}`, more))
  }
  for (const id of ids.slice(0, 5)) {
    await app.call('wishes.record', { memberId: id, tags: [{ topic: 'trip', value: 'nature' }] })
    await app.call('members.recordConsent', { id, purpose: 'marketing', given: true, channel: 'online' })
  }
  return ids
}

const cards = async (app: App, runId: string) =>
  (await app.call('groups.members', { runId })).rows.map(({ card }) => card).sort()

onEveryEngine(
  'S4-49 members are selected into a target group by criteria, saved, counted and chosen anew',
  async (app) => {
    const ids = await crowd(app)
    await app.as('agent')
    expect(await app.fail('groups.save', { name: '海南', criteria: { tiers: ['gold'] } })).toMatchObject({
      code: 'FORBIDDEN',
    })
    await app.as('lead')
    const criteria = {
      tiers: ['gold', 'silver'],
      provinces: ['海南'],
      tags: [{ topic: 'trip', value: 'nature' }],
      welcomesOffers: true,
    } as const
    const input = { ...criteria, tiers: [...criteria.tiers], provinces: ['海南'], tags: [...criteria.tags] }
    expect(await app.call('groups.preview', { criteria: input })).toMatchObject({ considered: 6, chosen: 3 })
    const group = await app.call('groups.save', { name: '海南自然风光客群', criteria: input })
    expect(group.lastRun).toBeNull()
    const first = await app.call('groups.run', { id: group.id })
    expect(first.lastRun).toMatchObject({ considered: 6, chosen: 3, byName: 'lead', at: app.now() })
    expect(await cards(app, first.lastRun?.id ?? '')).toEqual(['HU9700', 'HU9702', 'HU9704'])

    const [none = ids[0], , merged] = ids
    await app.call('members.recordConsent', {
      id: none as MemberId,
      purpose: 'marketing',
      given: false,
      channel: 'online',
    })
    await app.call('duplicates.merge', { winnerId: ids[1] as MemberId, loserId: merged as MemberId, reason: '同一人' })
    const again = await app.call('groups.run', { id: group.id })
    expect(await cards(app, again.lastRun?.id ?? '')).toEqual(['HU9704'])
    expect(await cards(app, first.lastRun?.id ?? '')).toEqual(['HU9700', 'HU9702', 'HU9704'])
    expect((await app.call('groups.list', {})).map(({ name, lastRun }) => [name, lastRun?.chosen])).toEqual([
      ['海南自然风光客群', 1],
    ])
    expect(await app.fail('groups.save', { name: '海南自然风光客群', criteria: input })).toMatchObject({
      rule: 'group-name-taken',
    })
  },
)

onEveryEngine('S4-49 a group is narrowed by type, source and spend too, and paged by key', async (app) => {
  const ids = await crowd(app)
  await app.as('lead')
  const [a, b] = ids as [MemberId, MemberId]
  await app.call('wishes.decideType', { memberId: a, type: 'family', isConfirmed: true })
  await app.call('wishes.decideType', { memberId: b, type: 'family', isConfirmed: false })
  await app.call('wishes.setOrigin', { memberId: b, channel: 'wechat', campaign: '' })
  await inStore(app, async (db) => {
    const month = { period: '2026-09', distanceKm: 0, segments: 0, partnerSpendFen: 100, points: 0 }
    await db
      .insertInto('memberPeriods')
      .values({ ...month, memberId: a, spendFen: 99_900 })
      .execute()
  })
  const count = async (more: object) =>
    (await app.call('groups.preview', { criteria: { tiers: ['gold', 'silver'], ...more } })).first.map(
      ({ card }) => card,
    )
  expect(await count({ types: ['family'] })).toEqual(['HU9700'])
  expect(await count({ origins: ['wechat'] })).toEqual(['HU9701'])
  expect(await count({ leastSpendFen: 100_000 })).toEqual(['HU9700'])
  expect(await count({ leastSpendFen: 100_001 })).toEqual([])
  const { id } = await app.call('groups.save', { name: '全部', criteria: { tiers: ['gold', 'silver'] } })
  const { lastRun } = await app.call('groups.run', { id })
  const runId = lastRun?.id ?? ''
  const page = await app.call('groups.members', { runId, limit: 4 })
  expect(page.rows).toHaveLength(4)
  const rest = await app.call('groups.members', { runId, limit: 4, ...(page.next ? { after: page.next } : {}) })
  expect(rest).toMatchObject({ rows: [{}, {}], next: null })
})
