import type { Db, Row } from '../store/types.ts'

export type GoalRecord = Row<'goals'>
export type PointRecord = Row<'goalPoints'>

export async function listGoals(db: Db): Promise<GoalRecord[]> {
  return db.selectFrom('goals').selectAll().orderBy('createdAt').orderBy('id').execute()
}

export async function findGoal(db: Db, id: string): Promise<GoalRecord | undefined> {
  return db.selectFrom('goals').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertGoal(db: Db, row: GoalRecord): Promise<void> {
  await db.insertInto('goals').values(row).execute()
}

export async function updateGoal(db: Db, id: string, change: Partial<GoalRecord>): Promise<void> {
  await db.updateTable('goals').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** What was measured of goals, oldest first; of one day, what was recorded last comes last. */
export async function pointsOf(db: Db, goalIds: readonly string[]): Promise<PointRecord[]> {
  if (goalIds.length === 0) return []
  return db
    .selectFrom('goalPoints')
    .selectAll()
    .where('goalId', 'in', [...goalIds])
    .orderBy('day')
    .orderBy('recordedAt')
    .orderBy('id')
    .execute()
}

export async function insertPoint(db: Db, row: PointRecord): Promise<void> {
  await db.insertInto('goalPoints').values(row).execute()
}
