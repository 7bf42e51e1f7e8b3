import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SHIPPED_CALENDARS, SHIPPED_TARGETS, SHIPPED_WORKFLOWS } from '../../src/main/rules/packs.ts'
import { checkPolicy } from '../../src/main/rules/policy-check.ts'
import { diffPolicies, isSame, pathsChanged } from '../../src/main/rules/policy-diff.ts'
import { canApprove, canEdit, canWithdraw, type Life } from '../../src/main/rules/policy-life.ts'
import { isInside, limitComparer, overlaps, sampleStarts } from '../../src/main/rules/policy-overlap.ts'
import { shapePolicy } from '../../src/main/rules/policy-shape.ts'
import { calendarsById, dueOf } from '../../src/main/rules/targets.ts'
import { EVENT_NAMES } from '../../src/shared/policies/words.ts'
import type { Limit, TargetPolicy, TargetRule } from '../../src/shared/targets/model.ts'
import { CASE_EVENTS } from '../../src/shared/workflow/words.ts'

const calendars = calendarsById(SHIPPED_CALENDARS)
const context = { calendars, workflows: SHIPPED_WORKFLOWS }
const withRule = (change: Partial<TargetRule>): TargetPolicy => {
  const rule = SHIPPED_TARGETS.rules.find(({ id }) => id === 's5-complaint-resolve')
  if (!rule) throw new Error('the shipped targets lost a rule')
  return { ...SHIPPED_TARGETS, rules: [...SHIPPED_TARGETS.rules, { ...rule, id: 'own', ...change }] }
}
const codesOf = (policy: TargetPolicy) =>
  checkPolicy(policy, context)
    .filter(({ path }) => path.includes('[own]'))
    .map(({ level, code }) => `${level} ${code}`)

describe('contradictions of a target policy', () => {
  test('the shipped policies have none that keeps them from being submitted', () => {
    const errors = [SHIPPED_TARGETS, ...SHIPPED_WORKFLOWS].flatMap((policy) =>
      checkPolicy(policy, context).filter(({ level }) => level === 'error'),
    )
    expect(errors).toEqual([])
  })

  test('each kind of contradiction is found', () => {
    expect([
      codesOf(withRule({ limit: { unit: 'workingDays', amount: 11 } })),
      codesOf(withRule({ limit: { unit: 'minutes', amount: 60 * 24 * 40 } })),
      codesOf(withRule({ calendar: 'MARS' })),
      codesOf(withRule({ when: { kinds: ['complaint'], categories: ['nothing'] } })),
      codesOf(withRule({ when: { kinds: ['suggestion'], isComplex: true } })),
      codesOf(withRule({ stopsOn: ['answered'] })),
      codesOf(withRule({ pausesIn: ['asleep'] })),
      codesOf(withRule({ limit: { unit: 'workingDays', amount: 6 } })),
      codesOf(withRule({ when: { kinds: ['complaint'], tiers: ['gold'] }, limit: { unit: 'workingDays', amount: 7 } })),
      codesOf(withRule({ limit: { unit: 'workingDays', amount: 1 } })),
    ]).toEqual([
      ['error looserThanLaw', 'warning contradicts'],
      ['error looserThanLaw', 'warning contradicts'],
      ['error unknownCalendar'],
      ['error unknownCategory'],
      ['error neverMatches'],
      ['error neverStops', 'warning neverDecides'],
      ['error unknownState', 'warning neverDecides'],
      ['warning contradicts'],
      ['warning neverDecides'],
      [],
    ])
  })

  test('without a general rule for a clock some complaint would have no limit', () => {
    const rules = SHIPPED_TARGETS.rules.filter(({ clock, when }) => clock !== 'confirm' || when.tiers)
    const found = checkPolicy({ ...SHIPPED_TARGETS, rules }, context).filter(({ level }) => level === 'error')
    expect(found.map(({ code, text }) => [code, text.en])).toEqual([
      ['noGeneralRule', 'No rule for “Confirmation” holds for every complaint: some would be left without this limit.'],
    ])
  })

  test('every event has a name in both languages', () => {
    expect(CASE_EVENTS.filter((event) => !EVENT_NAMES[event]?.zh || !EVENT_NAMES[event]?.en)).toEqual([])
  })
})

const limits: fc.Arbitrary<Limit> = fc.record({
  unit: fc.constantFrom('minutes' as const, 'workingMinutes' as const, 'days' as const, 'workingDays' as const),
  amount: fc.integer({ min: 1, max: 40 }),
})

describe('comparing rules', () => {
  const compare = limitComparer(calendars)
  const cn = calendars.CN

  const isConsistent = (a: Limit, b: Limit) => {
    const stand = compare({ limit: a, calendar: 'CN' }, { limit: b, calendar: 'CN' })
    const back = compare({ limit: b, calendar: 'CN' }, { limit: a, calendar: 'CN' })
    const opposite = { same: 'same', tighter: 'looser', looser: 'tighter', mixed: 'mixed' } as const
    expect(back).toBe(opposite[stand])
    if (!cn || (stand !== 'tighter' && stand !== 'same')) return
    for (const start of sampleStarts(cn).filter((_, i) => i % 97 === 0))
      expect(dueOf(a, start, cn).due).toBeLessThanOrEqual(dueOf(b, start, cn).due)
  }
  test('of two limits the tighter one is never due later, whatever the start', () => {
    fc.assert(fc.property(limits, limits, isConsistent), { numRuns: 60 })
  })

  const whens = fc.record(
    {
      kinds: fc.subarray(['complaint' as const, 'enquiry' as const, 'service' as const], { minLength: 1 }),
      tiers: fc.subarray(['diamond' as const, 'gold' as const], { minLength: 1 }),
      categories: fc.subarray(['flight', 'flight.delay', 'service.attitude'], { minLength: 1 }),
      isComplex: fc.boolean(),
    },
    { requiredKeys: [] },
  )

  test('what lies inside another scope overlaps it, and overlapping goes both ways', () => {
    fc.assert(
      fc.property(whens, whens, (a, b) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a))
        if (isInside(a, b)) expect(overlaps(a, b)).toBe(true)
        expect(isInside(a, a)).toBe(true)
      }),
    )
  })
})

describe('differences', () => {
  test('a policy does not differ from itself, however its keys are ordered', () => {
    const turned = Object.fromEntries(Object.entries(SHIPPED_TARGETS).reverse())
    expect([diffPolicies('targets', SHIPPED_TARGETS, turned), isSame(SHIPPED_TARGETS, turned)]).toEqual([[], true])
  })

  test('exactly the rules that were taken away are named', () => {
    const ids = SHIPPED_TARGETS.rules.map(({ id }) => id)
    fc.assert(
      fc.property(fc.subarray(ids), (gone) => {
        const rules = SHIPPED_TARGETS.rules.filter(({ id }) => !gone.includes(id))
        const paths = pathsChanged(SHIPPED_TARGETS, { ...SHIPPED_TARGETS, rules })
        expect(paths).toEqual(gone.map((id) => `rules[${id}]`))
      }),
    )
  })

  test('a new rule is told with what it says, a new order as an order', () => {
    const [first, second, ...rest] = SHIPPED_TARGETS.rules
    if (!first || !second) throw new Error('no rules')
    const turned = { ...SHIPPED_TARGETS, rules: [second, first, ...rest, { ...first, id: 'new' }] }
    expect(
      diffPolicies('targets', SHIPPED_TARGETS, turned).map(({ path, text }) => [path, text.en.slice(0, 60)]),
    ).toEqual([
      ['rules[new]', 'New: Rule “Confirmed within 24 hours”: Confirmation, Complai'],
      ['rules.order', expect.stringContaining('Rule: order: ')],
    ])
  })
})

test('what a policy says twice or not at all is refused with its place', () => {
  const [rule] = SHIPPED_TARGETS.rules
  const placesOf = (change: object) =>
    shapePolicy('targets', { ...SHIPPED_TARGETS, ...change }).problems.map(({ code, path }) => `${code} ${path}`)
  expect([
    placesOf({}),
    placesOf({ rules: [rule, rule] }),
    placesOf({ rules: [{ ...rule, clock: 'legal', pausesIn: ['waitingCustomer'] }] }),
    placesOf({ warnings: [50, 50] }),
    placesOf({ rules: [{ ...rule, limits: { amount: 1 } }] }),
    placesOf({ ring: undefined }),
  ]).toEqual([
    [],
    ['rule-id-twice '],
    ['legal-never-pauses rules[s1-confirm-24h].pausesIn'],
    ['warnings-order warnings'],
    ['unknownField rules.0.limits'],
    ['missing ring'],
  ])
})

test('the life of a version: its writers never approve it, and what was in force stays', () => {
  const life: Life = { state: 'submitted', effectiveFrom: '2026-10-08', authorId: 'a', writers: ['a', 'b'] }
  const manager = (id: string) => ({ id, role: 'manager' as const })
  const rule = (decision: ReturnType<typeof canApprove>) => (decision.allowed ? 'allowed' : decision.rule)
  expect([
    rule(canApprove(life, manager('a'), '2026-10-01')),
    rule(canApprove(life, manager('b'), '2026-10-01')),
    rule(canApprove(life, manager('c'), '2026-10-01')),
    rule(canApprove(life, manager('c'), '2026-10-09')),
    rule(canEdit(life)),
    rule(canEdit({ ...life, state: 'rejected' })),
    rule(canWithdraw({ ...life, state: 'approved' }, manager('c'), '2026-10-07')),
    rule(canWithdraw({ ...life, state: 'approved' }, { id: 'a', role: 'lead' }, '2026-10-07')),
    rule(canWithdraw({ ...life, state: 'approved' }, manager('c'), '2026-10-08')),
    rule(canWithdraw(life, { id: 'x', role: 'lead' }, '2026-10-07')),
  ]).toEqual([
    'policy-own',
    'policy-own',
    'allowed',
    'policy-begins-in-past',
    'policy-is-submitted',
    'allowed',
    'allowed',
    'policy-withdraw-manager',
    'policy-in-use',
    'policy-not-yours',
  ])
})
