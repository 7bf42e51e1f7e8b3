import type { Tone } from '../../shared/improvements/loop-words.ts'
import type { Db, Row } from '../store/types.ts'

export type FeedbackRecord = Row<'customerFeedback'>
export type DeedRecord = Row<'staffDeeds'>
export type PrincipleRecord = Row<'loopPrinciples'>

export async function listFeedback(db: Db, tone: Tone | null, limit: number): Promise<FeedbackRecord[]> {
  let query = db.selectFrom('customerFeedback').selectAll()
  if (tone !== null) query = query.where('tone', '=', tone)
  return query.orderBy('day', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

export async function insertFeedback(db: Db, row: FeedbackRecord): Promise<void> {
  await db.insertInto('customerFeedback').values(row).execute()
}

/** Every version of every principle, newest first within each. */
export async function listPrinciples(db: Db): Promise<PrincipleRecord[]> {
  return db.selectFrom('loopPrinciples').selectAll().orderBy('place').orderBy('version', 'desc').execute()
}

export async function insertPrinciple(db: Db, row: PrincipleRecord): Promise<void> {
  await db.insertInto('loopPrinciples').values(row).execute()
}

export async function listDeeds(db: Db, userId: string | null): Promise<DeedRecord[]> {
  let query = db.selectFrom('staffDeeds').selectAll()
  if (userId !== null) query = query.where('userId', '=', userId)
  return query.orderBy('day', 'desc').orderBy('id').execute()
}

export async function findDeed(db: Db, id: string): Promise<DeedRecord | undefined> {
  return db.selectFrom('staffDeeds').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertDeed(db: Db, row: DeedRecord): Promise<void> {
  await db.insertInto('staffDeeds').values(row).execute()
}

export async function markDeedSeen(db: Db, id: string): Promise<void> {
  await db.updateTable('staffDeeds').set({ isSeen: 1 }).where('id', '=', id).executeTakeFirstOrThrow()
}
