import type { ExpressionBuilder } from 'kysely'
import type { CallFlow, CallRow } from '../../shared/calls/model.ts'
import { LOGGED_RESULTS } from '../../shared/calls/words.ts'
import type { CallId, MemberId, UserId } from '../../shared/ids.ts'
import { inReach, isNarrow } from '../members/reach.ts'
import type { Scope } from '../rules/access.ts'
import { maskValue } from '../rules/masking.ts'
import type { Database, Db, Row } from '../store/types.ts'

/** A call with the names of its member and agent. */
export type JoinedRow = Row<'calls'> & {
  memberName: string | null
  tier: Row<'members'>['tier'] | null
  agentName: string | null
}

/** Calls with the names that a line of them shows. */
export function joinedCalls(db: Db) {
  return db
    .selectFrom('calls')
    .leftJoin('members', 'members.id', 'calls.memberId')
    .leftJoin('users', 'users.id', 'calls.agentId')
    .selectAll('calls')
    .select(['members.name as memberName', 'members.tier as tier', 'users.name as agentName'])
}

/** S3-129: a call of nobody's file, one's own, or of a member who is read; asked only of a narrow scope. */
export function ofMembersRead(eb: ExpressionBuilder<Database, 'calls'>, { userId, members }: Scope) {
  if (!isNarrow(members)) return eb('calls.id', 'is not', null)
  return eb.or([
    eb('calls.memberId', 'is', null),
    eb('calls.agentId', '=', userId),
    eb.exists(
      eb
        .selectFrom('members')
        .select('members.id')
        .whereRef('members.id', '=', 'calls.memberId')
        .where((on) => inReach(on, members)),
    ),
  ])
}

/** `joinedCalls` as far as the scope lets its reader see them. */
export function callsIn(db: Db, scope: Scope) {
  const all = joinedCalls(db)
  return isNarrow(scope.members) ? all.where((eb) => ofMembersRead(eb, scope)) : all
}

/** Order of a list of calls. */
export function newestFirst(a: CallRow, b: CallRow): number {
  return b.startedAt - a.startedAt || (b.id > a.id ? 1 : -1)
}

/** The part of a row that the steps of a call change. */
export function flowOf(row: Row<'calls'>): CallFlow {
  const { direction, state, startedAt, answeredAt, endedAt, wrapUpEndedAt, heldSince, waitMs, talkMs, holdMs } = row
  const { wrapUpMs } = row
  return {
    direction,
    state,
    startedAt,
    answeredAt,
    endedAt,
    wrapUpEndedAt,
    heldSince,
    waitMs,
    talkMs,
    holdMs,
    wrapUpMs,
  }
}

/** What every view of a call shows, the number masked. */
export function identityOf(row: Row<'calls'>) {
  return {
    id: row.id as CallId,
    number: row.number,
    memberId: row.memberId as MemberId | null,
    phoneMasked: maskValue('phone', row.phone),
    callerName: row.callerName,
    rings: row.rings,
    isInTime: row.isInTime === null ? null : row.isInTime === 1,
    resultCode: LOGGED_RESULTS.find((code) => code === row.resultCode) ?? null,
    callBackOf: row.callBackOf as CallId | null,
  }
}

/** One line of a list. */
export function toRow(row: JoinedRow): CallRow {
  const { memberName, tier, agentName } = row
  return { ...flowOf(row), ...identityOf(row), memberName, tier, agentId: row.agentId as UserId | null, agentName }
}
