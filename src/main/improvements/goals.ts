import { found, must, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { type GoalMeasure, isFalling } from '../../shared/improvements/goal-words.ts'
import { type GoalView, isComputedMeasure } from '../../shared/improvements/goals.ts'
import type { Day } from '../../shared/time.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { checkGoal, goalProgress, isGoalReached } from '../rules/improvement-goal.ts'
import { figuresOf } from './evaluations.ts'
import { fromHundredths, toHundredths } from './figures.ts'
import { findGoal, type GoalRecord, insertGoal, insertPoint, listGoals, pointsOf, updateGoal } from './goal-queries.ts'
import { mustBePeople } from './propose.ts'
import { todayOf } from './views.ts'

export const goals: FeatureHandlers<'goals'> = {
  list: async (ctx) => toViews(ctx, await listGoals(ctx.db)),

  set: async (ctx, { baseline, target, ...goal }) => {
    must(checkGoal({ ...goal, baseline, target }))
    await mustBePeople(ctx, [goal.ownerId])
    const row: GoalRecord = {
      ...goal,
      id: ctx.newId(),
      baseline: baseline === null ? null : toHundredths(baseline),
      target: toHundredths(target),
      ...{ state: 'open', closing: null, createdBy: ctx.actor.id, createdAt: ctx.now },
    }
    await insertGoal(ctx.db, row)
    ctx.note({ id: row.id })
    return toView(ctx, row.id)
  },

  change: async (ctx, { id, target, dueDay, ownerId }) => {
    const row = await openGoal(ctx, id)
    await mustBePeople(ctx, [ownerId])
    must(checkGoal({ ...row, target: toHundredths(target) }))
    ctx.note({ before: { target: fromHundredths(row.target), dueDay: row.dueDay, ownerId: row.ownerId } })
    await updateGoal(ctx.db, id, { target: toHundredths(target), dueDay, ownerId })
    return toView(ctx, id)
  },

  measure: async (ctx, { id, ...point }) => {
    await openGoal(ctx, id)
    return addPoint(ctx, id, point)
  },

  /** S2-173: what the cases of a period give, recorded as measured on its last day. */
  compute: async (ctx, { id, fromDay, toDay }) => {
    const { measure } = await openGoal(ctx, id)
    if (!isComputedMeasure(measure)) refuse('goal-not-computed')
    if (fromDay > toDay) refuse('evaluation-period-order')
    const figures = await figuresOf(ctx.db, fromDay, toDay)
    const value = figures.find(({ code }) => code === measure)?.value ?? null
    if (value === null) return refuse('goal-no-cases')
    return addPoint(ctx, id, { day: toDay, value, source: `${fromDay} – ${toDay}` })
  },

  close: async (ctx, { id, state, closing }) => {
    await openGoal(ctx, id)
    await updateGoal(ctx.db, id, { state, closing })
    return toView(ctx, id)
  },
}

async function openGoal(ctx: Ctx, id: string): Promise<GoalRecord> {
  const row = found(await findGoal(ctx.db, id), 'goal')
  if (row.state !== 'open') refuse('goal-closed')
  return row
}

async function addPoint(ctx: Ctx, goalId: string, point: { day: Day; value: number; source: string }) {
  const { day, value, source } = point
  if (day > todayOf(ctx)) refuse('improvement-future-day')
  const by = { recordedBy: ctx.actor.id, recordedAt: ctx.now }
  await insertPoint(ctx.db, { id: ctx.newId(), goalId, day, source, value: toHundredths(value), ...by })
  return toView(ctx, goalId)
}

async function toView(ctx: Ctx, id: string): Promise<GoalView> {
  const [view] = await toViews(ctx, [found(await findGoal(ctx.db, id), 'goal')])
  return found(view, 'goal')
}

async function toViews(ctx: Ctx, rows: readonly GoalRecord[]): Promise<GoalView[]> {
  const points = await pointsOf(
    ctx.db,
    rows.map(({ id }) => id),
  )
  const people = [...rows.map(({ ownerId }) => ownerId), ...points.map(({ recordedBy }) => recordedBy)]
  const names = await namesOf(ctx.db, people)
  const byGoal = Map.groupBy(points, ({ goalId }) => goalId)
  const today = todayOf(ctx)
  return rows.map(({ createdBy: _, createdAt: __, ...row }) => {
    const own = byGoal.get(row.id) ?? []
    const ends = {
      baseline: row.baseline === null ? null : fromHundredths(row.baseline),
      target: fromHundredths(row.target),
    }
    const last = own.at(-1)
    const latest = last ? fromHundredths(last.value) : null
    const isReached = isGoalReached(ends, latest, isFalling(row.measure))
    return {
      ...row,
      ...ends,
      measure: row.measure as GoalMeasure,
      ownerId: row.ownerId as UserId,
      ownerName: names.get(row.ownerId) ?? '',
      points: own.map(({ id, day, value, source, recordedBy }) => ({
        ...{ id, day, source },
        value: fromHundredths(value),
        recordedByName: names.get(recordedBy) ?? '',
      })),
      latest,
      progressPercent: goalProgress(ends, latest),
      isReached,
      isOverdue: row.state === 'open' && !isReached && row.dueDay < today,
    }
  })
}
