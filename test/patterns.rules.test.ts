import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { controlLimit as limitBy, poissonLimit, type Window } from '../src/main/rules/control-limit.ts'
import { canMove } from '../src/main/rules/pattern-alert.ts'
import {
  addToTally,
  type CountedCase,
  findPatterns,
  newTally,
  nextLookAt,
  placeOf,
  valuesOf,
  windowsUpTo,
} from '../src/main/rules/patterns.ts'
import { FALSE_ALARMS, lookNumbers, SHIPPED_NUMBERS, SIGMAS } from '../src/shared/targets/desk-numbers.ts'
import { DAY } from '../src/shared/time.ts'

const { source: _, ...SHIPPED } = SHIPPED_NUMBERS.patterns
const controlLimit = (now: Window, history: readonly Window[]) => limitBy(now, history, SHIPPED)
const FALSE_ALARM = FALSE_ALARMS[SHIPPED.sigmas]

const at = (count: number, exposure = 100) => ({ count, exposure })
const steady = (count: number, windows = 12) => Array.from({ length: windows }, () => at(count))

/** P(X > k) by adding up, another way than the rule does it. */
function tail(mean: number, k: number): number {
  let sum = 0
  for (let i = 0; i <= k; i++) {
    let logTerm = -mean + i * Math.log(mean)
    for (let j = 2; j <= i; j++) logTerm -= Math.log(j)
    sum += Math.exp(logTerm)
  }
  return 1 - sum
}

describe('the limit of a Poisson count', () => {
  test('is the smallest number that chance alone exceeds less often than it should', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 200, noNaN: true }), (mean) => {
        const limit = poissonLimit(mean, FALSE_ALARM)
        expect(tail(mean, limit)).toBeLessThanOrEqual(FALSE_ALARM + 1e-9)
        if (limit > 0) expect(tail(mean, limit - 1)).toBeGreaterThan(FALSE_ALARM - 1e-9)
      }),
    )
  })

  test('never falls when more is expected', () => {
    const mean = fc.double({ min: 0, max: 2000, noNaN: true })
    fc.assert(
      fc.property(mean, mean, (a, b) => {
        expect(poissonLimit(Math.min(a, b), FALSE_ALARM)).toBeLessThanOrEqual(poissonLimit(Math.max(a, b), FALSE_ALARM))
      }),
    )
  })
})

describe('the limit from its own history', () => {
  test('two a week for twelve weeks: seven are still chance, eight are not', () => {
    const verdict = controlLimit(at(7), steady(2))
    expect({ ...verdict, expected: Number(verdict?.expected.toFixed(2)) }).toEqual({
      expected: 2.04,
      limit: 7,
      isOver: false,
    })
    expect(controlLimit(at(8), steady(2))?.isOver).toBe(true)
  })

  test('goes with how much there was to do: twice the cases allow about twice the complaints', () => {
    expect(controlLimit(at(16, 200), steady(4))?.isOver).toBe(false)
    expect(controlLimit(at(16, 100), steady(4))?.isOver).toBe(true)
  })

  test('is wider where weeks differ much, as weather makes them', () => {
    const calm = steady(5)
    const stormy = calm.map((_, i) => at(i % 2 === 0 ? 0 : 10))
    expect(controlLimit(at(14), calm)?.isOver).toBe(true)
    expect(controlLimit(at(14), stormy)?.isOver).toBe(false)
  })

  test('too little history says nothing, and two complaints are never a pattern', () => {
    expect(controlLimit(at(50), steady(1, SHIPPED.leastHistory - 1))).toBeUndefined()
    expect(
      controlLimit(
        at(50),
        steady(0).map(() => at(0, 0)),
      ),
    ).toBeUndefined()
    expect(controlLimit(at(SHIPPED.leastCount - 1), steady(0, 12))?.isOver).toBe(false)
    expect(controlLimit(at(SHIPPED.leastCount), steady(0, 12))?.isOver).toBe(true)
  })

  const count = fc.nat(30)
  const history = fc.array(fc.record({ count, exposure: fc.integer({ min: 30, max: 300 }) }), {
    minLength: 4,
    maxLength: 12,
  })

  test('one complaint more never makes a pattern vanish', () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 30, max: 300 }), history, (now, exposure, before) => {
        if (!controlLimit(at(now, exposure), before)?.isOver) return
        expect(controlLimit(at(now + 1, exposure), before)?.isOver).toBe(true)
      }),
    )
  })

  test('the order of the weeks does not matter, and weeks without any case do not count', () => {
    fc.assert(
      fc.property(count, history, (now, before) => {
        const verdict = controlLimit(at(now), before)
        const other = controlLimit(at(now), [...before, at(0, 0)].reverse())
        expect(other?.limit).toBe(verdict?.limit)
        expect(other?.isOver).toBe(verdict?.isOver)
        expect(other?.expected).toBeCloseTo(verdict?.expected ?? 0, 9)
      }),
    )
  })

  test('a week like the mean of those before is never a pattern', () => {
    fc.assert(
      fc.property(history, (before) => {
        const exposure = before.reduce((sum, each) => sum + each.exposure, 0) / before.length
        const mean = Math.floor(before.reduce((sum, each) => sum + each.count, 0) / before.length)
        expect(controlLimit(at(mean, exposure), before)?.isOver).toBe(false)
      }),
    )
  })
})

const NOW = Date.parse('2026-09-30T10:00:00+08:00')
const WEEK = 7 * DAY
const complaint = (weeksAgo: number, more: Partial<CountedCase> = {}): CountedCase => ({
  receivedAt: NOW - weeksAgo * WEEK - 1000,
  category: 'flight.delay',
  flightNo: null,
  route: null,
  department: 'airport',
  ownerId: null,
  suppliers: [],
  ...more,
})

test('S4-16 a complaint counts for its category, flight, route, both stations, department, owner and suppliers', () => {
  const one = complaint(0, {
    flightNo: 'HU7609',
    route: 'HAK-PEK',
    ownerId: 'li',
    suppliers: ['hotel', 'coach', 'hotel'],
  })
  expect(
    ['category', 'flight', 'route', 'station', 'department', 'agent', 'supplier'].map((name) =>
      valuesOf(name as never, one),
    ),
  ).toEqual([['flight.delay'], ['HU7609'], ['HAK-PEK'], ['HAK', 'PEK'], ['airport'], ['li'], ['hotel', 'coach']])
  expect(valuesOf('station', complaint(0, { route: '海口—北京' }))).toEqual([])
  expect(valuesOf('flight', complaint(0))).toEqual([])
})

test('windows follow each other without gap up to now', () => {
  const windows = windowsUpTo(NOW, SHIPPED)
  expect(windows).toHaveLength(SHIPPED.historyWindows + 1)
  expect(windows.at(-1)).toEqual({ from: NOW - SHIPPED.windowDays * DAY, to: NOW })
  for (const [place, { from }] of windows.entries()) if (place > 0) expect(windows[place - 1]?.to).toBe(from)
})

test('S4-141 what stands out is found with its numbers, what is as usual is not', () => {
  const windows = windowsUpTo(NOW, SHIPPED)
  const usual = Array.from({ length: 13 }, (_, week) => [
    complaint(week),
    complaint(week, { category: 'baggage.lost' }),
  ]).flat()
  const surge = Array.from({ length: 7 }, () => complaint(0, { flightNo: 'HU7609', category: 'flight.cancel' }))
  const tally = newTally()
  addToTally(tally, [...usual, ...surge, complaint(40)], windows)
  const found = findPatterns(
    tally,
    windows.map(() => 100),
    SHIPPED,
  )
  expect(found.map(({ dimension, value }) => `${dimension} ${value}`)).toEqual([
    'flight HU7609',
    'category flight.cancel',
    'department airport',
  ])
  expect(found[0]?.figures).toEqual({
    count: 7,
    exposure: 100,
    windowDays: 7,
    history: Array.from({ length: 12 }, () => 0),
    expected: 0.04,
    limit: 1,
    sigmas: 3,
    leastCount: 3,
  })
})

test('the same complaints raise one warning: it stands, and once settled is not raised again for them', () => {
  const window = { from: 100, to: 200 }
  expect([
    placeOf(undefined, window),
    placeOf({ state: 'open', windowTo: 50 }, window),
    placeOf({ state: 'acknowledged', windowTo: 150 }, window),
    placeOf({ state: 'closed', windowTo: 150 }, window),
    placeOf({ state: 'closed', windowTo: 100 }, window),
  ]).toEqual(['new', 'standing', 'standing', 'settled', 'new'])
})

test('a warning is taken up, looked into, and closed only with what was found', () => {
  const verdict = (...args: Parameters<typeof canMove>) => {
    const decision = canMove(...args)
    return decision.allowed ? 'allowed' : decision.rule
  }
  expect([
    verdict('open', 'acknowledge', false),
    verdict('open', 'finding', false),
    verdict('open', 'close', true),
    verdict('acknowledged', 'acknowledge', false),
    verdict('acknowledged', 'finding', false),
    verdict('acknowledged', 'close', false),
    verdict('acknowledged', 'close', true),
    verdict('closed', 'acknowledge', true),
  ]).toEqual([
    'allowed',
    'pattern-not-taken',
    'pattern-not-taken',
    'allowed',
    'allowed',
    'pattern-no-finding',
    'allowed',
    'pattern-closed',
  ])
})

test('it is looked at as often as the policy says, once there are five weeks of complaints', () => {
  const next = (lastAt: number | null, firstAt: number | null, everyHours = 6) =>
    nextLookAt(lastAt, firstAt, { ...SHIPPED, everyHours })
  expect([next(null, null), next(null, 1000), next(5000, null), next(5000, null, 1)]).toEqual([
    null,
    1000 + 5 * WEEK,
    5000 + DAY / 4,
    5000 + DAY / 24,
  ])
})

describe('the numbers of a policy', () => {
  test('a wider limit never warns of what a narrower one leaves out, and its chance of a false warning is smaller', () => {
    const count = fc.nat(60)
    fc.assert(
      fc.property(count, fc.array(count, { minLength: 4, maxLength: 12 }), (now, before) => {
        const history = before.map((each) => at(each))
        const over = SIGMAS.map((sigmas) => limitBy(at(now), history, { ...SHIPPED, sigmas })?.isOver === true)
        for (const [place, isOver] of over.entries()) if (isOver) expect(over.slice(0, place)).not.toContain(false)
      }),
    )
    const chances = SIGMAS.map((sigmas) => FALSE_ALARMS[sigmas])
    expect(chances).toEqual([...chances].sort((a, b) => b - a))
  })

  test('windows are as long and as many as they say', () => {
    const windows = windowsUpTo(NOW, { windowDays: 1, historyWindows: 28 })
    expect([windows.length, windows[0]?.from]).toEqual([29, NOW - 29 * DAY])
    const tally = newTally()
    addToTally(tally, [complaint(1), complaint(4)], windows)
    expect(tally.category.get('flight.delay')?.flatMap((each, place) => (each > 0 ? [place] : []))).toEqual([0, 21])
    expect(nextLookAt(null, 1000, { windowDays: 1, leastHistory: 9, everyHours: 6 })).toBe(1000 + 10 * DAY)
  })

  test('more history than is compared with is no policy', () => {
    expect(lookNumbers.safeParse({ ...SHIPPED, leastHistory: SHIPPED.historyWindows }).success).toBe(true)
    expect(lookNumbers.safeParse({ ...SHIPPED, leastHistory: SHIPPED.historyWindows + 1 }).success).toBe(false)
  })
})
