import type { CallPlace, CallRow } from '../../shared/calls/model.ts'
import { ACTIVE_CALL_STATES, type CallEventKind, type CallState } from '../../shared/calls/words.ts'
import type { CallId, MemberId, UserId } from '../../shared/ids.ts'
import type { Day, Instant } from '../../shared/time.ts'
import { keepTotals, touchesTotals } from '../kpi/keep.ts'
import { isNarrow } from '../members/reach.ts'
import type { Scope } from '../rules/access.ts'
import { formatNumber } from '../rules/number-series.ts'
import { isOffered } from '../rules/report-kpi.ts'
import type { Db, Row } from '../store/types.ts'
import { callsIn, type JoinedRow, newestFirst, ofMembersRead, toRow } from './rows.ts'

/** Gives out the next number of a day, each only once. */
export async function nextCallNumber(db: Db, day: Day): Promise<string> {
  const { last } = await db
    .insertInto('numberSeries')
    .values({ kind: 'call', day, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'day']).doUpdateSet((eb) => ({ last: eb('numberSeries.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return formatNumber('call', day, last)
}

export async function insertCall(db: Db, row: Row<'calls'>): Promise<void> {
  const write = async () => {
    await db.insertInto('calls').values(row).execute()
  }
  // Of a call that begins there is nothing to count yet.
  return isOffered(row) ? keepTotals(db, row.id, write) : write()
}

export async function updateCall(db: Db, id: CallId, change: Partial<Row<'calls'>>): Promise<void> {
  const write = async () => {
    const { numUpdatedRows } = await db.updateTable('calls').set(change).where('id', '=', id).executeTakeFirstOrThrow()
    if (numUpdatedRows !== 1n) throw new Error('a call was not updated')
  }
  return touchesTotals(change) ? keepTotals(db, id, write) : write()
}

export async function findCall(db: Db, id: CallId): Promise<Row<'calls'> | undefined> {
  return db.selectFrom('calls').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The call that keeps an agent busy. */
export async function findActiveCall(db: Db, agentId: UserId): Promise<Row<'calls'> | undefined> {
  return db
    .selectFrom('calls')
    .selectAll()
    .where('agentId', '=', agentId)
    .where('state', 'in', ACTIVE_CALL_STATES)
    .executeTakeFirst()
}

export async function findMemberIdByCard(db: Db, card: string): Promise<MemberId | undefined> {
  const row = await db.selectFrom('members').select('id').where('cardNo', '=', card).executeTakeFirst()
  return row && (row.id as MemberId)
}

/** The id itself when there is such a member. */
export async function findMemberId(db: Db, id: MemberId): Promise<MemberId | undefined> {
  const row = await db.selectFrom('members').select('id').where('id', '=', id).executeTakeFirst()
  return row && id
}

export async function findTier(db: Db, id: MemberId): Promise<Row<'members'>['tier']> {
  const { tier } = await db.selectFrom('members').select('tier').where('id', '=', id).executeTakeFirstOrThrow()
  return tier
}

export async function findAgent(db: Db, login: string): Promise<UserId | undefined> {
  const row = await db.selectFrom('users').select('id').where('login', '=', login).executeTakeFirst()
  return row && (row.id as UserId)
}

export type CallEventRow = { callId: CallId; at: Instant; actorId: UserId; kind: CallEventKind; data: object }

/** Appends to what happened during a call. */
export async function insertEvent(db: Db, { data, ...event }: CallEventRow): Promise<void> {
  const last = await db
    .selectFrom('callEvents')
    .select('seq')
    .where('callId', '=', event.callId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  await db
    .insertInto('callEvents')
    .values({ ...event, seq: (last?.seq ?? 0) + 1, data: JSON.stringify(data) })
    .execute()
}

export async function listEvents(db: Db, id: CallId) {
  return db
    .selectFrom('callEvents')
    .leftJoin('users', 'users.id', 'callEvents.actorId')
    .select(['callEvents.seq', 'callEvents.at', 'callEvents.kind', 'users.name as actorName'])
    .where('callId', '=', id)
    .orderBy('seq')
    .execute()
}

/** How many times the customer was put on hold. */
export async function countHolds(db: Db, id: CallId): Promise<number> {
  const { count } = await db
    .selectFrom('callEvents')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('callId', '=', id)
    .where('kind', '=', 'hold')
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** When the last thing happened in a call. */
export async function lastEventAt(db: Db, { id, startedAt }: Row<'calls'>): Promise<Instant> {
  const last = await db
    .selectFrom('callEvents')
    .select('at')
    .where('callId', '=', id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.at ?? startedAt
}

/** The last moment at which something was written down of a call: an event, or a draft of its record. */
export async function lastSignAt(db: Db, row: Row<'calls'>): Promise<Instant> {
  const { id, agentId } = row
  const draft = await db
    .selectFrom('drafts')
    .select('savedAt')
    .where('userId', '=', agentId ?? '')
    .where('kind', '=', 'call-record')
    .where('subject', '=', id)
    .executeTakeFirst()
  return Math.max(await lastEventAt(db, row), draft?.savedAt ?? 0)
}

/** How long the program was not running after a call was over. */
export async function gapOf(db: Db, id: CallId): Promise<number> {
  const row = await db
    .selectFrom('callEvents')
    .select('data')
    .where('callId', '=', id)
    .where('kind', '=', 'hangUp')
    .executeTakeFirst()
  const data: unknown = row && JSON.parse(row.data)
  return typeof data === 'object' && data !== null && 'gapMs' in data && typeof data.gapMs === 'number' ? data.gapMs : 0
}

export type CallFilter = { agentId?: UserId; memberId?: MemberId; states?: readonly CallState[] }
export type CallPage = CallFilter & { before?: CallPlace; limit: number }

/** How many calls a filter finds. */
export async function countCalls(db: Db, scope: Scope, { agentId, memberId, states }: CallFilter): Promise<number> {
  if (scope.rows === 'none') return 0
  let query = db.selectFrom('calls').select((eb) => eb.fn.countAll<number>().as('count'))
  if (agentId !== undefined) query = query.where('agentId', '=', agentId)
  if (memberId !== undefined) query = query.where('memberId', '=', memberId)
  if (states !== undefined) query = query.where('state', 'in', states)
  if (isNarrow(scope.members)) query = query.where((eb) => ofMembersRead(eb, scope))
  return Number((await query.executeTakeFirstOrThrow()).count)
}

/** Calls before a place, newest first; each state is read by its own index. */
export async function listCalls(db: Db, scope: Scope, filter: CallPage): Promise<CallRow[]> {
  if (scope.rows === 'none') return []
  if (!filter.states) return listOneState(db, scope, filter)
  const rows: CallRow[] = []
  for (const state of filter.states) rows.push(...(await listOneState(db, scope, filter, state)))
  return rows.sort(newestFirst).slice(0, filter.limit)
}

async function listOneState(db: Db, scope: Scope, filter: CallPage, state?: CallState): Promise<CallRow[]> {
  const { agentId, memberId, before, limit } = filter
  let query = callsIn(db, scope).orderBy('calls.startedAt', 'desc').orderBy('calls.id', 'desc').limit(limit)
  if (state !== undefined) query = query.where('calls.state', '=', state)
  if (agentId !== undefined) query = query.where('calls.agentId', '=', agentId)
  if (memberId !== undefined) query = query.where('calls.memberId', '=', memberId)
  if (before !== undefined) {
    query = query
      .where('calls.startedAt', '<=', before.startedAt)
      .where((eb) => eb.or([eb('calls.startedAt', '<', before.startedAt), eb('calls.id', '<', before.id)]))
  }
  return (await query.execute()).map(toRow)
}

/** One call with the names beside it. */
export async function findCallRow(db: Db, scope: Scope, id: CallId): Promise<JoinedRow | undefined> {
  if (scope.rows === 'none') return undefined
  return callsIn(db, scope).where('calls.id', '=', id).executeTakeFirst()
}
