import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newCostTally } from '../src/main/rules/backtest-cost.ts'
import { costOf, tariffOf } from '../src/main/rules/compensation-amount.ts'
import { levelOf, sumOf } from '../src/main/rules/compensation-authority.ts'
import {
  addedUpWith,
  amountUnder,
  levelUnder,
  type Others,
  type PastAmount,
} from '../src/main/rules/compensation-trial.ts'
import { SHIPPED_COMPENSATION as policy } from '../src/main/rules/packs.ts'
import type { CompensationPolicy, Formula } from '../src/shared/compensation/policy.ts'
import type { BacktestAmount } from '../src/shared/policies/backtest-cost.ts'
import { MEMBER_TIERS } from '../src/shared/tiers/model.ts'
import { DAY } from '../src/shared/time.ts'

const DAYS = { min: 0, max: 200 }
const fen = fc.integer({ min: 0, max: 300_000 })

/** How a proposal came about: by a rule of the shipped tariff, as it gives, above it, below it, or billed by a supplier. */
const proposed = fc.record({
  ruleId: fc.constantFrom('delay-200-400', 'baggage-late', 'refund-full', 'free'),
  form: fc.constantFrom('cash', 'miles', 'voucher', 'lounge'),
  value: fc.integer({ min: 0, max: 900 }),
  off: fc.constantFrom(0, 0, 0, -5_000, 7_000),
  given: fen,
  billed: fc.option(fen, { nil: null }),
  tier: fc.constantFrom(...MEMBER_TIERS),
  caseId: fc.constantFrom('c1', 'c2', 'c3'),
  memberId: fc.constantFrom('m1', 'm2', null),
  day: fc.integer(DAYS),
  ended: fc.option(fc.integer(DAYS), { nil: null }),
})
type Proposed = typeof proposed extends fc.Arbitrary<infer T> ? T : never

const ruleOf = (tariff: CompensationPolicy, id: string) => {
  const rule = tariff.rules.find((one) => one.id === id)
  if (!rule) throw new Error(id)
  return rule
}

/** The amount as the desk would have stored it under a tariff. */
function stored(one: Proposed, at: number, own: CompensationPolicy): PastAmount {
  const rule = ruleOf(own, one.ruleId)
  const inputs = { delayMinutes: one.value, days: one.value % 9, baseFen: one.value * 100 }
  const tariff = tariffOf(rule, inputs, own)
  const off = rule.isStatutory ? 0 : one.off
  const isMiles = one.form === 'miles'
  const owed = isMiles ? tariff.miles : tariff.fen
  const amount = Math.max(0, (owed ?? one.given) + off)
  const [amountFen, miles] = isMiles ? [0, amount] : [amount, 0]
  const proposedAt = one.day * DAY
  return {
    ...{ id: `a${at}`, caseId: one.caseId, memberId: one.memberId, tier: one.tier, policyId: 'p', scopeId: 'carrier' },
    ...{ ruleId: one.ruleId, form: one.form, inputs, tariffFen: tariff.fen, tariffMiles: tariff.miles },
    ...{ amountFen, miles, countedFen: Math.max(amountFen, one.billed ?? 0) },
    ...{ costFen: one.billed ?? costOf({ fen: amountFen, miles }, own), isStatutory: rule.isStatutory },
    ...{ level: 'agent', proposedAt },
    endedAt: one.ended === null ? null : proposedAt + one.ended * DAY,
  }
}

/** Amounts with the level that the desk found for each when it was proposed. */
function history(all: readonly Proposed[], own: CompensationPolicy): Others[] {
  const pasts = all.map((one, at): Others => ({ past: stored(one, at, own), own }))
  return pasts.map(({ past }) => {
    const others = addedUpWith(past, pasts, own.windowDays).map((one) => one.past)
    const amounts = [...others, past].map(({ countedFen, miles, form }) => ({ fen: countedFen, miles, form }))
    const { isStatutory, tier } = past
    return { own, past: { ...past, level: levelOf(own, { isStatutory, tier, amounts, isOverBudget: false }) } }
  })
}

/** The same tariff with every amount of it raised. */
function raised(own: CompensationPolicy, by: number): CompensationPolicy {
  const more = (formula: Formula): Formula => {
    switch (formula.type) {
      case 'bands':
        return { ...formula, bands: formula.bands.map((band) => ({ ...band, fen: band.fen + by })) }
      case 'perUnit':
        return { ...formula, fenEach: formula.fenEach, maxFen: formula.maxFen === null ? null : formula.maxFen + by }
      case 'percent':
        return { ...formula, maxFen: formula.maxFen === null ? null : formula.maxFen + by }
      case 'free':
        return formula
    }
  }
  return { ...own, rules: own.rules.map((rule) => ({ ...rule, formula: more(rule.formula) })) }
}

test('S2-166 tried under the tariff of then, every amount, its cost and who decided come out as they were', () => {
  fc.assert(
    fc.property(fc.array(proposed, { maxLength: 12 }), (all) => {
      const known = history(all, policy)
      const same = structuredClone(policy)
      for (const one of known) {
        const { amountFen, miles, countedFen, costFen, level } = one.past
        const tried = amountUnder(one.past, policy, same)
        expect([tried.fen, tried.miles, tried.countedFen, tried.costFen, tried.refusal]).toEqual([
          ...[amountFen, miles, countedFen, costFen, null],
        ])
        expect(levelUnder(one, same, tried, known)).toBe(level)
      }
    }),
  )
})

test('raising what a tariff gives never lowers an amount or its cost', () => {
  const by = fc.integer({ min: 0, max: 100_000 })
  fc.assert(
    fc.property(proposed, by, by, (one, first, second) => {
      const past = stored(one, 0, policy)
      const less = amountUnder(past, policy, raised(policy, first))
      const more = amountUnder(past, policy, raised(policy, first + second))
      expect(more.fen).toBeGreaterThanOrEqual(less.fen)
      expect(more.miles).toBeGreaterThanOrEqual(less.miles)
      expect(more.costFen).toBeGreaterThanOrEqual(less.costFen)
    }),
  )
})

test('raising what a role may decide never brings an amount to a higher one', () => {
  const RANK = { verify: 0, agent: 0, lead: 1, manager: 2, two: 3 }
  fc.assert(
    fc.property(fc.array(proposed, { maxLength: 8 }), fc.integer({ min: 1, max: 5 }), (all, times) => {
      const known = history(all, policy)
      const authority = policy.authority.map((row) => ({
        ...{ ...row, maxFen: row.maxFen * times, maxMiles: row.maxMiles * times },
      }))
      for (const one of known) {
        const tried = amountUnder(one.past, policy, policy)
        const level = levelUnder(one, { ...policy, authority }, tried, known)
        expect(RANK[level ?? 'two']).toBeLessThanOrEqual(RANK[one.past.level])
      }
    }),
  )
})

test('what cannot be proposed any more gives nothing, with the reason', () => {
  const past = stored(
    {
      ...{ ruleId: 'delay-200-400', form: 'cash', value: 300, off: 0, given: 0, billed: null, tier: 'gold' },
    } as Proposed,
    ...([0, policy] as const),
  )
  const noCash = { ...policy, forms: policy.forms.map((form) => ({ ...form, isActive: form.id !== 'cash' })) }
  const scopes = policy.scopes.map((scope) => ({ ...scope, ruleIds: ['free'] }))
  expect([amountUnder(past, policy, noCash), amountUnder(past, policy, { ...policy, scopes })]).toMatchObject([
    { fen: 0, costFen: 0, refusal: 'compensation-form' },
    { fen: 0, costFen: 0, refusal: 'compensation-scope' },
  ])
})

const row: fc.Arbitrary<BacktestAmount> = fc
  .record({
    caseId: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
    form: fc.constantFrom('cash', 'miles', 'gift'),
    month: fc.constantFrom('2026-08', '2026-09'),
    was: fen,
    would: fen,
    isRefused: fc.boolean(),
  })
  .map(({ caseId, form, month, was, would, isRefused }) => ({
    ...{ caseId, number: caseId, compensationId: '', form, month },
    before: { amountFen: was, miles: 0, costFen: was, level: 'agent' as const },
    after: isRefused
      ? { amountFen: 0, miles: 0, costFen: 0, level: null, refusal: 'compensation-form' as const }
      : { amountFen: would, miles: 0, costFen: would, level: 'agent' as const, refusal: null },
    differenceFen: (isRefused ? 0 : would) - was,
  }))

test('the sums by form, by month and case by case are all the total', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
      const tally = newCostTally(100)
      for (const one of rows) tally.add(one, { zh: one.form, en: one.form })
      const { amounts, cost, forms, months, rows: listed, changed } = tally.report()
      const total = (lines: readonly { before: { costFen: number }; after: { costFen: number } }[]) => ({
        before: lines.reduce((sum, { before }) => sum + before.costFen, 0),
        after: lines.reduce((sum, { after }) => sum + after.costFen, 0),
      })
      expect([amounts, total(forms), total(months), total(rows)]).toEqual([rows.length, cost, cost, cost])
      const byCase = sumOf(listed.map(({ differenceFen }) => ({ fen: differenceFen, miles: 0 }))).fen
      expect([byCase, listed.length]).toEqual([cost.after - cost.before, changed])
    }),
  )
})
