import type { Db, Row } from '../store/types.ts'

export type PlanRecord = Row<'plans'>
export type MilestoneRecord = Row<'planMilestones'>

/** Every version of a case's plan, newest first. */
export async function versionsOf(db: Db, caseId: string): Promise<PlanRecord[]> {
  return db.selectFrom('plans').selectAll().where('caseId', '=', caseId).orderBy('version', 'desc').execute()
}

export async function insertPlan(db: Db, row: PlanRecord): Promise<void> {
  await db.insertInto('plans').values(row).execute()
}

export async function updatePlan(db: Db, id: string, change: Partial<PlanRecord>): Promise<void> {
  await db.updateTable('plans').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function milestonesOf(db: Db, ids: readonly string[]): Promise<MilestoneRecord[]> {
  if (ids.length === 0) return []
  return db.selectFrom('planMilestones').selectAll().where('planId', 'in', ids).orderBy('seq').execute()
}

/** Puts milestones in the place of those that a version had. */
export async function replaceMilestones(
  db: Db,
  planId: string,
  rows: readonly Omit<MilestoneRecord, 'planId' | 'seq'>[],
) {
  await db.deleteFrom('planMilestones').where('planId', '=', planId).execute()
  if (rows.length === 0) return
  const numbered = rows.map((row, i) => ({ planId, seq: i + 1, ...row }))
  await db.insertInto('planMilestones').values(numbered).execute()
}

export async function finishMilestone(
  db: Db,
  planId: string,
  seq: number,
  done: Pick<MilestoneRecord, 'doneAt' | 'doneBy' | 'doneText'>,
): Promise<void> {
  await db
    .updateTable('planMilestones')
    .set(done)
    .where('planId', '=', planId)
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow()
}

/** Plans that wait for approval, oldest first, with the tier of their customer. */
export async function submittedPlans(db: Db, limit: number) {
  return db
    .selectFrom('plans')
    .innerJoin('cases', 'cases.id', 'plans.caseId')
    .where('plans.status', '=', 'submitted')
    .selectAll('plans')
    .select(['cases.number as caseNumber', 'cases.tierAtOpening as tier'])
    .orderBy('plans.submittedAt')
    .orderBy('plans.id')
    .limit(limit)
    .execute()
}
