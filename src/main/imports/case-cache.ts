import type { Instant } from '../../shared/time.ts'
import { NEVER_DUE, placeOf } from '../cases/case-file.ts'
import { clockRow } from '../cases/clock-store.ts'
import { signalRow } from '../cases/signal-store.ts'
import { calendarOf, settle } from '../rules/case-clocks.ts'
import { newsOf } from '../rules/clock-signals.ts'
import type { ReplayedCase } from '../rules/replay.ts'
import type { Calendars } from '../rules/targets.ts'
import type { Row } from '../store/types.ts'

type About = {
  caseId: string
  newId: () => string
  now: Instant
  /** Whoever brings in a case that is over has seen what it told. */
  actorId: string
  calendars: Calendars
  /** The highest level that was told before. */
  escalation: number
}

/** What of a case follows from its log: where it stands, its clocks, and what they told. */
export type CaseCache = {
  row: Pick<
    Row<'cases'>,
    'state' | 'isOpen' | 'round' | 'closedAt' | 'nextDueAt' | 'nextClock' | 'escalation' | 'queueAt'
  >
  clocks: Row<'clocks'>[]
  signals: Row<'clockSignals'>[]
}

/** The rows that a replay of a log gives, so that what is stored is what another replay would find. */
export function cacheOf(end: ReplayedCase, { caseId, newId, now, actorId, calendars, escalation }: About): CaseCache {
  const settled = end.clocks.map((clock) => settle(clock, calendarOf(clock, calendars), now))
  const place = placeOf(
    settled.map(({ clock }) => clock),
    escalation,
  )
  const { state, round, closedAt } = end
  const stand = { state, round, closedAt, isOpen: end.isOpen ? (1 as const) : (0 as const) }
  // A case that ended elsewhere is nobody's alarm here, and goes to no archive it was never prepared for.
  const over = { nextDueAt: place.nextDueAt, nextClock: place.nextClock, escalation: 0, queueAt: NEVER_DUE }
  const clocks = settled.map((one) => clockRow({ id: newId(), caseId }, one))
  const signals = settled.flatMap(({ clock }, i) =>
    newsOf(clock, { percent: 0, reminders: 0 }).map((news) => ({
      ...signalRow(clocks[i]?.id ?? '', news, now),
      ...(end.isOpen ? {} : { seenAt: now, seenBy: actorId }),
    })),
  )
  return { row: { ...stand, ...(end.isOpen ? place : over) }, clocks, signals }
}
