import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProposal, costOf, milesFor, tariffOf } from '../src/main/rules/compensation-amount.ts'
import { type Counted, canApprove, levelOf } from '../src/main/rules/compensation-authority.ts'
import { benefitOf } from '../src/main/rules/compensation-benefit.ts'
import { isCompensationDone } from '../src/main/rules/compensation-flow.ts'
import { compensationProblems } from '../src/main/rules/compensation-policy.ts'
import { SHIPPED_COMPENSATION as policy } from '../src/main/rules/packs.ts'
import type { CompensationPolicy } from '../src/shared/compensation/policy.ts'
import { COMPENSATION_STATUSES, LEVELS, type Level } from '../src/shared/compensation/words.ts'
import { ROLES } from '../src/shared/roles.ts'
import { MEMBER_TIERS } from '../src/shared/tiers/model.ts'

const rule = (id: string) => {
  const found = policy.rules.find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}
const RANK: Record<Level, number> = { verify: 0, agent: 0, lead: 1, manager: 2, two: 3 }
const tier = fc.constantFrom(...MEMBER_TIERS)

const counted: fc.Arbitrary<Counted> = fc.record({
  fen: fc.integer({ min: 0, max: 700_000 }),
  miles: fc.integer({ min: 0, max: 70_000 }),
  form: fc.constantFrom('cash', 'miles', 'voucher'),
})

/** Any matrix: limits per tier and form, in no order at all. */
const matrix: fc.Arbitrary<Pick<CompensationPolicy, 'authority'>> = fc.record({
  authority: fc.array(
    fc.record({
      role: fc.constantFrom('agent' as const, 'lead' as const, 'manager' as const),
      tier: fc.constantFrom('any' as const, 'gold' as const, 'diamond' as const),
      form: fc.constantFrom('any', 'cash', 'miles'),
      maxFen: fc.integer({ min: 0, max: 500_000 }),
      maxMiles: fc.integer({ min: 0, max: 50_000 }),
    }),
    { maxLength: 8 },
  ),
})

const level = (
  authority: Pick<CompensationPolicy, 'authority'>,
  who: (typeof MEMBER_TIERS)[number],
  amounts: Counted[],
) => levelOf(authority, { isStatutory: false, tier: who, amounts, isOverBudget: false })

test('splitting an amount into parts never needs less authority, whatever the matrix, forms and order', () => {
  const cut = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  fc.assert(
    fc.property(
      fc.oneof(fc.constant(policy), matrix),
      tier,
      fc.array(counted),
      counted,
      cut,
      (rows, who, before, whole, [a, b]) => {
        const part = { ...whole, fen: Math.floor(whole.fen * a), miles: Math.floor(whole.miles * b) }
        const rest = { ...whole, fen: whole.fen - part.fen, miles: whole.miles - part.miles }
        const needed = level(rows, who, [...before, whole])
        const first = level(rows, who, [...before, part])
        const second = level(rows, who, [...before, part, rest])
        expect(Math.max(RANK[first], RANK[second])).toBeGreaterThanOrEqual(RANK[needed])
      },
    ),
  )
})

test('an amount more never needs less authority', () => {
  fc.assert(
    fc.property(matrix, tier, fc.array(counted), counted, (rows, who, before, more) => {
      expect(RANK[level(rows, who, [...before, more])]).toBeGreaterThanOrEqual(RANK[level(rows, who, before)])
    }),
  )
})

test('money and miles use one limit up together: half of each is the whole of it', () => {
  const both = (fen: number, miles: number) => level(policy, 'none', [{ fen, miles, form: 'x' }])
  expect([both(20_000, 0), both(0, 2000), both(10_000, 1000), both(10_001, 1000), both(20_000, 1)]).toEqual([
    'agent',
    'agent',
    'agent',
    'lead',
    'lead',
  ])
})

test('the shipped authority: agent 200 yuan, lead 1000, manager 5000, above it two people', () => {
  const of = (fen: number) => level(policy, 'gold', [{ fen, miles: 0, form: 'cash' }])
  expect([20_000, 20_001, 100_000, 100_001, 500_000, 500_001].map(of)).toEqual([
    'agent',
    'lead',
    'lead',
    'manager',
    'manager',
    'two',
  ])
})

test('a row for a tier takes the place of the general one, a row for a form stands beside it', () => {
  const rows: Pick<CompensationPolicy, 'authority'> = {
    authority: [
      ...policy.authority,
      { role: 'agent', tier: 'diamond', form: 'any', maxFen: 50_000, maxMiles: 5000 },
      { role: 'agent', tier: 'any', form: 'cash', maxFen: 10_000, maxMiles: 0 },
    ],
  }
  expect(level(rows, 'diamond', [{ fen: 40_000, miles: 0, form: 'voucher' }])).toBe('agent')
  expect(level(rows, 'gold', [{ fen: 40_000, miles: 0, form: 'voucher' }])).toBe('lead')
  expect(level(rows, 'diamond', [{ fen: 20_000, miles: 0, form: 'cash' }])).toBe('lead')
})

test('nobody ever approves what he proposed, and two signatures are of two people', () => {
  const people = fc.constantFrom('a', 'b', 'c')
  fc.assert(
    fc.property(
      fc.constantFrom(...ROLES),
      people,
      people,
      fc.option(people),
      fc.constantFrom(...LEVELS),
      (role, id, proposedBy, firstApproverId, needed) => {
        const facts = { level: needed, proposedBy, firstApproverId, signsFor: 'finance' }
        const { allowed } = canApprove({ id, role }, facts, policy)
        if (id === proposedBy) expect(allowed).toBe(false)
        if (needed === 'two' && id === firstApproverId) expect(allowed).toBe(false)
        if (role === 'agent' || role === 'admin') expect(allowed).toBe(false)
        if (needed === 'manager' && role !== 'manager') expect(allowed).toBe(false)
      },
    ),
  )
})

test('S2-155 the delay standard gives 200 yuan from four hours and 400 from eight, with the reckoning shown', () => {
  const delay = (delayMinutes: number) => tariffOf(rule('delay-200-400'), { delayMinutes }, policy)
  expect([239, 240, 479, 480].map((minutes) => delay(minutes).fen)).toEqual([0, 20_000, 20_000, 40_000])
  expect(delay(300)).toEqual({ fen: 20_000, miles: 2000, formula: '300 ≥ 240 = ¥200.00' })
  expect(tariffOf(rule('baggage-late'), { days: 5 }, policy)).toMatchObject({
    fen: 30_000,
    formula: '5 × ¥100.00 (≤ ¥300.00) = ¥300.00',
  })
})

test('a tariff is whole fen and never shrinks with its input', () => {
  const value = fc.integer({ min: 0, max: 1_000_000 })
  fc.assert(
    fc.property(fc.constantFrom(...policy.rules), value, value, (one, a, b) => {
      const of = (n: number) => tariffOf(one, { delayMinutes: n, days: n, pieces: n, baseFen: n }, policy).fen
      const [low, high] = [of(Math.min(a, b)), of(Math.max(a, b))]
      if (low === null || high === null) return
      expect(Number.isInteger(low)).toBe(true)
      expect(high).toBeGreaterThanOrEqual(low)
    }),
  )
})

test('miles for money never cost the customer a fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (fen) => {
      expect(costOf({ fen: 0, miles: milesFor(fen, policy) }, policy)).toBeGreaterThanOrEqual(fen)
    }),
  )
})

test('S2-152 lawful, proportionate, flexible: from the cause, not below the law, above the tariff or the loss with a reason', () => {
  const cash = policy.forms.find(({ id }) => id === 'cash')
  const base = { form: cash, scopeId: 'carrier', miles: 0, lossFen: 0, reason: '' }
  const check = (more: object) => {
    const decision = checkProposal(
      { ...base, rule: rule('delay-200-400'), inputs: { delayMinutes: 300 }, fen: 20_000, ...more },
      policy,
    )
    return decision.allowed ? 'allowed' : decision.rule
  }
  const refund = { rule: rule('refund-full'), inputs: { baseFen: 80_000 } }
  expect({
    tariff: check({}),
    overTariff: check({ fen: 30_000 }),
    overTariffWithReason: check({ fen: 30_000, reason: '现场处置失当' }),
    overLoss: check({ lossFen: 10_000 }),
    weather: check({ scopeId: 'beyondControl' }),
    milesInCash: check({ miles: 10 }),
    belowLaw: check({ ...refund, fen: 79_999 }),
    law: check({ ...refund, fen: 80_000 }),
    aboveLaw: check({ ...refund, fen: 80_001, reason: '安抚' }),
    freeWithoutReason: check({ rule: rule('free') }),
  }).toEqual({
    tariff: 'allowed',
    overTariff: 'compensation-over-tariff',
    overTariffWithReason: 'allowed',
    overLoss: 'compensation-over-loss',
    weather: 'compensation-scope',
    milesInCash: 'compensation-unit',
    belowLaw: 'compensation-below-law',
    law: 'allowed',
    aboveLaw: 'compensation-above-law',
    freeWithoutReason: 'compensation-reason',
  })
})

test('nothing is settled while an amount is still under way', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...COMPENSATION_STATUSES)), fc.boolean(), (statuses, isNone) => {
      const isUnderWay = statuses.some((one) => one === 'pending' || one === 'approved' || one === 'agreed')
      if (isUnderWay) expect(isCompensationDone(statuses, isNone)).toBe(false)
      else if (isNone || statuses.includes('executed')) expect(isCompensationDone(statuses, isNone)).toBe(true)
    }),
  )
})

test('S1-66..68 the cost-benefit sheet reckons with the assumption that it is given', () => {
  const input = { ...policy.benefit, satisfactionPercent: 70, churnPercent: 10, customers: 2000, marginFen: 50_000 }
  expect(benefitOf({ ...input, costFen: 1_000_000 }, policy.benefit.targetPercent)).toEqual({
    ...{ points: 5, churnAfterPercent: 7.5, customersKept: 50, gainFen: 2_500_000, costFen: 1_000_000 },
    ...{ netFen: 1_500_000, targetPercent: 80, progress: 1 / 3 },
  })
})

test('S2-166 a tariff that is not whole is told in words with its place', () => {
  const check = (more: Partial<CompensationPolicy>) =>
    compensationProblems({ ...policy, ...more }, policy).map(({ level, code, path, text }) => [
      `${level} ${code}`,
      path,
      text.zh,
    ])
  const [agent, lead, manager] = policy.authority
  if (!agent || !lead || !manager) throw new Error('no authority')
  const bands = [
    { from: 240, fen: 40_000 },
    { from: 480, fen: 20_000 },
    { from: 480, fen: 20_000 },
  ]
  const rules = policy.rules.map((one) =>
    one.id === 'delay-200-400'
      ? { ...one, formula: { type: 'bands' as const, input: 'delayMinutes' as const, bands } }
      : one,
  )
  const [carrier] = policy.scopes
  if (!carrier) throw new Error('no scope')
  expect([
    check({}),
    check({ forms: policy.forms.slice(1) }),
    check({ authority: [agent, lead, { ...manager, maxFen: 1 }] }),
    check({ authority: [agent, lead, { ...manager, tier: 'gold' }] }),
    check({ authority: [agent, agent, lead, manager, { ...lead, form: 'medal' }] }),
    check({ scopes: [...policy.scopes, { ...carrier, id: 'extra', ruleIds: ['nothing'] }] }),
    check({ scopes: [{ ...carrier, ruleIds: ['free', 'refund-full', 'baggage-late'] }], rules }),
    check({ forms: policy.forms.map((form) => ({ ...form, isActive: false })) }),
  ]).toEqual([
    [],
    [['error compensation-gone', 'forms[miles]', '“里程”（miles）已在使用，只能停用，不能删除。']],
    [['error compensation-order', 'authority[manager any any]', '“经理 · 不分等级 · 不分方式”的限额低于下级“主管”。']],
    [['error compensation-general', 'authority', '经理没有不分等级和方式的限额。']],
    [
      [
        'error compensation-unknown',
        'authority[lead any medal]',
        '授权“主管 · 不分等级 · medal”：没有补偿方式“medal”。',
      ],
      ['error compensation-twice', 'authority[agent any any]', '同一角色、等级和方式有两条限额（agent any any）。'],
    ],
    [['error compensation-unknown', 'scopes[extra].ruleIds', '原因“承运人原因”：没有标准“nothing”。']],
    [
      [
        'warning compensation-idle',
        'rules[delay-200-400]',
        '标准“国内航班延误补偿（承运人原因）”不适用于任何原因，永远用不到。',
      ],
      [
        'error compensation-band-twice',
        'rules[delay-200-400].formula',
        '标准“国内航班延误补偿（承运人原因）”：起点 480 出现了两次。',
      ],
      [
        'warning compensation-band-falls',
        'rules[delay-200-400].formula',
        '标准“国内航班延误补偿（承运人原因）”：数值越大反而补偿越少。',
      ],
    ],
    [['error compensation-no-form', 'forms', '没有一种在用的补偿方式。']],
  ])
})
