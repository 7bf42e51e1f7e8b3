import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allow, deny } from '../src/shared/failure.ts'
import { afterAnswer, canTurn, isQuietTime, MOST_TRIES, mayContact, ownerFor } from '../src/shared/outreach/rules.ts'
import { ANSWERS, CAMPAIGN_OCCASIONS, CAMPAIGN_STATES } from '../src/shared/outreach/words.ts'
import { DAY } from '../src/shared/time.ts'

const NOW = 2_000_000_000_000
const limits = { mostContacts: 2, perDays: 30, quietFrom: 21 * 60, quietUntil: 9 * 60 }
const facts = { occasion: 'birthday', consent: allow, before: [], hasOpenComplaint: false } as const

test('nobody is approached without consent, in the middle of a complaint, or more often than the campaign allows', () => {
  const recent = [NOW - DAY, NOW - 2 * DAY]
  const verdict = (change: object) => {
    const decision = mayContact({ ...facts, ...change }, limits, NOW)
    return decision.allowed ? 'yes' : decision.rule
  }
  expect([
    verdict({}),
    verdict({ consent: deny('care-opted-out') }),
    verdict({ hasOpenComplaint: true }),
    verdict({ hasOpenComplaint: true, occasion: 'afterComplaint' }),
    verdict({ before: recent }),
    verdict({ before: [NOW - 31 * DAY, NOW - DAY] }),
  ]).toEqual(['yes', 'care-opted-out', 'outreach-open-complaint', 'yes', 'outreach-too-often', 'yes'])
})

test('another contact never makes a refused approach welcome, and nothing overrules a missing consent', () => {
  const moments = fc.array(fc.integer({ min: NOW - 60 * DAY, max: NOW }), { maxLength: 6 })
  const extra = fc.integer({ min: NOW - 60 * DAY, max: NOW })
  fc.assert(
    fc.property(fc.constantFrom(...CAMPAIGN_OCCASIONS), moments, extra, fc.boolean(), (occasion, before, at, open) => {
      const one = { occasion, consent: allow, before, hasOpenComplaint: open }
      if (!mayContact(one, limits, NOW).allowed)
        expect(mayContact({ ...one, before: [...before, at] }, limits, NOW).allowed).toBe(false)
      expect(mayContact({ ...one, consent: deny('care-no-consent') }, limits, NOW)).toEqual(deny('care-no-consent'))
    }),
  )
})

test('quiet hours run over midnight', () =>
  expect([22 * 60, 8 * 60, 9 * 60, 20 * 60].map((minute) => isQuietTime(minute, limits))).toEqual([
    true,
    true,
    false,
    false,
  ]))

test('every answer ends the approach or puts it off; the third call in vain is the last', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ANSWERS), fc.integer({ min: 0, max: MOST_TRIES - 1 }), (answer, tries) => {
      const after = afterAnswer(answer, tries, NOW)
      expect('result' in after).toBe(answer !== 'later' && (answer !== 'noAnswer' || tries + 1 >= MOST_TRIES))
      expect(after.tries).toBeLessThanOrEqual(MOST_TRIES)
    }),
  )
  expect(afterAnswer('noAnswer', 2, NOW)).toEqual({ result: 'unreachable', tries: 3 })
})

test('an ended campaign stays ended; no campaign is turned to what it is', () => {
  for (const state of CAMPAIGN_STATES) {
    expect(canTurn(state, state).allowed).toBe(false)
    expect(canTurn('ended', state).allowed).toBe(false)
  }
})

test('a list is dealt out evenly', () =>
  expect([0, 1, 2, 3].map((place) => ownerFor(['a', 'b'], place))).toEqual(['a', 'b', 'a', 'b']))
