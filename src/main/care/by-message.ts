import type { Instant } from '../../shared/time.ts'
import type { Ctx } from '../engine/handler.ts'
import { findCare, updateCare } from './queries.ts'

/** S2-147: a care contact that sends words is done when its message was sent. */
export async function finishByMessage(ctx: Ctx, careId: string, at: Instant): Promise<void> {
  const care = await findCare(ctx.db, careId)
  if (care?.state !== 'planned') return
  await updateCare(ctx.db, careId, { state: 'done', doneAt: at, doneBy: ctx.actor.id, isReached: 1 })
}

/** A care contact that belongs to a campaign is done with the answer that was noted there. */
export async function finishByAnswer(ctx: Ctx, careId: string, isReached: boolean, result: string): Promise<void> {
  const done = { doneAt: ctx.now, doneBy: ctx.actor.id, isReached: isReached ? 1 : 0, result } as const
  await updateCare(ctx.db, careId, { state: 'done', ...done })
}
