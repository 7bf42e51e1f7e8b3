import { found, must, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { StrategyView } from '../../shared/meetings/plans.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { findUserById } from '../users/queries.ts'
import { findStrategy, insertStrategy, listStrategies, type StrategyRecord, updateStrategy } from './plan-queries.ts'

/** S3-12: strategies for better service, with what they rest on and what they changed. */
export const strategies: FeatureHandlers<'strategies'> = {
  list: async (ctx) => toViews(ctx, await listStrategies(ctx.db)),

  add: async (ctx, strategy) => {
    must(canBeAsked(found(await findUserById(ctx.db, strategy.ownerId), 'user')))
    const by = { createdBy: ctx.actor.id, createdAt: ctx.now, changedAt: ctx.now }
    const row: StrategyRecord = { ...strategy, ...by, id: ctx.newId(), state: 'planned', effect: '' }
    await insertStrategy(ctx.db, row)
    return toView(ctx, row)
  },

  move: async (ctx, { id, state, effect }) => {
    const row = found(await findStrategy(ctx.db, id), 'strategy')
    if (state === 'ended' && effect === '') refuse('strategy-effect')
    ctx.note({ before: { state: row.state, effect: row.effect } })
    const change = { state, effect, changedAt: ctx.now }
    await updateStrategy(ctx.db, id, change)
    return toView(ctx, { ...row, ...change })
  },
}

async function toView(ctx: Ctx, row: StrategyRecord): Promise<StrategyView> {
  const [view] = await toViews(ctx, [row])
  return found(view, 'strategy')
}

async function toViews(ctx: Ctx, rows: readonly StrategyRecord[]): Promise<StrategyView[]> {
  const names = await namesOf(
    ctx.db,
    rows.flatMap(({ ownerId, createdBy }) => [ownerId, createdBy]),
  )
  return rows.map(({ createdBy, ...row }) => ({
    ...row,
    ownerId: row.ownerId as UserId,
    ownerName: names.get(row.ownerId) ?? '',
    createdByName: names.get(createdBy) ?? '',
  }))
}
