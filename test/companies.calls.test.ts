import { expect } from 'vitest'
import { DAY } from '../src/shared/time.ts'
import { onEveryEngine, START } from './app.ts'
import { complaint } from './cases-fixtures.ts'
import { add } from './members-fixture.ts'

onEveryEngine(
  'S5-77 company, traveller and order are attached to a complaint, with the company’s own travel rules',
  async (app) => {
    await app.as('agent')
    const traveller = await add(app, 'HU9801', '商演示')
    const company = await app.call('companies.save', {
      ...{ name: '演示科技有限公司', contact: '行政部', phone: '020-12345678', travelRules: '国内出差限经济舱' },
    })
    await app.call('companies.setTraveller', {
      id: company.id,
      memberId: traveller,
      role: '销售',
      fromDay: '2026-01-01',
    })
    expect(await app.call('companies.travellers', { id: company.id })).toEqual([
      {
        ...{ memberId: traveller, name: '商演示', card: 'HU9801', tier: 'none', role: '销售' },
        ...{ fromDay: '2026-01-01', endedDay: null },
      },
    ])
    const { id: caseId } = await app.call('cases.open', complaint())
    expect(await app.call('companies.ofCase', { caseId })).toMatchObject({ company: null, orderNo: '' })
    const link = { caseId, companyId: company.id, travellerId: traveller, orderNo: 'DD20260930001' }
    expect(await app.call('companies.attach', link)).toMatchObject({
      company: { name: '演示科技有限公司', travelRules: '国内出差限经济舱', maskedPhone: '020****5678', travellers: 1 },
      travellerId: traveller,
      travellerName: '商演示',
      orderNo: 'DD20260930001',
    })
    await app.as('lead')
    expect(await app.call('companies.ofCase', { caseId })).toMatchObject({ orderNo: 'DD20260930001' })
    expect(await app.fail('companies.attach', { caseId, companyId: null })).toMatchObject({
      rule: 'business-nothing-said',
    })
    expect(await app.fail('companies.save', { name: '演示科技有限公司' })).toMatchObject({ rule: 'company-name-taken' })
    await app.call('companies.save', { id: company.id, name: '演示科技集团' })
    expect((await app.call('companies.list', {})).rows.map(({ name }) => name)).toEqual(['演示科技集团'])
  },
)

onEveryEngine('S5-45 churn and loyalty are computed for business customers', async (app) => {
  await app.as('manager')
  const spend = { kind: 'own', description: '机票', amountFen: 100_000 } as const
  for (const [n, days] of [[40], [500], [500, 40]].entries()) {
    const memberId = await add(app, `HU985${n}`, `差旅演示${n}`, { enrolledOn: '2016-09-30' })
    const { id } = await app.call('companies.save', { name: `公司${n}` })
    await app.call('companies.setTraveller', { id, memberId, role: '', fromDay: '2020-01-01' })
    for (const ago of days) await app.call('members.recordSpend', { id: memberId, ...spend, at: START - ago * DAY })
  }
  await app.as('lead')
  const figures = await app.call('companies.loyalty', {})
  expect(figures).toMatchObject({ before: 2, lost: 1, gained: 1, active: 2, churn: 0.5 })
  expect(figures.companies.map(({ name, wasActive, isActive }) => [name, wasActive, isActive])).toEqual([
    ['公司0', false, true],
    ['公司1', true, false],
    ['公司2', true, true],
  ])
  const scores = figures.companies.map(({ loyalty }) => loyalty ?? 0)
  expect(figures.loyalty).toBeCloseTo(scores.reduce((sum, score) => sum + score, 0) / 3)
  expect(scores[0]).toBeGreaterThan(scores[1] ?? 0)
})
