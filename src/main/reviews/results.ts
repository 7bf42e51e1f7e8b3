import { found } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Handler } from '../engine/handler.ts'
import { type MonthEntry, sumMonth } from '../rules/review-month.ts'
import { totalOf } from '../rules/review-total.ts'
import { formOf, type KeptForm } from './forms.ts'
import { actionsOf, reviewsOfMonth } from './queries.ts'
import { bodyOf } from './views.ts'

/** Results by person and month; agents get their own line only. */
export const results: Handler<'reviews.results'> = async (ctx, { month, agentId }) => {
  const wanted = ctx.actor.role === 'agent' ? ctx.actor.id : agentId
  const records = await reviewsOfMonth(ctx.db, month, wanted)
  const actions = await actionsOf(
    ctx.db,
    records.map(({ id }) => id),
  )
  const forms = new Map<string, KeptForm>()
  const entries: MonthEntry[] = []
  for (const record of records) {
    const key = `${record.kind} ${record.formVersion}`
    const kept = forms.get(key) ?? found(await formOf(ctx.db, record.kind, record.formVersion), 'reviewForm')
    forms.set(key, kept)
    entries.push({
      agentId: record.agentId,
      kind: record.kind,
      total: record.total,
      isFailed: record.isFailed === 1,
      isDisputed: record.state === 'disputed',
      openActions: actions.filter(({ reviewId, doneAt }) => reviewId === record.id && doneAt === null).length,
      form: kept.form,
      result: found(totalOf(kept.form, bodyOf(record).marks), 'review'),
    })
  }
  const names = await namesOf(
    ctx.db,
    entries.map((entry) => entry.agentId),
  )
  return sumMonth(entries).map((sum) => ({
    ...sum,
    month,
    agentId: sum.agentId as UserId,
    agentName: names.get(sum.agentId) ?? '',
  }))
}
