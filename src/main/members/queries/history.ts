import type { CallId, CaseId, MemberId } from '../../../shared/ids.ts'
import type { HistoryItem, HistoryPage, HistoryPlace } from '../../../shared/members/model.ts'
import type { Scope } from '../../rules/access.ts'
import { kept } from '../../store/kept.ts'
import type { Db } from '../../store/types.ts'
import { inScope, keptInScope } from './scoped.ts'

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

const callsFrom = (db: Db, id: MemberId, limit: number) =>
  db
    .selectFrom('calls')
    .leftJoin('users', 'users.id', 'calls.agentId')
    .select(['calls.id', 'number', 'startedAt', 'direction', 'state', 'resultCode', 'question', 'users.name as who'])
    .where('memberId', '=', id)
    .orderBy('startedAt', 'desc')
    .orderBy('calls.id', 'desc')
    .limit(limit)

const firstCalls = kept((db, at: { id: MemberId; limit: number }) => callsFrom(db, at.id, at.limit))

async function callsOf(db: Db, id: MemberId, before: HistoryPlace | undefined, limit: number): Promise<HistoryItem[]> {
  const rows = before
    ? await callsFrom(db, id, limit)
        .where('startedAt', '<=', before.at)
        .where((eb) => eb.or([eb('startedAt', '<', before.at), eb('calls.id', '<', before.id)]))
        .execute()
    : await firstCalls(db, { id, limit })
  return rows.map(({ startedAt, question, who, ...row }) => ({
    ...row,
    kind: 'call',
    id: row.id as CallId,
    at: startedAt,
    text: question,
    who: who ?? '',
  }))
}

const casesFrom = (db: Db, scope: Parameters<typeof inScope>[1], id: MemberId, limit: number) =>
  db
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

const firstCases = keptInScope((db, scope, at: { id: MemberId; limit: number }) =>
  casesFrom(db, scope, at.id, at.limit),
)

async function casesOf(
  db: Db,
  scope: Scope,
  id: MemberId,
  before: HistoryPlace | undefined,
  limit: number,
): Promise<HistoryItem[]> {
  const rows = before
    ? await casesFrom(db, scope, id, limit)
        .where('receivedAt', '<=', before.at)
        .where((eb) => eb.or([eb('receivedAt', '<', before.at), eb('cases.id', '<', before.id)]))
        .execute()
    : await firstCases(db, scope, { id, limit })
  return rows.map(({ receivedAt, title, who, kind, isOpen, ...row }) => ({
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
