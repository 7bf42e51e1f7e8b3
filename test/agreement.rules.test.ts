import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreementOf, leaningOf, levelOf, outliersOf, type Scale, type Unit } from '../src/main/rules/agreement.ts'

/** Columns of raters as units; a dot is a value that is missing. */
const unitsOf = (...raters: string[]): Unit[] => {
  const rows = raters.map((row) => row.split(' ').map((one) => (one === '.' ? null : Number(one))))
  return (rows[0] ?? []).map((_, place) => rows.map((row) => row[place] ?? null))
}

/** K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example C: four observers, twelve units. */
const EXAMPLE_C = unitsOf(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
)

/** "Krippendorff's alpha", Wikipedia, A computational example: three coders, fifteen units. */
const THREE_CODERS = unitsOf(
  '. . . . . 3 4 1 2 1 1 3 3 . 3',
  '1 . 2 1 3 3 4 3 . . . . . . .',
  '. . 2 1 3 4 4 . 2 1 1 3 3 . 4',
)

test('the agreement of leads is what the published examples give', () => {
  expect(agreementOf(EXAMPLE_C, 'ordinal').alpha).toBeCloseTo(0.815, 3)
  expect(agreementOf(EXAMPLE_C, 'interval').alpha).toBeCloseTo(0.849, 3)
  expect(agreementOf(EXAMPLE_C, 'ordinal').paired).toBe(40)
  expect(agreementOf(THREE_CODERS, 'interval').alpha).toBeCloseTo(0.811, 3)
  expect(agreementOf(THREE_CODERS, 'interval').paired).toBe(26)
})

test('agreement from .8 on is good, from two thirds fair, below poor, and nothing is said where nothing varies', () => {
  expect([0.8, 0.79, 2 / 3, 0.66, -0.2, null].map(levelOf)).toEqual(['good', 'fair', 'fair', 'poor', 'poor', 'none'])
  expect(agreementOf(unitsOf('3 3 3', '3 3 3'), 'ordinal')).toEqual({ alpha: null, paired: 6 })
  expect(
    agreementOf(
      [
        [4, null],
        [null, 2],
      ],
      'interval',
    ),
  ).toEqual({ alpha: null, paired: 0 })
})

test('an outlier lies two marks or more from the median of the others, and needs two others', () => {
  const units = unitsOf('5 4 1', '4 4 5', '2 . 4')
  expect(outliersOf(units, 2)).toEqual([
    { unit: 0, rater: 0, value: 5, others: 3 },
    { unit: 0, rater: 2, value: 2, others: 4.5 },
    { unit: 2, rater: 0, value: 1, others: 4.5 },
    { unit: 2, rater: 1, value: 5, others: 2.5 },
  ])
  expect(leaningOf(unitsOf('90 80', '80 70'), 0)).toBe(5)
  expect(leaningOf([[3, null]], 0)).toBeNull()
})

const value = fc.option(fc.integer({ min: 0, max: 5 }), { nil: null })
const units = fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 })
const scale = fc.constantFrom<Scale>('ordinal', 'interval')

test('agreement never passes 1, is 1 only without any difference, and does not depend on who is named first', () => {
  fc.assert(
    fc.property(units, scale, (list, by) => {
      const { alpha, paired } = agreementOf(list, by)
      const mirrored = agreementOf(
        [...list].reverse().map((unit) => [...unit].reverse()),
        by,
      )
      expect(mirrored.paired).toBe(paired)
      if (alpha === null) {
        expect(mirrored.alpha).toBeNull()
        return
      }
      expect(mirrored.alpha).toBeCloseTo(alpha, 9)
      expect(alpha).toBeLessThanOrEqual(1)
      const differs = list.some((unit) => new Set(unit.filter((one) => one !== null)).size > 1)
      expect(Math.abs(alpha - 1) < 1e-12).toBe(!differs)
    }),
  )
})

test('only the distances count by interval: marks moved by the same step, or all doubled, agree as before', () => {
  fc.assert(
    fc.property(units, fc.integer({ min: 1, max: 9 }), (list, step) => {
      const moved = list.map((unit) => unit.map((one) => (one === null ? null : one * 2 + step)))
      const [before, after] = [agreementOf(list, 'interval').alpha, agreementOf(moved, 'interval').alpha]
      if (before === null) {
        expect(after).toBeNull()
        return
      }
      expect(after).toBeCloseTo(before, 9)
      // Ranks stay as they are whatever numbers carry them.
      const stretched = list.map((unit) => unit.map((one) => (one === null ? null : one ** 3)))
      expect(agreementOf(stretched, 'ordinal').alpha).toBeCloseTo(agreementOf(list, 'ordinal').alpha ?? Number.NaN, 9)
    }),
  )
})
