import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ClockJump,
  type ClockLook,
  type ClockReading,
  JUMP_TOLERANCE,
  lookAtClock,
} from '../../src/main/rules/clock-jump.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/shared/time.ts'

const START = Date.parse('2026-09-30T10:00:00+08:00')

/** A second of work, a night's sleep, or anything between: the time since the start goes on through all of them. */
const gap = fc.oneof(fc.constant(SECOND), fc.integer({ min: 0, max: 20 * DAY }))
/** Beyond the tolerance, ahead or back. */
const turn = fc
  .tuple(fc.integer({ min: JUMP_TOLERANCE + SECOND, max: 900 * DAY }), fc.boolean())
  .map(([by, isBack]) => (isBack ? -by : by))

/** All jumps that are told while these readings are looked at one after another. */
function jumpsIn(readings: readonly ClockReading[]): ClockJump[] {
  let last: ClockLook | undefined
  return readings.flatMap((reading) => {
    const { look, jump } = lookAtClock(last, reading)
    last = look
    return jump ? [jump] : []
  })
}

/** Readings with these gaps; `moved` says by how much the clock was moved at the end of each. */
function readings(gaps: readonly number[], moved: (place: number) => number): ClockReading[] {
  let now = { wall: START, steady: 5 * HOUR }
  return [
    now,
    ...gaps.map((ms, place) => {
      now = { wall: now.wall + ms + moved(place), steady: now.steady + ms }
      return now
    }),
  ]
}

describe('S1-45 a jump of the computer’s clock', () => {
  test('a clock that nobody moves is never told, however long the computer sleeps and however its clock drifts', () => {
    fc.assert(
      fc.property(fc.array(gap, { maxLength: 60 }), fc.integer({ min: -100, max: 100 }), (gaps, millionths) => {
        expect(jumpsIn(readings(gaps, (place) => ((gaps[place] ?? 0) * millionths) / 1e6))).toEqual([])
      }),
    )
  })

  test('one jump beyond the tolerance is told once, with what the clock would have shown, what it shows and by how much', () => {
    const story = fc.tuple(fc.array(fc.integer({ min: 0, max: HOUR }), { minLength: 1, maxLength: 30 }), fc.nat(), turn)
    fc.assert(
      fc.property(story, ([gaps, nth, by]) => {
        const at = nth % gaps.length
        const all = readings(gaps, (place) => (place === at ? by : 0))
        const shownAt = all[at + 1]?.wall ?? 0
        const told = jumpsIn(all)
        expect(told).toEqual([{ truthAt: shownAt - by, shownAt, byMs: by }])
      }),
    )
  })

  test('what lies within the tolerance is not told, also when it goes to and fro', () => {
    const within = fc.integer({ min: 0, max: JUMP_TOLERANCE })
    fc.assert(
      fc.property(fc.array(within, { maxLength: 30 }), (steps) => {
        const there = steps.flatMap((by) => [by, -by])
        const told = jumpsIn(
          readings(
            there.map(() => SECOND),
            (place) => there[place] ?? 0,
          ),
        )
        expect(told).toEqual([])
      }),
    )
  })

  test('a clock that is moved on in small steps is found out, to the tolerance', () => {
    const step = fc.tuple(fc.integer({ min: SECOND, max: MINUTE }), fc.boolean())
    fc.assert(
      fc.property(step, ([size, isBack]) => {
        const by = isBack ? -size : size
        const gaps = Array.from({ length: Math.ceil((3 * JUMP_TOLERANCE) / size) + 3 }, () => SECOND)
        const told = jumpsIn(readings(gaps, () => by)).reduce((sum, { byMs }) => sum + byMs, 0)
        const rest = gaps.length * by - told
        expect(Math.sign(told)).toBe(Math.sign(by))
        expect(Math.abs(rest)).toBeLessThanOrEqual(JUMP_TOLERANCE + SECOND)
      }),
    )
  })

  test('a computer that was started anew is looked at from there', () => {
    const [first, second] = [
      { wall: START, steady: 40 * DAY },
      { wall: START + 3 * DAY, steady: MINUTE },
    ]
    expect(jumpsIn([first, second, { wall: second.wall + SECOND, steady: second.steady + SECOND }])).toEqual([])
  })
})
