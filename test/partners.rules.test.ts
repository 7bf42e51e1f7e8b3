import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canMoveWork, canVerify, compareSuppliers, complaintsAbout, warningOf } from '../src/shared/partners/rules.ts'
import { canShare, fieldsFor, purposesOf, SHARE_FIELDS, type ShareAsked } from '../src/shared/partners/sharing.ts'
import { PARTNER_KINDS, SERVICE_ITEMS, SHARE_PURPOSES, WORK_STATES } from '../src/shared/partners/words.ts'

const ASKED: ShareAsked = {
  partner: { kind: 'hotel', state: 'active' },
  purpose: 'stay',
  fields: ['name', 'mobile'],
  memberStatus: 'active',
  onPartner: { given: true, at: 10, fields: ['name', 'title', 'language', 'mobile'] },
  onThirdParty: null,
}
const verdict = (more: Partial<ShareAsked>) => canShare({ ...ASKED, ...more })

test('S4-79 a partner gets no field that the purpose does not need, whoever asks', () => {
  const fields = fc.uniqueArray(fc.constantFrom(...SHARE_FIELDS), { minLength: 1 })
  fc.assert(
    fc.property(
      fc.constantFrom(...SHARE_PURPOSES),
      fields,
      fc.constantFrom(...PARTNER_KINDS),
      (purpose, asked, kind) => {
        const onPartner = { given: true, at: 10, fields: SHARE_FIELDS }
        const { allowed } = verdict({ purpose, fields: asked, partner: { kind, state: 'active' }, onPartner })
        const isNeeded = asked.every((field) => fieldsFor(purpose).includes(field))
        expect(allowed).toBe(isNeeded && purposesOf(kind).includes(purpose))
      },
    ),
  )
})

test('S4-79 without a standing separate yes to this partner nothing is shared', () => {
  const rule = (more: Partial<ShareAsked>) => {
    const decision = verdict(more)
    return decision.allowed ? 'allowed' : decision.rule
  }
  expect(rule({})).toBe('allowed')
  expect(rule({ onPartner: null })).toBe('share-no-consent')
  expect(rule({ onPartner: null, onThirdParty: { given: true, at: 99 } })).toBe('share-no-consent')
  expect(rule({ onPartner: { given: false, at: 10, fields: ['name', 'mobile'] } })).toBe('share-no-consent')
  expect(rule({ onThirdParty: { given: false, at: 9 } })).toBe('allowed')
  expect(rule({ onThirdParty: { given: false, at: 10 } })).toBe('share-no-consent')
  expect(rule({ onPartner: { given: true, at: 10, fields: ['name'] } })).toBe('share-not-consented')
  expect(rule({ partner: { kind: 'hotel', state: 'ended' } })).toBe('partner-inactive')
  expect(rule({ memberStatus: 'left' })).toBe('share-not-member')
  expect(rule({ fields: [] })).toBe('share-nothing')
})

test('S3-125 shared work ends once and may be taken up again', () => {
  const moves = WORK_STATES.flatMap((from) =>
    WORK_STATES.filter((to) => canMoveWork(from, to).allowed).map((to) => `${from}>${to}`),
  )
  expect(moves).toEqual([
    ...['open>open', 'open>waiting', 'open>done', 'open>dropped'],
    ...['waiting>open', 'waiting>waiting', 'waiting>done', 'waiting>dropped'],
    ...['done>open', 'dropped>open'],
  ])
})

test('S4-83 nobody verifies their own note, and nothing is verified twice', () => {
  expect(canVerify({ state: 'unverified', recordedBy: 'a' }, 'b').allowed).toBe(true)
  expect(canVerify({ state: 'unverified', recordedBy: 'a' }, 'a')).toMatchObject({ rule: 'fact-own' })
  expect(canVerify({ state: 'refuted', recordedBy: 'a' }, 'b')).toMatchObject({ rule: 'fact-verified' })
})

const rated = fc.record({
  partnerId: fc.constantFrom('a', 'b', 'c'),
  item: fc.constantFrom(...SERVICE_ITEMS.slice(0, 3)),
  points: fc.integer({ min: 1, max: 5 }),
})

const complained = fc.record({
  partnerId: fc.constantFrom('a', 'b', 'c'),
  item: fc.constantFrom(...SERVICE_ITEMS.slice(0, 3)),
  isAtFault: fc.boolean(),
})

test('S4-16 a complaint put down to a supplier and found against it counts once; one found only counts for its main service', () => {
  const attached = [
    { caseId: '1', partnerId: 'a', item: 'meals' as const },
    { caseId: '2', partnerId: 'a', item: 'meals' as const },
  ]
  const atFault = [
    { caseId: '1', partnerId: 'a', kind: 'hotel' as const },
    { caseId: '3', partnerId: 'a', kind: 'hotel' as const },
    { caseId: '1', partnerId: 'b', kind: 'transport' as const },
  ]
  expect(complaintsAbout(attached, atFault)).toEqual([
    { partnerId: 'a', item: 'meals', isAtFault: true },
    { partnerId: 'a', item: 'meals', isAtFault: false },
    { partnerId: 'a', item: 'stay', isAtFault: true },
    { partnerId: 'b', item: 'transfer', isAtFault: true },
  ])
})

test('S4-16 every rating and complaint counts once, for its own supplier and item, in any order', () => {
  fc.assert(
    fc.property(fc.array(rated), fc.array(complained), (ratings, complaints) => {
      const rows = compareSuppliers(ratings, complaints)
      expect(rows.reduce((sum, row) => sum + row.ratings, 0)).toBe(ratings.length)
      expect(rows.reduce((sum, row) => sum + row.complaints, 0)).toBe(complaints.length)
      const atFault = complaints.filter(({ isAtFault }) => isAtFault).length
      expect(rows.reduce((sum, row) => sum + row.atFault, 0)).toBe(atFault)
      expect(compareSuppliers([...ratings].reverse(), [...complaints].reverse())).toEqual(rows)
      const firstFine = rows.findIndex(({ isWeak }) => !isWeak)
      expect(rows.slice(firstFine === -1 ? rows.length : firstFine).some(({ isWeak }) => isWeak)).toBe(false)
    }),
  )
})

test('S4-161 a result warns when it is missed, near its limit and getting worse, or much worse than before', () => {
  const at = (value: number, before: number | null, limit: number | null, good: 'atLeast' | 'atMost' = 'atLeast') =>
    warningOf({ value, before, limit, good })
  expect(at(94, 99, 95)).toBe('missed')
  expect(at(95, 99, 95)).toBe('near')
  expect(at(96, 95.5, 95)).toBe(null)
  expect(at(96, null, 95)).toBe('near')
  expect(at(101, 140, 95)).toBe('falling')
  expect(at(110, 111, 95)).toBe(null)
  expect(at(6, 4, 5, 'atMost')).toBe('missed')
  expect(at(4.9, 4, 5, 'atMost')).toBe('near')
  expect(at(4, 3, null, 'atMost')).toBe('falling')
  expect(at(3, 4, null, 'atMost')).toBe(null)
  expect(at(3, null, null)).toBe(null)
})

test('a better result never warns where a worse one does not', () => {
  const figure = fc.integer({ min: 0, max: 1000 })
  fc.assert(
    fc.property(figure, figure, fc.option(figure), figure, (one, other, before, limit) => {
      const [worse, better] = one < other ? [one, other] : [other, one]
      const warns = (value: number) => warningOf({ value, before, limit, good: 'atLeast' }) !== null
      if (warns(better)) expect(warns(worse)).toBe(true)
    }),
  )
})
