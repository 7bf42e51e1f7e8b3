import type { Instant } from '../../shared/time.ts'
import type { Db } from '../store/types.ts'

/** Notes that a person has had a case on the screen as it was then, with whatever named that person in it. */
export async function markRead(db: Db, userId: string, caseId: string, seq: number, at: Instant): Promise<void> {
  await db
    .insertInto('caseReads')
    .values({ userId, caseId, seq, at })
    .onConflict((conflict) => conflict.columns(['userId', 'caseId']).doUpdateSet({ seq, at }))
    .execute()
  await db
    .updateTable('mentions')
    .set({ seenAt: at })
    .where('userId', '=', userId)
    .where('caseId', '=', caseId)
    .where('seenAt', 'is', null)
    .execute()
}

/** Which of the cases a person has opened at some time. */
export async function readsOf(db: Db, userId: string, caseIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('caseReads')
    .select('caseId')
    .where('userId', '=', userId)
    .where('caseId', 'in', [...caseIds])
    .execute()
  return rows.map(({ caseId }) => caseId)
}

/** Cases in whose logs others have written since a person last had them open. */
export async function changedByOthers(db: Db, userId: string, caseIds: readonly string[]): Promise<string[]> {
  if (caseIds.length === 0) return []
  const rows = await db
    .selectFrom('caseReads')
    .innerJoin('caseEvents', 'caseEvents.caseId', 'caseReads.caseId')
    .select('caseReads.caseId')
    .distinct()
    .where('userId', '=', userId)
    .where('caseReads.caseId', 'in', [...caseIds])
    .whereRef('caseEvents.seq', '>', 'caseReads.seq')
    .where('caseEvents.actorId', '!=', userId)
    .execute()
  return rows.map(({ caseId }) => caseId)
}

/** Cases with notes that name a person who has not read them yet. */
export async function newMentionsIn(db: Db, userId: string, caseIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('mentions')
    .select('caseId')
    .distinct()
    .where('userId', '=', userId)
    .where('seenAt', 'is', null)
    .where('caseId', 'in', [...caseIds])
    .execute()
  return rows.map(({ caseId }) => caseId)
}

/** Notes that name a person, newest first. */
export async function mentionsOf(db: Db, userId: string, onlyNew: boolean, limit: number) {
  let query = db
    .selectFrom('mentions')
    .innerJoin('caseEvents', (join) =>
      join.onRef('caseEvents.caseId', '=', 'mentions.caseId').onRef('caseEvents.seq', '=', 'mentions.seq'),
    )
    .select(['mentions.caseId', 'mentions.at', 'mentions.byId', 'mentions.seenAt', 'caseEvents.data'])
    .where('mentions.userId', '=', userId)
    .orderBy('mentions.at', 'desc')
    .limit(limit)
  if (onlyNew) query = query.where('mentions.seenAt', 'is', null)
  return query.execute()
}
