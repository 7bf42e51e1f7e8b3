import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparePlaces, type Place, rankAt, STRETCHES, stretchOf } from '../src/main/rules/urgency.ts'
import { PRIORITIES, SEVERITIES, type Severity } from '../src/shared/cases/words.ts'
import { SHIPPED_NUMBERS } from '../src/shared/targets/desk-numbers.ts'
import { type Leads, queueNumbers } from '../src/shared/targets/queue-numbers.ts'
import { MEMBER_TIERS, type MemberTier, TIER_RANK } from '../src/shared/tiers/model.ts'
import { HOUR, MINUTE } from '../src/shared/time.ts'
import { WAIT_ORDERS } from '../src/shared/waits/model.ts'

const AS_OF = 1_000 * HOUR

const facts = fc.record({
  // Coarse steps, so that equal due times and equal ranks come up often.
  queueAt: fc.integer({ min: -60, max: 60 }).map((steps) => AS_OF + steps * 15 * MINUTE),
  tier: fc.constantFrom(...MEMBER_TIERS),
  severity: fc.constantFrom(...SEVERITIES),
  priority: fc.constantFrom(...PRIORITIES),
  id: fc.stringMatching(/^[a-f]{2}$/),
})
type Facts = typeof facts extends fc.Arbitrary<infer F> ? F : never

const SHIPPED = SHIPPED_NUMBERS.queue
const HORIZON = SHIPPED.horizonMinutes * MINUTE

/** Leads that grow with weight, in coarse steps so that equal ones come up often; the horizon holds them or barely more. */
const numbers = fc
  .record({
    tiers: fc.array(fc.nat(5), { minLength: MEMBER_TIERS.length, maxLength: MEMBER_TIERS.length }),
    severities: fc.array(fc.nat(5), { minLength: SEVERITIES.length, maxLength: SEVERITIES.length }),
    more: fc.nat(8),
  })
  .map(({ tiers, severities, more }): Leads => {
    const [down, up] = [tiers.toSorted((a, b) => b - a), severities.toSorted((a, b) => a - b)]
    const tierLeads = Object.fromEntries(MEMBER_TIERS.map((tier, i) => [tier, (down[i] ?? 0) * 30]))
    const severityLeads = Object.fromEntries(SEVERITIES.map((one, i) => [one, (up[i] ?? 0) * 30]))
    return {
      horizonMinutes: Math.max(60, ((down[0] ?? 0) + (up.at(-1) ?? 0) + more) * 30),
      tierLeads: tierLeads as Record<MemberTier, number>,
      severityLeads: severityLeads as Record<Severity, number>,
    }
  })

const isPolicy = (leads: Leads) => queueNumbers.safeParse({ ...leads, source: SHIPPED.source }).success

const placeOf = (of: Facts, leads: Leads = SHIPPED): Place => ({
  priority: of.priority,
  queueAt: of.queueAt,
  rankAt: rankAt(of, leads),
  id: of.id,
})
const compare = comparePlaces('urgency', AS_OF, SHIPPED)

test('what ran out stands first, the longest late on top, whoever it is for', () => {
  const at = (queueAt: number, tier: Facts['tier'] = 'none') =>
    placeOf({ queueAt, tier, severity: 'general', priority: 'p3', id: String(queueAt) })
  const rows = [
    at(AS_OF - 3 * HOUR),
    at(AS_OF - HOUR, 'diamond'),
    at(AS_OF, 'none'),
    // Due in 100 minutes, it counts as 20 minutes late, and still it is not.
    at(AS_OF + 100 * MINUTE, 'diamond'),
    at(AS_OF + 20 * MINUTE),
    at(AS_OF + HORIZON),
    at(AS_OF + HORIZON + 1, 'diamond'),
  ]
  expect(rows.toReversed().sort(compare)).toEqual(rows)
})

test('the order is total: the same rows give the same list, however they came', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(facts, { selector: ({ id }) => id, maxLength: 30 }),
      fc.constantFrom(...WAIT_ORDERS),
      numbers,
      (list, order, leads) => {
        const by = comparePlaces(order, AS_OF, leads)
        const places = list.map((one) => placeOf(one, leads))
        const sorted = places.toSorted(by)
        expect(places.toReversed().sort(by)).toEqual(sorted)
        for (const [i, row] of sorted.entries())
          for (const later of sorted.slice(i + 1)) expect(by(row, later)).toBeLessThan(0)
      },
    ),
  )
})

test('of two rows of equal weight the one that is due later never stands first', () => {
  fc.assert(
    fc.property(facts, facts, numbers, ({ queueAt, id }, other, leads) => {
      const [one, two] = [placeOf({ ...other, queueAt, id }, leads), placeOf(other, leads)]
      if (one.queueAt < two.queueAt) expect(comparePlaces('urgency', AS_OF, leads)(one, two)).toBeLessThan(0)
    }),
  )
})

test('a higher tier or severity never stands lower, all else equal', () => {
  fc.assert(
    fc.property(
      ...([facts, fc.constantFrom(...MEMBER_TIERS), fc.constantFrom(...SEVERITIES), numbers] as const),
      (one, tier, severity, leads) => {
        const other = { ...one, tier, severity }
        const by = comparePlaces('urgency', AS_OF, leads)
        const isTierUp = TIER_RANK[tier] >= TIER_RANK[one.tier]
        const isGraver = SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(one.severity)
        if (!isTierUp || !isGraver) return
        expect(by(placeOf(other, leads), placeOf(one, leads))).toBeLessThanOrEqual(0)
        const sooner = leads.tierLeads[tier] + leads.severityLeads[severity]
        const isMore = sooner > leads.tierLeads[one.tier] + leads.severityLeads[one.severity]
        if (isMore) expect(by(placeOf({ ...other, id: 'zz' }, leads), placeOf(one, leads))).toBeLessThan(0)
      },
    ),
  )
})

test('what is late comes before what is not, and the stretches follow each other, whatever the numbers', () => {
  fc.assert(
    fc.property(facts, facts, numbers, (a, b, leads) => {
      const place = (at: number) => STRETCHES.indexOf(stretchOf(at, AS_OF, leads))
      if (a.queueAt <= b.queueAt) expect(place(a.queueAt)).toBeLessThanOrEqual(place(b.queueAt))
      const by = comparePlaces('urgency', AS_OF, leads)
      if (a.queueAt <= AS_OF && b.queueAt > AS_OF) expect(by(placeOf(a, leads), placeOf(b, leads))).toBeLessThan(0)
    }),
  )
})

test('a policy takes leads that grow with weight and together stay within the horizon, and no others', () => {
  expect([isPolicy(SHIPPED), SHIPPED.tierLeads.gold, SHIPPED.severityLeads.urgent]).toEqual([true, 60, 120])
  fc.assert(
    fc.property(numbers, (leads) => {
      const [diamond, urgent] = [leads.tierLeads.diamond, leads.severityLeads.urgent]
      expect(isPolicy(leads)).toBe(true)
      expect(isPolicy({ ...leads, horizonMinutes: diamond + urgent - 1 })).toBe(false)
      const silver = { ...leads, horizonMinutes: 2880, tierLeads: { ...leads.tierLeads, silver: diamond + 1 } }
      expect(isPolicy(silver)).toBe(false)
      const major = { ...leads, horizonMinutes: 2880, severityLeads: { ...leads.severityLeads, major: urgent + 1 } }
      expect(isPolicy(major)).toBe(false)
    }),
  )
})
