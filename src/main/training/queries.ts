import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type PlanRecord = Row<'trainingPlans'>
export type TrainingRecord = Row<'trainings'>
export type SessionRecord = Row<'trainingSessions'>
export type PersonRecord = Row<'trainingPeople'>

export async function findPlan(db: Db, year: number): Promise<PlanRecord | undefined> {
  return db.selectFrom('trainingPlans').selectAll().where('year', '=', year).executeTakeFirst()
}

export async function planById(db: Db, id: string): Promise<PlanRecord> {
  return db.selectFrom('trainingPlans').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

export async function insertPlan(db: Db, row: PlanRecord): Promise<void> {
  await db.insertInto('trainingPlans').values(row).execute()
}

export async function updatePlan(db: Db, id: string, change: Partial<PlanRecord>): Promise<void> {
  await db.updateTable('trainingPlans').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function findTraining(db: Db, id: string): Promise<TrainingRecord | undefined> {
  return db.selectFrom('trainings').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function trainingsOf(db: Db, planId: string): Promise<TrainingRecord[]> {
  return db
    .selectFrom('trainings')
    .selectAll()
    .where('planId', '=', planId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

export async function trainingsByIds(db: Db, ids: readonly string[]): Promise<TrainingRecord[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('trainings')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
}

export async function insertTraining(db: Db, row: TrainingRecord): Promise<void> {
  await db.insertInto('trainings').values(row).execute()
}

export async function updateTraining(db: Db, id: string, change: Partial<TrainingRecord>): Promise<void> {
  await db.updateTable('trainings').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function sessionsOfTrainings(db: Db, ids: readonly string[]): Promise<SessionRecord[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('trainingSessions')
    .selectAll()
    .where('trainingId', 'in', [...ids])
    .orderBy('trainingId')
    .orderBy('place')
    .execute()
}

export async function findSession(db: Db, id: string): Promise<SessionRecord | undefined> {
  return db.selectFrom('trainingSessions').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertSessions(db: Db, rows: readonly SessionRecord[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('trainingSessions').values(rows).execute()
}

export async function updateSession(db: Db, id: string, change: Partial<SessionRecord>): Promise<void> {
  await db.updateTable('trainingSessions').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function deleteSessions(db: Db, trainingId: string): Promise<void> {
  await db.deleteFrom('trainingSessions').where('trainingId', '=', trainingId).execute()
}

export async function peopleOf(db: Db, sessionIds: readonly string[]): Promise<PersonRecord[]> {
  if (sessionIds.length === 0) return []
  return db
    .selectFrom('trainingPeople')
    .selectAll()
    .where('sessionId', 'in', [...sessionIds])
    .orderBy('invitedAt')
    .orderBy('userId')
    .execute()
}

export async function invitedTo(db: Db, userId: string): Promise<PersonRecord[]> {
  return db.selectFrom('trainingPeople').selectAll().where('userId', '=', userId).execute()
}

export async function insertPeople(db: Db, rows: readonly PersonRecord[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('trainingPeople').values(rows).execute()
}

export async function updatePerson(
  db: Db,
  { sessionId, userId }: Pick<PersonRecord, 'sessionId' | 'userId'>,
  change: Partial<PersonRecord>,
): Promise<void> {
  await db
    .updateTable('trainingPeople')
    .set(change)
    .where('sessionId', '=', sessionId)
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow()
}

/** Released case studies by id. */
export async function studiesByIds(db: Db, ids: readonly string[]): Promise<{ id: string; title: string }[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('caseStudies')
    .select(['id', 'title'])
    .where('id', 'in', [...new Set(ids)])
    .where('state', '=', 'released')
    .orderBy('pickedAt')
    .execute()
}

/** Quality points given to these people. */
export async function qualityOf(db: Db, userIds: readonly string[]): Promise<{ at: Instant; total: number }[]> {
  if (userIds.length === 0) return []
  return db
    .selectFrom('caseReviews')
    .select(['reviewedAt as at', 'total'])
    .where('agentId', 'in', [...new Set(userIds)])
    .execute()
}
