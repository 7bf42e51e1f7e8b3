import { type Calendar, calendar } from '../../shared/calendars/model.ts'
import type { Instant } from '../../shared/time.ts'
import { parts } from '../store/parts.ts'
import type { Db, Row } from '../store/types.ts'

/** Cases in the order of their ids, with all that is stored of each. */
export type CaseStored = {
  row: Row<'cases'>
  events: Row<'caseEvents'>[]
  clocks: Row<'clocks'>[]
  signals: Row<'clockSignals'>[]
}

/** How many cases and entries a replay of all would read. */
export async function countToReplay(db: Db): Promise<number> {
  const row = await db
    .selectFrom('cases')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** The next cases after an id, or one case alone. */
export async function casesToReplay(db: Db, after: string, limit: number, only?: string): Promise<CaseStored[]> {
  let query = db.selectFrom('cases').selectAll().where('id', '>', after).orderBy('id').limit(limit)
  if (only !== undefined) query = query.where('id', '=', only)
  const rows = await query.execute()
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const events = await db
    .selectFrom('caseEvents')
    .selectAll()
    .where('caseId', 'in', ids)
    .orderBy('caseId')
    .orderBy('seq')
    .execute()
  const clocks = await db.selectFrom('clocks').selectAll().where('caseId', 'in', ids).execute()
  const clockIds = clocks.map((clock) => clock.id)
  const signals: Row<'clockSignals'>[] = []
  for (const part of parts(clockIds)) {
    signals.push(...(await db.selectFrom('clockSignals').selectAll().where('clockId', 'in', part).execute()))
  }
  const caseOf = new Map(clocks.map((clock) => [clock.id, clock.caseId]))
  const byCase = {
    events: Map.groupBy(events, ({ caseId }) => caseId),
    clocks: Map.groupBy(clocks, ({ caseId }) => caseId),
    signals: Map.groupBy(signals, ({ clockId }) => caseOf.get(clockId) ?? ''),
  }
  return rows.map((row) => ({
    row,
    events: byCase.events.get(row.id) ?? [],
    clocks: byCase.clocks.get(row.id) ?? [],
    signals: byCase.signals.get(row.id) ?? [],
  }))
}

/** A calendar as it was from a moment on. */
export type CalendarState = { id: string; version: number; at: Instant; calendar: Calendar }

/** Every state that the calendars ever had, oldest first. */
export async function calendarStates(db: Db): Promise<CalendarState[]> {
  const rows = await db
    .selectFrom('calendarVersions')
    .select(['calendarId', 'version', 'at', 'body'])
    .orderBy('calendarId')
    .orderBy('version')
    .execute()
  return rows.map(({ calendarId, version, at, body }) => ({
    id: calendarId,
    version,
    at,
    calendar: calendar.parse(JSON.parse(body)),
  }))
}
