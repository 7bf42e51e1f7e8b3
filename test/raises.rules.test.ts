import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openingClocks } from '../src/main/rules/case-clocks.ts'
import { SHIPPED_CALENDARS, SHIPPED_TARGETS, SHIPPED_WORKFLOWS } from '../src/main/rules/packs.ts'
import { checkPolicy } from '../src/main/rules/policy-check.ts'
import { diffPolicies } from '../src/main/rules/policy-diff.ts'
import { policyHash, wholePolicy, withOwnSources } from '../src/main/rules/policy-pack.ts'
import { shapePolicy } from '../src/main/rules/policy-shape.ts'
import { lifted, raisesFor, repeatsWithin } from '../src/main/rules/raises.ts'
import { calendarsById, type TargetFacts } from '../src/main/rules/targets.ts'
import { SEVERITIES } from '../src/shared/cases/words.ts'
import { commonTexts, policySheet } from '../src/shared/policies/clock-words.ts'
import { raiseText } from '../src/shared/policies/raise-words.ts'
import type { TargetPolicy, WarningStep } from '../src/shared/targets/model.ts'
import { type Raise, raise } from '../src/shared/targets/raises.ts'
import { RECEIVERS } from '../src/shared/targets/receivers.ts'
import { MEMBER_TIERS } from '../src/shared/tiers/model.ts'
import { DAY } from '../src/shared/time.ts'

const NOW = Date.UTC(2026, 5, 1, 2)
const calendars = calendarsById(SHIPPED_CALENDARS)

const facts: TargetFacts = {
  kind: 'complaint',
  tier: 'diamond',
  category: 'flight.delay',
  severity: 'general',
  timeClass: 'h48',
  channel: 'phone',
  isComplex: false,
  receivedAt: NOW,
  registeredAt: NOW,
}

const REPEATED: Raise = {
  id: 'repeated',
  name: { zh: '钻石会员重复投诉', en: 'A diamond member complains again' },
  isEnabled: true,
  when: { tiers: ['diamond'], repeats: { count: 1, days: 90 } },
  levelsUp: 1,
  also: [],
  fromPercent: 90,
  source: { mark: 'D', asOf: '2026-11-23', requirement: 'S4-138' },
}

const withRaises = (raises: Raise[]): TargetPolicy => ({ ...SHIPPED_TARGETS, raises })

describe('S1-45 S4-138 what lifts a warning', () => {
  const aRaise = fc.record({
    levelsUp: fc.integer({ min: 0, max: 4 }),
    also: fc.subarray([...RECEIVERS]),
    fromPercent: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
  })
  const raises = fc
    .array(aRaise, { maxLength: 4 })
    .map((list) => list.map((one, i) => ({ ...REPEATED, ...one, id: `r${i}` })))
  const aStep: fc.Arbitrary<WarningStep> = fc.record(
    {
      percent: fc.integer({ min: 1, max: 300 }),
      level: fc.integer({ min: 0, max: 4 }),
      tells: fc.constantFrom(...RECEIVERS),
      also: fc.constantFrom(...RECEIVERS),
    },
    { requiredKeys: ['percent', 'level', 'tells'] },
  )
  const told = (step: ReturnType<typeof lifted>) =>
    new Set([step.tells, step.also, step.third].filter((one) => one !== undefined))

  test('never lowers a level, never passes the highest, and tells whom the higher level is for', () => {
    fc.assert(
      fc.property(aStep, raises, (step, list) => {
        const up = lifted(step, step.percent, list)
        expect(up.level).toBeGreaterThanOrEqual(step.level)
        expect(up.level).toBeLessThanOrEqual(4)
        if (up.level > step.level && up.level >= 3) expect(told(up)).toContain('manager')
        if (up.level > step.level && up.level === 2) expect(told(up)).toContain('lead')
      }),
    )
  })

  test('never takes a receiver away, and names nobody twice', () => {
    fc.assert(
      fc.property(aStep, raises, (step, list) => {
        const up = lifted(step, step.percent, list)
        expect([...told(step)].every((one) => told(up).has(one))).toBe(true)
        expect(up.tells).toBe(step.tells)
        const named = [up.also, up.third].filter((one) => one !== undefined && one !== step.also)
        expect(new Set(named).size).toBe(named.length)
      }),
    )
  })

  test('the order of the raises does not matter, and one that is not reached yet changes nothing', () => {
    fc.assert(
      fc.property(aStep, raises, fc.integer({ min: 0, max: 23 }), (step, list, turn) => {
        const other = list.toSorted((a, b) => ((a.id.charCodeAt(1) * (turn + 1)) % 5) - ((b.id.charCodeAt(1) * 3) % 5))
        expect(lifted(step, step.percent, other)).toEqual(lifted(step, step.percent, list))
        const later = list.map((one) => ({ ...one, fromPercent: step.percent + 1 }))
        expect(lifted(step, step.percent, later)).toEqual(step)
      }),
    )
  })

  test('an owner’s note that is lifted by two raises tells all three', () => {
    const list: Raise[] = [
      { ...REPEATED, id: 'a', also: ['manager'], levelsUp: 0, fromPercent: undefined },
      { ...REPEATED, id: 'b', also: ['lead'], fromPercent: undefined },
    ]
    expect(lifted({ percent: 50, level: 0, tells: 'owner' as const }, 50, list)).toEqual({
      ...{ percent: 50, level: 1, tells: 'owner', also: 'lead', third: 'manager' },
    })
  })
})

describe('which cases are raised', () => {
  test('S4-138 complaints are counted back from this one, its own moment left out', () => {
    const earlier = [NOW, NOW - DAY, NOW - 90 * DAY, NOW - 90 * DAY - 1]
    expect(repeatsWithin({ ...facts, earlier }, 90)).toBe(2)
    expect(repeatsWithin(facts, 90)).toBe(0)
  })

  test.each<[string, Partial<TargetFacts>, Raise['when'], boolean]>([
    ['a first complaint', {}, { repeats: { count: 1, days: 90 } }, false],
    ['a second one', { earlier: [NOW - DAY] }, { repeats: { count: 1, days: 90 } }, true],
    ['one that lies too far back', { earlier: [NOW - 91 * DAY] }, { repeats: { count: 1, days: 90 } }, false],
    ['an enquiry repeats no complaint', { kind: 'enquiry', earlier: [NOW - DAY] }, REPEATED.when, false],
    ['the tier of another', { tier: 'gold', earlier: [NOW - DAY] }, REPEATED.when, false],
    ['a severity', { severity: 'urgent' }, { severities: ['urgent', 'major'] }, true],
    ['another severity', {}, { severities: ['urgent'] }, false],
  ])('%s', (_name, change, when, expected) => {
    expect(raisesFor([{ ...REPEATED, when }], { ...facts, ...change }).length === 1).toBe(expected)
    expect(raisesFor([{ ...REPEATED, when, isEnabled: false }], { ...facts, ...change })).toEqual([])
  })

  test('a clock keeps which raises held when it started; a case that nothing raises is as it was', () => {
    const raised = openingClocks({ ...facts, earlier: [NOW - DAY] }, withRaises([REPEATED]), calendars)
    const first = openingClocks(facts, withRaises([REPEATED]), calendars)
    expect(first).toEqual(openingClocks(facts, SHIPPED_TARGETS, calendars))
    expect(new Set(raised.map(({ raises }) => raises?.join()))).toEqual(new Set(['repeated']))
    const at90 = (clocks: typeof raised) => clocks[0]?.warnings.find(({ percent }) => percent === 90)
    expect(at90(first)).toEqual({ percent: 90, level: 2, tells: 'lead' })
    expect(at90(raised)).toEqual({ percent: 90, level: 3, tells: 'lead', also: 'manager' })
    expect(raised[0]?.warnings.find(({ percent }) => percent === 75)).toEqual({ percent: 75, level: 1, tells: 'owner' })
    // The share of the whole limit was the manager's already and goes up to the month's report.
    expect(raised[0]?.reminder).toMatchObject({ level: 4, tells: 'manager' })
  })

  test('every severity and tier can be asked for', () => {
    for (const severity of SEVERITIES)
      expect(raisesFor([{ ...REPEATED, when: { severities: [severity] } }], { ...facts, severity })).toHaveLength(1)
    for (const tier of MEMBER_TIERS)
      expect(raisesFor([{ ...REPEATED, when: { tiers: [tier] } }], { ...facts, tier })).toHaveLength(1)
  })
})

describe('raises in a policy', () => {
  const context = { calendars, workflows: SHIPPED_WORKFLOWS }
  const codes = (raises: Raise[]) =>
    checkPolicy(withRaises(raises), context).flatMap(({ level, code, path }) =>
      path.startsWith('raises') ? [`${level} ${code} ${path}`] : [],
    )

  test('a policy without raises says and weighs what it did before there were any', () => {
    expect(shapePolicy('targets', SHIPPED_TARGETS).policy).toEqual(SHIPPED_TARGETS)
    const hash = (policy: TargetPolicy) =>
      policyHash(wholePolicy('targets', JSON.stringify(policy)), (said) =>
        typeof said === 'string' ? said : new TextDecoder().decode(said),
      )
    expect(hash(SHIPPED_TARGETS)).not.toContain('"raises"')
    expect(hash(withRaises([REPEATED]))).toContain('"raises"')
  })

  test('what is nonsense is named', () => {
    expect(codes([REPEATED])).toEqual([])
    expect(codes([{ ...REPEATED, when: {} }])).toEqual(['warning raisesEverything raises[repeated].when'])
    expect(codes([{ ...REPEATED, fromPercent: 1000 }])).toEqual(['warning raisesNothing raises[repeated]'])
    expect(raise.safeParse({ ...REPEATED, levelsUp: 0 }).error?.issues.map(({ message }) => message)).toEqual([
      'raise-nothing',
    ])
    const twice = shapePolicy('targets', withRaises([REPEATED, REPEATED]))
    expect(twice.problems.map(({ code, text }) => [code, text.en])).toEqual([
      ['raise-id-twice', 'raises: two raises have the same id.'],
    ])
  })

  test('a difference tells a raise in words, in both languages', () => {
    const told = (before: TargetPolicy, after: TargetPolicy) =>
      diffPolicies('targets', before, after).map(({ text }) => text)
    expect(told(SHIPPED_TARGETS, withRaises([REPEATED]))).toEqual([
      {
        zh: '新增升级规则“钻石会员重复投诉”：钻石卡 · 此前90天内已有至少1件投诉 → 自90%起升1级',
        en: 'New: Raise “A diamond member complains again”: Diamond · at least 1 earlier complaint within 90 days → from 90% 1 level higher',
      },
    ])
    const more: Raise = { ...REPEATED, also: ['lead'], when: { repeats: { count: 2, days: 30 } } }
    expect(told(withRaises([REPEATED]), withRaises([more])).map(({ zh }) => zh)).toEqual([
      '删除升级规则“钻石会员重复投诉”的适用范围的适用等级：钻石卡',
      '升级规则“钻石会员重复投诉”的适用范围的重复投诉：此前90天内已有至少1件投诉 → 此前30天内已有至少2件投诉',
      '升级规则“钻石会员重复投诉”的另告知：— → 主管',
    ])
  })

  test('a raise that somebody changed is the desk’s own', () => {
    const who = { name: '王经理', today: '2026-11-23' }
    const next = withOwnSources(withRaises([{ ...REPEATED, levelsUp: 2 }]), withRaises([REPEATED]), who)
    expect(next.raises?.[0]?.source).toEqual({
      ...{ mark: 'seed', asOf: '2026-11-23', requirement: 'S4-138', note: { zh: '由王经理设定', en: 'Set by 王经理' } },
    })
    expect(withOwnSources(withRaises([REPEATED]), withRaises([REPEATED]), who).raises).toEqual([REPEATED])
  })

  test('on paper and in the list it stands among what holds for every rule', () => {
    const line = commonTexts(withRaises([REPEATED]), 'en').find(({ part }) => part === 'raises')
    expect(line?.text).toContain('A diamond member complains again: Diamond')
    expect(policySheet(withRaises([REPEATED]), 'zh')).toContain('升级规则：钻石会员重复投诉：钻石卡')
    expect(raiseText({ ...REPEATED, also: ['manager'], fromPercent: undefined }, 'en')).toBe(
      'Diamond · at least 1 earlier complaint within 90 days → 1 level higher, also tells manager',
    )
  })
})
