import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, weekdayOf } from '../src/main/rules/days.ts'
import { mondayOf } from '../src/main/rules/week.ts'
import { activityOf, monthsBetween, SPEND_BANDS_YUAN, spendBand } from '../src/shared/analysis/rules.ts'
import { floorState, sharePercent, TRACE_LASTS, type Traces } from '../src/shared/floor/rules.ts'
import { FLOOR_PRESENCES } from '../src/shared/floor/words.ts'
import type { WeekFigures } from '../src/shared/meetings/contract.ts'
import {
  canLogMatter,
  canReportItem,
  mustAcknowledge,
  planItemState,
  planProgress,
  summaryText,
} from '../src/shared/meetings/rules.ts'
import { ROLES } from '../src/shared/roles.ts'
import { canChangeTodo, canEndTodo, canGiveTodo, checkTimes, isTodoOverdue } from '../src/shared/todos/rules.ts'
import { TODO_STATES } from '../src/shared/todos/words.ts'

const instant = fc.integer({ min: 0, max: 4_000_000_000_000 })
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const person = fc.record({ id: fc.constantFrom('a', 'b', 'c'), role: fc.constantFrom(...ROLES) })

describe('what a person is doing', () => {
  const NOW = 1_000_000_000_000
  const here: Traces = {
    ...{ call: null, presence: null, isAway: false, now: NOW },
    lastEntry: { at: NOW - 1000, isEnd: false },
  }
  test('a live call before all else, then whether they are there, then what they say', () => {
    const call = { state: 'held', since: NOW - 5000 } as const
    const presence = { state: 'break', since: NOW - 9000 } as const
    expect(floorState({ ...here, call, presence })).toEqual(call)
    expect(floorState({ ...here, presence })).toEqual(presence)
    expect(floorState(here)).toEqual({ state: 'ready', since: null })
    expect(floorState({ ...here, isAway: true })).toEqual({ state: 'away', since: null })
    expect(floorState({ ...here, presence, lastEntry: null })).toEqual({ state: 'offline', since: null })
    const ended = { at: NOW - 1, isEnd: true }
    expect(floorState({ ...here, presence, lastEntry: ended })).toEqual({ state: 'offline', since: NOW - 1 })
  })
  test('whoever left no trace for long is not there, whatever they said', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...FLOOR_PRESENCES), (ago, state) => {
        const traces = { ...here, presence: { state, since: 0 }, lastEntry: { at: NOW - ago, isEnd: false } }
        expect(floorState(traces).state === 'offline').toBe(ago > TRACE_LASTS)
      }),
    )
  })
  test('a share lies between nothing and all, and there is none of nothing', () => {
    expect(sharePercent(0, 0)).toBeNull()
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (a, b) => {
        const percent = sharePercent(a, a + b)
        expect(percent === null ? a + b === 0 : percent >= 0 && percent <= 100).toBe(true)
      }),
    )
  })
})

describe('to-dos', () => {
  test('whose it is does it, who gave it withdraws it and takes that back, and nobody else touches it', () => {
    const states = fc.constantFrom(...TODO_STATES)
    const todo = fc.record({
      userId: fc.constantFrom('a', 'b'),
      givenBy: fc.constantFrom('a', 'b'),
      state: states,
      dueAt: fc.option(instant),
    })
    fc.assert(
      fc.property(person, todo, states, (actor, one, to) => {
        const { allowed } = canEndTodo(actor, one, to)
        const isTakenBack = one.state === 'dropped' && to === 'open'
        const mayDo = to === 'dropped' ? [one.givenBy] : isTakenBack ? [one.userId, one.givenBy] : [one.userId]
        if (allowed) expect(mayDo).toContain(actor.id)
        if (one.state === to) expect(allowed).toBe(false)
        if (canChangeTodo(actor, one).allowed) expect([one.state, one.givenBy]).toEqual(['open', actor.id])
      }),
    )
  })
  test('agents give to-dos to themselves only', () => {
    fc.assert(
      fc.property(person, fc.constantFrom('a', 'b'), (actor, to) => {
        expect(canGiveTodo(actor, to).allowed).toBe(actor.role !== 'agent' || actor.id === to)
      }),
    )
  })
  test('it is overdue after its time and while it is open; a reminder comes before', () => {
    fc.assert(
      fc.property(instant, instant, fc.constantFrom(...TODO_STATES), (dueAt, now, state) => {
        expect(isTodoOverdue({ state, dueAt }, now)).toBe(state === 'open' && dueAt < now)
        expect(checkTimes(dueAt, now).allowed).toBe(now <= dueAt)
        expect(checkTimes(null, now).allowed && checkTimes(dueAt, null).allowed).toBe(true)
      }),
    )
  })
})

describe('meetings, matters and plans', () => {
  test('the Monday of a week is a Monday, within the six days before, the same for all its days', () => {
    fc.assert(
      fc.property(day, (one) => {
        const monday = mondayOf(one)
        expect(weekdayOf(monday)).toBe('mon')
        expect(monday <= one && one <= addDays(monday, 6)).toBe(true)
        expect(mondayOf(addDays(monday, 6))).toBe(monday)
      }),
    )
  })
  test('the week in words names the change against the week before, in both languages', () => {
    const week: WeekFigures = {
      ...{ fromDay: '2026-09-28', toDay: '2026-10-05', offered: 12, answered: 10, missed: 1, abandoned: 1, inTime: 9 },
      opened: { enquiry: 1, complaint: 2, suggestion: 0, service: 3 },
      ...{ closed: 4, breaches: 1, answers: 2, satisfaction: 4.5, poor: 0 },
    }
    const before = { ...week, offered: 15, opened: { ...week.opened, service: 0 }, breaches: 0 }
    const zh = summaryText({ week, before }, 'zh-CN')
    expect(zh).toContain('来电 12 通（较前一周 -3）')
    expect(zh).toContain('受理工单 6 件（+3）')
    expect(zh).toContain('客户评价 2 份，平均 4.5 分')
    expect(summaryText({ week: { ...week, satisfaction: null }, before }, 'en')).toContain('No customer was heard.')
  })
  test('only the absent confirm published minutes, once', () => {
    const absent = { isPresent: false, acknowledgedAt: null }
    expect(mustAcknowledge('published', absent).allowed).toBe(true)
    expect(mustAcknowledge('draft', absent).allowed).toBe(false)
    expect(mustAcknowledge('published', { ...absent, isPresent: true }).allowed).toBe(false)
    expect(mustAcknowledge('published', { ...absent, acknowledgedAt: 1 }).allowed).toBe(false)
    expect(mustAcknowledge('published', undefined).allowed).toBe(false)
  })
  test('nobody writes on a settled matter; on an open one those who take part and leads', () => {
    fc.assert(
      fc.property(person, fc.subarray(['a', 'b', 'c']), fc.boolean(), (actor, people, isOpen) => {
        const { allowed } = canLogMatter(actor, { ownerId: 'b', people, state: isOpen ? 'open' : 'settled' })
        const isIn = actor.role !== 'agent' || actor.id === 'b' || people.includes(actor.id)
        expect(allowed).toBe(isOpen && isIn)
        expect(canReportItem(actor, { ownerId: 'b', goalId: 'g' }).allowed).toBe(false)
        expect(canReportItem(actor, { ownerId: 'b', goalId: null }).allowed).toBe(
          actor.role !== 'agent' || actor.id === 'b',
        )
      }),
    )
  })
  test('a plan is as far as its goals on average, never below nothing nor above done', () => {
    expect(planProgress([])).toBeNull()
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 150 }), { minLength: 1 }), (percents) => {
        const progress = planProgress(percents) ?? -1
        expect(progress >= 0 && progress <= 100).toBe(true)
        const more = planProgress(percents.map((percent) => percent + 10)) ?? -1
        expect(more).toBeGreaterThanOrEqual(progress)
      }),
    )
    expect(planItemState(100, '2026-01-01', '2026-02-01')).toBe('done')
    expect(planItemState(99, '2026-01-01', '2026-02-01')).toBe('late')
    expect(planItemState(0, '2026-02-01', '2026-02-01')).toBe('planned')
    expect(planItemState(1, '2026-02-01', '2026-02-01')).toBe('running')
  })
})

describe('members by spending and activity', () => {
  test('every amount lies in one band, and more money never in a lower one', () => {
    fc.assert(
      fc.property(fc.nat(100_000_000), fc.nat(100_000_000), (fen, more) => {
        const band = spendBand(fen)
        expect(band >= 0 && band < SPEND_BANDS_YUAN.length).toBe(true)
        expect(spendBand(fen + more)).toBeGreaterThanOrEqual(band)
      }),
    )
    expect([0, 99, 100, 999_999, 1_000_000, 20_000_000].map(spendBand)).toEqual([0, 0, 1, 1, 2, 4])
  })
  test('lively in the last three months, cooling in the last twelve, dormant after that', () => {
    expect([0, 2, 3, 11, 12, null].map(activityOf)).toEqual([
      'active',
      'active',
      'cooling',
      'cooling',
      'dormant',
      'dormant',
    ])
    expect(monthsBetween('2025-12', '2026-02')).toBe(2)
  })
})
