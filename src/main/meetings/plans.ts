import { found, must, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { PlanItem, WorkPlanView } from '../../shared/meetings/plans.ts'
import { canReportItem, planItemState, planProgress } from '../../shared/meetings/rules.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { namesOf, viewerOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { goals } from '../improvements/goals.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { dayAt } from '../rules/zone.ts'
import { findUserById } from '../users/queries.ts'
import {
  findItem,
  findPlan,
  insertItem,
  insertPlan,
  itemsOf,
  listPlans,
  updateItem,
  updatePlan,
  type WorkPlanItemRecord,
  type WorkPlanRecord,
} from './plan-queries.ts'

export const workPlans: FeatureHandlers<'workPlans'> = {
  list: async (ctx, { withClosed }) => toViews(ctx, await listPlans(ctx.db, withClosed)),

  add: async (ctx, plan) => {
    if (plan.fromDay > plan.toDay) refuse('plan-days')
    const by = { createdBy: ctx.actor.id, createdAt: ctx.now }
    const row: WorkPlanRecord = { ...plan, ...by, id: ctx.newId(), state: 'open', closing: '' }
    await insertPlan(ctx.db, row)
    return toView(ctx, row)
  },

  change: async (ctx, { id, ...part }) => {
    if (part.fromDay > part.toDay) refuse('plan-days')
    const row = await open(ctx, id)
    ctx.note({ before: { title: row.title, text: row.text, fromDay: row.fromDay, toDay: row.toDay } })
    await updatePlan(ctx.db, id, part)
    return toView(ctx, { ...row, ...part })
  },

  /** S3-08: a goal has an owner, a measure, a target and a day; a measured one takes its progress from the goal. */
  addItem: async (ctx, { id, ...item }) => {
    const row = await open(ctx, id)
    must(canBeAsked(found(await findUserById(ctx.db, item.ownerId), 'user')))
    const known = await goals.list(ctx, {})
    if (item.goalId !== null)
      found(
        known.find((goal) => goal.id === item.goalId),
        'goal',
      )
    const place = (await itemsOf(ctx.db, [id])).length + 1
    const by = { changedBy: ctx.actor.id, changedAt: ctx.now }
    await insertItem(ctx.db, { ...item, ...by, id: ctx.newId(), planId: id, place, percent: 0, note: '' })
    return toView(ctx, row)
  },

  report: async (ctx, { itemId, percent, note }) => {
    const item = found(await findItem(ctx.db, itemId), 'planItem')
    const row = await open(ctx, item.planId)
    must(canReportItem(viewerOf(ctx), item))
    ctx.note({ before: { percent: item.percent, note: item.note } })
    await updateItem(ctx.db, itemId, { percent, note, changedBy: ctx.actor.id, changedAt: ctx.now })
    return toView(ctx, row)
  },

  close: async (ctx, { id, closing }) => {
    const row = await open(ctx, id)
    await updatePlan(ctx.db, id, { state: 'closed', closing })
    return toView(ctx, { ...row, state: 'closed', closing })
  },
}

async function open(ctx: Ctx, id: string): Promise<WorkPlanRecord> {
  const row = found(await findPlan(ctx.db, id), 'workPlan')
  if (row.state !== 'open') refuse('work-plan-closed')
  return row
}

async function toView(ctx: Ctx, row: WorkPlanRecord): Promise<WorkPlanView> {
  const [view] = await toViews(ctx, [row])
  return found(view, 'workPlan')
}

async function toViews(ctx: Ctx, rows: readonly WorkPlanRecord[]): Promise<WorkPlanView[]> {
  const items = await itemsOf(
    ctx.db,
    rows.map(({ id }) => id),
  )
  const measured = items.some(({ goalId }) => goalId !== null) ? await goals.list(ctx, {}) : []
  const people = [
    ...rows.map(({ createdBy }) => createdBy),
    ...items.flatMap(({ ownerId, changedBy }) => [ownerId, changedBy]),
  ]
  const names = await namesOf(ctx.db, people)
  return rows.map(({ createdBy, createdAt: _, ...row }) => {
    const own = items.filter(({ planId }) => planId === row.id)
    const views = own.map((item) => toItem(ctx, item, measured, names, row.state === 'open'))
    return {
      ...row,
      createdByName: names.get(createdBy) ?? '',
      percent: planProgress(views.map(({ percent }) => percent)),
      items: views,
    }
  })
}

/** What an item takes over from the goal it is measured by. */
type MeasuredGoal = { id: string; title: string; progressPercent: number | null }

function toItem(
  ctx: Ctx,
  { planId: _, changedBy, ...item }: WorkPlanItemRecord,
  measured: readonly MeasuredGoal[],
  names: ReadonlyMap<string, string>,
  isOpen: boolean,
): PlanItem {
  const goal = measured.find(({ id }) => id === item.goalId)
  const percent = goal ? Math.round(Math.min(100, Math.max(0, goal.progressPercent ?? 0))) : item.percent
  return {
    ...item,
    percent,
    ownerId: item.ownerId as UserId,
    ownerName: names.get(item.ownerId) ?? '',
    goalTitle: goal?.title ?? null,
    state: planItemState(percent, item.dueDay, dayAt(DESK_ZONE, ctx.now)),
    changedByName: names.get(changedBy) ?? '',
    mayReport: isOpen && canReportItem(viewerOf(ctx), item).allowed,
  }
}
