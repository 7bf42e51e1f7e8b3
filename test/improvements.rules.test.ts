import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../src/main/rules/days.ts'
import { canImprove, type ImprovementFacts, improvementAfter, isOverdue } from '../src/main/rules/improvement.ts'
import {
  canCloseEvaluation,
  evaluationsDue,
  isPeriodOf,
  lastPeriod,
  periodFigures,
} from '../src/main/rules/improvement-evaluation.ts'
import { checkGoal, goalProgress, isGoalReached } from '../src/main/rules/improvement-goal.ts'
import { canCloseProject } from '../src/main/rules/improvement-project.ts'
import { isFalling } from '../src/shared/improvements/goal-words.ts'
import { IMPROVEMENT_ACTIONS, IMPROVEMENT_KINDS, IMPROVEMENT_STATES } from '../src/shared/improvements/words.ts'

const facts = (more: Partial<ImprovementFacts> = {}): ImprovementFacts => ({
  ...{ kind: 'process', state: 'proposed', ownerId: 'li', finishedBy: null, dueDay: '2026-10-01' },
  ...{ measures: 0, openMeasures: 0, trainees: 0, untrained: 0 },
  ...more,
})
const li = { id: 'li', role: 'agent' } as const
const wu = { id: 'wu', role: 'agent' } as const
const lead = { id: 'zhao', role: 'lead' } as const

test('an improvement does not begin without a measure, nor a training without people', () => {
  const state = 'accepted'
  expect(canImprove(li, facts({ state }), 'start')).toMatchObject({ rule: 'improvement-no-measures' })
  expect(canImprove(li, facts({ state, kind: 'training', measures: 1 }), 'start')).toMatchObject({
    rule: 'improvement-no-trainees',
  })
  expect(canImprove(li, facts({ state, measures: 1 }), 'start').allowed).toBe(true)
  expect(canImprove(wu, facts({ state, measures: 1 }), 'start')).toMatchObject({ rule: 'improvement-owner' })
})

test('an improvement is overdue once its day is over and it is not carried out', () => {
  const due = { dueDay: '2026-10-01' }
  expect(isOverdue({ ...due, state: 'inProgress' }, '2026-10-01')).toBe(false)
  expect(isOverdue({ ...due, state: 'inProgress' }, '2026-10-02')).toBe(true)
  expect(isOverdue({ ...due, state: 'done' }, '2026-10-02')).toBe(false)
})

test('whatever the order, nobody verifies their own work, and open work is never finished', () => {
  const anyFacts = fc.record({
    kind: fc.constantFrom(...IMPROVEMENT_KINDS),
    state: fc.constantFrom(...IMPROVEMENT_STATES),
    ownerId: fc.constantFrom('li', 'wu', 'zhao', null),
    finishedBy: fc.constantFrom('li', 'wu', 'zhao', null),
    dueDay: fc.constant(null),
    measures: fc.nat(3),
    openMeasures: fc.nat(3),
    trainees: fc.nat(3),
    untrained: fc.nat(3),
  })
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(li, wu, lead), fc.constantFrom(...IMPROVEMENT_ACTIONS), (at, who, action) => {
      if (!canImprove(who, at, action).allowed) return
      if (improvementAfter(action) === 'verified') expect([at.ownerId, at.finishedBy]).not.toContain(who.id)
      if (improvementAfter(action) === 'done') expect(at.openMeasures + at.untrained).toBe(0)
    }),
  )
})

test('an evaluation looks back on a calendar quarter or year, a review of the process on any days', () => {
  expect(lastPeriod('quarterly', '2026-09-30')).toEqual({ fromDay: '2026-04-01', toDay: '2026-06-30' })
  expect(lastPeriod('quarterly', '2026-01-01')).toEqual({ fromDay: '2025-10-01', toDay: '2025-12-31' })
  expect(lastPeriod('yearly', '2026-09-30')).toEqual({ fromDay: '2025-01-01', toDay: '2025-12-31' })
  const quarter = { fromDay: '2026-07-01', toDay: '2026-09-30' }
  expect(isPeriodOf('quarterly', quarter).allowed).toBe(true)
  expect(isPeriodOf('yearly', quarter)).toMatchObject({ rule: 'evaluation-period-yearly' })
  expect(isPeriodOf('quarterly', { ...quarter, toDay: '2026-09-29' })).toMatchObject({
    rule: 'evaluation-period-quarterly',
  })
  expect(isPeriodOf('process', { fromDay: '2026-09-03', toDay: '2026-09-17' }).allowed).toBe(true)
})

test('what is due is the last whole period nobody has begun', () => {
  const begun = [{ kind: 'yearly', fromDay: '2025-01-01', toDay: '2025-12-31' } as const]
  expect(evaluationsDue('2026-09-30', begun).map(({ kind, toDay }) => [kind, toDay])).toEqual([
    ['quarterly', '2026-06-30'],
    ['process', '2026-06-30'],
  ])
})

test('every last period ends the day before one of its own kind begins', () => {
  const anyDay = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1990-01-01', n))
  fc.assert(
    fc.property(anyDay, fc.constantFrom('quarterly' as const, 'yearly' as const), (today, kind) => {
      const period = lastPeriod(kind, today)
      expect(period.toDay < today).toBe(true)
      expect(isPeriodOf(kind, period).allowed).toBe(true)
    }),
  )
})

test('S1-74 a correction without person or date is none', () => {
  const whole = { correction: '增派人手', personId: 'li', dueDay: '2026-10-31' }
  expect(canCloseEvaluation([whole]).allowed).toBe(true)
  expect(canCloseEvaluation([whole, { ...whole, dueDay: null }, { ...whole, personId: null }])).toEqual({
    allowed: false,
    rule: 'evaluation-uncorrected',
    params: { count: 2 },
  })
})

test('rates of a period without cases are none rather than nought', () => {
  const none = { cases: 0, complaints: 0, closed: 0, reopened: 0, inTime: 0, late: 0 }
  expect(periodFigures(none).map(({ value }) => value)).toEqual([0, 0, null, null, null, null])
  const some = { cases: 8, complaints: 3, closed: 2, reopened: 1, inTime: 1, late: 1 }
  expect(periodFigures(some).map(({ value }) => value)).toEqual([8, 3, 37.5, 66.67, 50, 33.33])
})

test('S1-69 progress counts from the baseline to the target, up or down', () => {
  const up = { baseline: 65, target: 80 }
  expect([65, 71, 80, 62].map((value) => goalProgress(up, value))).toEqual([0, 40, 100, -20])
  const down = { baseline: 12, target: 9 }
  expect(goalProgress(down, 10.5)).toBe(50)
  expect([isGoalReached(down, 9), isGoalReached(down, 9.5), isGoalReached(up, 79.9)]).toEqual([true, false, false])
})

test('S2-173 without a baseline the measure says which way is better: a complaint rate above its target is not reached', () => {
  const ends = { baseline: null, target: 20 }
  expect([100, 20, 12].map((value) => isGoalReached(ends, value, isFalling('complaintRate')))).toEqual([
    false,
    true,
    true,
  ])
  expect([100, 12].map((value) => isGoalReached(ends, value, isFalling('resolution')))).toEqual([true, false])
})

test('S1-05 a baseline has its year and its survey', () => {
  const goal = { baseline: 65, target: 80, baselineWhen: '2022', baselineSource: '满意度调查' }
  expect(checkGoal(goal).allowed).toBe(true)
  expect(checkGoal({ ...goal, baselineSource: null })).toMatchObject({ rule: 'goal-baseline-source' })
})

test('S2-187 a process project is not over while a measure does not work', () => {
  const measure = { kind: 'measure', plannedFor: '2026-10', ownerId: 'li' } as const
  const step = { ...measure, kind: 'step', state: 'planned' } as const
  expect(canCloseProject('process', [step])).toMatchObject({ rule: 'project-empty' })
  expect(canCloseProject('process', [step, { ...measure, state: 'done' }])).toMatchObject({
    rule: 'project-not-working',
    params: { count: 1 },
  })
  expect(canCloseProject('process', [step, { ...measure, state: 'works' }]).allowed).toBe(true)
})
