import type { CareerMove } from '../../shared/careers/model.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { mustReach, reachIds } from '../exams/reach.ts'
import { canDecide, canPropose, checksOf } from '../rules/career.ts'
import { evidenceOf, postOf, recordsOf } from './evidence.ts'
import { mustLead } from './files.ts'
import { currentLadder, specOf } from './ladder.ts'
import { findMove, insertMove, type MoveRecord, movesOf, updateMove } from './queries.ts'
import { toMoves } from './views.ts'

type MoveHandlers = Pick<FeatureHandlers<'careers'>, 'propose' | 'decide' | 'moves'>

/** S3-92: promotions and moves: one person proposes with the evidence of the day, a second one decides. */
export const moves: MoveHandlers = {
  propose: async (ctx, { userId, kind, toPost, effectiveDay, reason }) => {
    await mustLead(ctx, userId)
    const user = found((await mustReach(ctx, [userId])).get(userId), 'user')
    if (user.status === 'disabled') refuse('exam-person-left', { name: user.name })
    const records = await recordsOf(ctx, [userId])
    const { post: fromPost, since } = postOf(user, records)
    if (effectiveDay < since) refuse('move-early')
    const hasOpen = records.moves.some(({ state }) => state === 'proposed')
    must(canPropose({ kind, fromPost, toPost, hasOpen }))
    const checks = checksOf(specOf(await currentLadder(ctx.db), toPost).criteria, evidenceOf(user, records))
    const id = ctx.newId()
    await insertMove(ctx.db, {
      ...{ id, userId, kind, fromPost, toPost, effectiveDay, reason, checks: JSON.stringify(checks) },
      ...{ state: 'proposed', proposedAt: ctx.now, proposedBy: ctx.actor.id },
      ...{ decidedAt: null, decidedBy: null, decisionNote: null },
    })
    return viewOf(ctx, id)
  },

  decide: async (ctx, { id, isApproved, note }) => {
    const move = found(await findMove(ctx.db, id), 'careerMove')
    await mustReach(ctx, [move.userId])
    must(canDecide({ ...move, actor: ctx.actor }, move.toPost))
    await updateMove(ctx.db, id, {
      ...{ state: isApproved ? 'approved' : 'refused', decisionNote: note },
      ...{ decidedAt: ctx.now, decidedBy: ctx.actor.id },
    })
    return viewOf(ctx, id)
  },

  moves: async (ctx, { state }) => {
    const records: MoveRecord[] = await movesOf(ctx.db, [...(await reachIds(ctx))])
    return toMoves(ctx, records.filter((one) => state === null || one.state === state).reverse())
  },
}

async function viewOf(ctx: Ctx, id: string): Promise<CareerMove> {
  const [view] = await toMoves(ctx, [found(await findMove(ctx.db, id), 'careerMove')])
  return found(view, 'careerMove')
}
