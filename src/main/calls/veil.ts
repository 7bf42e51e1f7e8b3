import type { CallBack } from '../../shared/calls/model.ts'
import type { WaitingCall } from '../../shared/calls/waiting.ts'
import type { Ctx } from '../engine/handler.ts'
import { isNarrow, memberScopeOf, reachedAmong } from '../members/reach.ts'

/** Call-backs that anybody may take; one of a member whom the reader does not read names nobody until it is one's own. */
export async function veiledCallBacks(ctx: Ctx, rows: CallBack[]): Promise<CallBack[]> {
  const scope = memberScopeOf(ctx)
  if (!isNarrow(scope)) return rows
  const reached = await reachedAmong(
    ctx.db,
    scope,
    rows.flatMap(({ memberId }) => memberId ?? []),
  )
  const isBeyond = ({ memberId, ownerId }: CallBack) =>
    memberId !== null && ownerId !== ctx.actor.id && !reached.has(memberId)
  return rows.map((row) =>
    isBeyond(row) ? { ...row, memberId: null, memberName: null, text: '', outcome: row.outcome && '' } : row,
  )
}

/** A call that waits, without the name of a member whom the reader does not read; one handed to the reader keeps it. */
export async function veiledWaiting(ctx: Ctx, row: WaitingCall, memberId: string | null): Promise<WaitingCall> {
  const scope = memberScopeOf(ctx)
  if (!isNarrow(scope) || memberId === null || row.toId === ctx.actor.id) return row
  const isRead = (await reachedAmong(ctx.db, scope, [memberId])).size > 0
  return isRead ? row : { ...row, memberName: null, note: '' }
}
