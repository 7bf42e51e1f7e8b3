import type { Post } from '../../shared/careers/words.ts'
import type { Day, Instant } from '../../shared/time.ts'
import { parts } from '../store/parts.ts'
import type { Db, Row } from '../store/types.ts'

type TrainingFacts = Pick<Row<'trainings'>, 'id' | 'title' | 'way' | 'effect'> & { year: number }

function trainingFacts(db: Db) {
  return db
    .selectFrom('trainings')
    .innerJoin('trainingPlans', 'trainingPlans.id', 'trainings.planId')
    .select(['trainings.id', 'trainings.title', 'trainings.way', 'trainings.effect', 'trainingPlans.year'])
}

export async function trainingsOfYear(db: Db, year: number): Promise<TrainingFacts[]> {
  return trainingFacts(db)
    .where('trainingPlans.year', '=', year)
    .orderBy('trainings.createdAt')
    .orderBy('trainings.id')
    .execute()
}

export async function findTrainingFacts(db: Db, id: string): Promise<TrainingFacts | undefined> {
  return trainingFacts(db).where('trainings.id', '=', id).executeTakeFirst()
}

export async function trainingTitles(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const some of parts([...new Set(ids)]))
    for (const { id, title } of await db
      .selectFrom('trainings')
      .select(['id', 'title'])
      .where('id', 'in', some)
      .execute())
      found.set(id, title)
  return found
}

export async function coursesOf(db: Db, trainingIds: readonly string[]): Promise<Row<'courses'>[]> {
  const found: Row<'courses'>[] = []
  for (const some of parts(trainingIds))
    found.push(...(await db.selectFrom('courses').selectAll().where('trainingId', 'in', some).execute()))
  return found
}

export async function postsOfCourses(db: Db, trainingIds: readonly string[]): Promise<Row<'postCourses'>[]> {
  const found: Row<'postCourses'>[] = []
  for (const some of parts(trainingIds))
    found.push(...(await db.selectFrom('postCourses').selectAll().where('trainingId', 'in', some).execute()))
  return found
}

export async function coursesForPost(db: Db, post: Post): Promise<{ trainingId: string; title: string }[]> {
  return db
    .selectFrom('postCourses')
    .innerJoin('trainings', 'trainings.id', 'postCourses.trainingId')
    .select(['trainings.id as trainingId', 'trainings.title'])
    .where('postCourses.post', '=', post)
    .orderBy('trainings.createdAt')
    .orderBy('trainings.id')
    .execute()
}

export async function saveCourse(db: Db, row: Row<'courses'>, posts: readonly Post[]): Promise<void> {
  const { trainingId, ...change } = row
  await db
    .insertInto('courses')
    .values(row)
    .onConflict((conflict) => conflict.column('trainingId').doUpdateSet(change))
    .execute()
  await db.deleteFrom('postCourses').where('trainingId', '=', trainingId).execute()
  if (posts.length > 0)
    await db
      .insertInto('postCourses')
      .values(posts.map((post) => ({ post, trainingId })))
      .execute()
}

export async function attendedCounts(db: Db, trainingIds: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const some of parts(trainingIds)) {
    const rows = await db
      .selectFrom('trainingSessions as session')
      .innerJoin('trainingPeople as person', 'person.sessionId', 'session.id')
      .select((eb) => ['session.trainingId', eb.fn.countAll<number>().as('count')])
      .where('session.trainingId', 'in', some)
      .where('person.attendance', '=', 'attended')
      .groupBy('session.trainingId')
      .execute()
    for (const { trainingId, count } of rows) found.set(trainingId, Number(count))
  }
  return found
}

export async function projectTitles(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('projects')
    .select(['id', 'title'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

export async function activitiesBetween(db: Db, from: Day, to: Day): Promise<Row<'staffActivities'>[]> {
  return db
    .selectFrom('staffActivities')
    .selectAll()
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day', 'desc')
    .orderBy('id')
    .execute()
}

export async function peopleOfActivities(db: Db, ids: readonly string[]): Promise<Row<'staffActivityPeople'>[]> {
  const found: Row<'staffActivityPeople'>[] = []
  for (const some of parts(ids))
    found.push(
      ...(await db
        .selectFrom('staffActivityPeople')
        .selectAll()
        .where('activityId', 'in', some)
        .orderBy('userId')
        .execute()),
    )
  return found
}

export async function insertActivity(db: Db, row: Row<'staffActivities'>, userIds: readonly string[]): Promise<void> {
  await db.insertInto('staffActivities').values(row).execute()
  await db
    .insertInto('staffActivityPeople')
    .values([...new Set(userIds)].map((userId) => ({ activityId: row.id, userId })))
    .execute()
}

export async function shiftsOn(db: Db, day: Day): Promise<Row<'staffShifts'>[]> {
  return db
    .selectFrom('staffShifts')
    .selectAll()
    .where('day', '=', day)
    .orderBy('startMinute')
    .orderBy('userId')
    .execute()
}

export async function replaceShift(
  db: Db,
  { userId, day }: { userId: string; day: Day },
  row: Row<'staffShifts'> | null,
): Promise<void> {
  await db.deleteFrom('staffShifts').where('day', '=', day).where('userId', '=', userId).execute()
  if (row) await db.insertInto('staffShifts').values(row).execute()
}

export type CallTimes = Pick<Row<'calls'>, 'startedAt' | 'talkMs' | 'holdMs' | 'wrapUpMs'>

/** Calls that came in between two moments. */
export async function callsBetween(db: Db, from: Instant, to: Instant): Promise<CallTimes[]> {
  return db
    .selectFrom('calls')
    .select(['startedAt', 'talkMs', 'holdMs', 'wrapUpMs'])
    .where('direction', '=', 'inbound')
    .where('startedAt', '>=', from)
    .where('startedAt', '<', to)
    .execute()
}
