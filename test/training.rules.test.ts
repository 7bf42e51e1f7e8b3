import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkTraining, effectFiguresOf, sessionsOf } from '../src/main/rules/training.ts'
import { DAY, MINUTE } from '../src/shared/time.ts'
import type { TrainingDraft } from '../src/shared/training/model.ts'
import { REPEATS, TOPIC_TABLE, TRAINING_TOPICS } from '../src/shared/training/words.ts'
import { course } from './training-fixtures.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)
const draft = (more: Partial<TrainingDraft> = {}): TrainingDraft => ({ ...course('x' as never), ...more })

describe('the sessions of a training', () => {
  test('come each month on the day of the first, at the end of shorter months', () => {
    const schedule = { firstDay: '2026-10-31', minute: 540, minutes: 90, repeat: 'monthly', times: 3 } as const
    expect(sessionsOf(schedule)).toEqual([
      { place: 1, startsAt: at('2026-10-31T09:00:00'), endsAt: at('2026-10-31T10:30:00') },
      { place: 2, startsAt: at('2026-11-30T09:00:00'), endsAt: at('2026-11-30T10:30:00') },
      { place: 3, startsAt: at('2026-12-31T09:00:00'), endsAt: at('2026-12-31T10:30:00') },
    ])
  })

  test('rise, are as many as were asked for, and each as long', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...REPEATS),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 10, max: 1440 }),
        (repeat, times, minutes) => {
          const list = sessionsOf({ firstDay: '2026-01-31', minute: 600, minutes, repeat, times })
          expect(list).toHaveLength(repeat === 'once' ? 1 : times)
          for (const [i, one] of list.entries()) {
            expect(one.endsAt - one.startsAt).toBe(minutes * MINUTE)
            expect(one.startsAt - (list[i - 1]?.startsAt ?? one.startsAt - 7 * DAY)).toBeGreaterThanOrEqual(7 * DAY)
          }
        },
      ),
    )
  })
})

describe('a training', () => {
  test('has subjects of its own kind only', () => {
    for (const topic of TRAINING_TOPICS) {
      const decision = checkTraining(draft({ kind: 'emergency', topics: [topic] }), 2026)
      expect(decision.allowed).toBe(TOPIC_TABLE[topic].kind === 'emergency')
    }
  })

  test('lies in the year of its plan, also with its last session', () => {
    const late = { firstDay: '2026-12-15', minute: 540, minutes: 60, repeat: 'monthly', times: 2 } as const
    expect(checkTraining(draft({ schedule: late }), 2026)).toMatchObject({ rule: 'training-year' })
    expect(checkTraining(draft(), 2027)).toMatchObject({ rule: 'training-year' })
    expect(checkTraining(draft(), 2026)).toEqual({ allowed: true })
  })

  test('S2-183 its effect counts who came, who passed, and their quality and scorecard points before and since', () => {
    const results = [
      { attendance: 'attended', score: 90 },
      { attendance: 'attended', score: 55 },
      { attendance: 'absent', score: null },
    ] as const
    const quality = [
      { at: 1, total: 60 },
      { at: 2, total: 71 },
      { at: 11, total: 90 },
    ]
    const points = [
      { month: '2026-08', total: 70 },
      { month: '2026-09', total: 10 },
      { month: '2026-10', total: 82 },
      { month: '2026-11', total: 84 },
    ]
    expect(effectFiguresOf(results, 60, quality, points, { at: 10, month: '2026-09' })).toEqual({
      ...{ invited: 3, attended: 2, examined: 2, passed: 1, averageScore: 72.5 },
      ...{ qualityBefore: 65.5, qualityAfter: 90, pointsBefore: 70, pointsAfter: 83 },
    })
  })
})
