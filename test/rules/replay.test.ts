import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarOf, moveClocks, nextDueOf, openingClocks, settle } from '../../src/main/rules/case-clocks.ts'
import { SHIPPED_CALENDARS, SHIPPED_TARGETS, shippedWorkflow } from '../../src/main/rules/packs.ts'
import { type LogEntry, replay } from '../../src/main/rules/replay.ts'
import type { CaseFactsThen } from '../../src/main/rules/replay-model.ts'
import { calendarsById, type TargetFacts } from '../../src/main/rules/targets.ts'
import { restoreClock } from '../../src/main/rules/unmerge.ts'
import { DAY, HOUR, MINUTE } from '../../src/shared/time.ts'
import { CASE_EVENTS, type CaseEvent } from '../../src/shared/workflow/words.ts'
import { at } from './clock-fixture.ts'

const calendars = calendarsById(SHIPPED_CALENDARS)
const workflow = shippedWorkflow('complaint')
const opened = at('2026-04-29T10:00:00')

const facts: TargetFacts = {
  kind: 'complaint',
  tier: 'none',
  category: 'flight.delay',
  severity: 'major',
  timeClass: 'h48',
  channel: 'phone',
  isComplex: false,
  receivedAt: opened,
  registeredAt: opened,
}

const entry = (seq: number, when: number, more: Partial<LogEntry>): LogEntry => ({
  ...{ seq, at: when, recordedAt: when, actorId: 'u1', kind: 'noted', fromState: null, toState: null, data: {} },
  ...more,
})

const first = entry(1, opened, {
  kind: 'opened',
  toState: 'registered',
  data: {
    step: 'register',
    emits: ['registered'],
    ownerId: 'u1',
    facts: { ...facts, tierAtOpening: 'none' } as unknown as CaseFactsThen,
  },
})

/** A walk through the workflow: at each turn a step that leads on, or an entry with some event. */
const turn = fc.record({
  pick: fc.nat(50),
  after: fc.integer({ min: 0, max: 3 * DAY }),
  event: fc.constantFrom(...CASE_EVENTS),
})

function walk(turns: readonly { pick: number; after: number; event: CaseEvent }[]): LogEntry[] {
  const log = [first]
  let [state, now] = ['registered', opened]
  for (const { pick, after, event } of turns) {
    now += after
    const seq = log.length + 1
    const steps = workflow.transitions.filter(({ from, kinds }) => from.includes(state) && !kinds)
    const step = pick % 3 === 0 ? undefined : steps[pick % Math.max(1, steps.length)]
    if (!step) {
      log.push(entry(seq, now, { kind: 'contacted', data: { emits: [event], recorded: { note: pick } } }))
      continue
    }
    log.push(
      entry(seq, now, { kind: 'step', fromState: state, toState: step.to, data: { step: step.id, emits: step.emits } }),
    )
    state = step.to
  }
  return log
}

const replayed = (log: readonly LogEntry[], when: number) => replay(log, SHIPPED_TARGETS, workflow, calendars, when)

describe('laws', () => {
  const turns = fc.array(turn, { maxLength: 14 })

  test('S1-46 replaying a whole log up to a moment is replaying what had been written by then', () => {
    fc.assert(
      fc.property(turns, fc.nat(20 * DAY), (list, wait) => {
        const log = walk(list)
        const when = opened + wait
        expect(replayed(log, when)).toEqual(
          replayed(
            log.filter(({ recordedAt }) => recordedAt <= when),
            when,
          ),
        )
      }),
    )
  })

  test('entry by entry or all at once, the clocks are the same; none runs in a case that has ended', () => {
    fc.assert(
      fc.property(turns, (list) => {
        const log = walk(list)
        const last = log.at(-1)?.recordedAt ?? opened
        const state = replayed(log, last)
        for (const clock of state?.clocks ?? []) {
          expect(settle(clock, calendarOf(clock, calendars), last).clock).toEqual(clock)
          expect(clock.stoppedAt ?? clock.startedAt).toBeGreaterThanOrEqual(clock.startedAt)
        }
        if (state && !state.isOpen) expect(nextDueOf(state.clocks)).toBeUndefined()
        const open = (state?.clocks ?? []).filter(({ state: now }) => now === 'running' || now === 'paused')
        expect(new Set(open.map(({ kind }) => kind)).size).toBe(open.length)
      }),
    )
  })
})

/** The log with a merge and its undoing put in after an entry, the entries behind it numbered on. */
function mergedBetween(log: readonly LogEntry[], index: number, shares: readonly [number, number]): LogEntry[] {
  const state = replayed(log.slice(0, index + 1), Number.MAX_SAFE_INTEGER)?.state ?? ''
  const [before, next] = [log[index], log[index + 1]]
  if (!before) return []
  const span = (next?.at ?? before.at + 5 * DAY) - before.at
  const [from, to] = [...shares].sort((a, b) => a - b).map((share) => before.at + Math.floor((span * share) / 100))
  const { seq } = before
  return [
    ...log.slice(0, index + 1),
    entry(seq + 1, from ?? 0, {
      ...{ kind: 'step', fromState: state, toState: 'merged' },
      data: { step: 'merge', emits: ['merged'], recorded: { mergedInto: 'TS-1' } },
    }),
    entry(seq + 2, to ?? 0, {
      ...{ kind: 'unmerged', fromState: 'merged', toState: state },
      data: { restores: seq + 1, recorded: { mergedInto: null } },
    }),
    ...log.slice(index + 1).map((one) => ({ ...one, seq: one.seq + 2 })),
  ]
}

describe('S1-48 a merge that was undone never was', () => {
  const mergeable = workflow.transitions.find(({ id }) => id === 'merge')?.from ?? []
  const cases = fc
    .tuple(fc.array(turn, { maxLength: 14 }), fc.nat(14), fc.tuple(fc.nat(100), fc.nat(100)), fc.nat(20 * DAY))
    .map(([turns, index, shares, wait]) => ({ log: walk(turns), index, shares, wait }))
    .map((one) => ({ ...one, index: one.index % one.log.length }))
    .filter(({ log, index }) =>
      mergeable.includes(replayed(log.slice(0, index + 1), Number.MAX_SAFE_INTEGER)?.state ?? ''),
    )

  test('state, owner, round and every limit of the case are what they would have been, then and later', () => {
    fc.assert(
      fc.property(cases, ({ log, index, shares, wait }) => {
        const with2 = mergedBetween(log, index, shares)
        const when = (with2.at(-1)?.at ?? 0) + wait
        const { seq, recorded, ...undone } = replayed(with2, when) ?? {}
        const { seq: usual, recorded: said, ...never } = replayed(log, when) ?? {}
        expect(undone).toEqual(never)
        expect([seq, recorded]).toEqual([(usual ?? 0) + 2, { ...said, mergedInto: null }])
      }),
      { numRuns: 400 },
    )
  })

  test('between the two no limit of it runs', () => {
    fc.assert(
      fc.property(cases, ({ log, index, shares }) => {
        const gone = mergedBetween(log, index, shares).slice(0, index + 2)
        const at = gone.at(-1)?.at ?? 0
        const state = replayed(gone, at)
        expect([state?.isOpen, nextDueOf(state?.clocks ?? [])]).toEqual([false, undefined])
      }),
    )
  })

  test('a clock that the merge ended is given back as the entry of the merge kept it', () => {
    fc.assert(
      fc.property(cases, ({ log, index }) => {
        const part = log.slice(0, index + 1)
        const at = part.at(-1)?.at ?? 0
        const stood = replayed(part, at)
        const { moved } = moveClocks(
          stood?.clocks ?? [],
          { ...{ events: ['merged'], state: 'merged', at, reason: 'merge', by: 'u1', isFinal: true, round: 1 }, facts },
          SHIPPED_TARGETS,
          calendars,
        )
        const back = moved.map((clock, i) => {
          const before = stood?.clocks[i]
          const isOpen = before?.state === 'running' || before?.state === 'paused'
          return before && isOpen ? { ...restoreClock(clock, before), round: clock.round } : clock
        })
        expect(back).toEqual(stood?.clocks)
      }),
    )
  })
})

test('S2-107 S2-167 submitting a plan starts its approval, the reply starts the follow-up, deciding and visiting stop them', () => {
  const move = (events: CaseEvent[], hours: number, state = 'plan') => ({
    ...{ events, state, at: opened + hours * HOUR, reason: 'step', isFinal: false, round: 1, facts },
  })
  const steps = [
    move(['planSubmitted'], 1, 'approval'),
    move(['planReturned'], 2),
    move(['planSubmitted'], 3, 'approval'),
    move(['planApproved'], 8, 'executing'),
    move(['replied'], 9, 'replied'),
    move(['visited'], 10, 'followUp'),
  ]
  const clocks = steps.reduce(
    (now, step) => {
      const { moved, started } = moveClocks(now, step, SHIPPED_TARGETS, calendars)
      return [...moved, ...started]
    },
    openingClocks(facts, SHIPPED_TARGETS, calendars),
  )
  const shown = (kind: string) =>
    clocks
      .filter((clock) => clock.kind === kind)
      .map(({ state, startedAt, dueAt }) => [state, (startedAt - opened) / HOUR, (dueAt - opened) / HOUR])
  expect([shown('approval'), shown('followUp')]).toEqual([
    [
      ['met', 1, 5],
      ['breached', 3, 7],
    ],
    [['met', 9, (at('2026-05-03T00:00:00') - opened) / HOUR]],
  ])
})

test('S2-117 a sub-task runs until the time that was agreed for it, and several run side by side', () => {
  const about = (item: string, minutes: number) => ({
    ...{ events: ['subTaskOpened' as const], state: 'investigating', at: opened, reason: 'subTask', isFinal: false },
    ...{ round: 1, facts, item, dueAt: opened + minutes * MINUTE },
  })
  const one = moveClocks([], about('a', 90), SHIPPED_TARGETS, calendars).started
  const two = moveClocks(one, about('b', 30), SHIPPED_TARGETS, calendars)
  const done = moveClocks(
    [...two.moved, ...two.started],
    { ...about('a', 0), events: ['subTaskDone'], at: opened + HOUR },
    SHIPPED_TARGETS,
    calendars,
  )
  expect(done.moved.map(({ item, state, dueAt }) => [item, state, (dueAt - opened) / MINUTE])).toEqual([
    ['a', 'met', 90],
    ['b', 'running', 30],
  ])
})
