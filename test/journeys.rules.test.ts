import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../src/main/rules/days.ts'
import {
  againAt,
  averagesOf,
  canMoveEmergency,
  canSettle,
  checkTemplate,
  firstAskAt,
  isPrepared,
  SHIPPED_TEMPLATE,
  trackingMoments,
} from '../src/main/rules/journey.ts'
import { dayAt } from '../src/main/rules/zone.ts'
import { ITEM_STATES } from '../src/shared/journeys/words.ts'
import { DAY, HOUR } from '../src/shared/time.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)
const texts = (moments: readonly number[]) =>
  moments.map((moment) => new Date(moment + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' '))

test('S4-60 the contacts of a trip follow its length: the first evening, regularly between, the last morning', () => {
  expect(texts(trackingMoments('2026-10-01', '2026-10-01'))).toEqual(['2026-10-01 19:00'])
  expect(texts(trackingMoments('2026-10-01', '2026-10-02'))).toEqual(['2026-10-01 19:00', '2026-10-02 10:00'])
  expect(texts(trackingMoments('2026-10-01', '2026-10-07'))).toEqual([
    '2026-10-01 19:00',
    '2026-10-03 10:00',
    '2026-10-05 10:00',
    '2026-10-07 10:00',
  ])
  expect(trackingMoments('2026-10-01', '2026-10-14')).toHaveLength(6)
  expect(trackingMoments('2026-10-01', '2026-10-30')).toHaveLength(7)
})

test('contacts rise, lie within the days of the trip and leave nobody alone for more than five days', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3650 }), fc.integer({ min: 1, max: 90 }), (offset, days) => {
      const startsOn = addDays('2026-01-01', offset)
      const endsOn = addDays(startsOn, days - 1)
      const moments = trackingMoments(startsOn, endsOn)
      const onDays = moments.map((moment) => dayAt('Asia/Shanghai', moment))
      expect(onDays[0]).toBe(startsOn)
      expect(onDays.at(-1)).toBe(endsOn)
      for (const [i, moment] of moments.entries()) {
        if (i === 0) continue
        const before = moments[i - 1] ?? 0
        expect(moment).toBeGreaterThan(before)
        expect(moment - before).toBeLessThanOrEqual(5 * DAY)
      }
    }),
  )
})

test('S4-15 a checklist is complete only when it has items and none of them is open', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ state: fc.constantFrom(...ITEM_STATES) })), (items) => {
      expect(isPrepared(items)).toBe(items.length > 0 && !items.some(({ state }) => state === 'open'))
    }),
  )
  expect(canSettle('open', 'notNeeded', '')).toMatchObject({ rule: 'journey-why-not' })
  expect(canSettle('open', 'notNeeded', '境内行程')).toEqual({ allowed: true })
  expect(canSettle('done', 'done', '')).toMatchObject({ rule: 'journey-is-so' })
})

test('S4-06 S4-59 a template speaks of visa, insurance, baggage, itinerary and guide, or it is refused', () => {
  expect(checkTemplate(SHIPPED_TEMPLATE)).toEqual({ allowed: true })
  for (const kind of ['visa', 'insurance', 'baggage', 'itinerary', 'guide'] as const)
    expect(checkTemplate(SHIPPED_TEMPLATE.filter((item) => item.kind !== kind))).toMatchObject({
      rule: 'journey-template-lacks',
    })
})

test('S4-19 the customer is asked the morning after the trip, and again every two days until there is an answer', () => {
  expect(texts([firstAskAt('2026-10-07', at('2026-10-07T09:00'))])).toEqual(['2026-10-08 10:00'])
  const late = at('2026-10-20T09:00')
  expect(firstAskAt('2026-10-07', late)).toBe(late + DAY)
  expect(againAt('afterSales', late)).toBe(late + 2 * DAY)
  expect(againAt('tracking', late)).toBe(late + 4 * HOUR)
})

test('nobody is tried again at night, and nobody waits longer for it than until the next morning', () => {
  const purpose = fc.constantFrom('tracking' as const, 'afterSales' as const)
  fc.assert(
    fc.property(purpose, fc.integer({ min: at('2026-01-01T00:00'), max: at('2036-01-01T00:00') }), (why, now) => {
      const again = againAt(why, now)
      const minute = Math.floor(((again + 8 * HOUR) % DAY) / 60_000)
      expect(minute).toBeGreaterThanOrEqual(9 * 60)
      expect(minute).toBeLessThanOrEqual(21 * 60)
      const wanted = now + (why === 'tracking' ? 4 * HOUR : 2 * DAY)
      expect(again).toBeGreaterThanOrEqual(wanted)
      expect(again - wanted).toBeLessThanOrEqual(12 * HOUR)
    }),
  )
})

test('S4-61 an emergency ends only when something was done, and an ended one stays ended', () => {
  expect(canMoveEmergency('open', 'controlled', 0)).toEqual({ allowed: true })
  expect(canMoveEmergency('controlled', 'open', 3)).toEqual({ allowed: true })
  expect(canMoveEmergency('open', 'ended', 0)).toMatchObject({ rule: 'journey-no-deed' })
  expect(canMoveEmergency('controlled', 'ended', 1)).toEqual({ allowed: true })
  expect(canMoveEmergency('ended', 'open', 1)).toMatchObject({ rule: 'journey-emergency-ended' })
})

const rating = fc.record({
  kind: fc.constantFrom('guide', 'hotel'),
  name: fc.constantFrom('测试旅行社', '测试酒店'),
  person: fc.constantFrom('', '测试导游甲'),
  score: fc.integer({ min: 1, max: 5 }),
  text: fc.constant('测试评价'),
  ratedAt: fc.integer({ min: 0, max: 1_000_000 }),
})

test('S4-17 each who served has the mean of what was given, and no rating is lost or counted twice', () => {
  fc.assert(
    fc.property(fc.array(rating), (ratings) => {
      const rows = averagesOf(ratings)
      expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(ratings.length)
      expect(new Set(rows.map(({ kind, name, person }) => `${kind} ${name} ${person}`)).size).toBe(rows.length)
      for (const row of rows) {
        const own = ratings.filter((r) => r.kind === row.kind && r.name === row.name && r.person === row.person)
        expect(row.average).toBeCloseTo(own.reduce((sum, { score }) => sum + score, 0) / own.length, 2)
        expect(row.lowest).toBe(Math.min(...own.map(({ score }) => score)))
      }
    }),
  )
})
