import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import shipped from '../resources/careers/ladder.json' with { type: 'json' }
import {
  canDecide,
  canPropose,
  checksOf,
  gapsOf,
  monthsBetween,
  postAbove,
  postOn,
  standingOf,
} from '../src/main/rules/career.ts'
import { adviceOn, hourLoads, minutesIn, neededFor } from '../src/main/rules/staff-load.ts'
import { ageBand, HIDDEN, LEAST_SHOWN, shownGroups } from '../src/main/rules/staff-structure.ts'
import { ladderBody } from '../src/shared/careers/model.ts'
import { ABILITIES, POSTS } from '../src/shared/careers/words.ts'
import { HOUR, MINUTE } from '../src/shared/time.ts'

describe('the career path', () => {
  test('as shipped goes from specialist to manager and asks for more at every step', () => {
    const { posts } = ladderBody.parse(shipped)
    expect(posts.map(({ post }) => post)).toEqual([...POSTS])
    for (const [place, { abilities }] of posts.entries())
      for (const ability of ABILITIES)
        expect(abilities[ability] ?? 0).toBeGreaterThanOrEqual(posts[place - 1]?.abilities[ability] ?? 0)
    expect(POSTS.map(postAbove)).toEqual(['senior', 'supervisor', 'manager', null])
  })

  test('a criterion is met by what is stored; what nothing is stored of is not met', () => {
    const evidence = { months: 12, exams: 79.9, quality: null, trainings: 2, certificates: 0 }
    expect(checksOf({ months: 12, exams: 80, quality: 85 }, evidence)).toEqual([
      { criterion: 'months', need: 12, have: 12, isMet: true },
      { criterion: 'exams', need: 80, have: 79.9, isMet: false },
      { criterion: 'quality', need: 85, have: null, isMet: false },
    ])
  })

  test('a gap is what the post asks for above what the person has', () => {
    const held = new Map([
      ['business', 3],
      ['english', 2],
    ] as const)
    expect(gapsOf({ business: 2, complaints: 3 }, held)).toEqual([
      { ability: 'business', need: 2, have: 3, missing: 0 },
      { ability: 'complaints', need: 3, have: 0, missing: 3 },
      { ability: 'english', need: 0, have: 2, missing: 0 },
    ])
  })

  test('the post of a day is the last one entered or approved that has taken effect', () => {
    const entered = { post: 'specialist', since: '2025-01-01' } as const
    const move = (toPost: (typeof POSTS)[number], effectiveDay: string, state = 'approved' as const) => ({
      ...{ toPost, effectiveDay, state },
    })
    const moves = [move('senior', '2026-01-01'), move('supervisor', '2026-10-01')]
    expect(postOn(entered, moves, '2026-09-30')).toEqual({ post: 'senior', since: '2026-01-01' })
    expect(postOn(entered, moves, '2026-10-01')).toEqual({ post: 'supervisor', since: '2026-10-01' })
    expect(postOn({ post: 'specialist', since: '2026-03-01' }, moves, '2026-09-30').post).toBe('specialist')
    expect(postOn(entered, [{ ...moves[0], state: 'proposed' } as never], '2026-09-30')).toEqual(entered)
  })

  test('whole months are counted', () => {
    expect(monthsBetween('2025-08-31', '2026-02-28')).toBe(6)
    expect(monthsBetween('2025-08-31', '2026-02-27')).toBe(5)
    expect(monthsBetween('2026-01-01', '2026-01-31')).toBe(0)
  })

  test('a promotion goes up, a move stays level, an adjustment goes down, one at a time', () => {
    for (const fromPost of POSTS)
      for (const toPost of POSTS) {
        const step = Math.sign(POSTS.indexOf(toPost) - POSTS.indexOf(fromPost))
        for (const kind of ['promotion', 'transfer', 'adjustment'] as const) {
          const allowed = { promotion: 1, transfer: 0, adjustment: -1 }[kind] === step
          expect(canPropose({ kind, fromPost, toPost, hasOpen: false }).allowed).toBe(allowed)
          expect(canPropose({ kind, fromPost, toPost, hasOpen: true })).toMatchObject({ rule: 'move-open' })
        }
      }
  })

  test('a second person decides: never whoever proposed, never whom it concerns', () => {
    const people = ['a', 'b', 'c']
    for (const proposedBy of people)
      for (const userId of people)
        for (const id of people) {
          const facts = { state: 'proposed', userId, proposedBy, actor: { id, role: 'manager' } } as const
          expect(canDecide(facts, 'manager').allowed).toBe(id !== proposedBy && id !== userId)
        }
    const lead = { state: 'proposed', userId: 'a', proposedBy: 'b', actor: { id: 'c', role: 'lead' } } as const
    expect(canDecide(lead, 'senior')).toEqual({ allowed: true })
    expect(canDecide(lead, 'supervisor')).toMatchObject({ rule: 'move-manager' })
    expect(canDecide({ ...lead, state: 'refused' }, 'senior')).toMatchObject({ rule: 'move-decided' })
  })

  test('a certificate is valid to its last day and is told of before', () => {
    const on = (day: string) => standingOf('2026-12-31', day, 30)
    expect(['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map(on)).toEqual([
      ...['valid', 'soon', 'soon', 'expired'],
    ])
    expect(standingOf(null, '2026-01-01')).toBe('valid')
  })
})

describe('the structure of the staff', () => {
  test('never shows a small group, nor lets one be worked out from the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('甲', '乙', '丙', '丁', '戊'), { maxLength: 40 }), (keys) => {
        const groups = shownGroups(keys)
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(keys.length)
        for (const { key, count } of groups) if (key !== HIDDEN) expect(count).toBeGreaterThanOrEqual(LEAST_SHOWN)
        const hidden = groups.find(({ key }) => key === HIDDEN)
        if (hidden && groups.length > 1) expect(hidden.count).toBeGreaterThanOrEqual(LEAST_SHOWN)
      }),
    )
  })

  test('one odd person hides with the next smallest group', () => {
    expect(shownGroups([...Array(5).fill('女'), ...Array(3).fill('男'), '未填'])).toEqual([
      { key: '女', count: 5 },
      { key: HIDDEN, count: 4 },
    ])
    expect([null, 2003, 1998, 1992, 1985, 1970].map((year) => ageBand(year, 2026))).toEqual([
      ...['unsaid', '-24', '25-29', '30-34', '35-44', '45+'],
    ])
  })
})

describe('shifts against load', () => {
  const span = fc.record({ startMinute: fc.nat(1439), endMinute: fc.integer({ min: 1, max: 1440 }) })

  test('a shift counts for its minutes, no more and no less, over midnight too', () => {
    fc.assert(
      fc.property(span, (one) => {
        const sum = Array.from({ length: 24 }, (_, hour) => minutesIn(hour, one)).reduce((a, b) => a + b, 0)
        const length = one.endMinute - one.startMinute
        expect(sum).toBe(one.startMinute < one.endMinute ? length : 1440 + length)
      }),
    )
  })

  test('more calls never need fewer people, and no calls need none', () => {
    expect(neededFor(0, 5 * MINUTE)).toBe(0)
    expect(neededFor(19.2, 5 * MINUTE)).toBe(2)
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1000, max: HOUR }), (calls, handling) => {
        expect(neededFor(calls + 1, handling)).toBeGreaterThanOrEqual(neededFor(calls, handling))
      }),
    )
  })

  test('hours with too few people are told, with an hour that has one to spare, none promised twice', () => {
    const counts = Array(24).fill(0)
    counts[9] = 40
    counts[10] = 160
    const day = { startMinute: 9 * 60, endMinute: 11 * 60 }
    const hours = hourLoads(counts, 4, 6 * MINUTE, [day, day, { startMinute: 14 * 60, endMinute: 15 * 60 }])
    expect(hours[9]).toEqual({ hour: 9, expected: 10, needed: 2, present: 2 })
    expect(hours[10]).toEqual({ hour: 10, expected: 40, needed: 5, present: 2 })
    expect(hours[14]).toEqual({ hour: 14, expected: 0, needed: 0, present: 1 })
    expect(adviceOn(hours)).toEqual([{ hour: 10, missing: 3, spareHour: 14 }])
  })
})
