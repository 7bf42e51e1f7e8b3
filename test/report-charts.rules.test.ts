import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { controlOf, paretoOf } from '../src/shared/reports/charts.ts'

describe('a trend with control limits', () => {
  test('a quiet month has no day out of the ordinary, the day of a storm is one', () => {
    const quiet = [4, 5, 3, 4, 6, 5, 4, 3, 5, 4, 4, 5]
    expect(controlOf(quiet)?.over).toEqual(quiet.map(() => false))
    const storm = controlOf([...quiet, 25])
    expect(storm?.over).toEqual([...quiet.map(() => false), true])
    expect(storm?.mean).toBeCloseTo(5.92, 2)
  })

  test('fewer than eight stretches and stretches without anything have none', () => {
    expect([controlOf([1, 2, 3, 4, 5, 6, 7]), controlOf(Array.from({ length: 12 }, () => 0))]).toEqual([
      undefined,
      undefined,
    ])
  })

  test('the limits hold the mean, are never negative, and are never narrower than chance alone', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 8, maxLength: 40 })
    fc.assert(
      fc.property(counts, (values) => {
        const chart = controlOf(values)
        if (!chart) return expect(values.every((one) => one === 0) || values.length < 8).toBe(true)
        const { mean, upper, lower, over } = chart
        expect(lower >= 0 && lower <= mean && mean <= upper).toBe(true)
        expect(upper - mean).toBeGreaterThanOrEqual(3 * Math.sqrt(mean) - 1e-9)
        expect(over).toEqual(values.map((one) => one > upper || one < lower))
      }),
    )
  })
})

describe('causes after Pareto', () => {
  test('the few that make four fifths are marked, each with what it and those before it make', () => {
    const rows = [
      { key: 'a', count: 50 },
      { key: 'b', count: 5 },
      { key: 'c', count: 35 },
      { key: 'd', count: 10 },
    ]
    expect(paretoOf(rows, 100)).toEqual([
      { key: 'a', count: 50, cumulative: 0.5, isVital: true },
      { key: 'c', count: 35, cumulative: 0.85, isVital: true },
      { key: 'd', count: 10, cumulative: 0.95, isVital: false },
      { key: 'b', count: 5, cumulative: 1, isVital: false },
    ])
  })

  test('what is marked reaches four fifths, and without its last one it would not', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ count: fc.integer({ min: 1, max: 1000 }) }), { minLength: 1 }), (rows) => {
        const whole = rows.reduce((sum, { count }) => sum + count, 0)
        const pareto = paretoOf(rows, whole)
        const vital = pareto.filter(({ isVital }) => isVital)
        const sum = vital.reduce((total, { count }) => total + count, 0)
        expect(sum).toBeGreaterThanOrEqual(0.8 * whole)
        expect(sum - (vital.at(-1)?.count ?? 0)).toBeLessThan(0.8 * whole)
        expect(pareto.at(-1)?.cumulative).toBeCloseTo(1, 9)
      }),
    )
  })
})
