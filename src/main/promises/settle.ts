import { found, must } from '../../shared/failure.ts'
import type { CaseId, MemberId } from '../../shared/ids.ts'
import { canCloseOverPromises, canTouch, keptAs } from '../../shared/promises/rules.ts'
import type { PromiseResult } from '../../shared/promises/words.ts'
import { viewerOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import type { Db } from '../store/types.ts'
import { countStanding, findPromise, type PromiseLine, updateFollowUp, updatePromise } from './queries.ts'
import { isSeen } from './views.ts'

/** A promise that stands and that the person may settle or move, named as the subject of the call. */
export async function loadStanding(ctx: Ctx, id: string): Promise<PromiseLine> {
  const one = found(await findPromise(ctx.db, id), 'promise')
  if (!isSeen(ctx, one)) found(null, 'promise')
  ctx.subject({ memberId: one.memberId as MemberId | null, caseId: one.caseId as CaseId | null })
  must(canTouch({ ...one, isDone: one.doneAt !== null }, viewerOf(ctx)))
  return one
}

/** Ends a promise with how and why. */
export async function settle(ctx: Ctx, { id }: PromiseLine, result: PromiseResult, outcome: string): Promise<void> {
  await updateFollowUp(ctx.db, id, { doneAt: ctx.now, outcome })
  await updatePromise(ctx.db, id, { result, settledBy: ctx.actor.id, nextCheckAt: null })
}

/** A follow-up that is a promise was kept by being finished. */
export async function keptByFollowUp(ctx: Ctx, id: string): Promise<void> {
  const one = await findPromise(ctx.db, id)
  if (one && one.result === null)
    await updatePromise(ctx.db, id, {
      ...{ result: keptAs(one.dueAt, ctx.now), settledBy: ctx.actor.id },
      nextCheckAt: null,
    })
}

/** Refuses to end a case over a promise that stands. */
export async function mustHaveNoPromises(db: Db, caseId: string): Promise<void> {
  must(canCloseOverPromises(await countStanding(db, caseId)))
}
