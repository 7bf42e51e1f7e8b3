import type { CallBack } from '../../shared/calls/model.ts'
import type { CallId, MemberId, UserId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { maskValue } from '../rules/masking.ts'
import type { Db, Row } from '../store/types.ts'

/** More than this many open call-backs are not listed; the oldest due come first. */
const MOST_LISTED = 500

function joined(db: Db) {
  return db
    .selectFrom('followUps')
    .innerJoin('calls', 'calls.id', 'followUps.callId')
    .innerJoin('users', 'users.id', 'followUps.ownerId')
    .leftJoin('members', 'members.id', 'followUps.memberId')
    .where('followUps.kind', '=', 'callback')
    .where('followUps.caseId', 'is', null)
    .select(['followUps.id', 'followUps.callId', 'followUps.memberId', 'followUps.ownerId', 'followUps.dueAt'])
    .select(['followUps.text', 'followUps.doneAt', 'followUps.outcome', 'users.name as ownerName'])
    .select(['calls.number as callNumber', 'calls.state as callState', 'calls.startedAt as calledAt', 'calls.phone'])
    .select(['members.name as memberName', 'members.tier'])
}

type JoinedRow = Awaited<ReturnType<ReturnType<typeof joined>['execute']>>[number]

function toCallBack({ phone, callId, memberId, ownerId, ...row }: JoinedRow): CallBack {
  return {
    ...row,
    callId: callId as CallId,
    memberId: memberId as MemberId | null,
    ownerId: ownerId as UserId,
    phoneMasked: maskValue('phone', phone),
  }
}

/** Open call-backs, the earliest due first; of one person or of the whole desk. */
export async function listOpenCallBacks(db: Db, ownerId: UserId | null): Promise<CallBack[]> {
  let query = joined(db).where('followUps.doneAt', 'is', null).orderBy('followUps.dueAt').orderBy('followUps.id')
  if (ownerId !== null) query = query.where('followUps.ownerId', '=', ownerId)
  return (await query.limit(MOST_LISTED).execute()).map(toCallBack)
}

export async function listCallBacksOf(db: Db, callId: CallId): Promise<CallBack[]> {
  const rows = await joined(db).where('followUps.callId', '=', callId).orderBy('followUps.dueAt').execute()
  return rows.map(toCallBack)
}

export async function findCallBack(db: Db, id: string): Promise<CallBack | undefined> {
  const row = await joined(db).where('followUps.id', '=', id).executeTakeFirst()
  return row && toCallBack(row)
}

/** True when the same number already waits to be called back by this person. */
export async function isCallBackOpen(db: Db, ownerId: UserId, phone: string): Promise<boolean> {
  const row = await db
    .selectFrom('followUps')
    .innerJoin('calls', 'calls.id', 'followUps.callId')
    .select('followUps.id')
    .where('followUps.ownerId', '=', ownerId)
    .where('followUps.doneAt', 'is', null)
    .where('calls.phone', '=', phone)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertCallBack(
  db: Db,
  row: Omit<Row<'followUps'>, 'kind' | 'doneAt' | 'outcome' | 'caseId'>,
): Promise<void> {
  await db
    .insertInto('followUps')
    .values({ ...row, kind: 'callback', caseId: null, doneAt: null, outcome: null })
    .execute()
}

export async function closeCallBackRow(db: Db, id: string, at: Instant, outcome: string): Promise<void> {
  await db.updateTable('followUps').set({ doneAt: at, outcome }).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Closes what was still open for an unanswered call. */
export async function closeCallBacksOf(db: Db, callId: CallId, at: Instant, outcome: string): Promise<void> {
  await db
    .updateTable('followUps')
    .set({ doneAt: at, outcome })
    .where('callId', '=', callId)
    .where('doneAt', 'is', null)
    .execute()
}
