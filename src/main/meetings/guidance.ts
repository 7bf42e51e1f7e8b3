import { found, must, refuse } from '../../shared/failure.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import { type GuidanceView, staffFigures } from '../../shared/meetings/guidance.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { findCaseByNumber, namesOf, scopeOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { addDays, endOfMonth } from '../rules/days.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { dayAt, momentOf } from '../rules/zone.ts'
import { findUserById } from '../users/queries.ts'
import {
  besides,
  figuresOf,
  findGuidance,
  type GuidanceRecord,
  insertGuidance,
  isTrainingThere,
  listGuidance,
  updateGuidance,
} from './guidance-queries.ts'

const EMPTY = { rating: null, figures: null, nextDay: null, caseId: null, trainingId: null, period: null } as const

export const guidance: FeatureHandlers<'guidance'> = {
  list: async (ctx, { userId, kind, limit }) => {
    const viewer = { id: ctx.actor.id, seesAll: ctx.actor.role === 'manager' }
    return toViews(ctx, await listGuidance(ctx.db, { viewer, userId, kind, limit }))
  },

  figures: async (ctx, { userId, period }) => monthOf(ctx, userId, period),

  /** S3-10: the figures of the month stand beside the judgement as they were when it was given. */
  assess: async (ctx, { userId, period, ...judgement }) => {
    const today = dayAt(DESK_ZONE, ctx.now)
    if (period > today.slice(0, 7)) refuse('guidance-future')
    const figures = JSON.stringify(await monthOf(ctx, userId, period))
    return add(ctx, { ...EMPTY, ...judgement, userId, kind: 'assessment', day: today, period, topic: period, figures })
  },

  /** S3-17: what was practised, what was agreed, and when it is looked at again. */
  coach: async (ctx, { caseNumber, trainingId, nextDay, ...coaching }) => {
    if (coaching.day > dayAt(DESK_ZONE, ctx.now)) refuse('guidance-future')
    if (nextDay !== null && nextDay < coaching.day) refuse('plan-days')
    if (trainingId !== null && !(await isTrainingThere(ctx.db, trainingId))) found(null, 'training')
    const row = caseNumber === '' ? null : await findCaseByNumber(ctx.db, scopeOf(ctx), caseNumber.toUpperCase())
    const caseId = row === null ? null : found(row, 'case').id
    return add(ctx, { ...EMPTY, ...coaching, kind: 'coaching', nextDay, caseId, trainingId })
  },

  read: async (ctx, { id, reply }) => {
    const row = found(await findGuidance(ctx.db, id), 'guidance')
    if (row.userId !== ctx.actor.id) refuse('guidance-not-yours')
    if (row.seenAt !== null) refuse('guidance-read')
    const change = { seenAt: ctx.now, reply }
    await updateGuidance(ctx.db, id, change)
    return toView(ctx, { ...row, ...change })
  },
}

async function monthOf(ctx: Ctx, userId: UserId, period: string) {
  found(await findUserById(ctx.db, userId), 'user')
  const first = `${period}-01`
  const after = addDays(endOfMonth(first), 1)
  return figuresOf(ctx.db, userId, momentOf(DESK_ZONE, first, 0), momentOf(DESK_ZONE, after, 0))
}

type NewGuidance = Omit<GuidanceRecord, 'id' | 'byId' | 'createdAt' | 'seenAt' | 'reply'>

async function add(ctx: Ctx, entry: NewGuidance): Promise<GuidanceView> {
  if (entry.userId === ctx.actor.id) refuse('guidance-self')
  must(canBeAsked(found(await findUserById(ctx.db, entry.userId as UserId), 'user')))
  const rest = { id: ctx.newId(), byId: ctx.actor.id, createdAt: ctx.now, seenAt: null, reply: '' }
  const row: GuidanceRecord = { ...entry, ...rest }
  await insertGuidance(ctx.db, row)
  return toView(ctx, row)
}

async function toView(ctx: Ctx, row: GuidanceRecord): Promise<GuidanceView> {
  const [view] = await toViews(ctx, [row])
  return found(view, 'guidance')
}

async function toViews(ctx: Ctx, rows: readonly GuidanceRecord[]): Promise<GuidanceView[]> {
  const names = await namesOf(
    ctx.db,
    rows.flatMap(({ userId, byId }) => [userId, byId]),
  )
  const { numbers, titles } = await besides(ctx.db, rows)
  return rows.map(({ byId, trainingId, ...row }) => ({
    ...row,
    userId: row.userId as UserId,
    userName: names.get(row.userId) ?? '',
    byName: names.get(byId) ?? '',
    figures: row.figures === null ? null : staffFigures.parse(JSON.parse(row.figures)),
    caseId: row.caseId as CaseId | null,
    caseNumber: row.caseId === null ? null : (numbers.get(row.caseId) ?? null),
    trainingTitle: trainingId === null ? null : (titles.get(trainingId) ?? null),
    mayRead: row.userId === ctx.actor.id && row.seenAt === null,
  }))
}
