import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { startClock } from '../../src/main/rules/clock.ts'
import { SHIPPED_CALENDARS, SHIPPED_TARGETS } from '../../src/main/rules/packs.ts'
import { judgeRings } from '../../src/main/rules/ring.ts'
import { calendarsById, checkTargets, clocksFor, newPlans, type TargetFacts } from '../../src/main/rules/targets.ts'
import { CASE_KINDS, CATEGORIES, CHANNELS, SEVERITIES, TIME_CLASSES } from '../../src/shared/cases/words.ts'
import { COMPLAINT_CLOCKS, targetPolicy } from '../../src/shared/targets/model.ts'
import { MEMBER_TIERS } from '../../src/shared/tiers/model.ts'
import { HOUR, MINUTE } from '../../src/shared/time.ts'

const calendars = calendarsById(SHIPPED_CALENDARS)
const at = (text: string) => Date.parse(`${text}+08:00`)
const received = at('2026-09-30T15:00:00')

const complaint: TargetFacts = {
  kind: 'complaint',
  tier: 'none',
  category: 'ticket.booking',
  severity: 'general',
  timeClass: 'h48',
  channel: 'phone',
  isComplex: false,
  receivedAt: received,
  registeredAt: received + 5 * MINUTE,
}

/** Rule and due time of one clock of a case. */
function clock(facts: Partial<TargetFacts>, kind: string) {
  const plan = clocksFor({ ...complaint, ...facts }, SHIPPED_TARGETS, calendars).find((p) => p.kind === kind)
  return plan && [plan.rule.id, plan.dueAt]
}

/** What one rule alone would set for a case. */
function candidate(facts: Partial<TargetFacts>, rule: string) {
  const plans = clocksFor({ ...complaint, ...facts }, SHIPPED_TARGETS, calendars)
  return plans.flatMap((plan) => plan.candidates).find((c) => c.rule.id === rule)
}

test('S1-34 a complaint is to be confirmed within 24 hours of its receipt', () => {
  expect(clock({}, 'confirm')).toEqual(['s1-confirm-24h', received + 24 * HOUR])
})

test("S1-17 the limits start at the customer's own time, not at the entry", () => {
  const late = clocksFor({ ...complaint, registeredAt: received + 7 * HOUR }, SHIPPED_TARGETS, calendars)
  expect(late.map((plan) => plan.startedAt)).toEqual(late.map(() => received))
})

test('S1-41 a flight-delay complaint is to be finished within 48 hours', () => {
  expect(candidate({ category: 'flight.delay' }, 's1-delay-48h')?.dueAt).toBe(received + 48 * HOUR)
  expect(candidate({ category: 'flight.cancel' }, 's1-delay-48h')).toBeUndefined()
})

test('S1-42 an attitude complaint is to be answered within 72 hours', () => {
  expect(clock({ category: 'service.attitude' }, 'reply')).toEqual(['s1-attitude-72h', received + 72 * HOUR])
})

test('S1-43 each limit names the events that end it, and finishing is not replying', () => {
  const delay = candidate({ category: 'flight.delay' }, 's1-delay-48h')?.rule
  const attitude = candidate({ category: 'service.attitude' }, 's1-attitude-72h')?.rule
  expect([delay?.stopsOn, attitude?.stopsOn]).toEqual([
    ['handled', 'rejected'],
    ['replied', 'rejected'],
  ])
})

test('S2-118 first response within 2 hours', () => {
  expect(clock({}, 'respond')).toEqual(['s2-respond-2h', received + 2 * HOUR])
})

test('S2-16 the time class sets its limit: at once, 24 hours, 48 hours', () => {
  expect([
    clock({ timeClass: 'immediate' }, 'respond'),
    clock({ timeClass: 'h24' }, 'resolve'),
    clock({ timeClass: 'h48' }, 'resolve'),
  ]).toEqual([
    ['s2-class-immediate', received + 15 * MINUTE],
    ['s2-class-24h', received + 24 * HOUR],
    ['s2-class-48h', received + 48 * HOUR],
  ])
})

test('S3-52 an enquiry is answered within the set minutes, sooner for higher tiers', () => {
  const enquiry = { kind: 'enquiry' } as const
  expect([clock(enquiry, 'answer'), clock({ ...enquiry, tier: 'diamond' }, 'answer')]).toEqual([
    ['s3-answer-5min', received + 5 * MINUTE],
    ['tier-diamond-answer', received + 2 * MINUTE],
  ])
})

test('S3-53 a complex question gets a reply within 3 working days, across the National Day holiday', () => {
  expect(clock({ kind: 'enquiry', isComplex: true }, 'reply')).toEqual(['s3-complex-3wd', at('2026-10-11T00:00:00')])
})

test('an enquiry found complex gets the reply clock beside the clocks it has', () => {
  const before = clocksFor({ ...complaint, kind: 'enquiry' }, SHIPPED_TARGETS, calendars)
  const after = clocksFor({ ...complaint, kind: 'enquiry', isComplex: true }, SHIPPED_TARGETS, calendars)
  const clocks = before.map((plan) => startClock(plan, SHIPPED_TARGETS))
  expect(newPlans(after, clocks).map((plan) => plan.kind)).toEqual(['reply'])
})

test('the law: a passenger complaint is handled within 10 working days', () => {
  expect(clock({}, 'legal')).toEqual(['ccar-10wd', at('2026-10-21T00:00:00')])
})

test('S3-47 answer within the set rings', () => {
  const ring = { ...SHIPPED_TARGETS.ring, maxRings: 3, secondsPerRing: 4 }
  expect(
    [{ rings: 3 }, { rings: 4 }, { waitSeconds: 12 }, { waitSeconds: 12.1 }, {}].map((f) => judgeRings(f, ring)),
  ).toEqual([
    { isInTime: true, rings: 3, maxRings: 3 },
    { isInTime: false, rings: 4, maxRings: 3 },
    { isInTime: true, rings: 3, maxRings: 3 },
    { isInTime: false, rings: 4, maxRings: 3 },
    undefined,
  ])
})

test('a rule that is switched off sets no limit', () => {
  const rules = SHIPPED_TARGETS.rules.map((rule) => ({ ...rule, isEnabled: rule.pack !== 'DESK-TIER' }))
  const plans = clocksFor({ ...complaint, tier: 'diamond' }, { ...SHIPPED_TARGETS, rules }, calendars)
  expect(plans.find((plan) => plan.kind === 'respond')?.rule.id).toBe('s2-respond-2h')
  expect(clock({ tier: 'diamond' }, 'respond')).toEqual(['tier-diamond-respond', received + 30 * MINUTE])
})

describe('laws', () => {
  const facts = fc.record({
    kind: fc.constantFrom(...CASE_KINDS),
    tier: fc.constantFrom(...MEMBER_TIERS),
    category: fc.constantFrom(...CATEGORIES),
    severity: fc.constantFrom(...SEVERITIES),
    timeClass: fc.constantFrom(...TIME_CLASSES),
    channel: fc.constantFrom(...CHANNELS),
    isComplex: fc.boolean(),
    receivedAt: fc.integer({ min: at('2024-01-01T00:00:00'), max: at('2026-11-01T00:00:00') }),
    registeredAt: fc.constant(at('2026-11-02T00:00:00')),
  })

  test('S1-44 S2-35 S5-20 S5-21 no complaint is left without a respond, confirm, resolve, reply and legal clock', () => {
    fc.assert(
      fc.property(facts, (f) => {
        const kinds = clocksFor({ ...f, kind: 'complaint' }, SHIPPED_TARGETS, calendars).map((plan) => plan.kind)
        expect(COMPLAINT_CLOCKS.filter((kind) => !kinds.includes(kind))).toEqual([])
      }),
    )
  })

  test('S2-35 every case of any kind has a due time', () => {
    fc.assert(
      fc.property(facts, (f) => {
        expect(clocksFor(f, SHIPPED_TARGETS, calendars).length).toBeGreaterThan(0)
      }),
    )
  })

  test('S3-46 a tier can only tighten: no clock of a member is due later than without the tier', () => {
    fc.assert(
      fc.property(facts, (f) => {
        const plain = new Map(
          clocksFor({ ...f, tier: 'none' }, SHIPPED_TARGETS, calendars).map((p) => [p.kind, p.dueAt]),
        )
        for (const plan of clocksFor(f, SHIPPED_TARGETS, calendars)) {
          expect(plan.dueAt).toBeLessThanOrEqual(plain.get(plan.kind) ?? Number.POSITIVE_INFINITY)
        }
      }),
    )
  })

  test('the earliest of all matching rules wins', () => {
    fc.assert(
      fc.property(facts, (f) => {
        for (const plan of clocksFor(f, SHIPPED_TARGETS, calendars)) {
          expect(plan.dueAt).toBe(Math.min(...plan.candidates.map((c) => c.dueAt)))
        }
      }),
    )
  })
})

describe('a policy is checked before it is put into force', () => {
  test('the shipped one has no faults', () => expect(checkTargets(SHIPPED_TARGETS, calendars)).toEqual([]))

  test('S1-44 a clock that only some complaints would have is named', () => {
    const rules = SHIPPED_TARGETS.rules.map((rule) =>
      rule.id === 's1-confirm-24h'
        ? { ...rule, isEnabled: false }
        : rule.id === 'ccar-10wd'
          ? { ...rule, calendar: 'XX' }
          : rule,
    )
    expect(checkTargets({ ...SHIPPED_TARGETS, rules }, calendars)).toEqual([
      { code: 'noGeneralRule', clock: 'confirm' },
      { code: 'unknownCalendar', rule: 'ccar-10wd', calendar: 'XX' },
    ])
  })

  test('a legal limit that may pause is refused', () => {
    const rules = SHIPPED_TARGETS.rules.map((rule) => ({ ...rule, pausesIn: ['waitingCustomer'] }))
    const result = targetPolicy.safeParse({ ...SHIPPED_TARGETS, rules })
    expect(result.success).toBe(false)
  })
})
