import { found, must, Refusal, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { marks as marksShape } from '../../shared/reviews/model.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { namesOf, viewerOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { currentForm, formOf, insertForm, keepShipped } from '../reviews/forms.ts'
import { subjectOf } from '../reviews/subject.ts'
import { canAmend, canClose, canMark, type Judged, resultOf, withDefinition } from '../rules/calibration.ts'
import { computedMarks } from '../rules/review-figures.ts'
import { canReview } from '../rules/review-life.ts'
import { checkForm, checkMarks, totalOf } from '../rules/review-total.ts'
import { dayAt } from '../rules/zone.ts'
import { findUserById } from '../users/queries.ts'
import * as store from './queries.ts'
import { toRows, toView } from './views.ts'

export const calibration: FeatureHandlers<'calibration'> = {
  list: async (ctx, { limit }) => toRows(ctx, await store.listSessions(ctx.db, limit)),

  show: async (ctx, { id }) => toView(ctx, await sessionOf(ctx, id)),

  /** Everybody judges the same subjects by the same version of the form, and nobody what they worked on themselves. */
  open: async (ctx, { title, kind, numbers, raters: asked, dueDay }) => {
    if (dueDay < dayAt(DESK_ZONE, ctx.now)) refuse('calibration-past')
    const raters = [...new Set(asked)]
    if (raters.length < 2) refuse('calibration-two-raters')
    const people = await readersOf(ctx, raters)
    await keepShipped(ctx.db, kind, ctx.now)
    const { version, form } = await currentForm(ctx.db, kind)
    const id = ctx.newId()
    const subjects: store.SubjectRecord[] = []
    for (const number of new Set(numbers.map((one) => one.toUpperCase()))) {
      const { view, figures, workers, isOver } = await subjectOf(ctx, { number })
      if (view.kind !== kind) refuse('calibration-other-kind', { number: view.number })
      for (const person of people) {
        const decision = canReview(person, { agentId: view.agentId, workers, isOver })
        if (!decision.allowed && decision.rule === 'review-own')
          refuse('calibration-rater-worked', { name: person.name, number: view.number })
        must(decision)
      }
      subjects.push({
        ...{ id: ctx.newId(), calibrationId: id, place: subjects.length + 1, number: view.number },
        ...{ caseId: view.caseId, callId: view.callId },
        computed: JSON.stringify(computedMarks(form, figures)),
      })
    }
    const row: store.SessionRecord = {
      ...{ id, title, kind, formVersion: version, state: 'open', dueDay, result: null, conclusion: '' },
      ...{ createdAt: ctx.now, createdBy: ctx.actor.id, closedAt: null, closedBy: null },
    }
    await store.insertSession(ctx.db, row, raters, subjects)
    return toView(ctx, row)
  },

  mark: async (ctx, { subjectId, marks, comment }) => {
    const subject = found(await store.findSubject(ctx.db, subjectId), 'calibrationSubject')
    const session = await sessionOf(ctx, subject.calibrationId)
    const raters = await store.ratersOf(ctx.db, [session.id])
    must(
      canMark(
        viewerOf(ctx),
        session,
        raters.map(({ userId }) => userId),
      ),
    )
    const { form } = found(await formOf(ctx.db, session.kind, session.formVersion), 'reviewForm')
    const computed = marksShape.parse(JSON.parse(subject.computed))
    must(checkMarks(form, marks, computed))
    const all = { ...marks, ...computed }
    const { total } = found(totalOf(form, all), 'review')
    await store.putMark(ctx.db, {
      ...{ id: ctx.newId(), subjectId, userId: ctx.actor.id, marks: JSON.stringify(all), comment, total },
      at: ctx.now,
    })
    return toView(ctx, session)
  },

  /** The agreement is computed once and kept; from then on everybody sees everybody's marks. */
  close: async (ctx, { id, conclusion }) => {
    const session = await sessionOf(ctx, id)
    const subjects = await judgedOf(ctx, id)
    must(
      canClose(
        viewerOf(ctx),
        session,
        subjects.map(({ marks }) => marks.size),
      ),
    )
    const { form } = found(await formOf(ctx.db, session.kind, session.formVersion), 'reviewForm')
    const raters = (await store.ratersOf(ctx.db, [id])).map(({ userId }) => userId)
    const names = await namesOf(ctx.db, raters)
    const people = raters.map((userId) => ({ userId: userId as UserId, name: names.get(userId) ?? '' }))
    const result = resultOf(form, subjects, people)
    const closed = { state: 'closed', conclusion, closedAt: ctx.now, closedBy: ctx.actor.id } as const
    const change = { ...closed, result: JSON.stringify(result) }
    await store.updateSession(ctx.db, id, change)
    ctx.note({ alpha: result.total.alpha })
    return toView(ctx, { ...session, ...change })
  },

  /** What an item means from now on is a new version of the form; judgements keep the version they used. */
  amend: async (ctx, { id, itemId, definition, reason }) => {
    const session = await sessionOf(ctx, id)
    must(canAmend(viewerOf(ctx), session))
    const { version, form } = await currentForm(ctx.db, session.kind)
    const item = form.groups.flatMap(({ items }) => items).find((one) => one.id === itemId)
    const before = found(item, 'reviewItem').definition ?? { zh: '', en: '' }
    const next = withDefinition(form, itemId, definition)
    must(checkForm(next))
    const kept = { version: version + 1, reason, savedAt: ctx.now, savedBy: ctx.actor.id }
    await insertForm(ctx.db, { ...kept, kind: session.kind, body: JSON.stringify(next) })
    await store.insertAmendment(ctx.db, {
      ...{ id: ctx.newId(), calibrationId: id, itemId, formVersion: version + 1, reason },
      ...{ before: JSON.stringify(before), after: JSON.stringify(definition), at: ctx.now, by: ctx.actor.id },
    })
    ctx.note({ before })
    return toView(ctx, session)
  },
}

async function sessionOf(ctx: Ctx, id: string): Promise<store.SessionRecord> {
  const session = await store.findSession(ctx.db, id)
  if (!session) throw new Refusal({ code: 'NOT_FOUND', entity: 'calibration' })
  return session
}

/** Leads and managers who are at work. */
async function readersOf(ctx: Ctx, ids: readonly UserId[]) {
  const people = []
  for (const id of ids) {
    const { role, name, status } = found(await findUserById(ctx.db, id), 'user')
    if (status !== 'active' || (role !== 'lead' && role !== 'manager')) refuse('calibration-reader', { name })
    people.push({ id, role, name })
  }
  return people
}

async function judgedOf(ctx: Ctx, id: string): Promise<Judged[]> {
  const subjects = await store.subjectsOf(ctx.db, [id])
  const given = await store.marksOf(
    ctx.db,
    subjects.map((one) => one.id),
  )
  return subjects.map((subject) => ({
    number: subject.number,
    marks: new Map(
      given
        .filter(({ subjectId }) => subjectId === subject.id)
        .map(({ userId, marks, total }) => [userId, { total, marks: marksShape.parse(JSON.parse(marks)) }]),
    ),
  }))
}
