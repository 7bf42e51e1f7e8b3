import type { GivenOver, TransferOut } from '../../shared/calls/waiting.ts'
import type { CallId, UserId } from '../../shared/ids.ts'
import { DAY, type Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type Wait = Row<'callWaits'>

/** More calls than this never wait at the same time; a flood of announcements is refused. */
export const MOST_WAITING = 50

export async function insertWait(db: Db, row: Wait): Promise<void> {
  await db.insertInto('callWaits').values(row).execute()
}

export async function settleWait(
  db: Db,
  id: string,
  change: Pick<Wait, 'state' | 'settledAt' | 'settledBy' | 'callId'>,
): Promise<void> {
  await db.updateTable('callWaits').set(change).where('id', '=', id).execute()
}

export async function findWait(db: Db, id: string): Promise<Wait | undefined> {
  return db.selectFrom('callWaits').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The same call, announced before on the same day: telephone systems begin to count anew some time. */
export async function findAnnounced(db: Db, externalId: string, at: Instant): Promise<Wait | undefined> {
  return db
    .selectFrom('callWaits')
    .selectAll()
    .where('externalId', '=', externalId)
    .where('startedAt', '>', at - DAY)
    .executeTakeFirst()
}

/** What waits, the longest wait first. */
export async function listWaiting(db: Db) {
  return db
    .selectFrom('callWaits')
    .leftJoin('calls as parts', 'parts.id', 'callWaits.fromId')
    .leftJoin('users as givers', 'givers.id', 'callWaits.createdBy')
    .leftJoin('users as receivers', 'receivers.id', 'callWaits.toUserId')
    .selectAll('callWaits')
    .select(['parts.memberId', 'givers.name as fromName', 'receivers.name as toName'])
    .where('callWaits.state', '=', 'waiting')
    .orderBy('callWaits.startedAt')
    .orderBy('callWaits.id')
    .limit(MOST_WAITING)
    .execute()
}

export async function countWaiting(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('callWaits')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The offer of a call that nobody took yet. */
export async function findOpenOffer(db: Db, fromId: string): Promise<Wait | undefined> {
  return db
    .selectFrom('callWaits')
    .selectAll()
    .where('fromId', '=', fromId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
}

/** To whom a call was handed last; an offer that was taken back counts as none. */
export async function findTransferOut(db: Db, fromId: CallId): Promise<TransferOut | null> {
  const row = await db
    .selectFrom('callWaits')
    .leftJoin('users as receivers', 'receivers.id', 'callWaits.toUserId')
    .leftJoin('users as takers', 'takers.id', 'callWaits.settledBy')
    .selectAll('callWaits')
    .select(['receivers.name as toName', 'takers.name as takerName'])
    .where('callWaits.fromId', '=', fromId)
    .where('callWaits.state', '!=', 'withdrawn')
    .orderBy('callWaits.startedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return {
    waitId: row.id,
    kind: row.kind ?? 'cold',
    toName: row.toName,
    toDesk: row.toDesk,
    at: row.startedAt,
    note: row.note,
    state: row.state,
    callId: row.callId as CallId | null,
    takenByName: row.state === 'taken' ? row.takerName : null,
  }
}

/** What a colleague left with a call that was taken over from them. */
export async function findGivenOver(db: Db, callId: CallId): Promise<GivenOver | null> {
  const row = await db
    .selectFrom('callWaits')
    .innerJoin('calls as parts', 'parts.id', 'callWaits.fromId')
    .innerJoin('users as givers', 'givers.id', 'callWaits.createdBy')
    .select(['callWaits.kind', 'callWaits.startedAt as at', 'callWaits.note', 'givers.name as byName'])
    .select(['parts.id as partId', 'parts.number', 'parts.question', 'parts.process'])
    .where('callWaits.callId', '=', callId)
    .executeTakeFirst()
  if (!row) return null
  const { partId, kind, ...shown } = row
  return { ...shown, callId: partId as CallId, kind: kind ?? 'cold' }
}

/** The name of somebody who is still at work here. */
export async function findColleague(db: Db, id: UserId): Promise<Pick<Row<'users'>, 'name' | 'role'> | undefined> {
  return db
    .selectFrom('users')
    .select(['name', 'role'])
    .where('id', '=', id)
    .where('status', '=', 'active')
    .where('role', '!=', 'admin')
    .executeTakeFirst()
}
