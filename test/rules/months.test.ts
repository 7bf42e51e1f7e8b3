import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shiftMonth } from '../../src/main/rules/days.ts'
import { monthAt } from '../../src/main/rules/zone.ts'

test('a moment lies in the month of the wall it is seen on', () => {
  const at = Date.parse('2026-09-30T16:00:00Z')
  expect([monthAt('Asia/Shanghai', at), monthAt('Asia/Shanghai', at - 1), monthAt('UTC', at)]).toEqual([
    '2026-10',
    '2026-09',
    '2026-09',
  ])
})

test('months go on over the turn of the year, and back again', () => {
  expect([shiftMonth('2026-12', 1), shiftMonth('2026-01', -1), shiftMonth('2026-03', -25)]).toEqual([
    '2027-01',
    '2025-12',
    '2024-02',
  ])
  const month = fc
    .tuple(fc.integer({ min: 1980, max: 2100 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`)
  fc.assert(
    fc.property(month, fc.integer({ min: -100, max: 100 }), (one, count) => {
      expect(shiftMonth(shiftMonth(one, count), -count)).toBe(one)
      expect(shiftMonth(one, count) > one).toBe(count > 0)
    }),
  )
})
