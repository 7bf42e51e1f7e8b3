import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SHIPPED_CALENDARS, SHIPPED_TARGETS, shippedWorkflow } from '../../src/main/rules/packs.ts'
import { canCorrectPause, correctedLog, pausesOfLog } from '../../src/main/rules/pause-correction.ts'
import { type LogEntry, replay } from '../../src/main/rules/replay.ts'
import type { CaseFactsThen } from '../../src/main/rules/replay-model.ts'
import { calendarsById } from '../../src/main/rules/targets.ts'
import { DAY, HOUR, MINUTE } from '../../src/shared/time.ts'
import { at } from './clock-fixture.ts'

const calendars = calendarsById(SHIPPED_CALENDARS)
const workflow = shippedWorkflow('complaint')
const opened = at('2026-04-29T10:00:00')
const pausing = new Set(['waitingCustomer'])

const entry = (seq: number, when: number, more: Partial<LogEntry>): LogEntry => ({
  ...{ seq, at: when, recordedAt: when, actorId: 'u1', kind: 'noted', fromState: null, toState: null, data: {} },
  ...more,
})

function step(seq: number, when: number, id: string): LogEntry {
  const way = workflow.transitions.find((one) => one.id === id)
  if (!way) throw new Error(id)
  return entry(seq, when, {
    ...{ kind: 'step', fromState: way.from[0] ?? null, toState: way.to, data: { step: id, emits: way.emits } },
  })
}

const facts = {
  ...{ kind: 'complaint', tier: 'none', tierAtOpening: 'none', category: 'flight.delay', severity: 'urgent' },
  ...{ timeClass: 'h48', channel: 'phone', receivedAt: opened, registeredAt: opened, contentClass: 'service' },
  ...{ objectClass: 'operator', department: 'vip', urgency: 'normal', importance: 'normal', priority: 'p3' },
} as unknown as CaseFactsThen

/** Up to the investigation, an hour after the receipt. */
const begun: LogEntry[] = [
  entry(1, opened, {
    ...{ kind: 'opened', toState: 'registered' },
    data: { step: 'register', emits: ['registered'], ownerId: 'u1', facts },
  }),
  step(2, opened + 20 * MINUTE, 'confirm'),
  step(3, opened + 40 * MINUTE, 'assign'),
  step(4, opened + HOUR, 'accept'),
]
const START = opened + HOUR

/** A pause, contacts with the customer told at their own moments, and a reply at the end if there is one. */
type Story = { from: number; to: number; contacts: number[]; end: number | null }

/** The log of a story as somebody who saw everything in its order would have written it. */
function logOf({ from, to, contacts, end }: Story, extra: readonly LogEntry[] = []): LogEntry[] {
  const told = contacts.map((when) => entry(0, when, { kind: 'contacted', data: { emits: ['progressTold'] } }))
  const before = told.filter((one) => one.at <= from)
  const during = told.filter((one) => one.at > from && one.at <= to)
  const after = told.filter((one) => one.at > to)
  const list = [...before, step(0, from, 'wait'), ...during, step(0, to, 'resume'), ...after]
  if (end !== null) list.push(step(0, end, 'reply'))
  return [...begun, ...[...list, ...extra].map((one, i) => ({ ...one, seq: i + begun.length + 1 }))]
}

/** Moments in their order: a pause as it was, as it was recorded, contacts around it, and the end. */
const story = fc
  .record({
    moments: fc.array(fc.integer({ min: 1, max: 6 * 24 * 60 }), { minLength: 4, maxLength: 4 }),
    contacts: fc.array(fc.integer({ min: 1, max: 6 * 24 * 60 }), { maxLength: 4 }),
    tail: fc.option(fc.integer({ min: 0, max: 3 * 24 * 60 })),
  })
  .map(({ moments, contacts, tail }) => {
    const when = (minutes: number) => START + minutes * MINUTE
    const [a = 0, b = 0, c = 0, d = 0] = moments
    const last = when(Math.max(...moments, ...contacts))
    return {
      contacts: [...contacts].sort((one, other) => one - other).map(when),
      recorded: { from: when(Math.min(a, b)), to: when(Math.max(a, b)) },
      truth: { from: when(Math.min(c, d)), to: when(Math.max(c, d)) },
      last,
      end: tail === null ? null : last + tail * MINUTE,
    }
  })

const pauseSeq = (log: readonly LogEntry[]) => log.find(({ data }) => data.step === 'wait')?.seq ?? 0

function corrects(log: readonly LogEntry[], { from, to }: { from: number; to: number | null }, when: number): LogEntry {
  const data = { pause: pauseSeq(log), step: 'wait', from, to, reason: '误记' } as LogEntry['data']
  return entry(log.length + 1, when, { kind: 'pauseCorrected', data })
}

const clocksOf = (log: readonly LogEntry[], when: number) =>
  replay(log, SHIPPED_TARGETS, workflow, calendars, when)?.clocks ?? []

describe('S2-70 a pause that was recorded wrongly', () => {
  test('corrected, every limit is what it would have been had it been recorded rightly', () => {
    fc.assert(
      fc.property(story, ({ contacts, recorded, truth, last, end }) => {
        const wrong = logOf({ ...recorded, contacts, end })
        const now = (end ?? last) + 5 * DAY
        const put = [...wrong, corrects(wrong, truth, now)]
        expect(clocksOf(put, now)).toEqual(clocksOf(logOf({ ...truth, contacts, end }), now))
      }),
    )
  })

  test('that never was, every limit ends when it would have ended without it', () => {
    fc.assert(
      fc.property(story, ({ contacts, recorded, last, end }) => {
        const wrong = logOf({ ...recorded, contacts, end })
        const now = (end ?? last) + 5 * DAY
        const put = [...wrong, corrects(wrong, { from: recorded.from, to: recorded.from }, now)]
        const never = logOf({ ...recorded, contacts, end }).filter(
          ({ data }) => data.step !== 'wait' && data.step !== 'resume',
        )
        const ends = (log: readonly LogEntry[]) =>
          clocksOf(log, now).map(({ kind, startedAt, state, dueAt, stoppedAt, breachedAt, signals }) => ({
            ...{ kind, startedAt, state, dueAt, stoppedAt, breachedAt, signals },
          }))
        expect(ends(put)).toEqual(ends(never))
      }),
    )
  })

  test('corrected twice, the last word holds; put back as it was recorded, nothing is left of it', () => {
    fc.assert(
      fc.property(story, ({ contacts, recorded, truth, last, end }) => {
        const wrong = logOf({ ...recorded, contacts, end })
        const now = (end ?? last) + 5 * DAY
        const once = [...wrong, corrects(wrong, truth, now)]
        const back = [...once, { ...corrects(wrong, recorded, now), seq: once.length + 1 }]
        expect(clocksOf(back, now)).toEqual(clocksOf(wrong, now))
        expect(correctedLog(correctedLog(once))).toEqual(correctedLog(once))
      }),
    )
  })

  test('before it was corrected the limits stood as they were believed to', () => {
    const wrong = logOf({ from: START + HOUR, to: START + 9 * HOUR, contacts: [], end: null })
    const now = START + 2 * DAY
    const put = [...wrong, corrects(wrong, { from: START + HOUR, to: START + HOUR }, now)]
    expect(clocksOf(put, now - 1)).toEqual(clocksOf(wrong, now - 1))
    expect(clocksOf(put, now)).not.toEqual(clocksOf(wrong, now))
  })

  test('one that still lasts may have begun at another moment, but is ended before its end is corrected', () => {
    const log = [...begun, step(5, START + 3 * HOUR, 'wait')]
    const now = START + DAY
    const [pause] = pausesOfLog(log, pausing)
    if (!pause) throw new Error('no pause')
    expect(pause).toMatchObject({ seq: 5, from: START + 3 * HOUR, to: null, earliest: START, latest: null })
    const says = (from: number, to: number | null) => canCorrectPause(pause, { from, to }, { now, isEndFinal: false })
    expect(says(START, null)).toEqual({ allowed: true })
    expect(says(START - 1, null)).toMatchObject({ rule: 'pause-begins-outside' })
    expect(says(now + 1, null)).toMatchObject({ rule: 'pause-begins-outside' })
    expect(says(START + 3 * HOUR, null)).toMatchObject({ rule: 'pause-same' })
    expect(says(START, START + HOUR)).toMatchObject({ rule: 'pause-still-lasts' })
    const put = [...log, corrects(log, { from: START, to: null }, now)]
    expect(clocksOf(put, now)).toEqual(clocksOf([...begun, step(5, START, 'wait')], now))
    expect(pausesOfLog(put, pausing)[0]).toMatchObject({ from: START, to: null })
  })
})
