import type { CaseId } from '../../shared/ids.ts'
import { namesOf, openFile, scopeOf, viewerOf } from '../cases/case-file.ts'
import { ofReadable } from '../cases/in-scope.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { canReviewFinding, canVerifyMeasure } from '../rules/liability.ts'
import { draft, finish, notApplicable, opinion, review, revise, submit } from './findings.ts'
import { countFinals, listFinals, openRectifications, waitingFindings } from './lists.ts'
import { measure, measureDone, verify } from './measures.ts'
import { tie } from './suppliers.ts'
import { authorsOf, toMeasure, toView } from './views.ts'

export const liability: FeatureHandlers<'liability'> = {
  show: async (ctx, { id }) => toView(ctx, await openFile(ctx, id)),
  ...{ draft, submit, review, opinion, finish, notApplicable, revise, tie, measure, measureDone, verify },

  list: async (ctx, { after, limit, ...filter }) => {
    const rows = await listFinals(ctx.db, scopeOf(ctx), filter, after, limit + 1)
    return { rows: rows.slice(0, limit), hasMore: rows.length > limit }
  },

  counts: async ({ db }, period) => countFinals(db, period),

  waiting: async (ctx) => {
    const scope = scopeOf(ctx)
    const reviews = await ofReadable(ctx.db, scope, await waitingFindings(ctx.db))
    const rectifications = await ofReadable(ctx.db, scope, await openRectifications(ctx.db))
    const viewer = viewerOf(ctx)
    const names = await namesOf(ctx.db, [
      ...reviews.flatMap(authorsOf),
      ...rectifications.flatMap((one) => [one.responsibleId, one.createdBy, one.doneBy, one.verifiedBy]),
    ])
    return {
      reviews: reviews.map(({ authorIds, ...row }) => ({
        ...row,
        caseId: row.caseId as CaseId,
        submittedAt: row.submittedAt ?? 0,
        authorNames: authorsOf({ authorIds }).map((id) => names.get(id) ?? ''),
        mayReview: canReviewFinding(viewer, authorsOf({ authorIds })).allowed,
      })),
      rectifications: rectifications.map((row) => ({
        ...toMeasure(row, names),
        caseId: row.caseId as CaseId,
        caseNumber: row.caseNumber,
        mayVerify: canVerifyMeasure(viewer, row).allowed,
      })),
    }
  },
}
