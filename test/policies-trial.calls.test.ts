import { expect } from 'vitest'
import type { CompensationPolicy } from '../src/shared/compensation/policy.ts'
import type { CaseId } from '../src/shared/ids.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { type App, onEveryEngine, START } from './app.ts'
import { addMember } from './cases-fixtures.ts'
import { draftConfirm12h } from './policies-fixtures.ts'
import { goodwill, newestAmount, openComplaint, proposal, seqOf } from './remedy-fixtures.ts'

const propose = async (app: App, id: CaseId, asked: ReturnType<typeof proposal>) =>
  app.call('compensation.propose', { id, ...asked, expectedSeq: await seqOf(app, id) })

/** A delay by the tariff in cash, the same in miles, goodwill of 300 yuan for the same member, and one cancelled. */
async function past(app: App): Promise<CaseId[]> {
  const memberId = await addMember(app, 'gold')
  await app.as('agent')
  const own = { memberId, anonymousReason: null }
  const [first, second, third] = [
    await openComplaint(app, own),
    await openComplaint(app),
    await openComplaint(app, own),
  ]
  if (!first || !second || !third) throw new Error('no cases')
  await propose(app, first, proposal())
  app.wait(HOUR)
  await propose(app, second, proposal({ form: 'miles' }))
  app.wait(20 * DAY)
  await app.as('agent')
  await propose(app, third, goodwill(30_000))
  await propose(app, second, goodwill(5_000))
  const { id: compensationId } = await newestAmount(app, second)
  await app.call('compensation.cancel', { compensationId, reason: '重复提出' })
  return [first, second, third]
}

const tariff = async (app: App) => app.call('compensation.policy', {})

/** Half of the delay tariff, a cash form that is off, or other limits: whatever is said. */
const tried = async (app: App, body: Partial<CompensationPolicy>, more: { limit?: number } = {}) => {
  await app.as('lead')
  const span = { from: START, to: app.now() + 1, ...more }
  return app.call('policies.backtest', { body: { ...(await tariff(app)), ...body }, ...span })
}

onEveryEngine(
  'a tariff tried out under itself costs what was paid, and nobody else would have decided',
  async (app) => {
    await past(app)
    const report = await tried(app, {})
    expect(report).toMatchObject({ kind: 'compensation', cases: 3, changed: 0 })
    const { amounts, cost, changed, forms, months } = report.compensation
    // 200 yuan in cash, 2,000 miles worth 200 and goodwill of 300; what was cancelled cost nothing.
    expect([amounts, cost, changed]).toEqual([3, { before: 70_000, after: 70_000 }, 0])
    expect(forms.map(({ form, before, after }) => [form, before, after])).toEqual([
      ['cash', { count: 2, costFen: 50_000 }, { count: 2, costFen: 50_000 }],
      ['miles', { count: 1, costFen: 20_000 }, { count: 1, costFen: 20_000 }],
    ])
    expect(months.map(({ month, before }) => [month, before.costFen])).toEqual([
      ['2026-09', 40_000],
      ['2026-10', 30_000],
    ])
    // The two of the member together are above what an agent decides.
    expect(report.workload).toMatchObject([
      { role: 'agent', approvals: { before: 0, after: 0 } },
      { role: 'lead', approvals: { before: report.workload[1]?.approvals.after } },
      { role: 'manager', approvals: { before: 0, after: 0 } },
    ])
  },
)

onEveryEngine(
  'a tariff is tried out on what was given: cost by form, month and case, who would have approved, and nothing is stored',
  async (app) => {
    const [first, second, third] = await past(app)
    const { rules, authority, forms } = await tariff(app)
    const halved = rules.map((rule) =>
      rule.formula.type === 'bands'
        ? {
            ...rule,
            formula: { ...rule.formula, bands: rule.formula.bands.map((one) => ({ ...one, fen: one.fen / 2 })) },
          }
        : rule,
    )
    const lower = authority.map((row) => (row.role === 'agent' ? { ...row, maxFen: 5_000, maxMiles: 500 } : row))
    const { compensation, workload } = await tried(app, { rules: halved, authority: lower })
    expect(compensation.cost).toEqual({ before: 70_000, after: 50_000 })
    expect(compensation.forms.map(({ form, after }) => [form, after])).toEqual([
      ['cash', { count: 2, costFen: 40_000 }],
      ['miles', { count: 1, costFen: 10_000 }],
    ])
    expect(
      compensation.rows
        .map(({ caseId, before, after, differenceFen }) => ({
          caseId,
          was: before.level,
          would: after.level,
          differenceFen,
        }))
        .sort((a, b) => a.differenceFen - b.differenceFen),
    ).toEqual(
      expect.arrayContaining([
        { caseId: first, was: 'agent', would: 'lead', differenceFen: -10_000 },
        { caseId: second, was: 'agent', would: 'lead', differenceFen: -10_000 },
      ]),
    )
    const lead = workload.find(({ role }) => role === 'lead')
    expect((lead?.approvals.after ?? 0) - (lead?.approvals.before ?? 0)).toBeGreaterThanOrEqual(2)

    const noCash = forms.map((form) => (form.id === 'cash' ? { ...form, isActive: false } : form))
    const without = await tried(app, { forms: noCash })
    expect(without.compensation.cost).toEqual({ before: 70_000, after: 20_000 })
    expect(without.compensation.rows.find(({ caseId }) => caseId === third)?.after).toEqual({
      ...{ amountFen: 0, miles: 0, costFen: 0, level: null, refusal: 'compensation-form' },
    })
    expect((await tried(app, { forms: noCash }, { limit: 1 })).compensation).toMatchObject({ changed: 2, rows: [{}] })
    expect((await tariff(app)).version).toBe(1)
    const bad = { ...(await tariff(app)), windowDays: 0 }
    expect(await app.fail('policies.backtest', { body: bad, from: START, to: app.now() })).toMatchObject({
      issues: [{ path: 'body.windowDays', reason: 'policy-shape' }],
    })
  },
)

onEveryEngine('trying targets says how often each role would have been reminded and called upon', async (app) => {
  await app.as('agent')
  await openComplaint(app)
  app.wait(20 * HOUR)
  const { id } = await draftConfirm12h(app, '2026-10-08')
  const { workload, compensation, warnings, breaches } = await app.call('policies.backtest', {
    ...{ id, from: START, to: app.now() },
  })
  const sum = (side: 'before' | 'after') =>
    workload.reduce((all, { reminders, escalations }) => all + reminders[side] + escalations[side], 0)
  expect([sum('before'), sum('after')]).toEqual([warnings.before + breaches.before, warnings.after + breaches.after])
  const manager = workload.find(({ role }) => role === 'manager')
  expect((manager?.escalations.after ?? 0) - (manager?.escalations.before ?? 0)).toBeGreaterThanOrEqual(1)
  expect(compensation).toMatchObject({ amounts: 0, cost: { before: 0, after: 0 }, rows: [] })
})
