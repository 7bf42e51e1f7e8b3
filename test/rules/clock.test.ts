import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workingMsBetween } from '../../src/main/rules/calendar.ts'
import {
  cancelClock,
  pauseClock,
  remainingMs,
  restartClock,
  resumeClock,
  stepClock,
  stopClock,
} from '../../src/main/rules/clock.ts'
import { evaluateClock, momentOfPercent, newsOf } from '../../src/main/rules/clock-signals.ts'
import { countedMs, explainDue, explainUntil } from '../../src/main/rules/explain.ts'
import { shippedCalendar } from '../../src/main/rules/packs.ts'
import type { Limit } from '../../src/shared/targets/model.ts'
import { DAY, HOUR, MINUTE } from '../../src/shared/time.ts'
import { at, cn, days, make, minutes, percents, start } from './clock-fixture.ts'

const waiting = { reason: 'waiting' }
const NOTHING = { percent: 0, reminders: 0 }

test('S1-45 warnings come at 50, 75, 90, 100 and 150 percent of the open time, then daily, at their true moments', () => {
  const seen = evaluateClock(make(minutes(600)), cn, start + 60 * HOUR).clock
  expect([seen.signals, seen.reminders, seen.breachedAt]).toEqual([
    [
      { percent: 50, at: start + 300 * MINUTE },
      { percent: 75, at: start + 450 * MINUTE },
      { percent: 90, at: start + 540 * MINUTE },
      { percent: 100, at: start + 600 * MINUTE },
      { percent: 150, at: start + 900 * MINUTE },
    ],
    2,
    start + 600 * MINUTE,
  ])
  expect(newsOf(seen, { percent: 90, reminders: 0 })).toEqual([
    { percent: 100, reminder: 0, count: 1, at: start + 10 * HOUR, level: 3, tells: 'manager', also: null, third: null },
    { percent: 150, reminder: 0, count: 1, at: start + 15 * HOUR, level: 4, tells: 'manager', also: null, third: null },
    { percent: 100, reminder: 1, count: 2, at: start + 34 * HOUR, level: 3, tells: 'manager', also: null, third: null },
  ])
})

test('the half of a limit in working days is reached on working time, not in the holiday', () => {
  const clock = make(days(10))
  expect(clock.dueAt).toBe(at('2026-10-17T00:00:00'))
  const half = momentOfPercent(clock, cn, 50) ?? 0
  expect(workingMsBetween(start, half, cn) * 2).toBe(workingMsBetween(start, clock.dueAt, cn))
  expect(half).toBe(at('2026-10-10T17:00:00'))
})

test('a stop at the due moment keeps the promise, one millisecond later breaks it', () => {
  const clock = make(minutes(120), start, 'respond')
  const met = stopClock(clock, cn, clock.dueAt)
  const late = stopClock(clock, cn, clock.dueAt + 1)
  expect([met.state, met.stoppedAt, met.breachedAt]).toEqual(['met', clock.dueAt, undefined])
  expect([late.state, late.stoppedAt, late.breachedAt]).toEqual(['breached', clock.dueAt + 1, clock.dueAt])
})

test('the warning of a broken promise is taken back when the stop turns out to lie at the due moment', () => {
  const clock = make(minutes(120), start, 'respond')
  const seen = evaluateClock(clock, cn, clock.dueAt).clock
  const stopped = stopClock(seen, cn, clock.dueAt)
  expect([percents(seen), percents(stopped), stopped.state]).toEqual([[50, 75, 90, 100], [50, 75, 90], 'met'])
  expect(evaluateClock(stopClock(clock, cn, clock.dueAt), cn, clock.dueAt + DAY).clock).toEqual(stopped)
})

test('S2-70 waiting for the customer stops the clock, and the due time moves by the open time of the pause', () => {
  const clock = make(days(3), at('2026-09-28T10:00:00'))
  expect(clock.dueAt).toBe(at('2026-10-09T00:00:00'))
  const paused = pauseClock(clock, at('2026-09-30T12:00:00'), { reason: 'photos asked for' })
  const resumed = resumeClock(paused, cn, at('2026-10-08T12:00:00'))
  expect({ state: resumed.state, dueAt: resumed.dueAt }).toEqual({ state: 'running', dueAt: at('2026-10-10T00:00:00') })
})

test('a legal clock never stands still', () => {
  const clock = make(days(10), start, 'legal')
  expect(pauseClock(clock, start + DAY, waiting)).toEqual(clock)
})

test('a promise already broken is not mended by a pause', () => {
  const clock = make(minutes(60))
  expect(pauseClock(clock, clock.dueAt + 1, { reason: 'late excuse' })).toEqual(clock)
})

test('a step stops, pauses, resumes or cancels the clock by its own events and states', () => {
  const clock = make(days(5))
  const step = (events: Parameters<typeof stepClock>[2]['events'], state: string, hours: number) => ({
    events,
    state,
    at: start + hours * HOUR,
    reason: 'step',
  })
  const paused = stepClock(clock, cn, step(['waitingCustomer'], 'waitingCustomer', 5))
  const back = stepClock(paused, cn, step(['customerReturned'], 'investigating', 7))
  const done = stepClock(back, cn, step(['handled', 'replied'], 'replied', 9))
  const gone = stepClock(paused, cn, step(['withdrawn'], 'withdrawn', 8))
  // Due at the end of Saturday 10 October, a make-up day; two hours more fall on the Monday.
  expect([clock, paused, back, done, gone].map((c) => [c.state, c.dueAt])).toEqual([
    ['running', at('2026-10-11T00:00:00')],
    ['paused', at('2026-10-11T00:00:00')],
    ['running', at('2026-10-12T02:00:00')],
    ['met', at('2026-10-12T02:00:00')],
    ['cancelled', at('2026-10-12T03:00:00')],
  ])
})

test('the explanation shows counted time, holidays and pauses with who took them, from start to due', () => {
  const paused = pauseClock(make(days(3)), at('2026-09-30T12:00:00'), { reason: 'photos', by: 'u1' })
  const clock = resumeClock(paused, cn, at('2026-10-08T12:00:00'))
  expect(explainDue(clock, cn, clock.dueAt)).toEqual([
    { from: start, to: at('2026-09-30T12:00:00'), kind: 'counted' },
    { from: at('2026-09-30T12:00:00'), to: at('2026-10-08T12:00:00'), kind: 'paused', name: 'photos', by: 'u1' },
    { from: at('2026-10-08T12:00:00'), to: clock.dueAt, kind: 'counted' },
  ])
  expect(explainUntil(make(days(3)), cn, at('2026-10-01T12:00:00'))).toEqual([
    { from: start, to: at('2026-10-01T00:00:00'), kind: 'counted' },
    { from: at('2026-10-01T00:00:00'), to: at('2026-10-01T12:00:00'), kind: 'holiday', name: '国庆节' },
  ])
})

const progress = { stopsOn: ['replied' as const], restartsOn: ['progressTold' as const], repeat: minutes(30) }
const happens = (events: Parameters<typeof stepClock>[2]['events'], ms: number, more = {}) => ({
  events,
  state: 'investigating',
  at: start + ms,
  reason: 'step',
  ...more,
})

test('S2-111 a progress contact keeps the promise and begins the next one with its own limit', () => {
  const clock = make(minutes(60), start, 'progress', progress)
  const told = stepClock(clock, cn, happens(['progressTold'], 20 * MINUTE))
  const next = restartClock(clock, cn, start + 20 * MINUTE)
  expect([told.state, next.state, next.startedAt, next.dueAt, next.limit]).toEqual([
    'met',
    'running',
    start + 20 * MINUTE,
    start + 50 * MINUTE,
    minutes(30),
  ])
  expect(stepClock(next, cn, happens(['replied'], 2 * HOUR))).toMatchObject({
    state: 'breached',
    breachedAt: start + 50 * MINUTE,
  })
  expect(stepClock(next, cn, happens(['progressTold'], 10 * MINUTE))).toBe(next)
})

test('an event pauses a clock until the event that lets it run on, whatever the states between', () => {
  const rule = { pausesOn: ['waitingPartner' as const], resumesOn: ['partnerReturned' as const] }
  const clock = make(minutes(600), start, 'resolve', rule)
  const paused = stepClock(clock, cn, happens(['waitingPartner'], HOUR, { by: 'u2' }))
  const between = stepClock(paused, cn, happens(['progressTold'], 2 * HOUR))
  const back = stepClock(between, cn, happens(['partnerReturned'], 4 * HOUR))
  expect([between, back.state, back.dueAt - clock.dueAt, back.pauses]).toEqual([
    paused,
    'running',
    3 * HOUR,
    [{ from: start + HOUR, to: start + 4 * HOUR, reason: 'step', by: 'u2', isByEvent: true }],
  ])
})

test('S2-117 events about one sub-task move the clock of that sub-task alone', () => {
  const clock = { ...make(minutes(60), start, 'subTask', { stopsOn: ['subTaskDone'] }), item: 'a' }
  expect(stepClock(clock, cn, happens(['subTaskDone'], MINUTE, { item: 'b' }))).toBe(clock)
  expect(stepClock(clock, cn, happens(['subTaskDone'], MINUTE, { item: 'a' })).state).toBe('met')
  expect(stepClock(clock, cn, happens(['withdrawn'], MINUTE)).state).toBe('cancelled')
})

/** Every moment that news tell, one by one. */
const momentsOf = (news: ReturnType<typeof newsOf>) =>
  news
    .flatMap(({ percent, reminder, count, at: first }) =>
      Array.from({ length: count }, (_, n) => `${percent} ${reminder === 0 ? 0 : reminder + n} ${first + n * DAY}`),
    )
    .sort()

describe('laws', () => {
  const limit = fc.oneof(
    fc.integer({ min: 1, max: 20_000 }).map((amount) => minutes(amount)),
    fc.integer({ min: 1, max: 6_000 }).map((amount): Limit => ({ unit: 'workingMinutes', amount })),
    fc.integer({ min: 1, max: 20 }).map((amount) => days(amount)),
  )
  const begin = fc.integer({ min: at('2024-01-01T00:00:00'), max: at('2026-08-01T00:00:00') })
  const gap = fc.integer({ min: 0, max: 10 * DAY })

  test('looking twice tells the same as looking once: nothing lost, nothing twice', () => {
    fc.assert(
      fc.property(limit, begin, gap, gap, (l, s, a, b) => {
        const clock = make(l, s)
        const first = evaluateClock(clock, cn, s + a)
        const second = evaluateClock(first.clock, cn, s + a + b)
        const once = evaluateClock(clock, cn, s + a + b)
        expect(second).toEqual(once)
        const told = { percent: percents(first.clock).at(-1) ?? 0, reminders: first.clock.reminders }
        const [whole, inTwo] = [
          newsOf(once.clock, NOTHING),
          [...newsOf(first.clock, NOTHING), ...newsOf(second.clock, told)],
        ]
        expect(momentsOf(inTwo)).toEqual(momentsOf(whole))
      }),
    )
  })

  test('it is the same whether a signal was looked for before or after the stop', () => {
    fc.assert(
      fc.property(limit, begin, gap, gap, (l, s, a, b) => {
        const clock = make(l, s)
        const lookedFirst = evaluateClock(
          stopClock(evaluateClock(clock, cn, s + a + b).clock, cn, s + a),
          cn,
          s + a + b,
        )
        const stoppedFirst = evaluateClock(stopClock(clock, cn, s + a), cn, s + a + b)
        expect(lookedFirst).toEqual(stoppedFirst)
      }),
    )
  })

  test('nothing happens before the next check, and something does at it', () => {
    fc.assert(
      fc.property(limit, begin, gap, (l, s, a) => {
        const { clock, nextCheckAt } = evaluateClock(make(l, s), cn, s + a)
        if (nextCheckAt === null) throw new Error('a running clock has always something to tell')
        const told = { percent: percents(clock).at(-1) ?? 0, reminders: clock.reminders }
        const newsAt = (moment: number) => newsOf(evaluateClock(clock, cn, moment).clock, told).length
        expect([newsAt(nextCheckAt - 1), newsAt(nextCheckAt) > 0]).toEqual([0, true])
      }),
    )
  })

  test('a pause keeps the remaining open time, and costs the promise exactly the open time it took', () => {
    fc.assert(
      fc.property(limit, begin, gap, gap, (l, s, a, b) => {
        const clock = make(l, s)
        const paused = pauseClock(clock, s + a, waiting)
        const resumed = resumeClock(paused, cn, s + a + b)
        const between = (from: number, to: number) =>
          l.unit === 'minutes' ? to - from : workingMsBetween(from, to, cn)
        expect(remainingMs(paused, cn, s + a + b)).toBe(remainingMs(clock, cn, paused === clock ? s + a + b : s + a))
        if (paused === clock) return
        expect(remainingMs(resumed, cn, s + a + b)).toBe(remainingMs(paused, cn, s + a))
        expect(between(clock.dueAt, resumed.dueAt)).toBe(between(s + a, s + a + b))
        expect(evaluateClock(paused, cn, s + a + b).nextCheckAt).toBeNull()
      }),
    )
  })

  test('warning moments rise, never lie in a pause, and the last is the due time', () => {
    fc.assert(
      fc.property(limit, begin, gap, gap, (l, s, a, b) => {
        const clock = resumeClock(pauseClock(make(l, s), s + a, waiting), cn, s + a + b)
        const moments = [50, 75, 90, 100].map((percent) => momentOfPercent(clock, cn, percent) ?? 0)
        expect([...moments].sort((x, y) => x - y)).toEqual(moments)
        expect(moments.at(-1)).toBe(clock.dueAt)
        for (const { from, to = from } of clock.pauses) {
          expect(moments.filter((m) => m > from && m < to)).toEqual([])
        }
      }),
    )
  })

  test('a cancelled clock says nothing that lies after its end', () => {
    fc.assert(
      fc.property(limit, begin, gap, (l, s, a) => {
        const clock = cancelClock(make(l, s), cn, s + a)
        const { clock: seen, nextCheckAt } = evaluateClock(clock, cn, s + 400 * DAY)
        expect([seen.signals.filter((signal) => signal.at >= s + a), nextCheckAt]).toEqual([[], null])
        expect(seen.signals).toEqual(evaluateClock(make(l, s), cn, s + a - 1).clock.signals)
      }),
    )
  })

  test('a pause never makes a promise due earlier', () => {
    fc.assert(
      fc.property(limit, begin, gap, gap, (l, s, a, b) => {
        const clock = make(l, s)
        expect(resumeClock(pauseClock(clock, s + a, waiting), cn, s + a + b).dueAt).toBeGreaterThanOrEqual(clock.dueAt)
      }),
    )
  })

  const holiday = fc.integer({ min: 0, max: 1200 })
  test('a further holiday never makes a promise due earlier', () => {
    fc.assert(
      fc.property(limit, begin, holiday, (l, s, n) => {
        const date = new Date(at('2024-01-01T12:00:00') + n * DAY).toISOString().slice(0, 10)
        const known = cn.days.filter((day) => day.date !== date)
        const closed = { ...cn, days: [...known, { date, name: 'x', isOffDay: true }] }
        expect(make(l, s, 'resolve', {}, closed).dueAt).toBeGreaterThanOrEqual(make(l, s).dueAt)
      }),
      { numRuns: 60 },
    )
  })

  const office = {
    ...cn,
    shifts: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((d) => [d, [{ from: '09:00', to: '18:00' }]])),
  }
  const calendar = fc.constantFrom(cn, office, shippedCalendar('24x7'))

  test('what the explanation counts is the time that has counted, and up to the due time it is the limit', () => {
    fc.assert(
      fc.property(limit, begin, gap, gap, gap, calendar, (l, s, a, b, c, days7) => {
        const clock = make(l, s, 'resolve', {}, days7)
        const whole = countedMs(explainDue(clock, days7, s))
        const paused = resumeClock(pauseClock(clock, s + a, waiting), days7, s + a + b)
        const due = explainDue(paused, days7, s)
        const now = s + a + b + c
        expect(countedMs(due)).toBe(whole)
        expect([due[0]?.from ?? s, due.at(-1)?.to ?? s]).toEqual([s, paused.dueAt])
        const used = countedMs(explainUntil(paused, days7, now))
        expect(used + remainingMs(paused, days7, now)).toBe(whole)
        due.slice(1).forEach((span, i) => {
          expect(span.from).toBe(due[i]?.to)
        })
      }),
      { numRuns: 60 },
    )
  })
})
