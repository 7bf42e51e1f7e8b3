import type { CallSpec } from '../../shared/contract.ts'
import { refuse } from '../../shared/failure.ts'
import { closedAmong } from '../cases/in-scope.ts'
import type { Ctx } from '../engine/handler.ts'
import { scopeFor } from '../rules/access.ts'
import type { Db } from '../store/types.ts'
import { isNarrow, isReached, memberScopeOf } from './reach.ts'

/** Whose data a call named as its subject. */
type Subject = { memberId: string | null; caseId: string | null }

/**
 * S3-129: refuses a call about one member's file that lies beyond what the person reads. A member whom a case names comes
 * with that case.
 */
export async function mustReach(
  ctx: Pick<Ctx, 'actor'>,
  db: Db,
  { members }: CallSpec,
  { memberId, caseId }: Subject,
): Promise<void> {
  if (memberId === null || members !== 'file' || ctx.actor.role === 'system') return
  const scope = memberScopeOf(ctx)
  if (!isNarrow(scope) || (await isReached(db, scope, memberId))) return
  const of = caseId === null ? undefined : await memberOfCase(db, caseId)
  if (caseId !== null && of === memberId) {
    const closed = await closedAmong(db, scopeFor(ctx.actor, 'cases'), [caseId])
    if (closed.size === 0) return
  }
  refuse('member-beyond-scope')
}

async function memberOfCase(db: Db, id: string): Promise<string | null | undefined> {
  return (await db.selectFrom('cases').select('memberId').where('id', '=', id).executeTakeFirst())?.memberId
}
