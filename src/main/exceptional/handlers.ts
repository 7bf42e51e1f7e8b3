import type { ExceptionalDays } from '../../shared/exceptional/contract.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { namesOf, viewerOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canDecideDays, canMarkDays, canWithdrawDays } from '../rules/exceptional.ts'
import { dayAt } from '../rules/zone.ts'
import { report, scorecards } from './both.ts'
import { findDays, insertDays, listDays, updateDays } from './queries.ts'

const SHOWN = 100

export const exceptional: FeatureHandlers<'exceptional'> = {
  list: async (ctx, { limit }) => toViews(ctx, limit),

  mark: async (ctx, days) => {
    must(canMarkDays(days, dayAt(DESK_ZONE, ctx.now)))
    const same = (await listDays(ctx.db, SHOWN)).find(
      ({ fromDay, toDay, state }) =>
        (state === 'proposed' || state === 'approved') && fromDay <= days.toDay && toDay >= days.fromDay,
    )
    if (same) refuse('exceptional-twice', { fromDay: same.fromDay, toDay: same.toDay })
    await insertDays(ctx.db, {
      ...{ ...days, id: ctx.newId(), state: 'proposed', markedAt: ctx.now, markedBy: ctx.actor.id },
      ...{ decidedAt: null, decidedBy: null, decisionText: '' },
    })
    return toViews(ctx, SHOWN)
  },

  decide: async (ctx, { id, isApproved, text }) => {
    const days = found(await findDays(ctx.db, id), 'exceptionalDays')
    must(canDecideDays(viewerOf(ctx), days))
    if (!isApproved && text === '') refuse('exceptional-why')
    await end(ctx, id, isApproved ? 'approved' : 'declined', text)
    return toViews(ctx, SHOWN)
  },

  withdraw: async (ctx, { id, text }) => {
    const days = found(await findDays(ctx.db, id), 'exceptionalDays')
    must(canWithdrawDays(viewerOf(ctx), days))
    ctx.note({ before: { state: days.state } })
    await end(ctx, id, 'withdrawn', text)
    return toViews(ctx, SHOWN)
  },

  report,
  scorecards,
}

async function end(ctx: Ctx, id: string, state: 'approved' | 'declined' | 'withdrawn', text: string): Promise<void> {
  await updateDays(ctx.db, id, { state, decidedAt: ctx.now, decidedBy: ctx.actor.id, decisionText: text })
}

async function toViews(ctx: Ctx, limit: number): Promise<ExceptionalDays[]> {
  const rows = await listDays(ctx.db, limit)
  const names = await namesOf(
    ctx.db,
    rows.flatMap(({ markedBy, decidedBy }) => [markedBy, decidedBy]),
  )
  const viewer = viewerOf(ctx)
  return rows.map(({ markedBy, decidedBy, ...row }) => ({
    ...row,
    markedByName: names.get(markedBy) ?? '',
    decidedByName: decidedBy === null ? null : (names.get(decidedBy) ?? ''),
    mayDecide: canDecideDays(viewer, { ...row, markedBy }).allowed,
    mayWithdraw: canWithdrawDays(viewer, { ...row, markedBy }).allowed,
  }))
}
