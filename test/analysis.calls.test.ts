import { expect } from 'vitest'
import { onEveryEngine } from './app.ts'
import { addMember, complaint, inStore } from './cases-fixtures.ts'

onEveryEngine('S3-11 managers see members by tier, spending and activity, and the service they got', async (app) => {
  const lively = await addMember(app, 'gold', 'EG10000001')
  const cooling = await addMember(app, 'gold', 'EG10000002')
  await addMember(app, 'diamond', 'EG10000003')
  const month = (memberId: string, period: string, spendFen: number) => ({
    ...{ memberId, period, spendFen, distanceKm: 1000, segments: 1, partnerSpendFen: 0, points: 0 },
  })
  await inStore(app, (db) =>
    db
      .insertInto('memberPeriods')
      .values([
        month(lively, '2026-09', 6_000_000),
        month(cooling, '2026-02', 90_000),
        month(cooling, '2025-02', 90_000_000),
      ])
      .execute(),
  )
  await app.as('agent', 'li')
  await app.call('cases.open', complaint({ memberId: lively }))
  await app.as('manager')
  const seen = await app.call('analysis.members', {})
  expect(seen).toMatchObject({ fromDay: '2025-10-01', toDay: '2026-09-30', left: 0 })
  expect(seen.tiers.find(({ tier }) => tier === 'gold')).toEqual({
    ...{ tier: 'gold', members: 2, active: 1, cooling: 1, dormant: 0, spendFen: 6_090_000, bands: [0, 1, 0, 1, 0] },
    ...{ calls: 0, cases: 1, complaints: 1, answers: 0, satisfaction: null },
  })
  expect(seen.tiers.find(({ tier }) => tier === 'diamond')).toMatchObject({
    members: 1,
    dormant: 1,
    bands: [1, 0, 0, 0, 0],
  })
  await app.as('agent', 'li')
  expect(await app.fail('analysis.members', {})).toEqual({ code: 'FORBIDDEN' })
})
