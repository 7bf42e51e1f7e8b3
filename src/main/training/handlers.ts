import { found, must, refuse } from '../../shared/failure.ts'
import type { TrainingDraft } from '../../shared/training/model.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { canApprovePlan, canRecord, checkTraining, isPassed, sessionsOf, withinBudget } from '../rules/training.ts'
import { findUserById } from '../users/queries.ts'
import { invitation } from './invitation.ts'
import { materials } from './materials.ts'
import { inviteNeeded } from './need-people.ts'
import { needs } from './needs.ts'
import { proposals, settleNeed } from './proposals.ts'
import {
  deleteSessions,
  findPlan,
  findSession,
  findTraining,
  insertPeople,
  insertPlan,
  insertSessions,
  insertTraining,
  invitedTo,
  type PlanRecord,
  peopleOf,
  type SessionRecord,
  sessionsOfTrainings,
  studiesByIds,
  type TrainingRecord,
  trainingsByIds,
  trainingsOf,
  updatePerson,
  updatePlan,
  updateSession,
  updateTraining,
} from './queries.ts'
import { toPlan, toView } from './views.ts'

export const training: FeatureHandlers<'training'> = {
  plan: async (ctx, { year }) => {
    const plan = await findPlan(ctx.db, year)
    return plan ? toPlan(ctx, plan) : null
  },

  /** S3-79: one plan for each year; an approved plan that gets other money waits for its approval again. */
  savePlan: async (ctx, { year, goal, budgetFen }) => {
    const known = await findPlan(ctx.db, year)
    if (known) {
      const again = known.budgetFen === budgetFen ? {} : UNAPPROVED
      ctx.note({ before: { goal: known.goal, budgetFen: known.budgetFen } })
      await updatePlan(ctx.db, known.id, { goal, budgetFen, ...again })
    } else
      await insertPlan(ctx.db, {
        ...{ id: ctx.newId(), year, goal, budgetFen, createdAt: ctx.now, createdBy: ctx.actor.id },
        ...UNAPPROVED,
      })
    return toPlan(ctx, await planOf(ctx, year))
  },

  /** S3-79: from now on its trainings are held: their sessions are set. */
  approvePlan: async (ctx, { year }) => {
    const plan = await planOf(ctx, year)
    const trainings = await trainingsOf(ctx.db, plan.id)
    must(
      canApprovePlan(
        plan,
        trainings.map((one) => one.budgetFen),
      ),
    )
    await updatePlan(ctx.db, plan.id, { state: 'approved', approvedAt: ctx.now, approvedBy: ctx.actor.id })
    for (const one of trainings) await deriveSessions(ctx, one)
    return toPlan(ctx, await planOf(ctx, year))
  },

  /** S2-180..182 S3-80..88: goal, content, way and time of a training; sessions follow from its schedule. */
  save: async (ctx, { id, year, training: draft }) => {
    const plan = await planOf(ctx, year)
    must(checkTraining(draft, year))
    must(canBeAsked(found(await findUserById(ctx.db, draft.responsibleId), 'user')))
    const released = await studiesByIds(ctx.db, draft.studyIds)
    if (released.length < new Set(draft.studyIds).size) refuse('training-case-unreleased')
    const others = (await trainingsOf(ctx.db, plan.id)).filter((one) => one.id !== id)
    must(withinBudget(plan.budgetFen, [draft.budgetFen, ...others.map((one) => one.budgetFen)]))
    const saved = id === undefined ? await add(ctx, plan, draft) : await change(ctx, plan, id, draft)
    if (plan.state === 'approved') await deriveSessions(ctx, saved)
    return toView(ctx, saved.id)
  },

  show: async (ctx, { id }) => toView(ctx, id),

  /** S3-89: who is asked to come; whoever is asked already stays asked once. */
  invite: async (ctx, { sessionId, userIds }) => {
    const session = found(await findSession(ctx.db, sessionId), 'trainingSession')
    if (session.state === 'cancelled') refuse('training-cancelled')
    const asked = new Set((await peopleOf(ctx.db, [sessionId])).map(({ userId }) => userId))
    const fresh = [...new Set(userIds)].filter((userId) => !asked.has(userId))
    for (const userId of fresh) must(canBeAsked(found(await findUserById(ctx.db, userId), 'user')))
    await insertPeople(
      ctx.db,
      fresh.map((userId) => invitation(ctx, sessionId, userId)),
    )
    return toView(ctx, session.trainingId)
  },

  /** S2-183 S3-89: who came, and what the examination gave. */
  result: async (ctx, { sessionId, userId, attendance, score, note }) => {
    const session = found(await findSession(ctx.db, sessionId), 'trainingSession')
    const { passMark } = found(await findTraining(ctx.db, session.trainingId), 'training')
    const person = (await peopleOf(ctx.db, [sessionId])).find((one) => one.userId === userId)
    if (!person) refuse('training-not-invited')
    must(canRecord(session, { attendance, score }, { now: ctx.now, passMark }))
    ctx.note({ before: { attendance: person.attendance, score: person.score } })
    const result = { attendance, score, note, resultAt: ctx.now, resultBy: ctx.actor.id }
    await updatePerson(ctx.db, { sessionId, userId }, result)
    return toView(ctx, session.trainingId)
  },

  cancelSession: async (ctx, { sessionId, reason }) => {
    const session = found(await findSession(ctx.db, sessionId), 'trainingSession')
    if (session.state === 'cancelled') refuse('training-cancelled')
    if (session.startsAt <= ctx.now) refuse('training-begun')
    await updateSession(ctx.db, sessionId, { state: 'cancelled', cancelReason: reason })
    return toView(ctx, session.trainingId)
  },

  /** S2-183: what a training was worth, with the figures as they stand now. */
  assess: async (ctx, { id, effect, text }) => {
    const view = await toView(ctx, id)
    if (view.attended === 0) refuse('training-nobody-came')
    await updateTraining(ctx.db, id, {
      ...{ effect, effectText: text, effectFigures: JSON.stringify(view.figures) },
      ...{ assessedAt: ctx.now, assessedBy: ctx.actor.id },
    })
    return toView(ctx, id)
  },

  /** S3-29: one's own trainings and results, the newest first. */
  mine: async (ctx) => {
    const invitations = await invitedTo(ctx.db, ctx.actor.id)
    const sessions: SessionRecord[] = []
    for (const { sessionId } of invitations)
      sessions.push(found(await findSession(ctx.db, sessionId), 'trainingSession'))
    const trainings = await trainingsByIds(
      ctx.db,
      sessions.map(({ trainingId }) => trainingId),
    )
    const studies = await studiesByIds(
      ctx.db,
      trainings.flatMap(({ studyIds }) => JSON.parse(studyIds) as string[]),
    )
    const rows = invitations.flatMap(({ sessionId, attendance, score, note }) => {
      const session = sessions.find(({ id }) => id === sessionId)
      const one = trainings.find(({ id }) => id === session?.trainingId)
      if (!session || !one) return []
      const { title, kind, way, teacher, place, content, passMark } = one
      const { startsAt, endsAt, state } = session
      const own = JSON.parse(one.studyIds) as string[]
      return [
        {
          ...{ sessionId, trainingId: one.id, title, kind, way, teacher, place, content, startsAt, endsAt, state },
          ...{ attendance, score, note, isPassed: isPassed(score, passMark) },
          studies: studies.filter(({ id }) => own.includes(id)),
        },
      ]
    })
    return rows.sort((a, b) => b.startsAt - a.startsAt)
  },

  needs,
  proposals,
  settleNeed,
  ...materials,
}

const UNAPPROVED = { state: 'draft', approvedAt: null, approvedBy: null } as const

async function planOf(ctx: Ctx, year: number): Promise<PlanRecord> {
  return found(await findPlan(ctx.db, year), 'trainingPlan')
}

const columnsOf = ({ topics, studyIds, schedule, ...draft }: TrainingDraft) => ({
  ...draft,
  topics: JSON.stringify(topics),
  studyIds: JSON.stringify(studyIds),
  schedule: JSON.stringify(schedule),
})

async function add(ctx: Ctx, plan: PlanRecord, draft: TrainingDraft): Promise<TrainingRecord> {
  const record: TrainingRecord = {
    ...columnsOf(draft),
    ...{ id: ctx.newId(), planId: plan.id, createdAt: ctx.now, createdBy: ctx.actor.id },
    ...{ effect: null, effectText: null, effectFigures: null, assessedAt: null, assessedBy: null },
  }
  await insertTraining(ctx.db, record)
  return record
}

/** A training to whose sessions people were asked keeps its times. */
async function change(ctx: Ctx, plan: PlanRecord, id: string, draft: TrainingDraft): Promise<TrainingRecord> {
  const known = found(await findTraining(ctx.db, id), 'training')
  if (known.planId !== plan.id) refuse('training-year', { year: plan.year })
  const columns = columnsOf(draft)
  if (known.schedule !== columns.schedule) {
    const sessions = await sessionsOfTrainings(ctx.db, [id])
    const people = await peopleOf(
      ctx.db,
      sessions.map((session) => session.id),
    )
    if (people.length > 0) refuse('training-invited')
    await deleteSessions(ctx.db, id)
  }
  ctx.note({ before: { title: known.title, schedule: known.schedule, budgetFen: known.budgetFen } })
  await updateTraining(ctx.db, id, columns)
  return { ...known, ...columns }
}

/** The sessions of a training, set once: those that stand already are left as they are. */
async function deriveSessions(ctx: Ctx, record: TrainingRecord): Promise<void> {
  if ((await sessionsOfTrainings(ctx.db, [record.id])).length > 0) return
  const times = sessionsOf(JSON.parse(record.schedule) as TrainingDraft['schedule'])
  await insertSessions(
    ctx.db,
    times.map((time) => ({
      ...time,
      ...{ id: ctx.newId(), trainingId: record.id, state: 'planned' as const, cancelReason: null },
    })),
  )
  await inviteNeeded(ctx, record.id)
}
