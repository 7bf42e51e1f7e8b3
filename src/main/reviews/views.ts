import { found } from '../../shared/failure.ts'
import type { CallId, CaseId, UserId } from '../../shared/ids.ts'
import {
  type Marks,
  type ReviewAction,
  type ReviewFigures,
  type ReviewRow,
  type ReviewView,
  reviewFigures,
} from '../../shared/reviews/model.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { canAnswer, canDecide } from '../rules/review-life.ts'
import { totalOf } from '../rules/review-total.ts'
import { formOf } from './forms.ts'
import { type ActionRecord, actionsOf, findReview, type ReviewRecord } from './queries.ts'

/** What a judgement holds besides its columns. */
export type ReviewBody = { marks: Marks; notes: Record<string, string>; figures: ReviewFigures }

export function bodyOf({ body }: ReviewRecord): ReviewBody {
  const { marks, notes, figures } = JSON.parse(body) as ReviewBody
  return { marks, notes, figures: reviewFigures.parse(figures) }
}

export async function toRows(ctx: Ctx, records: readonly ReviewRecord[]): Promise<ReviewRow[]> {
  const names = await namesOf(
    ctx.db,
    records.flatMap(({ agentId, reviewerId }) => [agentId, reviewerId]),
  )
  const actions = await actionsOf(
    ctx.db,
    records.map(({ id }) => id),
  )
  return records.map((record) => ({
    id: record.id,
    kind: record.kind,
    caseId: record.caseId as CaseId | null,
    callId: record.callId as CallId | null,
    number: record.number,
    formVersion: record.formVersion,
    agentId: record.agentId as UserId,
    agentName: names.get(record.agentId) ?? '',
    reviewerId: record.reviewerId as UserId,
    reviewerName: names.get(record.reviewerId) ?? '',
    reviewedAt: record.reviewedAt,
    month: record.month,
    total: record.total,
    isFailed: record.isFailed === 1,
    state: record.state,
    openActions: actions.filter(({ reviewId, doneAt }) => reviewId === record.id && doneAt === null).length,
  }))
}

/** One judgement whole, as the person who asks may see and act on it. */
export async function toView(ctx: Ctx, id: string): Promise<ReviewView> {
  const record = found(await findReview(ctx.db, id), 'review')
  const [row] = await toRows(ctx, [record])
  const { form } = found(await formOf(ctx.db, record.kind, record.formVersion), 'reviewForm')
  const { marks, notes, figures } = bodyOf(record)
  const actions = await actionsOf(ctx.db, [id])
  const names = await namesOf(ctx.db, [record.decidedBy, ...actions.flatMap((one) => [one.ownerId, one.createdBy])])
  const { actor } = ctx
  const person = { id: actor.id, role: actor.role === 'system' ? 'admin' : actor.role } as const
  const isLead = person.role === 'lead' || person.role === 'manager'
  return {
    ...found(row, 'review'),
    form,
    marks,
    notes,
    figures,
    comment: record.comment,
    result: found(totalOf(form, marks), 'review'),
    firstTotal: record.firstTotal,
    answer: record.answer,
    answeredAt: record.answeredAt,
    decision: record.decision,
    decisionText: record.decisionText,
    decidedAt: record.decidedAt,
    decidedByName: record.decidedBy === null ? null : (names.get(record.decidedBy) ?? ''),
    actions: actions.map((one) => toAction(one, names)),
    mayAnswer: canAnswer(person, record).allowed,
    mayDecide: isLead && canDecide(person, record).allowed,
    mayCoach: isLead && person.id !== record.agentId,
  }
}

function toAction(one: ActionRecord, names: ReadonlyMap<string, string>): ReviewAction {
  const { id, text, dueDay, createdAt, doneAt, outcome } = one
  return {
    ...{ id, text, dueDay, createdAt, doneAt, outcome },
    ownerId: one.ownerId as UserId,
    ownerName: names.get(one.ownerId) ?? '',
    createdByName: names.get(one.createdBy) ?? '',
  }
}
