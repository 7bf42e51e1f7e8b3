import type { CalendarDeed } from '../../shared/calendars/contract.ts'
import type { Calendar } from '../../shared/calendars/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type CalendarRow = Row<'calendars'>
export type VersionLine = Omit<Row<'calendarVersions'>, 'body'> & { actorName: string | null }

export async function calendarRows(db: Db): Promise<CalendarRow[]> {
  return db.selectFrom('calendars').selectAll().orderBy('id').execute()
}

export async function calendarRow(db: Db, id: string): Promise<CalendarRow | undefined> {
  return db.selectFrom('calendars').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The number of every calendar's present state; a calendar that never changed is in its first. */
export async function versionNumbers(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('calendarVersions')
    .select((eb) => ['calendarId', eb.fn.max('version').as('version')])
    .groupBy('calendarId')
    .execute()
  return new Map(rows.map((row) => [row.calendarId, Number(row.version)]))
}

export async function versionLines(db: Db, id: string): Promise<VersionLine[]> {
  return db
    .selectFrom('calendarVersions')
    .leftJoin('users', 'users.id', 'calendarVersions.actorId')
    .select([
      'calendarVersions.calendarId',
      'calendarVersions.version',
      'calendarVersions.at',
      'calendarVersions.actorId',
      'calendarVersions.deed',
      'calendarVersions.reason',
      'calendarVersions.source',
      'users.name as actorName',
    ])
    .where('calendarVersions.calendarId', '=', id)
    .orderBy('calendarVersions.version', 'desc')
    .execute()
}

export type NewState = {
  calendar: Calendar
  version: number
  at: Instant
  actorId: string
  deed: CalendarDeed
  reason: string
  source: string
}

/** Adds a state of a calendar; states are never changed, so that a due time can be worked out as it was then. */
export async function insertState(db: Db, { calendar, ...rest }: NewState): Promise<void> {
  await db
    .insertInto('calendarVersions')
    .values({ calendarId: calendar.id, body: JSON.stringify(calendar), ...rest })
    .execute()
}

export async function putCalendar(db: Db, calendar: Calendar, now: Instant): Promise<void> {
  const row = { body: JSON.stringify(calendar), updatedAt: now }
  await db
    .insertInto('calendars')
    .values({ id: calendar.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

/** Cases that are still open, by id: the only ones that can have a running limit. */
export async function openCaseIds(db: Db): Promise<string[]> {
  return (await db.selectFrom('cases').select('id').where('isOpen', '=', 1).orderBy('id').execute()).map(({ id }) => id)
}

/** Those of some cases that have an open clock on a calendar. */
export async function casesOnCalendar(db: Db, caseIds: readonly string[], calendarId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('clocks')
    .select('caseId')
    .distinct()
    .where('caseId', 'in', [...caseIds])
    .where('calendarId', '=', calendarId)
    .where('state', 'in', ['running', 'paused'])
    .orderBy('caseId')
    .execute()
  return rows.map((row) => row.caseId)
}

export async function caseRow(db: Db, id: string): Promise<Row<'cases'>> {
  return db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}
