import type { Day } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type MeetingRecord = Row<'meetings'>
export type MeetingPersonRecord = Row<'meetingPeople'>

export async function insertMeeting(db: Db, row: MeetingRecord): Promise<void> {
  await db.insertInto('meetings').values(row).execute()
}

export async function findMeeting(db: Db, id: string): Promise<MeetingRecord | undefined> {
  return db.selectFrom('meetings').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function meetingOfWeek(db: Db, weekDay: Day): Promise<MeetingRecord | undefined> {
  return db.selectFrom('meetings').selectAll().where('weekDay', '=', weekDay).executeTakeFirst()
}

/** The meeting before a week. */
export async function meetingBefore(db: Db, weekDay: Day): Promise<MeetingRecord | undefined> {
  return db
    .selectFrom('meetings')
    .selectAll()
    .where('weekDay', '<', weekDay)
    .orderBy('weekDay', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function listMeetings(db: Db, limit: number): Promise<MeetingRecord[]> {
  return db.selectFrom('meetings').selectAll().orderBy('weekDay', 'desc').limit(limit).execute()
}

export async function updateMeeting(db: Db, id: string, change: Partial<MeetingRecord>): Promise<void> {
  await db.updateTable('meetings').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function peopleOf(db: Db, ids: readonly string[]): Promise<MeetingPersonRecord[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('meetingPeople')
    .selectAll()
    .where('meetingId', 'in', [...ids])
    .execute()
}

/** Writes anew who belongs to a meeting. */
export async function replacePeople(db: Db, id: string, people: readonly MeetingPersonRecord[]): Promise<void> {
  await db.deleteFrom('meetingPeople').where('meetingId', '=', id).execute()
  if (people.length > 0)
    await db
      .insertInto('meetingPeople')
      .values([...people])
      .execute()
}

export async function acknowledge(db: Db, meetingId: string, userId: string, at: number): Promise<void> {
  await db
    .updateTable('meetingPeople')
    .set({ acknowledgedAt: at })
    .where('meetingId', '=', meetingId)
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow()
}

/** How many tasks each meeting gave, and how many of them are done. */
export async function taskCounts(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('todos')
    .select(({ fn }) => ['sourceId', 'state', fn.countAll<number>().as('count')])
    .where('sourceId', 'in', [...ids])
    .where('state', '!=', 'dropped')
    .groupBy(['sourceId', 'state'])
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** Everybody who works with cases. */
export async function staffOf(db: Db): Promise<{ id: string; name: string; role: string; leadId: string | null }[]> {
  return db
    .selectFrom('users')
    .select(['id', 'name', 'role', 'leadId'])
    .where('role', '!=', 'admin')
    .where('status', '=', 'active')
    .orderBy('name')
    .execute()
}
