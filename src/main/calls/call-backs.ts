import type { CallBack } from '../../shared/calls/model.ts'
import { ACTIVE_CALL_STATES } from '../../shared/calls/words.ts'
import { refuse } from '../../shared/failure.ts'
import type { CallId, MemberId, UserId } from '../../shared/ids.ts'
import type { Ctx } from '../engine/handler.ts'
import { maskValue } from '../rules/masking.ts'
import { parts } from '../store/parts.ts'
import type { Db, Row } from '../store/types.ts'

/** More than this many open call-backs are not listed; the oldest due come first. */
const MOST_LISTED = 500

function joined(db: Db) {
  return db
    .selectFrom('followUps')
    .innerJoin('calls', 'calls.id', 'followUps.callId')
    .innerJoin('users', 'users.id', 'followUps.ownerId')
    .leftJoin('members', 'members.id', 'followUps.memberId')
    .leftJoin('callBackEnds', 'callBackEnds.followUpId', 'followUps.id')
    .where('followUps.kind', '=', 'callback')
    .where('followUps.caseId', 'is', null)
    .select(['followUps.id', 'followUps.callId', 'followUps.memberId', 'followUps.ownerId', 'followUps.dueAt'])
    .select(['followUps.text', 'followUps.doneAt', 'followUps.outcome', 'users.name as ownerName'])
    .select(['calls.number as callNumber', 'calls.state as callState', 'calls.startedAt as calledAt', 'calls.phone'])
    .select(['members.name as memberName', 'members.tier', 'callBackEnds.result as endedAs'])
}

type JoinedRow = Awaited<ReturnType<ReturnType<typeof joined>['execute']>>[number]

/** What was tried so far for unanswered calls: how often, when last, and who is calling right now. */
async function triesOf(db: Db, rows: readonly JoinedRow[]): Promise<Map<string, Tries>> {
  const tries = new Map<string, Tries>()
  for (const ids of parts([...new Set(rows.map(({ callId }) => callId))].filter((id) => id !== null))) {
    const calls = await db
      .selectFrom('calls')
      .leftJoin('users', 'users.id', 'calls.agentId')
      .select(['calls.callBackOf', 'calls.state', 'calls.startedAt', 'users.name'])
      .where('calls.callBackOf', 'in', ids)
      .orderBy('calls.startedAt')
      .execute()
    for (const { callBackOf, state, startedAt, name } of calls) {
      const known = tries.get(callBackOf ?? '') ?? NONE
      const isOn = ACTIVE_CALL_STATES.some((active) => active === state)
      tries.set(callBackOf ?? '', {
        tries: known.tries + (state === 'missed' ? 1 : 0),
        lastTryAt: state === 'missed' ? startedAt : known.lastTryAt,
        callingName: isOn ? name : known.callingName,
      })
    }
  }
  return tries
}

type Tries = Pick<CallBack, 'tries' | 'lastTryAt' | 'callingName'>
const NONE: Tries = { tries: 0, lastTryAt: null, callingName: null }

async function toCallBacks(db: Db, rows: readonly JoinedRow[]): Promise<CallBack[]> {
  const tries = await triesOf(db, rows)
  return rows.map((row) => toCallBack(row, tries.get(row.callId ?? '') ?? NONE))
}

function toCallBack({ phone, callId, memberId, ownerId, ...row }: JoinedRow, tries: Tries): CallBack {
  return {
    ...row,
    ...tries,
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
  return toCallBacks(db, await query.limit(MOST_LISTED).execute())
}

export async function listCallBacksOf(db: Db, callId: CallId): Promise<CallBack[]> {
  const rows = await joined(db).where('followUps.callId', '=', callId).orderBy('followUps.dueAt').execute()
  return toCallBacks(db, rows)
}

export async function findCallBack(db: Db, id: string): Promise<CallBack | undefined> {
  const row = await joined(db).where('followUps.id', '=', id).executeTakeFirst()
  return row && (await toCallBacks(db, [row]))[0]
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

/** Gives a call-back to somebody. */
export async function changeOwner(db: Db, id: string, ownerId: string): Promise<void> {
  await db.updateTable('followUps').set({ ownerId }).where('id', '=', id).execute()
}

/** Whoever calls back has taken the call-back upon themselves; nobody calls while a colleague already does. */
export async function claimForCall({ db, actor }: Ctx, callId: CallId): Promise<void> {
  for (const callBack of await listCallBacksOf(db, callId)) {
    if (callBack.doneAt !== null) continue
    if (callBack.callingName !== null) refuse('call-back-calling', { name: callBack.callingName })
    if (callBack.ownerId !== actor.id) await changeOwner(db, callBack.id, actor.id)
  }
}

type End = { result: Row<'callBackEnds'>['result']; outcome: string; tries: number }

/** Ends a call-back and keeps how it ended. */
export async function endCallBack({ db, now, actor }: Ctx, id: string, { result, outcome, tries }: End): Promise<void> {
  await db.updateTable('followUps').set({ doneAt: now, outcome }).where('id', '=', id).executeTakeFirstOrThrow()
  await db.insertInto('callBackEnds').values({ followUpId: id, result, tries, at: now, actorId: actor.id }).execute()
}

/** Ends what was still open for an unanswered call: its customer was reached. */
export async function closeCallBacksOf(ctx: Ctx, callId: CallId, outcome: string): Promise<void> {
  for (const { id, doneAt, tries } of await listCallBacksOf(ctx.db, callId))
    if (doneAt === null) await endCallBack(ctx, id, { result: 'reached', outcome, tries })
}
