import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  canMoveAction,
  type Offer,
  type PriceRule,
  quote,
  runningOffers,
  versionOn,
} from '../src/shared/products/rules.ts'
import { ACTION_STATES } from '../src/shared/products/words.ts'
import { MEMBER_TIERS } from '../src/shared/tiers/model.ts'

const days = ['2026-09-01', '2026-09-15', '2026-10-01', '2026-10-08', '2026-12-31'] as const
const day = fc.constantFrom(...days)
const tier = fc.constantFrom(...MEMBER_TIERS)
const id = fc.uuid()
const span = fc.tuple(day, fc.option(day)).map(([fromDay, toDay]) => ({ fromDay, toDay }))
const base = fc.record({ id, span, fen: fc.integer({ min: 0, max: 10_000_000 }) }).map(
  ({ id: key, span: { fromDay, toDay }, fen }): PriceRule => ({
    ...{ id: key, kind: 'base', name: 'b', fromDay, toDay, tier: null, fen, permille: null },
  }),
)
const change = fc.record({ id, span, permille: fc.integer({ min: 1, max: 3000 }), tier: fc.option(tier) }).map(
  ({ id: key, span: { fromDay, toDay }, permille, tier: of }): PriceRule => ({
    ...{ id: key, kind: of === null ? 'season' : 'tier', name: 'c', fromDay, toDay, tier: of, fen: null, permille },
  }),
)
const offer = fc
  .record({
    ...{ id, fromDay: day, toDay: day, tiers: fc.uniqueArray(tier) },
    off: fc.oneof(
      fc.integer({ min: 1, max: 999 }).map((permille) => ({ permille, fenOff: null })),
      fc.integer({ min: 1, max: 1_000_000 }).map((fenOff) => ({ permille: null, fenOff })),
    ),
  })
  .map(({ off, ...rest }): Offer => ({ ...rest, ...off, title: 'o' }))
const asked = fc.record({ day, tier, quantity: fc.integer({ min: 1, max: 99 }) })
const rules = fc.array(fc.oneof(base, change), { maxLength: 8 })
const offers = fc.array(offer, { maxLength: 5 })

test('S4-48 the lines of a quote add up to its total, which is whole fen, never negative, whatever the order of the rules', () => {
  fc.assert(
    fc.property(rules, offers, asked, (list, running, question) => {
      const answer = quote(list, running, question)
      const hasBase = list.some(
        ({ kind, fromDay, toDay }) =>
          kind === 'base' && fromDay <= question.day && (toDay === null || question.day <= toDay),
      )
      expect(answer !== null).toBe(hasBase)
      if (!answer) return
      expect(answer.lines.reduce((sum, { fen }) => sum + fen, 0)).toBe(answer.totalFen)
      expect(Number.isSafeInteger(answer.totalFen) && answer.totalFen >= 0).toBe(true)
      expect(quote([...list].reverse(), [...running].reverse(), question)).toEqual(answer)
    }),
  )
})

test('an offer never makes anything dearer, and of all that run the one that saves the most goes', () => {
  fc.assert(
    fc.property(rules, offers, asked, (list, running, question) => {
      const without = quote(list, [], question)
      const best = quote(list, running, question)
      if (!without || !best) return
      expect(best.totalFen).toBeLessThanOrEqual(without.totalFen)
      for (const one of runningOffers(running, question.day, question.tier))
        expect(best.totalFen).toBeLessThanOrEqual(quote(list, [one], question)?.totalFen ?? 0)
    }),
  )
})

test('the newest rule that has begun goes: a price that ended or is yet to come does not count', () => {
  const rule = (more: Partial<PriceRule>): PriceRule => ({
    ...{ id: 'a', kind: 'base', name: '价', fromDay: '2026-09-01', toDay: null, tier: null, fen: 100, permille: null },
    ...more,
  })
  const list = [rule({}), rule({ id: 'b', fromDay: '2026-10-01', fen: 200, toDay: '2026-10-08' })]
  const on = (when: string) => quote(list, [], { day: when, tier: 'none', quantity: 1 })?.totalFen
  expect(['2026-08-31', '2026-09-30', '2026-10-01', '2026-10-08', '2026-10-09'].map(on)).toEqual([
    undefined,
    100,
    200,
    200,
    100,
  ])
})

test('S4-46 what a product is on a day is the version that began last; of those of one day the newest', () => {
  const versions = fc
    .array(day, { minLength: 1, maxLength: 6 })
    .map((list) => list.map((fromDay, place) => ({ version: place + 1, fromDay, state: 'offered' as const })))
  fc.assert(
    fc.property(versions, day, (list, when) => {
      const standing = versionOn(list, when)
      const begun = list.filter(({ fromDay }) => fromDay <= when)
      expect(standing === null).toBe(begun.length === 0)
      for (const one of begun)
        expect(
          one.fromDay < (standing?.fromDay ?? '') ||
            (one.fromDay === standing?.fromDay && one.version <= standing.version),
        ).toBe(true)
    }),
  )
})

test('S4-47 an action goes forward only, and nothing ends without what came of it', () => {
  const allowed = ACTION_STATES.flatMap((from) =>
    ACTION_STATES.filter((to) => canMoveAction(from, to, '结果').allowed).map((to) => `${from}>${to}`),
  )
  expect(allowed).toEqual(['planned>running', 'planned>done', 'planned>dropped', 'running>done', 'running>dropped'])
  expect(canMoveAction('running', 'done', '  ')).toMatchObject({ rule: 'action-no-result' })
})
