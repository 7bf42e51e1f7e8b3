import type { CallId } from '../../shared/ids.ts'
import type { Ctx } from '../engine/handler.ts'
import type { Row } from '../store/types.ts'
import { closeConsult, findOpenConsult } from './consult-queries.ts'
import { noteEvent } from './live.ts'
import { findOpenOffer, settleWait } from './wait-queries.ts'

/** Ends the consultation that is going on in a call; false when there is none. */
export async function endOpenConsult(ctx: Ctx, { id }: Row<'calls'>, answer: string): Promise<boolean> {
  const open = await findOpenConsult(ctx.db, id)
  if (!open) return false
  await closeConsult(ctx.db, open.id, Math.max(ctx.now, open.startedAt), answer)
  await noteEvent(ctx, id as CallId, 'consultEnd', { asked: open.asked })
  return true
}

/** Ends what a call was offered for, when the giver talks on or the customer hangs up; false when nothing was open. */
export async function settleOffer(ctx: Ctx, row: Row<'calls'>, state: 'withdrawn' | 'abandoned'): Promise<boolean> {
  const offer = await findOpenOffer(ctx.db, row.id)
  if (!offer) return false
  await settleWait(ctx.db, offer.id, { state, settledAt: ctx.now, settledBy: ctx.actor.id, callId: null })
  await noteEvent(ctx, row.id as CallId, 'withdraw')
  return true
}
