import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Around, buildReport } from '../src/main/rules/report.ts'
import { differencesOf } from '../src/main/rules/report-diff.ts'
import { type CaseFacts, factsOf, type LoggedEvent, type ReportedCase } from '../src/main/rules/report-facts.ts'
import { median, newCounted, percentile } from '../src/main/rules/report-numbers.ts'
import { monthsOf, periodAt, periodOf } from '../src/main/rules/report-period.ts'
import { addCase, newTally } from '../src/main/rules/report-tally.ts'
import { CASE_KINDS } from '../src/shared/cases/words.ts'
import { FIGURE_IDS, figureSpec } from '../src/shared/reports/figures.ts'
import { type Report, report as reportShape } from '../src/shared/reports/model.ts'
import { SPREADS } from '../src/shared/reports/words.ts'
import { DAY, HOUR } from '../src/shared/time.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)
const MONTH = periodOf('month', '2026-09')
if (!MONTH) throw new Error('no period')
const ASOF = at('2026-11-01T00:00')

const plain = (key: string) => ({ zh: key || '—', en: key || '—' })
const NAMES = { spread: (_: unknown, key: string) => plain(key), clock: plain, stage: plain, cause: plain }
const AROUND: Around = {
  figures: {
    laterBooking: newCounted(),
    earlierBooking: newCounted(),
    complainantsLeft: newCounted(),
    churn: newCounted(),
    callsOffered: newCounted(),
    callsAnswered: newCounted(),
    callsAbandoned: newCounted(),
    callWait: newCounted(),
    trainingSessions: newCounted(),
    trainingAttended: newCounted(),
    trainingPassed: newCounted(),
  },
  alerts: [],
  compensation: null,
}

const event = (when: number, more: Partial<LoggedEvent> = {}): LoggedEvent => ({
  at: when,
  kind: 'step',
  toState: null,
  emits: [],
  recorded: {},
  isOutbound: false,
  ...more,
})

const RECEIVED = at('2026-09-10T09:00')

const ONE: ReportedCase = {
  id: 'c1',
  kind: 'complaint',
  state: 'closed',
  isOpen: false,
  memberId: 'm1',
  ownerId: 'u1',
  tier: 'gold',
  channelGroup: 'human',
  channel: 'phone',
  category: 'flight.delay',
  contentClass: 'service',
  severity: 'general',
  objectClass: 'operator',
  department: 'vip',
  timeClass: 'h24',
  serviceType: null,
  flight: null,
  station: null,
  owner: null,
  receivedAt: RECEIVED,
  day: '2026-09-10',
  clocks: [{ kind: 'respond', state: 'met', startedAt: RECEIVED, dueAt: RECEIVED + HOUR, stoppedAt: RECEIVED + 900 }],
  compensations: [],
  cause: 'EXT-ATC',
  survey: null,
  events: [
    event(RECEIVED, { kind: 'opened', toState: 'registered', emits: ['registered'] }),
    event(RECEIVED + 2 * HOUR, { toState: 'confirmed', emits: ['responded', 'confirmed'] }),
    event(RECEIVED + 4 * HOUR, { toState: 'investigating', emits: ['accepted'] }),
    event(RECEIVED + 24 * HOUR, { toState: 'replied', emits: ['handled', 'replied'] }),
    event(RECEIVED + 25 * HOUR, {
      toState: 'followUp',
      emits: ['visited'],
      recorded: { isSolved: 'yes', satisfactionResult: 5, satisfactionOverall: 2 },
    }),
    event(RECEIVED + 26 * HOUR, { toState: 'closed', emits: ['closed'] }),
  ],
}

const report = (cases: readonly CaseFacts[]): Report => {
  const tally = newTally()
  for (const one of cases) addCase(tally, one)
  return buildReport({ period: MONTH, asOf: ASOF }, tally, AROUND, NAMES)
}
const value = (given: Report, id: string) => given.figures.find((one) => one.id === id)

describe('periods', () => {
  test('are written as people write them, in desk time, and follow one another without a gap', () => {
    expect(periodOf('month', '2026-09')).toEqual({
      kind: 'month',
      key: '2026-09',
      from: at('2026-09-01T00:00'),
      to: at('2026-10-01T00:00'),
      previous: '2026-08',
      next: '2026-10',
    })
    expect(periodOf('week', '2026-W01')).toMatchObject({ from: at('2025-12-29T00:00'), previous: '2025-W52' })
    expect(periodOf('week', '2020-W53')).toMatchObject({ next: '2021-W01' })
    expect(periodOf('quarter', '2026-Q4')).toMatchObject({ to: at('2027-01-01T00:00'), previous: '2026-Q3' })
    for (const [kind, key] of [
      ['day', '2026-02-30'],
      ['week', '2026-W54'],
      ['week', '2026-W00'],
      ['month', '2026-13'],
      ['quarter', '2026-Q5'],
      ['year', '26'],
    ] as const)
      expect(periodOf(kind, key)).toBeUndefined()
    expect(monthsOf(periodOf('quarter', '2026-Q3') ?? MONTH)).toEqual({ from: '2026-07', until: '2026-09' })
  })

  test('every moment lies in exactly one period of each kind, and the next one begins where it ends', () => {
    const moment = fc.integer({ min: at('2001-01-01T00:00'), max: at('2090-01-01T00:00') })
    fc.assert(
      fc.property(moment, fc.constantFrom('day', 'week', 'month', 'quarter', 'year'), (now, kind) => {
        const found = periodAt(kind, now)
        if (!found) return false
        const next = periodOf(kind, found.next)
        const previous = periodOf(kind, found.previous)
        return found.from <= now && now < found.to && next?.from === found.to && previous?.to === found.from
      }),
    )
  })
})

describe('one case', () => {
  test('S1-06 S2-131 S5-57 its waiting, handling and time in each stage are read from its log', () => {
    const facts = factsOf(ONE, ASOF)
    expect(facts).toMatchObject({
      firstFeedbackMs: 2 * HOUR,
      confirmedMs: 2 * HOUR,
      handlingMs: 24 * HOUR,
      closureMs: 26 * HOUR,
      solved: 'yes',
      scores: { result: 5, process: null, agent: null, overall: 2 },
      isAnswered: true,
      reopenings: 0,
    })
    expect(facts.stays).toEqual([
      { stage: 'registered', ms: 2 * HOUR, isRunning: false },
      { stage: 'confirmed', ms: 2 * HOUR, isRunning: false },
      { stage: 'investigating', ms: 20 * HOUR, isRunning: false },
      { stage: 'replied', ms: HOUR, isRunning: false },
      { stage: 'followUp', ms: HOUR, isRunning: false },
    ])
    const put = [...ONE.events, event(RECEIVED + 60 * DAY, { toState: 'archived', emits: ['archived'] })]
    expect(factsOf({ ...ONE, state: 'archived', events: put }, ASOF).stays).toEqual(facts.stays)
  })

  test('a case reopened after its handling is not done until it is handled again', () => {
    const reopened = [...ONE.events, event(RECEIVED + 30 * HOUR, { toState: 'investigating', emits: ['reopened'] })]
    const again = factsOf({ ...ONE, state: 'investigating', isOpen: true, events: reopened }, ASOF)
    expect(again).toMatchObject({ handlingMs: null, closureMs: null, reopenings: 1 })
    expect(again.stays.at(-1)).toEqual({ stage: 'investigating', ms: ASOF - RECEIVED - 30 * HOUR, isRunning: true })
  })

  test('a limit that still runs after its time counts as missed', () => {
    const clock = { kind: 'resolve', state: 'running', startedAt: RECEIVED, dueAt: RECEIVED + DAY, stoppedAt: null }
    const facts = factsOf({ ...ONE, clocks: [clock as never] }, ASOF)
    expect(facts.clocks).toEqual([{ kind: 'resolve', isDecided: true, isOnTime: false, ms: null }])
    expect(value(report([facts]), 'onTime')).toMatchObject({ value: 0, hits: 0, of: 1, isSmall: true })
  })
})

const anyCase: fc.Arbitrary<CaseFacts> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom(...CASE_KINDS),
    state: fc.constantFrom('registered', 'investigating', 'closed', 'archived', 'withdrawn', 'rejected'),
    channel: fc.constantFrom('phone', 'app', 'weibo'),
    category: fc.constantFrom('flight.delay', 'flight', 'fare.payment', 'baggage.lost'),
    severity: fc.constantFrom('general', 'major', 'urgent'),
    tier: fc.constantFrom('gold', 'none'),
    memberId: fc.constantFrom('m1', 'm2', null),
    hours: fc.integer({ min: 0, max: 29 * 24 }),
    steps: fc.array(fc.integer({ min: 0, max: 72 }), { minLength: 3, maxLength: 3 }),
    solved: fc.constantFrom('yes', 'partly', 'no', undefined),
    points: fc.integer({ min: 1, max: 5 }),
    isMet: fc.boolean(),
    cause: fc.constantFrom('EXT-ATC', 'PROC-SLOW', null),
    costFen: fc.integer({ min: 0, max: 100_000 }),
  })
  .map(({ hours, steps, solved, points, isMet, costFen, ...one }) => {
    const receivedAt = MONTH.from + hours * HOUR
    const [a = 0, b = 0, c = 0] = [...steps].sort((x, y) => x - y)
    const isOpen = ['registered', 'investigating'].includes(one.state)
    return factsOf(
      {
        ...ONE,
        ...one,
        isOpen,
        receivedAt,
        day: new Date(receivedAt + 8 * HOUR).toISOString().slice(0, 10),
        clocks: [
          {
            kind: 'resolve',
            state: isMet ? 'met' : 'breached',
            startedAt: receivedAt,
            dueAt: receivedAt + DAY,
            stoppedAt: isMet ? receivedAt + b * HOUR : null,
          },
        ],
        compensations:
          costFen > 50_000 ? [{ status: 'executed', costFen, dueAt: null, executedAt: 1, effect: null }] : [],
        events: [
          event(receivedAt, { kind: 'opened', toState: 'registered' }),
          event(receivedAt + a * HOUR, { toState: 'investigating', emits: ['responded', 'confirmed'] }),
          event(receivedAt + b * HOUR, { toState: 'replied', emits: ['handled', 'replied'] }),
          event(receivedAt + c * HOUR, {
            toState: one.state,
            emits: ['visited'],
            recorded: solved === undefined ? {} : { isSolved: solved, satisfactionResult: points },
          }),
        ],
      },
      ASOF,
    )
  })
const manyCases = fc.array(anyCase, { maxLength: 40 })

test('S1-81 a survey and the call to the customer count once, and of each answer the newer one', () => {
  const survey = { result: 2, process: 4, agent: null, overall: null, solved: 'no', at: RECEIVED + 40 * HOUR }
  expect(factsOf({ ...ONE, survey }, ASOF)).toMatchObject({
    solved: 'no',
    scores: { result: 2, process: 4, agent: null, overall: 2 },
  })
  expect(factsOf({ ...ONE, survey: { ...survey, at: RECEIVED } }, ASOF)).toMatchObject({
    solved: 'yes',
    scores: { result: 5, process: 4, agent: null, overall: 2 },
  })
})

describe('a report', () => {
  test('its parts sum to its whole: every table counts every case once', () => {
    fc.assert(
      fc.property(manyCases, (cases) => {
        const given = report(cases)
        const complaints = cases.filter(({ kind }) => kind === 'complaint').length
        for (const { id, rows } of given.spreads) {
          // Not every case is about a flight or a service, and some are in nobody's hands.
          if (['serviceType', 'flight', 'station', 'owner'].includes(id)) continue
          const sum = rows.reduce((all, row) => all + row.complaint + row.enquiry + row.suggestion + row.service, 0)
          expect([id, sum]).toEqual([id, cases.length])
          expect([id, rows.reduce((all, row) => all + row.complaint, 0)]).toEqual([id, complaints])
          for (const row of rows) expect(row.onTime).toBeLessThanOrEqual(row.judged)
        }
        for (const { hits, of } of given.figures) expect(hits).toBeLessThanOrEqual(of)
        const part = (id: string) => value(given, id)?.hits ?? 0
        expect(part('solved') + part('visitPartly') + part('visitNo')).toBe(value(given, 'solved')?.of)
        expect(given.causes.reduce((sum, { count }) => sum + count, 0)).toBe(given.withCause)
        expect(given.stages.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(given.stages.length > 0 ? 1 : 0)
        reportShape.parse(given)
      }),
    )
  })

  test('a table that came with a later version is no difference to a report that was issued before it', () => {
    const facts = factsOf({ ...ONE, flight: 'HU7609', station: 'HAK', owner: 'li' }, ASOF)
    const now = report([facts])
    const later = ['flight', 'station', 'owner']
    const issued = { ...now, spreads: now.spreads.filter(({ id }) => !later.includes(id)) }
    expect(differencesOf(issued, now)).toEqual([])
    expect(differencesOf(report([]), now).map(({ id }) => id)).toContain('flight HU7609')
  })

  test('the order in which cases are read does not matter', () => {
    fc.assert(
      fc.property(manyCases, fc.infiniteStream(fc.nat()), (cases, dice) => {
        const shuffled = cases
          .map((one) => ({ one, place: dice.next().value ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ one }) => one)
        expect(report(shuffled)).toEqual(report(cases))
      }),
    )
  })

  test('two adjoining periods add up: counts, parts and money', () => {
    fc.assert(
      fc.property(manyCases, fc.integer({ min: 0, max: 30 * 24 }), (cases, hours) => {
        const border = MONTH.from + hours * HOUR
        const [first, second, both] = [
          report(cases.filter(({ receivedAt }) => receivedAt < border)),
          report(cases.filter(({ receivedAt }) => receivedAt >= border)),
          report(cases),
        ]
        for (const id of FIGURE_IDS) {
          const [a, b, whole] = [value(first, id), value(second, id), value(both, id)]
          expect([id, (a?.hits ?? 0) + (b?.hits ?? 0), (a?.of ?? 0) + (b?.of ?? 0)]).toEqual([
            id,
            whole?.hits,
            whole?.of,
          ])
          if (figureSpec(id).unit === 'fen') expect((a?.value ?? 0) + (b?.value ?? 0)).toBe(whole?.value)
        }
        for (const id of SPREADS) {
          const sums = new Map<string, number>()
          for (const part of [first, second])
            for (const row of part.spreads.find((one) => one.id === id)?.rows ?? [])
              sums.set(row.key, (sums.get(row.key) ?? 0) + row.complaint)
          const whole = both.spreads.find((one) => one.id === id)?.rows ?? []
          expect(Object.fromEntries(sums)).toEqual(Object.fromEntries(whole.map((row) => [row.key, row.complaint])))
        }
      }),
    )
  })

  test('S5-57 the weak link is the stage of the desk with the most time, never the wait for the customer', () => {
    const waiting = factsOf(
      {
        ...ONE,
        events: [
          event(RECEIVED, { toState: 'registered' }),
          event(RECEIVED + HOUR, { toState: 'waitingCustomer' }),
          event(RECEIVED + 90 * HOUR, { toState: 'investigating' }),
          event(RECEIVED + 95 * HOUR, { toState: 'closed' }),
        ],
      },
      ASOF,
    )
    const { stages } = report([waiting])
    expect(stages.map(({ key, isWeakLink }) => [key, isWeakLink])).toEqual([
      ['waitingCustomer', false],
      ['investigating', true],
      ['registered', false],
    ])
    expect(stages.find(({ key }) => key === 'investigating')?.share).toBeCloseTo(5 / 6)
  })

  test('S1-81 what is said about the service overall never enters the satisfaction with complaint handling', () => {
    const given = report([factsOf(ONE, ASOF)])
    expect(value(given, 'satisfied')).toMatchObject({ value: 1, hits: 1, of: 1 })
    expect(value(given, 'scoreResult')).toMatchObject({ value: 5, of: 1 })
    expect(value(given, 'scoreOverall')).toMatchObject({ value: 2, of: 1 })
    expect(value(given, 'scoreProcess')).toMatchObject({ value: null, of: 0 })
  })
})

test('every number has a name, a definition in both languages and a requirement', () => {
  for (const id of FIGURE_IDS) {
    const { name, numerator, denominator, exclusions, requirement } = figureSpec(id)
    for (const text of [name, numerator, denominator, exclusions]) {
      expect(text.zh).toMatch(/\p{Script=Han}/u)
      expect(text.en).not.toMatch(/\p{Script=Han}/u)
      expect(text.en.length).toBeGreaterThan(2)
    }
    expect(requirement).toMatch(/^S\d-\d+/)
  }
})

test('the middle and the nearest rank of values', () => {
  expect([median([]), median([3]), median([1, 2, 10]), median([4, 1, 2, 3])]).toEqual([null, 3, 2, 2.5])
  expect([percentile([], 0.9), percentile([5], 0.9), percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)]).toEqual([
    null,
    5,
    9,
  ])
})
