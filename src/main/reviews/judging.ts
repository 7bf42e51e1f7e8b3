import { found, must, Refusal, refuse } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { Marks } from '../../shared/reviews/model.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { viewerOf } from '../cases/case-file.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { computedMarks } from '../rules/review-figures.ts'
import { canAnswer, canDecide, canRead, canReview } from '../rules/review-life.ts'
import { checkMarks, totalOf } from '../rules/review-total.ts'
import { dayAt, monthAt } from '../rules/zone.ts'
import { findUserById } from '../users/queries.ts'
import { findItem, updateItem } from './audit-queries.ts'
import { currentForm, formOf, keepShipped } from './forms.ts'
import {
  findAction,
  findReview,
  insertAction,
  insertReview,
  listReviews,
  type ReviewRecord,
  updateAction,
  updateReview,
} from './queries.ts'
import { subjectOf } from './subject.ts'
import { bodyOf, toRows, toView } from './views.ts'

/** S2-136: the form, and beside it what the case or the call says by itself. */
export const begin: Handler<'reviews.begin'> = async (ctx, which) => {
  const { view, figures, workers, isOver } = await subjectOf(ctx, which)
  const { version, form } = await currentForm(ctx.db, view.kind)
  const decision = canReview(viewerOf(ctx), { agentId: view.agentId, workers, isOver })
  const about = view.caseId === null ? { callId: view.callId ?? '' } : { caseId: view.caseId }
  return {
    subject: view,
    formVersion: version,
    form,
    figures,
    computed: computedMarks(form, figures),
    refusal: decision.allowed ? null : decision.rule,
    earlier: await toRows(ctx, await listReviews(ctx.db, about, 20)),
  }
}

/** S2-135 S3-51: one judgement on all standards; what can be computed is computed here and not taken from the reader. */
export const give: Handler<'reviews.give'> = async (ctx, input) => {
  if ((input.caseId === undefined) === (input.callId === undefined)) refuse('review-one-subject')
  const { view, figures, workers, isOver } = await subjectOf(ctx, input)
  must(canReview(viewerOf(ctx), { agentId: view.agentId, workers, isOver }))
  await keepShipped(ctx.db, view.kind, ctx.now)
  const { version, form } = await currentForm(ctx.db, view.kind)
  if (version !== input.formVersion) throw new Refusal({ code: 'CONFLICT', entity: 'reviewForm' })
  const computed = computedMarks(form, figures)
  must(checkMarks(form, input.marks, computed))
  const marks = { ...input.marks, ...computed }
  const result = found(totalOf(form, marks), 'review')
  const id = ctx.newId()
  await insertReview(ctx.db, {
    ...NEW,
    id,
    kind: view.kind,
    caseId: view.caseId,
    callId: view.callId,
    number: view.number,
    formVersion: version,
    reviewerId: ctx.actor.id,
    agentId: view.agentId ?? '',
    reviewedAt: ctx.now,
    month: monthAt(DESK_ZONE, ctx.now),
    total: result.total,
    isFailed: result.failedItem === null ? 0 : 1,
    body: JSON.stringify({ marks, notes: input.notes, figures }),
    comment: input.comment,
  })
  if (input.auditItemId !== undefined) await attach(ctx, input.auditItemId, id, view)
  ctx.note({ number: view.number, agentId: view.agentId ?? '', total: result.total })
  return toView(ctx, id)
}

const NEW = {
  firstTotal: null,
  state: 'given',
  answer: null,
  answeredAt: null,
  decision: null,
  decisionText: null,
  decidedAt: null,
  decidedBy: null,
} as const

/** A judgement made for an audit stands beside its line of the sample. */
async function attach(
  ctx: Ctx,
  itemId: string,
  reviewId: string,
  about: { caseId: string | null; callId: string | null },
) {
  const item = found(await findItem(ctx.db, itemId), 'auditItem')
  if (item.caseId !== about.caseId || item.callId !== about.callId) refuse('audit-other-subject')
  await updateItem(ctx.db, itemId, { reviewId })
}

export const list: Handler<'reviews.list'> = async (ctx, { limit, ...filter }) => {
  const own = ctx.actor.role === 'agent' ? { agentId: ctx.actor.id } : {}
  return toRows(ctx, await listReviews(ctx.db, { ...filter, ...own }, limit))
}

export const show: Handler<'reviews.show'> = async (ctx, { id }) => {
  await load(ctx, id)
  return toView(ctx, id)
}

/** The person judged takes the result or says why not. */
export const answer: Handler<'reviews.answer'> = async (ctx, { id, isDisputed, text }) => {
  const review = await load(ctx, id)
  must(canAnswer(ctx.actor, review))
  await updateReview(ctx.db, id, { state: isDisputed ? 'disputed' : 'taken', answer: text, answeredAt: ctx.now })
  return toView(ctx, id)
}

/** A second reader upholds the marks or gives others; the first total stays on record. */
export const decide: Handler<'reviews.decide'> = async (ctx, { id, decision, text, marks }) => {
  const review = await load(ctx, id)
  must(canDecide(viewerOf(ctx), review))
  const changed = decision === 'changed' ? await remark(ctx, review, marks) : {}
  const decided = {
    state: 'decided',
    decision,
    decisionText: text,
    decidedAt: ctx.now,
    decidedBy: ctx.actor.id,
  } as const
  ctx.note({ before: { total: review.total } })
  await updateReview(ctx.db, id, { ...decided, ...changed })
  return toView(ctx, id)
}

async function remark(ctx: Ctx, review: ReviewRecord, marks: Marks | undefined): Promise<Partial<ReviewRecord>> {
  if (marks === undefined) refuse('review-marks-needed')
  const { form } = found(await formOf(ctx.db, review.kind, review.formVersion), 'reviewForm')
  const body = bodyOf(review)
  const computed = computedMarks(form, body.figures)
  must(checkMarks(form, marks, computed))
  const all = { ...marks, ...computed }
  const { total, failedItem } = found(totalOf(form, all), 'review')
  return {
    total,
    firstTotal: review.total,
    isFailed: failedItem === null ? 0 : 1,
    body: JSON.stringify({ ...body, marks: all, firstMarks: body.marks }),
  }
}

export const coach: Handler<'reviews.coach'> = async (ctx, { id, text, ownerId, dueDay }) => {
  const review = await load(ctx, id)
  if (review.agentId === ctx.actor.id) refuse('review-own')
  found(await findUserById(ctx.db, ownerId), 'user')
  if (dueDay < dayAt(DESK_ZONE, ctx.now)) refuse('review-action-past')
  await insertAction(ctx.db, {
    ...{ id: ctx.newId(), reviewId: id, text, ownerId, dueDay },
    ...{ createdAt: ctx.now, createdBy: ctx.actor.id, doneAt: null, doneBy: null, outcome: null },
  })
  return toView(ctx, id)
}

/** Whoever has the action, or a lead, says what came of it. */
export const coached: Handler<'reviews.coached'> = async (ctx, { actionId, outcome }) => {
  const action = found(await findAction(ctx.db, actionId), 'reviewAction')
  await load(ctx, action.reviewId)
  if (action.doneAt !== null) refuse('review-action-done')
  if (ctx.actor.role === 'agent' && action.ownerId !== ctx.actor.id) refuse('review-not-yours')
  await updateAction(ctx.db, actionId, { doneAt: ctx.now, doneBy: ctx.actor.id, outcome })
  return toView(ctx, action.reviewId)
}

/** A judgement that the person may read; another's is as good as missing. */
async function load(ctx: Ctx, id: string): Promise<ReviewRecord> {
  const review = found(await findReview(ctx.db, id), 'review')
  if (!canRead(viewerOf(ctx), review.agentId)) throw new Refusal({ code: 'NOT_FOUND', entity: 'review' })
  ctx.subject({ caseId: review.caseId as CaseId | null })
  return review
}
