import type { ExportScope } from '../../shared/exports/model.ts'
import { found, refuse } from '../../shared/failure.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { scopeOf } from '../cases/case-file.ts'
import { closedAmong } from '../cases/in-scope.ts'
import { sha256 } from '../crypto/hash.ts'
import type { Ctx } from '../engine/handler.ts'
import { isNarrow, memberScopeOf, reachedAmong } from '../members/reach.ts'
import type { MemberScope } from '../rules/access.ts'
import { canonicalText } from '../rules/audit-chain.ts'
import { dayAt } from '../rules/zone.ts'
import type { Db } from '../store/types.ts'
import type { Reach } from './reach.ts'

/** What an export is about: where its rows lie, what to call it, and how many people it is about (null: not counted). */
export type Aim = {
  scope: ExportScope
  reach: Reach
  label: string
  people: number | null
  /** The same for the same data asked for, however it was written down. */
  key: string
  member: string | null
  /** The cases whose audit entries go along; of a period none do. */
  isPeriod: boolean
}

/** What an export is about, for whoever reads all of it (S3-129): who reads only some members exports no whole period. */
export async function aimFor(ctx: Ctx, scope: ExportScope): Promise<Aim> {
  const aim = await aimOf(ctx.db, scope)
  const members = memberScopeOf(ctx)
  if (isNarrow(members) && !(await isRead(ctx, members, aim.reach))) refuse('member-beyond-scope')
  return aim
}

async function isRead(ctx: Ctx, members: MemberScope, reach: Reach): Promise<boolean> {
  if (reach.kind === 'period') return false
  if (reach.kind === 'cases') return (await closedAmong(ctx.db, scopeOf(ctx), reach.ids)).size === 0
  return (await reachedAmong(ctx.db, members, reach.ids)).size === reach.ids.length
}

/** Reads what an export is about; refuses what is not there. */
async function aimOf(db: Db, scope: ExportScope): Promise<Aim> {
  const base = { scope, key: keyOf(scope), member: null, isPeriod: false }
  if (scope.kind === 'period') {
    if (scope.from >= scope.to) refuse('export-period-empty')
    const label = `${dayAt(DESK_ZONE, scope.from)} – ${dayAt(DESK_ZONE, scope.to - 1)}`
    return {
      ...base,
      reach: { kind: 'period', from: scope.from, to: scope.to },
      label,
      people: peopleIn(scope),
      isPeriod: true,
    }
  }
  if (scope.kind === 'case') {
    const query = db.selectFrom('cases').select(['id', 'number', 'memberId']).where('id', '=', scope.caseId)
    const { id, number } = found(await query.executeTakeFirst(), 'case')
    return { ...base, reach: { kind: 'cases', ids: [id] }, label: number, people: peopleIn(scope) }
  }
  const ids: string[] = scope.kind === 'member' ? [scope.memberId] : [...new Set(scope.memberIds)].sort()
  const members = await db.selectFrom('members').select(['id', 'cardNo']).where('id', 'in', ids).execute()
  if (members.length < ids.length) found(undefined, 'member')
  const only = scope.kind === 'member' ? members[0] : undefined
  const label = only?.cardNo ?? String(ids.length)
  return {
    ...base,
    reach: { kind: 'members', ids, all: ids },
    label,
    people: peopleIn(scope),
    member: only?.id ?? null,
  }
}

/** How many people an export is about (null: not counted). */
export function peopleIn(scope: ExportScope): number | null {
  if (scope.kind === 'period') return null
  return scope.kind === 'members' ? new Set(scope.memberIds).size : 1
}

function keyOf(scope: ExportScope): string {
  return sha256(
    canonicalText(scope.kind === 'members' ? { ...scope, memberIds: [...new Set(scope.memberIds)].sort() } : scope),
  )
}
