import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/main/rules/days.ts'
import { SHIPPED_TIERS, shippedTiers } from '../../src/main/rules/packs.ts'
import { evaluateRule } from '../../src/main/rules/tier-rule.ts'
import { entitlementsOf, hasEnded, nextTier, periodRange, rateTier, tierOutlook } from '../../src/main/rules/tiers.ts'
import {
  type HeldTier,
  MEMBER_TIERS,
  NO_FACTS,
  type PeriodFacts,
  TIER_PERIODS,
  TIER_RANK,
  type TierFacts,
  type TierRule,
  tierPolicy,
  tierRule,
} from '../../src/shared/tiers/model.ts'

const egret = shippedTiers('TIER-MF')
const today = '2026-11-22'

/** The same figures in every period; what a test does not name is nothing. */
function flown(figures: Partial<PeriodFacts>, rest: Partial<TierFacts> = {}): TierFacts {
  const one = { ...NO_FACTS, ...figures }
  return {
    periods: { rolling12: one, rolling24: one, calendarYear: one },
    lifetimeKm: 0,
    consecutiveYears: {},
    ...rest,
  }
}

const NONE: HeldTier = { tier: 'none' }
const rated = (facts: TierFacts, held: HeldTier, id = 'TIER-MF', on = today) => {
  const { tier, change, validUntil } = rateTier(facts, held, shippedTiers(id), on)
  return [tier, change, validUntil]
}

describe('the shipped programmes', () => {
  test('S3-31 Xiamen Egret: distance or segments of twelve months', () => {
    expect([
      rated(flown({ distanceKm: 39_999, segments: 19 }), NONE),
      rated(flown({ distanceKm: 40_000 }), NONE),
      rated(flown({ segments: 35 }), NONE),
      rated(flown({ distanceKm: 100_000 }), NONE),
      rated(flown({ distanceKm: 12_000, segments: 90 }), NONE),
    ]).toEqual([
      ['none', 'none', undefined],
      ['silver', 'upgrade', '2028-11-30'],
      ['gold', 'upgrade', '2028-11-30'],
      ['platinum', 'upgrade', '2028-11-30'],
      ['diamond', 'upgrade', '2028-11-30'],
    ])
  })

  test('S3-33 Xiamen Egret: six platinum years in a row and 750,000 lead to diamond', () => {
    const facts = flown({ distanceKm: 100_000 }, { lifetimeKm: 750_000, consecutiveYears: { platinum: 6 } })
    const held: HeldTier = { tier: 'platinum', validUntil: '2027-05-31' }
    expect([rated(facts, held), rated({ ...facts, consecutiveYears: { platinum: 5 } }, held)]).toEqual([
      ['diamond', 'upgrade', '2028-11-30'],
      ['platinum', 'none', '2027-05-31'],
    ])
  })

  test('Air China: retention asks for less, and a renewal is good for twelve months', () => {
    const held: HeldTier = { tier: 'gold', validUntil: '2026-10-31' }
    expect([
      rated(flown({ distanceKm: 70_000 }), held, 'TIER-CA'),
      rated(flown({ distanceKm: 70_000 }), NONE, 'TIER-CA'),
      rated(flown({ distanceKm: 69_999, segments: 35 }), held, 'TIER-CA'),
      rated(flown({}, { lifetimeKm: 1_000_000 }), held, 'TIER-CA'),
    ]).toEqual([
      ['gold', 'retain', '2027-11-30'],
      ['silver', 'upgrade', '2028-11-30'],
      ['silver', 'downgrade', '2027-11-30'],
      ['platinum', 'upgrade', undefined],
    ])
  })

  test('S3-32 China Eastern 2025: spend is necessary, segments or distance complete it', () => {
    expect([
      rated(flown({ spendFen: 10_000_000, segments: 45 }), NONE, 'TIER-MU-2025'),
      rated(flown({ spendFen: 10_000_000, segments: 44, distanceKm: 54_999 }), NONE, 'TIER-MU-2025'),
      rated(flown({ spendFen: 1_999_999, segments: 200, distanceKm: 200_000 }), NONE, 'TIER-MU-2025'),
    ]).toEqual([
      ['platinum', 'upgrade', '2027-11-30'],
      ['gold', 'upgrade', '2027-11-30'],
      ['none', 'none', undefined],
    ])
  })

  test('Hainan: status points or status segments', () => {
    expect([
      rated(flown({ points: 50_000 }), NONE, 'TIER-HU'),
      rated(flown({ segments: 20 }), NONE, 'TIER-HU'),
    ]).toEqual([
      ['gold', 'upgrade', '2027-12-31'],
      ['silver', 'upgrade', '2027-12-31'],
    ])
  })

  test('S3-31 S3-32 S3-33 S3-34 the policy document: distance, spend with partners, level held, or a weighted composite', () => {
    expect(
      [
        rated(flown({ distanceKm: 40_000 }), NONE, 'TIER-S3'),
        rated(flown({ spendFen: 3_000_000, partnerSpendFen: 1_000_000 }), NONE, 'TIER-S3'),
        rated(flown({}, { enrolledLevel: 'platinum' }), NONE, 'TIER-S3'),
        rated(flown({ distanceKm: 240_000, spendFen: 15_000_000 }), NONE, 'TIER-S3'),
        rated(flown({ distanceKm: 240_000, spendFen: 14_999_999 }), NONE, 'TIER-S3'),
      ].map(([tier]) => tier),
    ).toEqual(['silver', 'gold', 'platinum', 'diamond', 'platinum'])
  })
})

test('a rating gives its reason: every threshold with the value it met or missed', () => {
  const { reason } = rateTier(flown({ distanceKm: 65_000, segments: 12 }), NONE, egret, today)
  const gold = reason.find((r) => r.tier === 'gold')
  expect(gold).toEqual({
    tier: 'gold',
    ground: 'upgrade',
    period: 'rolling12',
    isMet: true,
    checks: [
      { measure: 'distanceKm', value: 65_000, atLeast: 60_000, isMet: true },
      { measure: 'segments', value: 12, atLeast: 35, isMet: false },
    ],
  })
})

test('S3-43 a tier still good is kept; at its end it is kept, or falls to what is earned', () => {
  const held: HeldTier = { tier: 'platinum', validUntil: '2026-11-30' }
  const weak = flown({ distanceKm: 75_000 })
  expect([
    rated(weak, held),
    rated(weak, held, 'TIER-MF', '2026-11-30'),
    rated(weak, held, 'TIER-MF', '2026-12-01'),
    rated(flown({ distanceKm: 180_000 }), { ...held, tier: 'diamond' }, 'TIER-MF', '2026-12-01'),
    rated(flown({}), held, 'TIER-MF', '2026-12-01'),
  ]).toEqual([
    ['platinum', 'none', '2026-11-30'],
    ['platinum', 'none', '2026-11-30'],
    ['gold', 'downgrade', '2028-12-31'],
    ['diamond', 'retain', '2028-12-31'],
    ['none', 'downgrade', undefined],
  ])
})

test('S3-43 the outlook tells before the end what will happen at it, and what the next tier still needs', () => {
  const facts = flown({ distanceKm: 75_000, segments: 10 })
  const outlook = tierOutlook(facts, { tier: 'platinum', validUntil: '2027-03-31' }, egret)
  expect([outlook?.tier, outlook?.change, outlook?.from]).toEqual(['gold', 'downgrade', '2027-04-01'])
  expect(nextTier(facts, 'gold', egret)?.checks.map((c) => [c.measure, Number(c.atLeast) - Number(c.value)])).toEqual([
    ['distanceKm', 25_000],
    ['segments', 50],
  ])
  expect([nextTier(facts, 'diamond', egret), tierOutlook(facts, { tier: 'platinum' }, egret)]).toEqual([
    undefined,
    undefined,
  ])
})

test('the days that a period counts', () => {
  expect(TIER_PERIODS.map((period) => periodRange(period, '2026-02-28'))).toEqual([
    { from: '2025-03-01', to: '2026-02-28' },
    { from: '2026-01-01', to: '2026-02-28' },
    { from: '2024-02-29', to: '2026-02-28' },
  ])
})

test('every tier has its entitlements in both languages, a higher one never fewer', () => {
  const counts = ['silver', 'gold', 'platinum', 'diamond', 'none'] as const
  const [silver = 0, gold = 0, platinum = 0, diamond = 0, none] = counts.map(
    (tier) => entitlementsOf(tier, egret).length,
  )
  expect([silver > 0, gold > silver, platinum > gold, diamond > platinum, none]).toEqual([true, true, true, true, 0])
  expect(egret.entitlements.filter((e) => e.source.mark !== 'D')).toEqual([])
})

test('a policy whose tiers stand in the wrong order, or a rule with a word too much, is refused', () => {
  expect(tierPolicy.safeParse({ ...egret, levels: [...egret.levels].reverse() }).success).toBe(false)
  expect(tierRule.safeParse({ measure: 'segments', atLeast: 3, any: [] }).success).toBe(false)
})

describe('laws', () => {
  const figures = fc.record({
    distanceKm: fc.integer({ min: 0, max: 320_000 }),
    segments: fc.integer({ min: 0, max: 200 }),
    spendFen: fc.integer({ min: 0, max: 16_000_000 }),
    partnerSpendFen: fc.integer({ min: 0, max: 16_000_000 }),
    points: fc.integer({ min: 0, max: 120_000 }),
  })
  const held = fc.record({
    tier: fc.constantFrom(...MEMBER_TIERS),
    validUntil: fc.constantFrom('2026-06-30', today, '2027-06-30'),
  })
  const policy = fc.constantFrom(...SHIPPED_TIERS)
  const rank = (facts: TierFacts, h: HeldTier, p: (typeof SHIPPED_TIERS)[number]) =>
    TIER_RANK[rateTier(facts, h, p, today).tier]

  test('more of anything never lowers the tier', () => {
    const measures = ['distanceKm', 'segments', 'spendFen', 'partnerSpendFen', 'points'] as const
    fc.assert(
      fc.property(figures, held, policy, fc.constantFrom(...measures), fc.nat(100_000), (f, h, p, name, more) => {
        expect(rank(flown({ ...f, [name]: f[name] + more }), h, p)).toBeGreaterThanOrEqual(rank(flown(f), h, p))
      }),
      { numRuns: 500 },
    )
  })

  test('a tier that is still good is never lowered, and holding one never rates lower than holding none', () => {
    fc.assert(
      fc.property(figures, held, policy, (f, h, p) => {
        const rating = rateTier(flown(f), h, p, today)
        if (!hasEnded(h, today)) expect(TIER_RANK[rating.tier]).toBeGreaterThanOrEqual(TIER_RANK[h.tier])
        expect(TIER_RANK[rating.tier]).toBeGreaterThanOrEqual(rank(flown(f), NONE, p))
      }),
    )
  })

  test('whoever would reach a tier also keeps it: retention never asks for more than the entry', () => {
    fc.assert(
      fc.property(figures, policy, (f, p) => {
        const reached = rateTier(flown(f), NONE, p, today)
        fc.pre(reached.tier !== 'none')
        const again = rateTier(flown(f), { tier: reached.tier, validUntil: addDays(today, -1) }, p, today)
        expect([again.tier, again.change]).toEqual([reached.tier, 'retain'])
      }),
    )
  })

  test('the change named is the change made, and every new tier has an end after today', () => {
    fc.assert(
      fc.property(figures, held, policy, (f, h, p) => {
        const rating = rateTier(flown(f), h, p, today)
        const step = Math.sign(TIER_RANK[rating.tier] - TIER_RANK[h.tier])
        expect(rating.change === 'upgrade' ? 1 : rating.change === 'downgrade' ? -1 : 0).toBe(
          h.tier === 'none' ? Math.max(0, step) : step,
        )
        if (rating.change !== 'none' && rating.tier !== 'none') expect((rating.validUntil ?? '') > today).toBe(true)
      }),
    )
  })

  test('rating again on the same day changes nothing more', () => {
    fc.assert(
      fc.property(figures, held, policy, (f, h, p) => {
        const { tier, validUntil } = rateTier(flown(f), h, p, today)
        const again = rateTier(flown(f), validUntil === undefined ? { tier } : { tier, validUntil }, p, today)
        expect([again.tier, again.change, again.validUntil]).toEqual([tier, 'none', validUntil])
      }),
    )
  })

  test('a rule is met exactly when its parts say so', () => {
    const leaf = fc.constantFrom<TierRule>(
      { measure: 'segments', atLeast: 10 },
      { measure: 'points', atLeast: 500 },
      { levels: ['gold'] },
    )
    fc.assert(
      fc.property(fc.array(leaf, { minLength: 1, maxLength: 4 }), figures, (parts, f) => {
        const met = parts.map((part) => evaluateRule(part, flown(f), 'rolling12').isMet)
        expect(evaluateRule({ all: parts }, flown(f), 'rolling12').isMet).toBe(!met.includes(false))
        expect(evaluateRule({ any: parts }, flown(f), 'rolling12').isMet).toBe(met.includes(true))
      }),
    )
  })
})
