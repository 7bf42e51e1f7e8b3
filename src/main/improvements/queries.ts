import type { ImprovementKind, ImprovementState } from '../../shared/improvements/words.ts'
import type { Day } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type ImprovementRecord = Row<'improvements'>
export type MeasureRecord = Row<'improvementMeasures'>
export type TraineeRecord = Row<'improvementTrainees'>

export type ImprovementFilter = {
  states: readonly ImprovementState[]
  kind: ImprovementKind | null
  ownerId: string | null
  /** Only those whose day is before this one. */
  dueBefore: Day | null
}

/** Improvements by their day, those without one last. */
export async function listImprovements(db: Db, filter: ImprovementFilter): Promise<ImprovementRecord[]> {
  let query = db
    .selectFrom('improvements')
    .selectAll()
    .where('state', 'in', [...filter.states])
  if (filter.kind !== null) query = query.where('kind', '=', filter.kind)
  if (filter.ownerId !== null) query = query.where('ownerId', '=', filter.ownerId)
  if (filter.dueBefore !== null) query = query.where('dueDay', '<', filter.dueBefore)
  return query.orderBy('number', 'desc').execute()
}

export async function improvementsOf(db: Db, sourceKind: string, ids: readonly string[]): Promise<ImprovementRecord[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('improvements')
    .selectAll()
    .where('sourceKind', '=', sourceKind)
    .where('sourceId', 'in', [...ids])
    .orderBy('number')
    .execute()
}

export async function findImprovement(db: Db, id: string): Promise<ImprovementRecord | undefined> {
  return db.selectFrom('improvements').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertImprovement(db: Db, row: ImprovementRecord): Promise<void> {
  await db.insertInto('improvements').values(row).execute()
}

export async function updateImprovement(db: Db, id: string, change: Partial<ImprovementRecord>): Promise<void> {
  await db.updateTable('improvements').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function measuresOf(db: Db, improvementId: string): Promise<MeasureRecord[]> {
  return db
    .selectFrom('improvementMeasures')
    .selectAll()
    .where('improvementId', '=', improvementId)
    .orderBy('place')
    .execute()
}

export async function insertMeasure(db: Db, row: MeasureRecord): Promise<void> {
  await db.insertInto('improvementMeasures').values(row).execute()
}

export async function updateMeasure(db: Db, id: string, change: Partial<MeasureRecord>): Promise<void> {
  await db.updateTable('improvementMeasures').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function traineesOf(db: Db, improvementId: string): Promise<TraineeRecord[]> {
  return db
    .selectFrom('improvementTrainees')
    .selectAll()
    .where('improvementId', '=', improvementId)
    .orderBy('userId')
    .execute()
}

export async function insertTrainees(db: Db, improvementId: string, people: readonly string[]): Promise<void> {
  if (people.length === 0) return
  await db
    .insertInto('improvementTrainees')
    .values(people.map((userId) => ({ improvementId, userId, trainedDay: null, recordedBy: null })))
    .execute()
}

export async function updateTrainee(db: Db, { improvementId, userId, ...change }: TraineeRecord): Promise<void> {
  await db
    .updateTable('improvementTrainees')
    .set(change)
    .where('improvementId', '=', improvementId)
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow()
}

export async function eventsOf(db: Db, improvementId: string): Promise<Row<'improvementEvents'>[]> {
  return db
    .selectFrom('improvementEvents')
    .selectAll()
    .where('improvementId', '=', improvementId)
    .orderBy('seq')
    .execute()
}

/** Adds to the history of an improvement. */
export async function insertEvent(db: Db, event: Omit<Row<'improvementEvents'>, 'seq'>): Promise<void> {
  const last = await db
    .selectFrom('improvementEvents')
    .select('seq')
    .where('improvementId', '=', event.improvementId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  await db
    .insertInto('improvementEvents')
    .values({ ...event, seq: (last?.seq ?? 0) + 1 })
    .execute()
}

/** Whether a policy's version, draft or in force, exists. */
export async function isPolicyThere(db: Db, id: string): Promise<boolean> {
  const version = await db.selectFrom('policyVersions').select('id').where('id', '=', id).executeTakeFirst()
  if (version) return true
  return (await db.selectFrom('policies').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}
