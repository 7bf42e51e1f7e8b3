import { expect } from 'vitest'
import type { UserId } from '../src/shared/ids.ts'
import { type App, onEveryEngine } from './app.ts'
import { finalFinding, finding, lastEntry, openComplaint, seqOf } from './remedy-fixtures.ts'

const PERIOD = { fromDay: '2026-09-01', toDay: '2026-10-31' } as const

async function partner(app: App, name: string, kind: 'hotel' | 'transport' = 'hotel'): Promise<string> {
  const ownerId = (await app.as('lead')) as UserId
  const kept = { kind, name, cooperation: '', state: 'active', ownerId } as const
  return (await app.call('partners.save', { partner: kept })).id
}

const against = (more: { name?: string; partnerId?: string | null }) => ({
  shares: [
    { kind: 'department' as const, department: 'airport', percent: 40 },
    { kind: 'partner' as const, percent: 60, ...more },
  ],
})

async function figures(app: App) {
  const rows = await app.call('partners.quality', PERIOD)
  return rows.map(({ partnerName, item, complaints, atFault }) => [partnerName, item, complaints, atFault])
}

onEveryEngine(
  'S2-86 S4-16 a finding names a kept partner, which has its name, and counts for the supplier once it is final',
  async (app) => {
    const bay = await partner(app, '示例海湾酒店')
    const coach = await partner(app, '示例地面交通', 'transport')
    await app.as('agent')
    const id = await openComplaint(app)
    const draft = async (more: Parameters<typeof finding>[0]) => ({
      ...{ id, ...finding(more), expectedSeq: await seqOf(app, id) },
    })
    expect(await app.fail('liability.draft', await draft(against({ partnerId: 'nobody' })))).toEqual({
      code: 'NOT_FOUND',
      entity: 'partner',
    })
    expect(await app.fail('liability.draft', await draft(against({})))).toMatchObject({ rule: 'liability-share-name' })
    const person = [{ kind: 'person' as const, name: '张值班', partnerId: bay, percent: 100 }]
    expect(await app.fail('liability.draft', await draft({ shares: person }))).toMatchObject({
      rule: 'liability-share-partner',
    })
    const drafted = await app.call('liability.draft', await draft(against({ partnerId: bay })))
    expect(drafted.versions[0]).toMatchObject({
      shares: [{ kind: 'department' }, { kind: 'partner', name: '示例海湾酒店', partnerId: bay, percent: 60 }],
      partnerNames: { [bay]: '示例海湾酒店' },
    })
    expect(await figures(app)).toEqual([])
    await finalFinding(app, id, against({ partnerId: bay }))
    expect(await figures(app)).toEqual([['示例海湾酒店', 'stay', 1, 1]])

    // What somebody put down before is the same complaint, for the service that they named.
    await app.call('partners.attach', { caseId: id, partnerId: bay, item: 'meals' })
    expect(await figures(app)).toEqual([['示例海湾酒店', 'meals', 1, 1]])

    // A newer version that names somebody else takes the first one's fault away.
    await app.call('liability.revise', { id, reason: '新证据', expectedSeq: await seqOf(app, id) })
    await finalFinding(app, id, against({ name: '车队', partnerId: coach }))
    expect(await figures(app)).toEqual([
      ['示例地面交通', 'transfer', 1, 1],
      ['示例海湾酒店', 'meals', 1, 0],
    ])
    expect(await app.call('partners.quality', { fromDay: '2026-08-01', toDay: '2026-08-31' })).toEqual([])
  },
)

onEveryEngine(
  'S2-90 S4-16 a final finding that names a partner in words is tied to a kept one by a lead, and no word of it changes',
  async (app) => {
    const bay = await partner(app, '示例海湾酒店')
    const id = await app.as('agent').then(() => openComplaint(app))
    const { versions: before } = await finalFinding(app, id, against({ name: '海湾店' }))
    expect(await figures(app)).toEqual([])
    const tie = { id, version: 1, bearer: 2, partnerId: bay }
    expect(await app.fail('liability.tie', tie)).toEqual({ code: 'FORBIDDEN' })
    await app.as('lead')
    expect(await app.fail('liability.tie', { ...tie, bearer: 1 })).toMatchObject({ rule: 'liability-share-partner' })
    expect(await app.fail('liability.tie', { ...tie, bearer: 3 })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await app.fail('liability.tie', { ...tie, partnerId: 'nobody' })).toMatchObject({ entity: 'partner' })
    const { versions: after } = await app.call('liability.tie', tie)
    const [old, now] = [before[0], after[0]]
    expect(now).toEqual({
      ...old,
      shares: [old?.shares[0], { ...old?.shares[1], partnerId: bay }],
      partnerNames: { [bay]: '示例海湾酒店' },
    })
    expect(await lastEntry(app, id, 'liability')).toMatchObject({
      ...{ act: 'tied', version: 1, text: '海湾店 → 示例海湾酒店', partnerId: bay },
    })
    expect(await figures(app)).toEqual([['示例海湾酒店', 'stay', 1, 1]])
    expect((await app.call('liability.tie', { ...tie, partnerId: null })).versions[0]).toEqual(old)
    expect(await figures(app)).toEqual([])
  },
)
