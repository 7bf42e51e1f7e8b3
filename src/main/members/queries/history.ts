import type { ExpressionBuilder } from 'kysely'
import type { CallId, CaseId, MemberId } from '../../../shared/ids.ts'
import type { HistoryItem, HistoryPage, HistoryPlace } from '../../../shared/members/model.ts'
import type { Scope } from '../../rules/access.ts'
import type { Database, Db } from '../../store/types.ts'

export type HistoryKind = 'all' | 'call' | 'case'

/** Calls and cases of a member in one line, newest first; cases only as far as the scope of the reader goes. */
export async function historyOf(
  db: Db,
  scope: Scope,
  id: MemberId,
  kind: HistoryKind,
  before: HistoryPlace | undefined,
  limit: number,
): Promise<HistoryPage> {
  const calls = kind === 'case' ? [] : await callsOf(db, id, before, limit + 1)
  const cases = kind === 'call' ? [] : await casesOf(db, scope, id, before, limit + 1)
  const items = [...calls, ...cases].sort(newestFirst).slice(0, limit)
  const last = items.at(-1)
  const hasMore = calls.length + cases.length > items.length
  return { items, next: hasMore && last ? { at: last.at, id: last.id } : null }
}

// Ids are compared as the stores compare them, so that a page ends where the next one begins.
function newestFirst(a: HistoryItem, b: HistoryItem): number {
  if (a.at !== b.at) return b.at - a.at
  return Buffer.compare(Buffer.from(b.id), Buffer.from(a.id))
}

async function callsOf(db: Db, id: MemberId, before: HistoryPlace | undefined, limit: number): Promise<HistoryItem[]> {
  let query = db
    .selectFrom('calls')
    .leftJoin('users', 'users.id', 'calls.agentId')
    .select(['calls.id', 'number', 'startedAt', 'direction', 'state', 'resultCode', 'question', 'users.name as who'])
    .where('memberId', '=', id)
    .orderBy('startedAt', 'desc')
    .orderBy('calls.id', 'desc')
    .limit(limit)
  if (before) {
    query = query
      .where('startedAt', '<=', before.at)
      .where((eb) => eb.or([eb('startedAt', '<', before.at), eb('calls.id', '<', before.id)]))
  }
  return (await query.execute()).map(({ startedAt, question, who, ...row }) => ({
    ...row,
    kind: 'call',
    id: row.id as CallId,
    at: startedAt,
    text: question,
    who: who ?? '',
  }))
}

async function casesOf(
  db: Db,
  scope: Scope,
  id: MemberId,
  before: HistoryPlace | undefined,
  limit: number,
): Promise<HistoryItem[]> {
  let query = db
    .selectFrom('cases')
    .leftJoin('users', 'users.id', 'cases.ownerId')
    .select([
      'cases.id',
      'number',
      'receivedAt',
      'kind',
      'state',
      'isOpen',
      'priority',
      'cases.title',
      'users.name as who',
    ])
    .where('memberId', '=', id)
    .where((eb) => inScope(eb, scope))
    .orderBy('receivedAt', 'desc')
    .orderBy('cases.id', 'desc')
    .limit(limit)
  if (before) {
    query = query
      .where('receivedAt', '<=', before.at)
      .where((eb) => eb.or([eb('receivedAt', '<', before.at), eb('cases.id', '<', before.id)]))
  }
  return (await query.execute()).map(({ receivedAt, title, who, kind, isOpen, ...row }) => ({
    ...row,
    kind: 'case',
    id: row.id as CaseId,
    at: receivedAt,
    caseKind: kind,
    isOpen: isOpen === 1,
    text: title,
    who: who ?? '',
  }))
}

/** S2-10: a report of misconduct is read by leads, managers and its own handler. */
export function inScope(eb: ExpressionBuilder<Database, 'cases'>, scope: Scope) {
  if (scope.rows === 'none') return eb('cases.id', 'is', null)
  if (scope.seesRestricted) return eb('cases.id', 'is not', null)
  return eb.or([eb('cases.isRestricted', '=', 0), eb('cases.ownerId', '=', scope.userId)])
}
