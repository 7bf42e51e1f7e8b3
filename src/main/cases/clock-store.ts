import type { z } from 'zod'
import { type ClockSignal, caseClock } from '../../shared/targets/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { RoundClock, SettledClock } from '../rules/case-clocks.ts'
import type { Db, Row } from '../store/types.ts'

/** A clock with the id of its row. */
export type StoredClock = RoundClock & { id: string; caseId: string }

/** What the row's body keeps besides the columns: the rule as it was when the case was opened. */
const clockBody = caseClock.pick({
  policyId: true,
  policyVersion: true,
  limit: true,
  stopsOn: true,
  pausesIn: true,
  warnings: true,
  pauses: true,
})
type ClockBody = z.infer<typeof clockBody>

export function clockRow(clock: StoredClock, next: Instant | null): Row<'clocks'> {
  const { policyId, policyVersion, limit, stopsOn, pausesIn, warnings, pauses } = clock
  const body: ClockBody = { policyId, policyVersion, limit, stopsOn, pausesIn, warnings, pauses }
  return {
    id: clock.id,
    caseId: clock.caseId,
    kind: clock.kind,
    round: clock.round,
    state: clock.state,
    ruleId: clock.ruleId,
    calendarId: clock.calendarId,
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    isProvisional: clock.isProvisional ? 1 : 0,
    pausedAt: clock.state === 'paused' ? (clock.pauses.at(-1)?.from ?? null) : null,
    stoppedAt: clock.stoppedAt ?? null,
    breachedAt: clock.breachedAt ?? null,
    warnedPercent: Math.max(0, ...clock.signals.map((signal) => signal.percent)),
    nextCheckAt: next,
    warnsAfter: warnings.some((percent) => percent > 100) ? 1 : 0,
    body: JSON.stringify(body),
  }
}

/** The clock behind a row; bodies are our own writing, so their shape is trusted. */
export function toClock(row: Row<'clocks'>, signals: ClockSignal[]): StoredClock {
  const body: ClockBody = JSON.parse(row.body)
  return {
    ...body,
    id: row.id,
    caseId: row.caseId,
    kind: row.kind,
    round: row.round,
    state: row.state,
    ruleId: row.ruleId,
    calendarId: row.calendarId,
    startedAt: row.startedAt,
    dueAt: row.dueAt,
    isProvisional: row.isProvisional === 1,
    signals,
    ...(row.breachedAt === null ? {} : { breachedAt: row.breachedAt }),
    ...(row.stoppedAt === null ? {} : { stoppedAt: row.stoppedAt }),
  }
}

/** All clocks of a case with the signals they have given, in the order they are due. */
export async function clocksOf(db: Db, caseId: string): Promise<StoredClock[]> {
  const rows = await db
    .selectFrom('clocks')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('round')
    .orderBy('dueAt')
    .orderBy('id')
    .execute()
  const ids = rows.map((row) => row.id)
  const signals = await signalsOf(db, ids)
  return rows.map((row) =>
    toClock(
      row,
      signals.filter((signal) => signal.clockId === row.id).map(({ percent, at }) => ({ percent, at })),
    ),
  )
}

/** What clocks have told so far: when it was true and when it was written down. */
export async function signalsOf(db: Db, clockIds: readonly string[]): Promise<Row<'clockSignals'>[]> {
  if (clockIds.length === 0) return []
  return db
    .selectFrom('clockSignals')
    .selectAll()
    .where('clockId', 'in', [...clockIds])
    .orderBy('percent')
    .execute()
}

/** A new clock, brought up to now. */
export type NewClock = { id: string; caseId: string; to: SettledClock }

/** Saves new clocks, each already brought up to now. */
export async function insertClocks(db: Db, started: readonly NewClock[], now: Instant): Promise<void> {
  if (started.length === 0) return
  await db
    .insertInto('clocks')
    .values(started.map(({ id, caseId, to }) => clockRow({ ...to.clock, id, caseId }, to.nextCheckAt)))
    .execute()
  await insertSignals(
    db,
    started.flatMap(({ id, caseId, to }) => to.signals.map((signal) => ({ clock: { id, caseId }, signal }))),
    now,
  )
}

/** Saves one clock after a step; signals that lie after its true end never happened. */
export async function saveClock(
  db: Db,
  id: string,
  caseId: string,
  { clock, signals, nextCheckAt: next }: SettledClock,
  now: Instant,
): Promise<void> {
  const stored = { ...clock, id, caseId }
  const { id: _id, caseId: _case, ...change } = clockRow(stored, next)
  await db.updateTable('clocks').set(change).where('id', '=', id).executeTakeFirstOrThrow()
  if (clock.stoppedAt !== undefined) {
    await db.deleteFrom('clockSignals').where('clockId', '=', id).where('at', '>=', clock.stoppedAt).execute()
  }
  await insertSignals(
    db,
    signals.map((signal) => ({ clock: stored, signal })),
    now,
  )
}

async function insertSignals(
  db: Db,
  list: { clock: { id: string; caseId: string }; signal: ClockSignal }[],
  now: Instant,
): Promise<void> {
  if (list.length === 0) return
  await db
    .insertInto('clockSignals')
    .values(
      list.map(({ clock, signal }) => ({
        clockId: clock.id,
        percent: signal.percent,
        caseId: clock.caseId,
        at: signal.at,
        recordedAt: now,
      })),
    )
    .execute()
}
