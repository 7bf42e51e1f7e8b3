import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type PromiseRecord = Row<'promises'>
export type MoveRecord = Row<'promiseMoves'>

const lines = (db: Db) =>
  db
    .selectFrom('promises')
    .innerJoin('followUps', 'followUps.id', 'promises.followUpId')
    .leftJoin('cases', 'cases.id', 'followUps.caseId')
    .selectAll('promises')
    .select(['followUps.id', 'followUps.text', 'followUps.dueAt', 'followUps.createdAt', 'followUps.doneAt'])
    .select(['followUps.outcome', 'followUps.ownerId', 'followUps.caseId', 'followUps.callId', 'followUps.memberId'])
    .select(['cases.number as caseNumber', 'cases.ownerId as caseOwnerId', 'cases.isRestricted as caseRestricted'])

/** A promise with its follow-up and what of its case decides who may read it. */
export type PromiseLine = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

export async function findPromise(db: Db, id: string): Promise<PromiseLine | undefined> {
  return lines(db).where('promises.followUpId', '=', id).executeTakeFirst()
}

type About = { caseId: string } | { callId: string } | { memberId: string }

/** The promises of one matter, those that stand first. */
export async function promisesOf(db: Db, about: About): Promise<PromiseLine[]> {
  const all = lines(db)
  const query =
    'caseId' in about
      ? all.where('followUps.caseId', '=', about.caseId)
      : 'callId' in about
        ? all.where('followUps.callId', '=', about.callId)
        : all.where('followUps.memberId', '=', about.memberId)
  const rows = await query.orderBy('followUps.dueAt').orderBy('followUps.id').limit(100).execute()
  return rows.sort((a, b) => Number(a.doneAt !== null) - Number(b.doneAt !== null))
}

/** Promises that stand, of one person or of all, the next due first. */
export async function standing(db: Db, ownerId: string | null, limit: number): Promise<PromiseLine[]> {
  let query = lines(db).where('followUps.doneAt', 'is', null)
  if (ownerId !== null) query = query.where('followUps.ownerId', '=', ownerId)
  return query.orderBy('followUps.dueAt').orderBy('followUps.id').limit(limit).execute()
}

export async function countStanding(db: Db, caseId: string): Promise<number> {
  const row = await db
    .selectFrom('followUps')
    .innerJoin('promises', 'promises.followUpId', 'followUps.id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('followUps.caseId', '=', caseId)
    .where('followUps.doneAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function insertPromise(db: Db, row: PromiseRecord): Promise<void> {
  await db.insertInto('promises').values(row).execute()
}

export async function updatePromise(db: Db, id: string, change: Partial<PromiseRecord>): Promise<void> {
  await db.updateTable('promises').set(change).where('followUpId', '=', id).executeTakeFirstOrThrow()
}

export async function updateFollowUp(db: Db, id: string, change: Partial<Row<'followUps'>>): Promise<void> {
  await db.updateTable('followUps').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function movesOf(db: Db, ids: readonly string[]): Promise<MoveRecord[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('promiseMoves')
    .selectAll()
    .where('followUpId', 'in', [...ids])
    .orderBy('followUpId')
    .orderBy('seq')
    .execute()
}

export async function insertMove(db: Db, row: Omit<MoveRecord, 'seq'>): Promise<void> {
  const before = await movesOf(db, [row.followUpId])
  await db
    .insertInto('promiseMoves')
    .values({ ...row, seq: before.length + 1 })
    .execute()
}

export async function nextCheckAt(db: Db): Promise<Instant | null> {
  const row = await db
    .selectFrom('promises')
    .select('nextCheckAt')
    .where('nextCheckAt', 'is not', null)
    .orderBy('nextCheckAt')
    .limit(1)
    .executeTakeFirst()
  return row?.nextCheckAt ?? null
}

/** Promises that have to be looked at by now. */
export async function dueChecks(db: Db, now: Instant, limit: number): Promise<PromiseLine[]> {
  return lines(db)
    .where('promises.nextCheckAt', '<=', now)
    .orderBy('promises.nextCheckAt')
    .orderBy('promises.followUpId')
    .limit(limit)
    .execute()
}

/** The member whom a call was with. */
export async function findCall(db: Db, id: string): Promise<{ memberId: string | null } | undefined> {
  return db.selectFrom('calls').select('memberId').where('id', '=', id).executeTakeFirst()
}
