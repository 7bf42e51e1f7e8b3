import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  comparePlaces,
  HORIZON,
  type Place,
  rankAt,
  SEVERITY_LEADS,
  STRETCHES,
  stretchOf,
  TIER_LEADS,
} from '../src/main/rules/urgency.ts'
import { PRIORITIES, SEVERITIES } from '../src/shared/cases/words.ts'
import { MEMBER_TIERS, TIER_RANK } from '../src/shared/tiers/model.ts'
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

const placeOf = (of: Facts): Place => ({ priority: of.priority, queueAt: of.queueAt, rankAt: rankAt(of), id: of.id })
const compare = comparePlaces('urgency', AS_OF)

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
      (list, order) => {
        const by = comparePlaces(order, AS_OF)
        const sorted = list.map(placeOf).sort(by)
        expect(list.map(placeOf).toReversed().sort(by)).toEqual(sorted)
        for (const [i, row] of sorted.entries())
          for (const later of sorted.slice(i + 1)) expect(by(row, later)).toBeLessThan(0)
      },
    ),
  )
})

test('of two rows of equal weight the one that is due later never stands first', () => {
  fc.assert(
    fc.property(facts, facts, ({ queueAt, id }, other) => {
      const [one, two] = [placeOf({ ...other, queueAt, id }), placeOf(other)]
      if (one.queueAt < two.queueAt) expect(compare(one, two)).toBeLessThan(0)
    }),
  )
})

test('a higher tier or severity never stands lower, all else equal', () => {
  fc.assert(
    fc.property(facts, fc.constantFrom(...MEMBER_TIERS), fc.constantFrom(...SEVERITIES), (one, tier, severity) => {
      const other = { ...one, tier, severity }
      const isTierUp = TIER_RANK[tier] >= TIER_RANK[one.tier]
      const isGraver = SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(one.severity)
      if (isTierUp && isGraver) expect(compare(placeOf(other), placeOf(one))).toBeLessThanOrEqual(0)
      const strictly = isTierUp && isGraver && (tier !== one.tier || severity !== one.severity)
      if (strictly) expect(compare(placeOf({ ...other, id: 'zz' }), placeOf(one))).toBeLessThan(0)
    }),
  )
})

test('a lead is never longer than the horizon, and the stretches follow each other', () => {
  expect(TIER_LEADS.diamond + SEVERITY_LEADS.urgent).toBeLessThanOrEqual(HORIZON)
  fc.assert(
    fc.property(facts, facts, ({ queueAt: a }, { queueAt: b }) => {
      const place = (at: number) => STRETCHES.indexOf(stretchOf(at, AS_OF))
      if (a <= b) expect(place(a)).toBeLessThanOrEqual(place(b))
    }),
  )
})
