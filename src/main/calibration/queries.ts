import type { Db, Row } from '../store/types.ts'

export type SessionRecord = Row<'calibrations'>
export type SubjectRecord = Row<'calibrationSubjects'>
export type MarkRecord = Row<'calibrationMarks'>

export async function insertSession(
  db: Db,
  row: SessionRecord,
  raters: readonly string[],
  subjects: readonly SubjectRecord[],
): Promise<void> {
  await db.insertInto('calibrations').values(row).execute()
  await db
    .insertInto('calibrationRaters')
    .values(raters.map((userId) => ({ calibrationId: row.id, userId })))
    .execute()
  await db.insertInto('calibrationSubjects').values(subjects).execute()
}

export async function findSession(db: Db, id: string): Promise<SessionRecord | undefined> {
  return db.selectFrom('calibrations').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The sessions, the newest first. */
export async function listSessions(db: Db, limit: number): Promise<SessionRecord[]> {
  return db
    .selectFrom('calibrations')
    .selectAll()
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function updateSession(db: Db, id: string, change: Partial<SessionRecord>): Promise<void> {
  await db.updateTable('calibrations').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function ratersOf(db: Db, ids: readonly string[]): Promise<Row<'calibrationRaters'>[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('calibrationRaters')
    .selectAll()
    .where('calibrationId', 'in', [...ids])
    .orderBy('userId')
    .execute()
}

export async function subjectsOf(db: Db, ids: readonly string[]): Promise<SubjectRecord[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('calibrationSubjects')
    .selectAll()
    .where('calibrationId', 'in', [...ids])
    .orderBy('calibrationId')
    .orderBy('place')
    .execute()
}

export async function findSubject(db: Db, id: string): Promise<SubjectRecord | undefined> {
  return db.selectFrom('calibrationSubjects').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function marksOf(db: Db, subjectIds: readonly string[]): Promise<MarkRecord[]> {
  if (subjectIds.length === 0) return []
  return db
    .selectFrom('calibrationMarks')
    .selectAll()
    .where('subjectId', 'in', [...subjectIds])
    .orderBy('userId')
    .execute()
}

/** A reader's judgement of a subject, in the place of the one before. */
export async function putMark(db: Db, row: MarkRecord): Promise<void> {
  const { marks, comment, total, at } = row
  await db
    .insertInto('calibrationMarks')
    .values(row)
    .onConflict((conflict) => conflict.columns(['subjectId', 'userId']).doUpdateSet({ marks, comment, total, at }))
    .execute()
}

export async function insertAmendment(db: Db, row: Row<'calibrationAmendments'>): Promise<void> {
  await db.insertInto('calibrationAmendments').values(row).execute()
}

export async function amendmentsOf(db: Db, calibrationId: string): Promise<Row<'calibrationAmendments'>[]> {
  return db
    .selectFrom('calibrationAmendments')
    .selectAll()
    .where('calibrationId', '=', calibrationId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}
