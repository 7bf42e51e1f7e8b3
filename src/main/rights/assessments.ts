import { found, must, Refusal, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Arrangement, Assessment } from '../../shared/rights/model.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { presentSchedule } from '../retention/schedule-store.ts'
import { keptUntil, monthsOf } from '../rules/retention.ts'
import { canApprove } from '../rules/rights.ts'
import { dayAt } from '../rules/zone.ts'
import type { Db, Row } from '../store/types.ts'

type Calls = Pick<
  FeatureHandlers<'rights'>,
  'assessments' | 'assess' | 'decideAssessment' | 'arrangements' | 'arrange' | 'endArrangement'
>

/** Impact assessments and the arrangements by which data goes to others (PIPL 21, 23, 38, 55, 56). */
export const assessing: Calls = {
  assessments: async (ctx) => {
    const rows = ctx.db.selectFrom('impactAssessments').selectAll().orderBy('createdAt', 'desc').limit(500)
    return toAssessments(ctx, await rows.execute())
  },

  assess: async (ctx, input) => {
    const row = {
      ...input,
      id: ctx.newId(),
      state: 'draft',
      ...{ createdAt: ctx.now, createdBy: ctx.actor.id },
      ...{ decidedAt: null, decidedBy: null, decisionNote: '', keepUntil: null },
    } as const
    await ctx.db.insertInto('impactAssessments').values(row).execute()
    return one(await toAssessments(ctx, [row]), 'assessment')
  },

  decideAssessment: async (ctx, { id, isApproved, note }) => {
    const row = found(await findAssessment(ctx.db, id), 'assessment')
    must(canApprove(row, ctx.actor.id))
    const months = monthsOf((await presentSchedule(ctx.db)).rules, 'assessment')
    const change = {
      state: isApproved ? 'approved' : 'refused',
      ...{ decidedAt: ctx.now, decidedBy: ctx.actor.id, decisionNote: note },
      keepUntil: keptUntil(dayAt(DESK_ZONE, ctx.now), months),
    } as const
    await ctx.db.updateTable('impactAssessments').set(change).where('id', '=', id).execute()
    return one(await toAssessments(ctx, [{ ...row, ...change }]), 'assessment')
  },

  arrangements: async (ctx) => {
    const rows = ctx.db.selectFrom('sharingArrangements').selectAll().orderBy('createdAt', 'desc').limit(500)
    return toArrangements(ctx, await rows.execute())
  },

  arrange: async (ctx, input) => {
    const { assessmentId, isAbroad, fromDay, untilDay } = input
    if (untilDay !== null && untilDay < fromDay) refuse('sharing-days')
    const assessed = assessmentId === null ? undefined : found(await findAssessment(ctx.db, assessmentId), 'assessment')
    // PIPL 55: an assessment comes before the data goes; a law that demands the data leaves no choice.
    if (input.basis !== 'law' && assessed?.state !== 'approved') refuse('sharing-assessment')
    const row = {
      ...input,
      id: ctx.newId(),
      isAbroad: isAbroad ? 1 : 0,
      ...{ createdAt: ctx.now, createdBy: ctx.actor.id },
      ...{ endedAt: null, endedBy: null, endReason: '' },
    } as const
    await ctx.db.insertInto('sharingArrangements').values(row).execute()
    return one(await toArrangements(ctx, [row]), 'arrangement')
  },

  endArrangement: async (ctx, { id, reason }) => {
    const row = found(
      await ctx.db.selectFrom('sharingArrangements').select('endedAt').where('id', '=', id).executeTakeFirst(),
      'arrangement',
    )
    if (row.endedAt !== null) throw new Refusal({ code: 'CONFLICT', entity: 'arrangement' })
    await ctx.db
      .updateTable('sharingArrangements')
      .set({ endedAt: ctx.now, endedBy: ctx.actor.id, endReason: reason })
      .where('id', '=', id)
      .execute()
    return null
  },
}

function one<T>(rows: readonly T[], entity: string): T {
  return found(rows[0], entity)
}

function findAssessment(db: Db, id: string): Promise<Row<'impactAssessments'> | undefined> {
  return db.selectFrom('impactAssessments').selectAll().where('id', '=', id).executeTakeFirst()
}

async function toAssessments({ db, actor }: Ctx, rows: readonly Row<'impactAssessments'>[]): Promise<Assessment[]> {
  const names = await namesOf(
    db,
    rows.flatMap(({ createdBy, decidedBy }) => [createdBy, decidedBy]),
  )
  return rows.map(({ decidedBy, ...row }) => ({
    ...row,
    createdBy: row.createdBy as UserId,
    createdByName: names.get(row.createdBy) ?? '',
    decidedByName: decidedBy === null ? null : (names.get(decidedBy) ?? ''),
    mayDecide: actor.role === 'manager' && canApprove(row, actor.id).allowed,
  }))
}

async function toArrangements({ db }: Ctx, rows: readonly Row<'sharingArrangements'>[]): Promise<Arrangement[]> {
  const names = await namesOf(
    db,
    rows.map(({ createdBy }) => createdBy),
  )
  const ids = rows.flatMap(({ assessmentId }) => (assessmentId === null ? [] : [assessmentId]))
  const assessed =
    ids.length === 0
      ? []
      : await db.selectFrom('impactAssessments').select(['id', 'title']).where('id', 'in', ids).execute()
  const titles = new Map(assessed.map(({ id, title }) => [id, title]))
  return rows.map(({ createdBy, createdAt: _, endedBy: __, assessmentId, ...row }) => ({
    ...row,
    isAbroad: row.isAbroad === 1,
    assessmentTitle: assessmentId === null ? null : (titles.get(assessmentId) ?? ''),
    createdByName: names.get(createdBy) ?? '',
  }))
}
