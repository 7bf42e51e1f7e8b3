import type { Db, Row } from '../store/types.ts'

export type WorkPlanRecord = Row<'workPlans'>
export type WorkPlanItemRecord = Row<'workPlanItems'>
export type StrategyRecord = Row<'strategies'>

export async function insertPlan(db: Db, row: WorkPlanRecord): Promise<void> {
  await db.insertInto('workPlans').values(row).execute()
}

export async function findPlan(db: Db, id: string): Promise<WorkPlanRecord | undefined> {
  return db.selectFrom('workPlans').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function updatePlan(db: Db, id: string, change: Partial<WorkPlanRecord>): Promise<void> {
  await db.updateTable('workPlans').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Plans, those that run first, the newest first. */
export async function listPlans(db: Db, withClosed: boolean): Promise<WorkPlanRecord[]> {
  let query = db.selectFrom('workPlans').selectAll()
  if (!withClosed) query = query.where('state', '=', 'open')
  return query.orderBy('state', 'desc').orderBy('fromDay', 'desc').orderBy('id').limit(200).execute()
}

export async function itemsOf(db: Db, ids: readonly string[]): Promise<WorkPlanItemRecord[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('workPlanItems')
    .selectAll()
    .where('planId', 'in', [...ids])
    .orderBy('planId')
    .orderBy('place')
    .execute()
}

export async function findItem(db: Db, id: string): Promise<WorkPlanItemRecord | undefined> {
  return db.selectFrom('workPlanItems').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertItem(db: Db, row: WorkPlanItemRecord): Promise<void> {
  await db.insertInto('workPlanItems').values(row).execute()
}

export async function updateItem(db: Db, id: string, change: Partial<WorkPlanItemRecord>): Promise<void> {
  await db.updateTable('workPlanItems').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function insertStrategy(db: Db, row: StrategyRecord): Promise<void> {
  await db.insertInto('strategies').values(row).execute()
}

export async function findStrategy(db: Db, id: string): Promise<StrategyRecord | undefined> {
  return db.selectFrom('strategies').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function updateStrategy(db: Db, id: string, change: Partial<StrategyRecord>): Promise<void> {
  await db.updateTable('strategies').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function listStrategies(db: Db): Promise<StrategyRecord[]> {
  return db
    .selectFrom('strategies')
    .selectAll()
    .orderBy('state', 'desc')
    .orderBy('fromDay', 'desc')
    .limit(200)
    .execute()
}
