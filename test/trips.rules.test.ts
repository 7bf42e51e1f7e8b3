import fc from 'fast-check'
import { expect, test } from 'vitest'
import { confirmationText } from '../src/shared/trips/confirmation.ts'
import { holdsCardNumber, holdsIdentityNumber } from '../src/shared/trips/guard.ts'
import { moneyOf } from '../src/shared/trips/money.ts'
import { changeDueAt, noticeStateOf } from '../src/shared/trips/notices.ts'
import { bookingStatesAfter, canAnswer, canPropose, canSetBooking } from '../src/shared/trips/proposals.ts'
import { fitOf, type NeedsWord, rankOptions, SHEET_FIELDS, sheetOf } from '../src/shared/trips/sheet.ts'
import { canEnd, canMove, MISSING, missingIn, type StageFacts, stageAfter } from '../src/shared/trips/stages.ts'
import {
  BOOKING_STATES,
  LODGINGS,
  PAYMENT_STATES,
  TRANSPORTS,
  TRIP_CHANNELS,
  TRIP_STAGES,
  TRIP_STATES,
} from '../src/shared/trips/words.ts'

const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })
const day = fc
  .integer({ min: 0, max: 700 })
  .map((n) => new Date(1_790_000_000_000 + n * 86_400_000).toISOString().slice(0, 10))
const money = fc.integer({ min: 0, max: 10_000_000 })

const word: fc.Arbitrary<NeedsWord> = fc.record({
  channel: fc.constantFrom(...TRIP_CHANNELS),
  saidAt: fc.integer({ min: 0, max: 1000 }),
  destination: orNull(fc.constantFrom('三亚', '桂林')),
  startsOn: orNull(day),
  endsOn: orNull(day),
  lodging: orNull(fc.constantFrom(...LODGINGS)),
  transport: orNull(fc.constantFrom(...TRANSPORTS)),
  budgetFen: orNull(money),
  travellers: orNull(fc.integer({ min: 1, max: 9 })),
  note: fc.constant(''),
})

const facts: fc.Arbitrary<StageFacts> = fc.record({
  stage: fc.constantFrom(...TRIP_STAGES),
  state: fc.constantFrom(...TRIP_STATES),
  startsOn: orNull(day),
  endsOn: orNull(day),
  today: day,
  sheetMissing: fc.nat(5),
  isOffered: fc.boolean(),
  isAccepted: fc.boolean(),
  bookings: fc.array(fc.constantFrom(...BOOKING_STATES), { maxLength: 4 }),
  payment: fc.constantFrom(...PAYMENT_STATES),
  isConfirmationTold: fc.boolean(),
  openNotices: fc.nat(3),
})

test('a needs sheet says the newest word on every question and names what nobody said', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { selector: ({ saidAt }) => saidAt, maxLength: 6 }), (words) => {
      const sheet = sheetOf(words)
      for (const field of SHEET_FIELDS) {
        const said = words.filter((one) => one[field] !== null).sort((a, b) => b.saidAt - a.saidAt)[0]
        expect([sheet[field], sheet.sources[field]]).toEqual([said?.[field] ?? null, said?.channel])
      }
      expect(sheet.missing.every((field) => sheet[field] === null)).toBe(true)
      expect(sheetOf([...words].reverse())).toEqual(sheet)
    }),
  )
})

test('an option fits when it costs no more than the budget; dearer never fits better', () => {
  expect([1_000, 1_001, 1_100, 1_101].map((price) => fitOf(price, 1_000))).toEqual([
    'within',
    'slightlyOver',
    'slightlyOver',
    'over',
  ])
  expect(fitOf(1_000, null)).toBe('unknown')
  const rank = { within: 0, slightlyOver: 1, over: 2, unknown: 3 }
  fc.assert(
    fc.property(money, money, money, (price, more, budget) => {
      expect(rank[fitOf(price + more, budget)]).toBeGreaterThanOrEqual(rank[fitOf(price, budget)])
    }),
  )
})

test('options within the budget stand before those above it, and none is lost', () => {
  fc.assert(
    fc.property(fc.array(money.map((priceFen) => ({ priceFen }))), money, (options, budget) => {
      const ranked = rankOptions(options, budget)
      expect([...ranked].sort((a, b) => a.priceFen - b.priceFen)).toEqual(
        [...options].sort((a, b) => a.priceFen - b.priceFen),
      )
      const over = ranked.map(({ priceFen }) => priceFen > budget)
      expect(over.indexOf(true) === -1 || !over.slice(over.indexOf(true)).includes(false)).toBe(true)
    }),
  )
})

test('a trip goes one stage on only when nothing is missing, and one back only for a reason', () => {
  fc.assert(
    fc.property(facts, fc.constantFrom(...TRIP_STAGES), fc.constantFrom('', '客户改变主意'), (fact, to, reason) => {
      const missing = missingIn(fact)
      const decision = canMove({ from: fact.stage, state: fact.state, to, missing, reason })
      const steps = TRIP_STAGES.indexOf(to) - TRIP_STAGES.indexOf(fact.stage)
      const isAllowed =
        fact.state === 'open' && ((steps === 1 && missing.length === 0) || (steps === -1 && reason !== ''))
      expect(decision.allowed).toBe(isAllowed)
      expect(missing.every((one) => MISSING.includes(one))).toBe(true)
    }),
  )
})

test('S4-05 without a yes to the newest version no itinerary is confirmed, whatever else is there', () => {
  fc.assert(
    fc.property(facts, (fact) => {
      const here: StageFacts = { ...fact, stage: 'confirmation', state: 'open', isAccepted: false }
      expect(missingIn(here)).toContain('answer')
      expect(
        canMove({ from: 'confirmation', state: 'open', to: 'preTrip', missing: missingIn(here), reason: '' }).allowed,
      ).toBe(false)
    }),
  )
})

test('every stage but the last has one after it, and only the last ends a trip as done', () => {
  expect(TRIP_STAGES.map(stageAfter)).toEqual([...TRIP_STAGES.slice(1), undefined])
  for (const stage of TRIP_STAGES) {
    expect(canEnd({ stage, state: 'open' }, 'done', []).allowed).toBe(stage === 'afterTrip')
    expect(canEnd({ stage, state: 'open' }, 'cancelled', ['needs']).allowed).toBe(true)
    expect(canEnd({ stage, state: 'done' }, 'cancelled', []).allowed).toBe(false)
  }
})

test('what is open and what is paid make the price, and all is paid exactly when nothing is open', () => {
  const bookings = fc.array(fc.record({ priceFen: money, state: fc.constantFrom(...BOOKING_STATES) }), { maxLength: 5 })
  const payments = fc.array(
    fc.record({
      kind: fc.constantFrom('deposit' as const, 'balance' as const),
      amountFen: fc.integer({ min: 1, max: 9_000_000 }),
    }),
    { maxLength: 4 },
  )
  const changes = fc.array(fc.record({ costFen: fc.integer({ min: -1_000_000, max: 1_000_000 }) }), { maxLength: 3 })
  fc.assert(
    fc.property(orNull(money), bookings, changes, payments, (agreed, booked, changed, paid) => {
      const known = moneyOf(agreed, booked, changed, paid)
      expect(known.openFen).toBe(Math.max(0, known.totalFen - known.paidFen))
      expect(known.state === 'none').toBe(known.paidFen === 0)
      if (known.state === 'full') expect(known.openFen).toBe(0)
      expect(known.totalFen).toBeGreaterThanOrEqual(0)
      const cancelled = booked.map((one) => ({ ...one, state: 'cancelled' as const }))
      expect(moneyOf(null, cancelled, [], []).totalFen).toBe(0)
    }),
  )
})

test('a booking never leaves being cancelled, and whoever changes or cancels it says why', () => {
  expect(bookingStatesAfter('cancelled')).toEqual([])
  expect(canSetBooking('requested', 'confirmed', '').allowed).toBe(true)
  expect(canSetBooking('confirmed', 'cancelled', '')).toMatchObject({ rule: 'trip-booking-why' })
  expect(canSetBooking('requested', 'changed', '改期')).toMatchObject({ rule: 'trip-booking-state' })
})

test('only the version that was offered last is answered; a yes names an option, a no says why', () => {
  const asked = { state: 'offered', kind: 'accepted', hasOption: true, text: '' } as const
  expect(canAnswer(asked).allowed).toBe(true)
  expect(canAnswer({ ...asked, hasOption: false })).toMatchObject({ rule: 'trip-answer-option' })
  expect(canAnswer({ ...asked, kind: 'declined' })).toMatchObject({ rule: 'trip-answer-why' })
  expect(canAnswer({ ...asked, state: 'draft' })).toMatchObject({ rule: 'trip-not-offered' })
  expect(canAnswer({ ...asked, state: 'replaced' })).toMatchObject({ rule: 'trip-version-replaced' })
  expect(canPropose({ stage: 'enquiry', sheetMissing: 1, versions: 0, basis: '' })).toMatchObject({
    rule: 'trip-missing-needs',
  })
  expect(canPropose({ stage: 'inTrip', sheetMissing: 0, versions: 1, basis: '改' })).toMatchObject({
    rule: 'trip-use-change',
  })
})

test('S4-14 the nearer the departure, the sooner a change must have been told', () => {
  const now = Date.parse('2026-10-01T10:00:00+08:00')
  const hours = (startsOn: string | null) => (changeDueAt(now, startsOn) - now) / 3_600_000
  expect([hours('2026-10-03'), hours('2026-10-10'), hours('2026-12-01'), hours(null)]).toEqual([1, 4, 24, 24])
  expect(noticeStateOf({ dueAt: now, toldAt: null }, now)).toBe('waiting')
  expect(noticeStateOf({ dueAt: now, toldAt: null }, now + 1)).toBe('late')
  expect(noticeStateOf({ dueAt: now, toldAt: now }, now + 9)).toBe('inTime')
  expect(noticeStateOf({ dueAt: now, toldAt: now + 1 }, now + 9)).toBe('toldLate')
  fc.assert(
    fc.property(day, day, (one, other) => {
      const [near = '', far = ''] = [one, other].sort()
      expect(changeDueAt(now, near)).toBeLessThanOrEqual(changeDueAt(now, far))
    }),
  )
})

test('S4-12 a number that passes the check of payment cards is found however it is written; days, phones and order numbers are not', () => {
  const withCheck = fc.array(fc.nat(9), { minLength: 14, maxLength: 18 }).map((digits) => {
    const sum = digits.toReversed().reduce((total, digit, place) => {
      const doubled = digit * 2
      return total + (place % 2 === 0 ? (doubled > 9 ? doubled - 9 : doubled) : digit)
    }, 0)
    return [...digits, (10 - (sum % 10)) % 10].join('')
  })
  fc.assert(
    fc.property(withCheck, fc.constantFrom('', '卡号：', 'card '), (number, before) => {
      expect(holdsCardNumber(`${before}${number}`)).toBe(true)
      if (number.length === 16) {
        const groups = number.match(/.{4}/g) ?? []
        expect(holdsCardNumber(groups.join(' ')) && holdsCardNumber(groups.join('-'))).toBe(true)
      }
    }),
  )
  fc.assert(
    fc.property(day, day, (from, to) => {
      expect(holdsCardNumber(`${from} ${to}`) || holdsCardNumber(`${from} 至 ${to} 13800001234`)).toBe(false)
    }),
  )
  expect(holdsCardNumber('3782 822463 10005')).toBe(true)
  expect(holdsIdentityNumber('证件：44010619850315121X')).toBe(true)
  expect(holdsIdentityNumber('订单 2026093000012345')).toBe(false)
})

test('S4-58 a confirmation names every booking that stands, in the language of the customer', () => {
  const trip = {
    number: 'XC-2026-0001',
    title: '三亚五日',
    destination: '三亚',
    startsOn: '2026-10-20',
    endsOn: '2026-10-24',
  }
  const line = {
    kind: 'hotel',
    title: '海景房',
    supplier: '酒店',
    fromDay: '2026-10-20',
    toDay: '2026-10-20',
    reference: 'A1',
    state: 'confirmed',
  } as const
  const gone = { ...line, title: '出海', state: 'cancelled' } as const
  expect(confirmationText(trip, [line, gone], '带证件', 'en')).toBe(
    [
      '三亚五日 (XC-2026-0001): your bookings',
      'Destination: 三亚',
      'Days: 2026-10-20 to 2026-10-24',
      'Booked:',
      '1. Hotel: 海景房, 酒店, 2026-10-20, confirmation A1, Confirmed',
      'Please note: 带证件',
    ].join('\n'),
  )
})
