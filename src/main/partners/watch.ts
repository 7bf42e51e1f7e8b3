import { found, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { COMPUTED_FIGURES } from '../../shared/improvements/evaluation-words.ts'
import type { ResultWarning } from '../../shared/partners/market.ts'
import { SERVICE_ITEMS } from '../../shared/partners/words.ts'
import { numbersOf } from '../../shared/targets/desk-numbers.ts'
import { HOUR } from '../../shared/time.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { targetsAt } from '../policies/queries.ts'
import { levelOf, type Result, resultsNow } from './results.ts'
import {
  findWarning,
  hasResults,
  insertWatchRun,
  lastWatchAt,
  listWarnings,
  raise,
  updateWarning,
  type WarningRecord,
} from './watch-queries.ts'

/** S4-161: results of evaluation are looked at as often as the policy says; one near its limit, missed or falling warns once. */
export const watch: FeatureHandlers<'watch'> = {
  evaluate: async (ctx) => {
    const results = await resultsNow(ctx)
    let raised = 0
    for (const result of results) raised += Number(await warn(ctx, result))
    await insertWatchRun(ctx.db, { id: ctx.newId(), at: ctx.now, results: results.length, raised })
    ctx.note({ results: results.length, raised })
    return { results: results.length, raised }
  },

  nextRun: async ({ db, now }) => {
    const last = await lastWatchAt(db)
    if (last === null) return { at: (await hasResults(db)) ? now : null }
    const { looks } = numbersOf((await targetsAt(db, now)).body)
    return { at: last + looks.everyHours * HOUR }
  },

  list: async (ctx, { isClosedToo }) =>
    toViews(ctx, await listWarnings(ctx.db, isClosedToo ? ['open', 'closed'] : ['open'])),

  answer: async (ctx, { id, answer }) => {
    const row = found(await findWarning(ctx.db, id), 'resultWarning')
    if (row.state === 'closed') refuse('warning-closed')
    if (ctx.actor.role === 'agent' && row.ownerId !== ctx.actor.id) refuse('warning-not-yours')
    const change = { state: 'closed', answer, answeredAt: ctx.now, answeredBy: ctx.actor.id } as const
    await updateWarning(ctx.db, id, change)
    const [view] = await toViews(ctx, [{ ...row, ...change }])
    return found(view, 'resultWarning')
  },
}

async function warn(ctx: Ctx, result: Result): Promise<boolean> {
  const level = levelOf(result)
  if (level === null) return false
  const { source, subjectKey, resultKey, title, unit, ownerId, value, limit, before } = result
  const against = limit ?? before
  return raise(ctx.db, {
    ...{ id: ctx.newId(), source, subjectKey, resultKey, title, ownerId, level, raisedAt: ctx.now },
    ...{ value: `${value}${unit}`, limitText: against === null ? '' : `${against}${unit}` },
    ...{ state: 'open', answer: '', answeredAt: null, answeredBy: null },
  })
}

async function toViews(ctx: Ctx, rows: readonly WarningRecord[]): Promise<ResultWarning[]> {
  const names = await namesOf(
    ctx.db,
    rows.flatMap(({ ownerId, answeredBy }) => [ownerId, answeredBy]),
  )
  return rows.map(({ subjectKey, resultKey: _, answeredBy, ...row }) => ({
    ...row,
    item: row.source === 'supplier' ? (SERVICE_ITEMS.find((one) => subjectKey.endsWith(`:${one}`)) ?? null) : null,
    figure:
      row.source === 'evaluation' ? (COMPUTED_FIGURES.find((one) => subjectKey.endsWith(`:${one}`)) ?? null) : null,
    ownerId: row.ownerId as UserId,
    ownerName: names.get(row.ownerId) ?? '',
    answeredByName: answeredBy === null ? null : (names.get(answeredBy) ?? ''),
  }))
}
