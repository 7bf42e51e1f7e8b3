import { found } from '../../shared/failure.ts'
import { openFile, scopeOf } from '../cases/case-file.ts'
import { ofReadable } from '../cases/in-scope.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { compensationAt } from '../policies/queries.ts'
import { benefitOf } from '../rules/compensation-benefit.ts'
import { cancel, consent, decide, effect, execute } from './amounts.ts'
import { analyse, costsIn, insertCost, saveBudget } from './cost-queries.ts'
import { addLoss, none, propose, reckoned, removeLoss } from './proposals.ts'
import { pendingAmounts, unexecutedAmounts } from './queries.ts'
import { toRows, toView } from './views.ts'

export const compensation: FeatureHandlers<'compensation'> = {
  show: async (ctx, { id }) => toView(ctx, await openFile(ctx, id)),
  ...{ addLoss, removeLoss, propose, none, decide, consent, execute, cancel, effect },
  reckon: reckoned,

  waiting: async (ctx) => toRows(ctx, await ofReadable(ctx.db, scopeOf(ctx), await pendingAmounts(ctx.db))),
  unexecuted: async (ctx) => toRows(ctx, await ofReadable(ctx.db, scopeOf(ctx), await unexecutedAmounts(ctx.db))),
  analysis: async ({ db }, months) => analyse(db, months),

  setBudget: async ({ db, now, actor }, { month, amountFen }) => {
    await saveBudget(db, { month, amountFen, setAt: now, setBy: actor.id })
    return null
  },

  addCost: async (ctx, entry) => {
    const row = { ...entry, id: ctx.newId(), createdAt: ctx.now, createdBy: ctx.actor.id }
    await insertCost(ctx.db, row)
    const costs = await costsIn(ctx.db, { from: entry.month, until: entry.month })
    return found(
      costs.find(({ id }) => id === row.id),
      'cost',
    )
  },
  costs: async ({ db }, months) => costsIn(db, months),

  policy: async ({ db, now }) => (await compensationAt(db, now)).body,

  benefit: async ({ db, now }, input) => benefitOf(input, (await compensationAt(db, now)).body.benefit.targetPercent),
}
