import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { churnOf } from '../src/main/rules/business-churn.ts'
import { toneOf } from '../src/main/rules/contact-tone.ts'
import { proposeTypes, type TypeFacts } from '../src/main/rules/customer-type.ts'
import { canMerge, familyIn, type MergeLink, rootOf } from '../src/main/rules/member-merge.ts'
import { daysToBirthday } from '../src/main/rules/member-warnings.ts'
import { timelinessOf } from '../src/main/rules/wish.ts'
import { kinState } from '../src/shared/kin/model.ts'
import { loyaltyOf } from '../src/shared/members/loyalty.ts'
import { DAY, HOUR } from '../src/shared/time.ts'

const file = fc.integer({ min: 0, max: 7 }).map((n) => `m${n}`)
const deed = fc.oneof(
  fc.record({ kind: fc.constant('merge' as const), winnerId: file, loserId: file }),
  fc.record({ kind: fc.constant('undo' as const), at: fc.nat(20) }),
)

describe('files of one person', () => {
  test('merging and undoing in any order keeps every file in exactly one person, and leads nobody in a circle', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        let links: MergeLink[] = []
        for (const one of deeds) {
          if (one.kind === 'undo') links = links.filter((_, i) => i !== one.at % Math.max(1, links.length))
          else if (canMerge(links, one).allowed) {
            const before = links
            const parted = (ids: MergeLink[]) => new Map(FILES.map((id) => [id, familyIn(ids, id).toSorted()]))
            const winners = familyIn(before, one.winnerId)
            const losers = familyIn(before, one.loserId)
            links = [...before, { winnerId: one.winnerId, loserId: one.loserId }]
            expect(familyIn(links, one.winnerId).toSorted()).toEqual([...winners, ...losers].toSorted())
            // Taking the link away gives back exactly what was.
            expect(parted(links.slice(0, -1))).toEqual(parted(before))
          }
          for (const id of FILES) {
            const root = rootOf(links, id)
            expect(rootOf(links, root)).toBe(root)
            expect(familyIn(links, id)).toContain(id)
            expect(familyIn(links, id)[0]).toBe(root)
            expect(new Set(familyIn(links, id)).size).toBe(familyIn(links, id).length)
          }
        }
      }),
    )
  })

  test('a file is not merged with itself, nor when it leads elsewhere already', () => {
    const links = [{ winnerId: 'm1', loserId: 'm2' }]
    expect(canMerge(links, { winnerId: 'm1', loserId: 'm1' })).toMatchObject({ rule: 'merge-same-file' })
    expect(canMerge(links, { winnerId: 'm3', loserId: 'm2' })).toMatchObject({ rule: 'merge-loser-merged' })
    expect(canMerge(links, { winnerId: 'm2', loserId: 'm3' })).toMatchObject({ rule: 'merge-winner-merged' })
    expect(canMerge(links, { winnerId: 'm3', loserId: 'm1' })).toEqual({ allowed: true })
  })
})
const FILES = Array.from({ length: 8 }, (_, n) => `m${n}`)

const NOBODY: TypeFacts = { trips: [], segments: 0, spendFen: 0, companies: 0, hasChild: false, saidTrips: [] }
const trip = (day: string, isTogether = false) => ({ day, isTogether })

test('S4-74 types are proposed from data with their grounds: business, leisure, family, frequent, high spend', () => {
  const typesOf = (facts: Partial<TypeFacts>) => proposeTypes({ ...NOBODY, ...facts }).map(({ type }) => type)
  expect(typesOf({})).toEqual([])
  expect(typesOf({ companies: 1 })).toEqual(['business'])
  expect(typesOf({ saidTrips: ['nature'] })).toEqual(['leisure'])
  expect(typesOf({ hasChild: true })).toEqual(['family'])
  expect(typesOf({ segments: 24, spendFen: 5_000_000 })).toEqual(['frequent', 'highValue'])
  // 2026-09-21 is a Monday, 2026-09-26 a Saturday.
  expect(typesOf({ trips: ['2026-09-21', '2026-09-22', '2026-09-23'].map((day) => trip(day)) })).toEqual(['business'])
  expect(typesOf({ trips: [trip('2026-09-26', true), trip('2026-09-27', true), trip('2026-09-23')] })).toEqual([
    'leisure',
    'family',
  ])
  expect(proposeTypes({ ...NOBODY, segments: 30 })).toEqual([
    { type: 'frequent', grounds: [{ ground: 'segments', value: 30, atLeast: 24 }] },
  ])
})

test('S3-124 loyalty is computed from activity, tenure, repeat purchase and satisfaction, with its parts', () => {
  expect(loyaltyOf({ segments: 24, tenureMonths: 120, activeMonths: 12, satisfaction: 5 }).score).toBe(100)
  expect(loyaltyOf({ segments: 0, tenureMonths: 0, activeMonths: 0, satisfaction: null }).score).toBe(0)
  expect(loyaltyOf({ segments: 12, tenureMonths: 60, activeMonths: 6, satisfaction: 4 })).toEqual({
    // 50×0.35 + 50×0.2 + 50×0.25 + 75×0.2
    score: 55,
    parts: [
      { part: 'activity', value: 12, points: 50, weight: 0.35 },
      { part: 'tenure', value: 60, points: 50, weight: 0.2 },
      { part: 'repeat', value: 6, points: 50, weight: 0.25 },
      { part: 'satisfaction', value: 4, points: 75, weight: 0.2 },
    ],
  })
  fc.assert(
    fc.property(
      fc.record({
        segments: fc.nat(200),
        tenureMonths: fc.nat(600),
        activeMonths: fc.nat(12),
        satisfaction: fc.option(fc.double({ min: 1, max: 5, noNaN: true })),
      }),
      (facts) => {
        const { score, parts } = loyaltyOf(facts)
        const weights = parts.reduce((sum, { weight }) => sum + weight, 0)
        expect(weights).toBeCloseTo(1)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        // More of anything never makes somebody less loyal.
        expect(loyaltyOf({ ...facts, segments: facts.segments + 1 }).score).toBeGreaterThanOrEqual(score)
      },
    ),
  )
})

test('S5-45 churn is the share of the companies active a year ago that are not any more; loyalty their mean', () => {
  const company = (name: string, wasActive: boolean, isActive: boolean, loyalty: number | null) => ({
    ...{ id: name, name, travellers: 1, wasActive, isActive, loyalty },
  })
  const all = [company('A', true, true, 80), company('B', true, false, 20), company('C', false, true, null)]
  expect(churnOf(all)).toMatchObject({ before: 2, lost: 1, gained: 1, active: 2, churn: 0.5, loyalty: 50 })
  expect(churnOf([])).toMatchObject({ churn: null, loyalty: null })
})

test('S4-80 the time taken to pass information on is measured from said to written down to seen', () => {
  const now = 10 * DAY
  const passed = [
    { saidAt: 0, recordedAt: HOUR, seenAt: 3 * HOUR },
    { saidAt: 0, recordedAt: 2 * HOUR, seenAt: 2 * HOUR + 2 * DAY },
    { saidAt: 0, recordedAt: 3 * HOUR, seenAt: null },
    { saidAt: now, recordedAt: now, seenAt: null },
  ]
  expect(timelinessOf(passed, now)).toEqual({
    count: 4,
    medianToRecord: HOUR,
    seen: 2,
    medianToSee: 2 * HOUR,
    withinDay: 1 / 3,
    unseen: 2,
  })
})

test('a tone is what a person noted, else what the customer answered, else how the contact ended', () => {
  const facts = { mood: null, answer: null, isComplaint: false, wasMissed: false }
  expect(toneOf({ ...facts, mood: 'angry', answer: 5 })).toEqual({ tone: 'upset', toneFrom: 'mood' })
  expect(toneOf({ ...facts, answer: 5, isComplaint: true })).toEqual({ tone: 'good', toneFrom: 'answer' })
  expect(toneOf({ ...facts, isComplaint: true })).toEqual({ tone: 'upset', toneFrom: 'result' })
  expect(toneOf({ ...facts, wasMissed: true }).tone).toBe('worried')
})

test('an authority counts from its first to its last day until it is ended', () => {
  const term = { fromDay: '2026-01-10', untilDay: '2026-01-20', endedAt: null }
  const states = ['2026-01-09', '2026-01-10', '2026-01-20', '2026-01-21'].map((day) => kinState(term, day))
  expect(states).toEqual(['future', 'inForce', 'inForce', 'expired'])
  expect(kinState({ ...term, endedAt: 1 }, '2026-01-15')).toBe('ended')
})

test('a birthday comes round every year, that of 29 February on 1 March in other years', () => {
  expect(daysToBirthday('1985-03-15', '2026-03-15')).toBe(0)
  expect(daysToBirthday('1985-01-01', '2026-12-31')).toBe(1)
  expect(daysToBirthday('2000-02-29', '2026-02-28')).toBe(1)
  expect(daysToBirthday('2000-02-29', '2028-02-28')).toBe(1)
})
