import type { CaseId } from '../../shared/ids.ts'
import { namesOf, openFile, scopeOf, viewerOf } from '../cases/case-file.ts'
import { ofReadable } from '../cases/in-scope.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { canDecidePlan } from '../rules/plan.ts'
import { decide, draft, revise, submit } from './approval.ts'
import { finish, milestone, start } from './execution.ts'
import { submittedPlans } from './queries.ts'
import { authorsOf, levelFor, toView } from './views.ts'

const WAITING_SHOWN = 200

export const plans: FeatureHandlers<'plans'> = {
  show: async (ctx, { id }) => toView(ctx, await openFile(ctx, id)),
  ...{ draft, submit, decide, revise, start, milestone, finish },

  waiting: async (ctx) => {
    const rows = await ofReadable(ctx.db, scopeOf(ctx), await submittedPlans(ctx.db, WAITING_SHOWN))
    const names = await namesOf(ctx.db, rows.flatMap(authorsOf))
    const waiting = []
    for (const row of rows) {
      const { id, caseNumber, version, measures, amountFen, miles, deadlineAt } = row
      const authorIds = authorsOf(row)
      const level = await levelFor(ctx, row, row.tier)
      waiting.push({
        ...{ id, caseNumber, version, measures, amountFen, miles, deadlineAt },
        caseId: row.caseId as CaseId,
        authorNames: authorIds.map((author) => names.get(author) ?? ''),
        submittedAt: row.submittedAt ?? 0,
        mayDecide: canDecidePlan(viewerOf(ctx), { authorIds, level }).allowed,
      })
    }
    return waiting
  },
}
