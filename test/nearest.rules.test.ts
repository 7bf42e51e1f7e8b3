import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestOf, nearOnes, slipsAllowed, slipsBetween } from '../src/main/rules/nearest.ts'
import { near } from '../src/main/rules/typos.ts'

const letters = fc.stringMatching(/^[abc]{0,10}$/)

test('one slip is forgiven from four letters on, two from eight; numbers and flights none', () => {
  expect(['hu7', 'hu7609', '1381', '行李', 'Bag'].map(slipsAllowed)).toEqual([0, 0, 0, 0, 0])
  expect(['bag', 'bags', 'luggage', 'suitcase'].map(slipsAllowed)).toEqual([0, 1, 1, 2])
})

test('a letter left out, put in or mistaken, or two changed over, is one slip', () => {
  const slips = ['ouyang', 'oyang', 'ouyyang', 'ouyamg', 'ouayng', 'oayng'].map((word) =>
    slipsBetween(word, 'ouyang', 2),
  )
  expect(slips).toEqual([0, 1, 1, 1, 1, 2])
})

test('slips are the same both ways, none between equal words, and never more than the longer word', () => {
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      const slips = slipsBetween(a, b, 20)
      expect(slips).toBe(slipsBetween(b, a, 20))
      expect(slips === 0).toBe(a === b)
      expect(slips).toBeLessThanOrEqual(Math.max(a.length, b.length))
    }),
  )
})

test('every word that the list of single slips names is one slip away', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{4,8}$/), (word) => {
      for (const other of near(word)) expect(slipsBetween(word, other, 2)).toBe(1)
    }),
    { numRuns: 20 },
  )
})

test('the nearest known word is meant, the first of the alphabet among equals, none beyond what is forgiven', () => {
  expect(nearestOf('whelchair', ['wheel', 'wheelchair', 'wheelchairs'])).toBe('wheelchair')
  expect(nearestOf('bagz', ['bags', 'bagg'])).toBe('bagg')
  expect(nearestOf('refnd', ['refundable'])).toBeUndefined()
  expect(nearestOf('bag', ['bags'])).toBeUndefined()
})

test('of known names those within two slips are found, the nearest first, and none that is further', () => {
  expect(nearOnes('chirstopherandersen', ['christopherandersen', 'christopheranderson', 'christinaanders'])).toEqual([
    'christopherandersen',
    'christopheranderson',
  ])
  const letters = fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 8, maxLength: 12 })
  const slip = fc.tuple(fc.constantFrom('out', 'in', 'other', 'over'), fc.nat(30), fc.constantFrom(...'abcdez'))
  const slipped = (word: string, [how, where, letter]: [string, number, string]) => {
    const at = where % word.length
    const [head, tail] = [word.slice(0, at), word.slice(at)]
    if (how === 'out') return head + tail.slice(1)
    if (how === 'in') return head + letter + tail
    if (how === 'other') return head + letter + tail.slice(1)
    return tail.length < 2 ? word : head + tail[1] + tail[0] + tail.slice(2)
  }
  fc.assert(
    fc.property(letters, slip, slip, fc.array(letters, { maxLength: 8 }), (name, first, second, others) => {
      const typed = slipped(slipped(name, first), second)
      const found = nearOnes(typed, [...others, name])
      const most = slipsAllowed(typed)
      // A letter touched twice by changing over may count as three.
      if (slipsBetween(typed, name, 3) <= most) expect(found).toContain(name)
      expect(found).toEqual([...new Set(found)])
      const counts = found.map((one) => slipsBetween(typed, one, 4))
      expect(counts).toEqual(counts.toSorted((a, b) => a - b))
      expect(counts.every((count) => count <= most)).toBe(true)
      expect([...others, name].filter((one) => slipsBetween(typed, one, 4) <= most && !found.includes(one))).toEqual([])
    }),
  )
})
