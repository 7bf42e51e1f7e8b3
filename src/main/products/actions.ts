import { found, must, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { ActionView } from '../../shared/products/contract.ts'
import { canMoveAction } from '../../shared/products/rules.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { mustBePeople } from '../improvements/propose.ts'
import { todayOf } from '../improvements/views.ts'
import { findStrategy, listStrategies } from '../meetings/plan-queries.ts'
import { type ActionRecord, findAction, insertAction, listActions, updateAction } from './queries.ts'

/** S4-47: training, facilities and measures of the service strategy: goal, owner, due day, state, result. */
export const strategyActions: FeatureHandlers<'strategyActions'> = {
  list: async (ctx) => toViews(ctx, await listActions(ctx.db)),

  add: async (ctx, action) => {
    if (action.strategyId !== null) found(await findStrategy(ctx.db, action.strategyId), 'strategy')
    await mustBePeople(ctx, [action.ownerId])
    const by = { createdAt: ctx.now, createdBy: ctx.actor.id, changedAt: ctx.now }
    const row: ActionRecord = { ...action, ...by, id: ctx.newId(), state: 'planned', result: '' }
    await insertAction(ctx.db, row)
    return toView(ctx, row)
  },

  move: async (ctx, { id, state, result }) => {
    const row = found(await findAction(ctx.db, id), 'action')
    if (ctx.actor.role === 'agent' && row.ownerId !== ctx.actor.id) refuse('action-not-yours')
    must(canMoveAction(row.state, state, result))
    ctx.note({ before: { state: row.state } })
    const change = { state, result, changedAt: ctx.now }
    await updateAction(ctx.db, id, change)
    return toView(ctx, { ...row, ...change })
  },
}

async function toView(ctx: Ctx, row: ActionRecord): Promise<ActionView> {
  const [view] = await toViews(ctx, [row])
  return found(view, 'action')
}

async function toViews(ctx: Ctx, rows: readonly ActionRecord[]): Promise<ActionView[]> {
  const names = await namesOf(
    ctx.db,
    rows.flatMap(({ ownerId, createdBy }) => [ownerId, createdBy]),
  )
  const titles = new Map((await listStrategies(ctx.db)).map(({ id, title }) => [id, title]))
  const today = todayOf(ctx)
  return rows.map(({ createdBy, ...row }) => ({
    ...row,
    ownerId: row.ownerId as UserId,
    ownerName: names.get(row.ownerId) ?? '',
    createdByName: names.get(createdBy) ?? '',
    strategyTitle: row.strategyId === null ? null : (titles.get(row.strategyId) ?? ''),
    isOverdue: (row.state === 'planned' || row.state === 'running') && row.dueDay < today,
  }))
}
