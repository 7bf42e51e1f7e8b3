import type { CallRow } from '../../shared/calls/model.ts'
import { toRow } from '../calls/rows.ts'
import type { Scope } from '../rules/access.ts'
import { afterPrefix } from '../rules/member-search.ts'
import type { Db } from '../store/types.ts'

/** The beginning of a call's number as it is stored, from however it was typed: `ld20260930 1`, `20260930-0001`. */
function numberStart(typed: string): string | undefined {
  const [, day = '', sequence = ''] = /^(?:LD)?-?(\d{8})[- ]?(\d{0,9})$/.exec(typed.trim().toUpperCase()) ?? []
  return day === '' ? undefined : `LD-${day}-${sequence}`
}

/** Calls by their number or its beginning, newest of the day first. */
export async function findCalls(db: Db, scope: Scope, typed: string, limit: number): Promise<CallRow[]> {
  const start = numberStart(typed)
  if (start === undefined || scope.rows === 'none') return []
  const rows = await db
    .selectFrom('calls')
    .leftJoin('members', 'members.id', 'calls.memberId')
    .leftJoin('users', 'users.id', 'calls.agentId')
    .selectAll('calls')
    .select(['members.name as memberName', 'members.tier as tier', 'users.name as agentName'])
    .where('number', '>=', start)
    .where('number', '<', afterPrefix(start))
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toRow)
}
