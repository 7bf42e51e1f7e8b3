import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canCloseOverPromises, checkPromise, keptAs, nextCheckOf, warnAt } from '../src/shared/promises/rules.ts'

const term = fc
  .record({ termFrom: fc.integer({ min: 0, max: 1e12 }), length: fc.integer({ min: 1, max: 1e10 }) })
  .map(({ termFrom, length }) => ({ termFrom, dueAt: termFrom + length, warnedAt: null, overdueAt: null }))

test('a warning comes before the due time and never before the promise', () => {
  fc.assert(
    fc.property(term, (one) => {
      expect(warnAt(one)).toBeGreaterThanOrEqual(one.termFrom)
      expect(warnAt(one)).toBeLessThan(one.dueAt)
    }),
  )
})

test('whatever was missed is told with its true moment, once, however often somebody looks', () => {
  fc.assert(
    fc.property(term, fc.array(fc.integer({ min: 0, max: 2e12 }), { minLength: 1, maxLength: 6 }), (one, looks) => {
      const last = Math.max(...looks)
      let stepwise: Parameters<typeof checkPromise>[0] = one
      for (const now of looks.sort((a, b) => a - b)) stepwise = { ...stepwise, ...checkPromise(stepwise, now) }
      expect(stepwise).toEqual({ ...one, ...checkPromise(one, last) })
      const next = nextCheckOf(stepwise)
      expect(next === null).toBe(last > one.dueAt)
    }),
  )
})

test('kept in time up to the due moment itself, late after it', () => {
  expect([keptAs(100, 99), keptAs(100, 100), keptAs(100, 101)]).toEqual(['kept', 'kept', 'late'])
})

test('a case is ended only when no promise stands', () => {
  expect([canCloseOverPromises(0), canCloseOverPromises(2)]).toEqual([
    { allowed: true },
    { allowed: false, rule: 'case-promise-stands', params: { count: 2 } },
  ])
})
