import type { FollowUp } from '../../shared/cases/views.ts'
import type { CallId, CaseId, MemberId, UserId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export async function insertFollowUps(db: Db, rows: readonly Row<'followUps'>[]): Promise<void> {
  if (rows.length > 0)
    await db
      .insertInto('followUps')
      .values([...rows])
      .execute()
}

export async function finishFollowUp(db: Db, id: string, at: Instant, outcome: string): Promise<void> {
  await db.updateTable('followUps').set({ doneAt: at, outcome }).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Ends what is still open of a case that has come to its end. */
export async function finishFollowUpsOf(db: Db, caseId: string, at: Instant): Promise<void> {
  await db
    .updateTable('followUps')
    .set({ doneAt: at, outcome: '' })
    .where('caseId', '=', caseId)
    .where('doneAt', 'is', null)
    .execute()
}

/** Opens again what ended together with a case at a moment, and not by anybody's doing. */
export async function reopenFollowUps(db: Db, caseId: string, endedAt: Instant): Promise<void> {
  await db
    .updateTable('followUps')
    .set({ doneAt: null, outcome: null })
    .where('caseId', '=', caseId)
    .where('doneAt', '=', endedAt)
    .where('outcome', '=', '')
    .execute()
}

const listing = (db: Db) =>
  db
    .selectFrom('followUps')
    .leftJoin('cases', 'cases.id', 'followUps.caseId')
    .innerJoin('users', 'users.id', 'followUps.ownerId')
    .selectAll('followUps')
    .select(['cases.number as caseNumber', 'users.name as ownerName'])

type Listed = Row<'followUps'> & { caseNumber: string | null; ownerName: string }

export async function findFollowUp(db: Db, id: string): Promise<FollowUp | undefined> {
  const row = await listing(db).where('followUps.id', '=', id).executeTakeFirst()
  return row && toFollowUp(row)
}

export async function followUpsOf(db: Db, caseId: string): Promise<FollowUp[]> {
  const rows = await listing(db)
    .where('followUps.caseId', '=', caseId)
    // A promise stands in its own place on the case's page.
    .leftJoin('promises', 'promises.followUpId', 'followUps.id')
    .where('promises.followUpId', 'is', null)
    .orderBy('followUps.dueAt')
    .orderBy('followUps.id')
    .execute()
  return rows.map(toFollowUp)
}

/** Open follow-ups due by a moment, of one person or of all. */
export async function dueFollowUps(db: Db, ownerId: string | null, dueBy: Instant, limit: number): Promise<FollowUp[]> {
  let query = listing(db).where('followUps.doneAt', 'is', null).where('followUps.dueAt', '<=', dueBy)
  if (ownerId !== null) query = query.where('followUps.ownerId', '=', ownerId)
  return (await query.orderBy('followUps.dueAt').orderBy('followUps.id').limit(limit).execute()).map(toFollowUp)
}

export async function countDue(db: Db, ownerId: string, dueBy: Instant): Promise<number> {
  const row = await db
    .selectFrom('followUps')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('ownerId', '=', ownerId)
    .where('doneAt', 'is', null)
    .where('dueAt', '<=', dueBy)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

function toFollowUp(row: Listed): FollowUp {
  return {
    ...row,
    caseId: row.caseId as CaseId | null,
    callId: row.callId as CallId | null,
    memberId: row.memberId as MemberId | null,
    ownerId: row.ownerId as UserId,
  }
}
