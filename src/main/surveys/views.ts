import { found } from '../../shared/failure.ts'
import type { CaseId, MemberId, UserId } from '../../shared/ids.ts'
import type { AnswerView, InvitationView } from '../../shared/surveys/views.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { maskText, maskValue } from '../rules/masking.ts'
import { formsById } from './form-queries.ts'
import { type InvitationRecord, type ListedAnswer, nameOfAsked, seqsOf } from './queries.ts'

const given = (ids: readonly (string | null)[]) => ids.filter((id) => id !== null)

/** People who were asked, as the desk sees them: names masked. */
export async function toInvitations(ctx: Ctx, rows: readonly InvitationRecord[]): Promise<InvitationView[]> {
  const { db } = ctx
  const names = await namesOf(db, given(rows.flatMap(({ agentId, askedBy }) => [agentId, askedBy])))
  const forms = await formsById(
    db,
    rows.map(({ formId }) => formId),
  )
  const cases = await seqsOf(db, given(rows.map(({ caseId }) => caseId)))
  const views: InvitationView[] = []
  for (const row of rows) {
    const about = row.caseId === null ? undefined : cases.get(row.caseId)
    views.push({
      ...{ id: row.id, ref: row.ref, scope: row.scope, source: row.source, channel: row.channel, state: row.state },
      ...{ caseId: row.caseId as CaseId | null, caseNumber: about?.number ?? null, lastSeq: about?.lastSeq ?? null },
      ...{ round: row.round, askedAt: row.askedAt, validUntil: row.validUntil, attempts: row.attempts },
      maskedName: maskValue('name', await nameOfAsked(db, row)),
      agentName: row.agentId === null ? null : (names.get(row.agentId) ?? ''),
      askedByName: names.get(row.askedBy) ?? '',
      form: found(forms.get(row.formId), 'surveyForm'),
    })
  }
  return views
}

/** Answers as they were given; what customers wrote in their own words has its numbers masked. */
export async function toAnswers(ctx: Ctx, rows: readonly ListedAnswer[]): Promise<AnswerView[]> {
  const people = rows.flatMap(({ agentId, enteredBy, decidedBy }) => [agentId, enteredBy, decidedBy])
  const names = await namesOf(ctx.db, given(people))
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''))
  const forms = await formsById(
    ctx.db,
    rows.map(({ formId }) => formId),
  )
  return rows.map((row) => {
    const { body: _, ...form } = found(forms.get(row.formId), 'surveyForm')
    const values = JSON.parse(row.body) as AnswerView['values']
    return {
      ...{ id: row.id, invitationId: row.invitationId, ref: row.ref, scope: row.scope, source: row.source },
      ...{ channel: row.channel, caseId: row.caseId as CaseId | null, caseNumber: row.caseNumber, round: row.round },
      ...{ memberId: row.memberId as MemberId | null, agentId: row.agentId as UserId | null },
      ...{ agentName: nameOf(row.agentId), answeredAt: row.answeredAt, enteredByName: nameOf(row.enteredBy) ?? '' },
      ...{ result: row.result, process: row.process, agent: row.agent, overall: row.overall },
      ...{ nps: row.nps, effort: row.effort, solved: row.solved, comment: maskText(row.comment), form },
      accepted: row.accepted === null ? null : row.accepted === 1,
      values: Object.fromEntries(
        Object.entries(values).map(([id, value]) => [id, typeof value === 'string' ? maskText(value) : value]),
      ),
      ...{ isPoor: row.isPoor === 1, poorOn: JSON.parse(row.poorOn) as string[], decision: row.decision },
      ...{ decidedAt: row.decidedAt, decidedByName: nameOf(row.decidedBy), decisionNote: row.decisionNote },
    }
  })
}
