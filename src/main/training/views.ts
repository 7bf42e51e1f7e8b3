import { found } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import {
  type EffectFigures,
  effectFigures,
  type PlanView,
  schedule,
  type TrainingRow,
  type TrainingSession,
  type TrainingView,
} from '../../shared/training/model.ts'
import type { TrainingTopic } from '../../shared/training/words.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { REPORT_ZONE } from '../rules/report-period.ts'
import { effectFiguresOf, isPassed } from '../rules/training.ts'
import { monthAt } from '../rules/zone.ts'
import { publishedTotals } from '../scorecards/published.ts'
import {
  findTraining,
  type PersonRecord,
  type PlanRecord,
  peopleOf,
  planById,
  qualityOf,
  type SessionRecord,
  sessionsOfTrainings,
  studiesByIds,
  type TrainingRecord,
  trainingsOf,
} from './queries.ts'

type Names = ReadonlyMap<string, string>

export async function toPlan(ctx: Ctx, plan: PlanRecord): Promise<PlanView> {
  const records = await trainingsOf(ctx.db, plan.id)
  const sessions = await sessionsOfTrainings(
    ctx.db,
    records.map(({ id }) => id),
  )
  const people = await peopleOf(
    ctx.db,
    sessions.map(({ id }) => id),
  )
  const names = await namesOf(ctx.db, [plan.approvedBy, ...records.map(({ responsibleId }) => responsibleId)])
  const { id, year, goal, budgetFen, state, approvedAt, approvedBy } = plan
  return {
    ...{ id, year, goal, budgetFen, state, approvedAt },
    plannedFen: records.reduce((sum, record) => sum + record.budgetFen, 0),
    approvedByName: approvedBy === null ? null : (names.get(approvedBy) ?? ''),
    trainings: records.map((record) => toRow(record, sessions, people, names, ctx.now)),
  }
}

function toRow(
  record: TrainingRecord,
  all: readonly SessionRecord[],
  people: readonly PersonRecord[],
  names: Names,
  now: number,
): TrainingRow {
  const sessions = all.filter(({ trainingId, state }) => trainingId === record.id && state === 'planned')
  const ids = new Set(sessions.map(({ id }) => id))
  const own = people.filter(({ sessionId }) => ids.has(sessionId))
  const next = sessions.map(({ startsAt }) => startsAt).filter((at) => at >= now)
  const { id, title, goal, content, kind, way, teacher, place, budgetFen, passMark, effect } = record
  return {
    ...{ id, title, goal, content, kind, way, teacher, place, budgetFen, passMark, effect },
    topics: JSON.parse(record.topics) as TrainingTopic[],
    studyIds: JSON.parse(record.studyIds) as string[],
    schedule: schedule.parse(JSON.parse(record.schedule)),
    responsibleId: record.responsibleId as UserId,
    responsibleName: names.get(record.responsibleId) ?? '',
    sessions: sessions.length,
    nextAt: next.length === 0 ? null : Math.min(...next),
    invited: own.length,
    attended: own.filter(({ attendance }) => attendance === 'attended').length,
  }
}

/** One training with its sessions, everybody in them, and what it came to. */
export async function toView(ctx: Ctx, id: string): Promise<TrainingView> {
  const record = found(await findTraining(ctx.db, id), 'training')
  const plan = await planById(ctx.db, record.planId)
  const sessions = await sessionsOfTrainings(ctx.db, [id])
  const people = await peopleOf(
    ctx.db,
    sessions.map((session) => session.id),
  )
  const asked = [record.responsibleId, record.assessedBy, ...people.map(({ userId }) => userId)]
  const names = await namesOf(ctx.db, asked)
  const row = toRow(record, sessions, people, names, ctx.now)
  return {
    ...row,
    year: plan.year,
    planState: plan.state,
    list: sessions.map((session) => toSession(session, people, record.passMark, names)),
    studies: await studiesByIds(ctx.db, row.studyIds),
    figures: await figuresOf(ctx, record, sessions, people),
    effectText: record.effectText,
    effectFigures: record.effectFigures === null ? null : effectFigures.parse(JSON.parse(record.effectFigures)),
    assessedAt: record.assessedAt,
    assessedByName: record.assessedBy === null ? null : (names.get(record.assessedBy) ?? ''),
  }
}

async function figuresOf(
  ctx: Ctx,
  record: TrainingRecord,
  all: readonly SessionRecord[],
  people: readonly PersonRecord[],
): Promise<EffectFigures> {
  const sessions = all.filter(({ state }) => state === 'planned')
  const ids = new Set(sessions.map(({ id }) => id))
  const own = people.filter(({ sessionId }) => ids.has(sessionId))
  const attended = own.filter(({ attendance }) => attendance === 'attended').map(({ userId }) => userId)
  const firstAt = Math.min(...sessions.map(({ startsAt }) => startsAt), Number.MAX_SAFE_INTEGER)
  const first = { at: firstAt, month: sessions.length === 0 ? '' : monthAt(REPORT_ZONE, firstAt) }
  const points = await publishedTotals(ctx.db, attended)
  return effectFiguresOf(own, record.passMark, await qualityOf(ctx.db, attended), points, first)
}

function toSession(
  { id, place, startsAt, endsAt, state, cancelReason }: SessionRecord,
  people: readonly PersonRecord[],
  passMark: number | null,
  names: Names,
): TrainingSession {
  const own = people.filter(({ sessionId }) => sessionId === id)
  return {
    ...{ id, place, startsAt, endsAt, state, cancelReason },
    people: own.map(({ userId, attendance, score, note }) => ({
      ...{ attendance, score, note, userId: userId as UserId },
      name: names.get(userId) ?? '',
      isPassed: isPassed(score, passMark),
    })),
  }
}
