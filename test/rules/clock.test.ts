import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workingMsBetween } from '../../src/main/rules/calendar.ts'
import {
  cancelClock,
  evaluateClock,
  momentOfPercent,
  nextCheckAt,
  pauseClock,
  remainingMs,
  resumeClock,
  startClock,
  stepClock,
  stopClock,
} from '../../src/main/rules/clock.ts'
import { explainClock } from '../../src/main/rules/clock-meter.ts'
import { SHIPPED_TARGETS, shippedCalendar } from '../../src/main/rules/packs.ts'
import { dueOf } from '../../src/main/rules/targets.ts'
import type { CaseClock, ClockKind, Limit } from '../../src/shared/targets/model.ts'
import { DAY, HOUR, MINUTE } from '../../src/shared/time.ts'

const cn = shippedCalendar('CN')
const at = (text: string) => Date.parse(`${text}+08:00`)
const start = at('2026-09-28T10:00:00')

function make(limit: Limit, startedAt = start, kind: ClockKind = 'resolve'): CaseClock {
  const rule = SHIPPED_TARGETS.rules.find((r) => r.id === 's5-complaint-resolve')
  if (!rule) throw new Error('rule')
  const { due, isProvisional } = dueOf(limit, startedAt, cn)
  const own = { ...rule, clock: kind, limit, pausesIn: kind === 'legal' ? [] : ['waitingCustomer'] }
  return startClock({ kind, rule: own, startedAt, dueAt: due, isProvisional, candidates: [] }, SHIPPED_TARGETS)
}

const days = (amount: number): Limit => ({ unit: 'workingDays', amount })
const minutes = (amount: number): Limit => ({ unit: 'minutes', amount })
const percents = (clock: CaseClock) => clock.signals.map((s) => s.percent)

test('warnings come at 50, 75, 90 and 100 percent of the open time, at their true moments', () => {
  const clock = make(minutes(600))
  const seen = evaluateClock(clock, cn, start + 20 * HOUR)
  expect(seen.signals).toEqual([
    { percent: 50, at: start + 300 * MINUTE },
    { percent: 75, at: start + 450 * MINUTE },
    { percent: 90, at: start + 540 * MINUTE },
    { percent: 100, at: start + 600 * MINUTE },
  ])
  expect(seen.clock.breachedAt).toBe(start + 600 * MINUTE)
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
  const paused = pauseClock(clock, at('2026-09-30T12:00:00'), 'photos asked for')
  const resumed = resumeClock(paused, cn, at('2026-10-08T12:00:00'))
  expect({ state: resumed.state, dueAt: resumed.dueAt }).toEqual({ state: 'running', dueAt: at('2026-10-10T00:00:00') })
})

test('a legal clock never stands still', () => {
  const clock = make(days(10), start, 'legal')
  expect(pauseClock(clock, start + DAY, 'waiting')).toEqual(clock)
})

test('a promise already broken is not mended by a pause', () => {
  const clock = make(minutes(60))
  expect(pauseClock(clock, clock.dueAt + 1, 'late excuse')).toEqual(clock)
})

test('a step stops, pauses, resumes or cancels the clock by its own events and states', () => {
  const clock = make(days(5))
  const step = (events: Parameters<typeof stepClock>[2]['events'], state: string, hours: number) => ({
    events,
    state,
    at: start + hours * HOUR,
    reason: 'step',
  })
  const waiting = stepClock(clock, cn, step(['waitingCustomer'], 'waitingCustomer', 5))
  const back = stepClock(waiting, cn, step(['customerReturned'], 'investigating', 7))
  const done = stepClock(back, cn, step(['handled', 'replied'], 'replied', 9))
  const gone = stepClock(waiting, cn, step(['withdrawn'], 'withdrawn', 8))
  // Due at the end of Saturday 10 October, a make-up day; two hours more fall on the Monday.
  expect([clock, waiting, back, done, gone].map((c) => [c.state, c.dueAt])).toEqual([
    ['running', at('2026-10-11T00:00:00')],
    ['paused', at('2026-10-11T00:00:00')],
    ['running', at('2026-10-12T02:00:00')],
    ['met', at('2026-10-12T02:00:00')],
    ['cancelled', at('2026-10-12T03:00:00')],
  ])
})

test('the explanation shows counted time, holidays and pauses from start to due', () => {
  const paused = pauseClock(make(days(3)), at('2026-09-30T12:00:00'), 'photos')
  const clock = resumeClock(paused, cn, at('2026-10-08T12:00:00'))
  expect(explainClock(clock, cn, clock.dueAt)).toEqual([
    { from: start, to: at('2026-09-30T12:00:00'), kind: 'counted' },
    { from: at('2026-09-30T12:00:00'), to: at('2026-10-08T12:00:00'), kind: 'paused', name: 'photos' },
    { from: at('2026-10-08T12:00:00'), to: clock.dueAt, kind: 'counted' },
  ])
})

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
        expect(second.clock).toEqual(once.clock)
        expect([...first.signals, ...second.signals]).toEqual(once.signals)
      }),
    )
  })

  test('it is the same whether a signal was looked for before or after the stop', () => {
    fc.assert(
      fc.property(limit, begin, gap, gap, (l, s, a, b) => {
        const clock = make(l, s)
        const lookedFirst = stopClock(evaluateClock(clock, cn, s + a + b).clock, cn, s + a)
        const stoppedFirst = evaluateClock(stopClock(clock, cn, s + a), cn, s + a + b).clock
        expect(lookedFirst).toEqual(stoppedFirst)
      }),
    )
  })

  test('nothing happens before the next check, and something does at it', () => {
    fc.assert(
      fc.property(limit, begin, gap, (l, s, a) => {
        const { clock } = evaluateClock(make(l, s), cn, s + a)
        const next = nextCheckAt(clock, cn)
        if (next === undefined) {
          expect(percents(clock)).toEqual([50, 75, 90, 100])
          return
        }
        expect(evaluateClock(clock, cn, next - 1).signals).toEqual([])
        expect(evaluateClock(clock, cn, next).signals.length).toBeGreaterThan(0)
      }),
    )
  })

  test('a pause keeps the remaining open time, and costs the promise exactly the open time it took', () => {
    fc.assert(
      fc.property(limit, begin, gap, gap, (l, s, a, b) => {
        const clock = make(l, s)
        const paused = pauseClock(clock, s + a, 'waiting')
        const resumed = resumeClock(paused, cn, s + a + b)
        const between = (from: number, to: number) =>
          l.unit === 'minutes' ? to - from : workingMsBetween(from, to, cn)
        expect(remainingMs(paused, cn, s + a + b)).toBe(remainingMs(clock, cn, paused === clock ? s + a + b : s + a))
        if (paused === clock) return
        expect(remainingMs(resumed, cn, s + a + b)).toBe(remainingMs(paused, cn, s + a))
        expect(between(clock.dueAt, resumed.dueAt)).toBe(between(s + a, s + a + b))
        expect(nextCheckAt(paused, cn)).toBeUndefined()
      }),
    )
  })

  test('warning moments rise, never lie in a pause, and the last is the due time', () => {
    fc.assert(
      fc.property(limit, begin, gap, gap, (l, s, a, b) => {
        const clock = resumeClock(pauseClock(make(l, s), s + a, 'waiting'), cn, s + a + b)
        const moments = [50, 75, 90, 100].map((percent) => momentOfPercent(clock, cn, percent) ?? 0)
        expect([...moments].sort((x, y) => x - y)).toEqual(moments)
        expect(moments.at(-1)).toBe(clock.dueAt)
        for (const { from, to = from } of clock.pauses) {
          expect(moments.filter((m) => m > from && m < to)).toEqual([])
        }
      }),
    )
  })

  test('a cancelled clock says nothing more', () => {
    fc.assert(
      fc.property(limit, begin, gap, (l, s, a) => {
        const clock = cancelClock(make(l, s), cn, s + a)
        expect([evaluateClock(clock, cn, s + 400 * DAY).signals, nextCheckAt(clock, cn)]).toEqual([[], undefined])
      }),
    )
  })
})
