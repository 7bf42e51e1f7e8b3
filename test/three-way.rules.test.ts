import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedParts, threeWay } from '../src/shared/three-way.ts'

const word = fc.constantFrom('甲', '乙', '丙')
const ticks = fc.record({ fair: fc.boolean(), timely: fc.boolean() })
const rows = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', '3'), limit: word }), {
  selector: ({ id }) => id,
})
const plan = fc.record({ measures: word, demand: word, miles: fc.integer({ min: 0, max: 2 }), ticks, rows })
const three = fc.tuple(plan, plan, plan)

test('who changed nothing has what the other saved, and nobody else’s change leaves one’s own', () => {
  fc.assert(
    fc.property(plan, plan, (base, changed) => {
      expect(threeWay(base, base, changed)).toEqual(changed)
      expect(threeWay(base, changed, base)).toEqual(changed)
      expect(threeWay(base, changed, changed)).toEqual(changed)
    }),
  )
})

test('of every single part the only change is kept, and of two changes the writer’s', () => {
  fc.assert(
    fc.property(three, ([base, mine, theirs]) => {
      const merged = threeWay(base, mine, theirs)
      for (const name of ['measures', 'demand', 'miles'] as const)
        expect(merged[name]).toBe(mine[name] === base[name] ? theirs[name] : mine[name])
      for (const name of ['fair', 'timely'] as const)
        expect(merged.ticks[name]).toBe(mine.ticks[name] === base.ticks[name] ? theirs.ticks[name] : mine.ticks[name])
    }),
  )
})

test('rows with an id are merged one by one: added, changed and dropped by either', () => {
  const limitOf = (list: readonly { id: string; limit: string }[], id: string) =>
    list.find((row) => row.id === id)?.limit
  fc.assert(
    fc.property(three, ([base, mine, theirs]) => {
      const merged = threeWay(base, mine, theirs)
      for (const id of ['a', 'b', '3']) {
        const [was, own, other] = [base, mine, theirs].map((one) => limitOf(one.rows, id))
        expect(limitOf(merged.rows, id)).toBe(own === was ? other : own)
      }
    }),
  )
})

test('a list without ids and a value of several parts are taken whole, never half from each', () => {
  const base = { grounds: ['a', 'b'], rules: [{ id: 'confirm', name: '确认', limit: { unit: 'minutes', amount: 30 } }] }
  const rule = base.rules[0] ?? { id: '', name: '', limit: { unit: '', amount: 0 } }
  const mine = { grounds: ['a'], rules: [{ ...rule, limit: { unit: 'minutes', amount: 45 } }] }
  const theirs = { grounds: ['b'], rules: [{ ...rule, name: '客户确认', limit: { unit: 'hours', amount: 30 } }] }
  expect(threeWay(base, mine, theirs)).toEqual({
    grounds: ['a'],
    rules: [{ id: 'confirm', name: '客户确认', limit: { unit: 'minutes', amount: 45 } }],
  })
})

test('what somebody else changed is named, and what both changed otherwise is marked', () => {
  const base = { measures: '甲', demand: '甲', deadline: 1, ticks: { fair: false, timely: false } }
  const mine = { ...base, measures: '乙', deadline: 3, ticks: { fair: true, timely: false } }
  const theirs = { ...base, measures: '丙', demand: '乙', deadline: 3 }
  expect(changedParts(base, mine, theirs)).toEqual([
    { name: 'measures', isBoth: true },
    { name: 'demand', isBoth: false },
    { name: 'deadline', isBoth: false },
  ])
  fc.assert(
    fc.property(three, ([first, own, other]) => {
      const named = changedParts(first, own, other).map(({ name }) => name)
      for (const name of ['measures', 'demand', 'miles'] as const)
        expect(named.includes(name)).toBe(other[name] !== first[name])
    }),
  )
})
