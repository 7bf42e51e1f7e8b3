import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type NeedRecord = Row<'trainingNeeds'>

export async function insertNeed(db: Db, row: NeedRecord): Promise<void> {
  await db.insertInto('trainingNeeds').values(row).execute()
}

export async function needsOfMonth(db: Db, month: string): Promise<NeedRecord[]> {
  return db
    .selectFrom('trainingNeeds')
    .selectAll()
    .where('month', '=', month)
    .orderBy('decidedAt')
    .orderBy('id')
    .execute()
}

/** Confirmed needs that a training answers. */
export async function needsOfTraining(db: Db, trainingId: string): Promise<NeedRecord[]> {
  return db
    .selectFrom('trainingNeeds')
    .selectAll()
    .where('trainingId', '=', trainingId)
    .where('decision', '=', 'accepted')
    .execute()
}

/** Complaints received in a stretch of time with their cause and who has them in hand. */
export async function causedComplaints(db: Db, { from, to }: { from: Instant; to: Instant }) {
  return db
    .selectFrom('caseCauses')
    .innerJoin('cases', 'cases.id', 'caseCauses.caseId')
    .select(['caseCauses.code', 'cases.ownerId'])
    .where('caseCauses.kind', '=', 'complaint')
    .where('caseCauses.receivedAt', '>=', from)
    .where('caseCauses.receivedAt', '<', to)
    .execute()
}
