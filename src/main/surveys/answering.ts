import { found, Refusal, refuse } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { Questionnaire } from '../../shared/surveys/model.ts'
import { DAY, DESK_ZONE } from '../../shared/time.ts'
import { expectSeq, openFile } from '../cases/case-file.ts'
import type { Handler } from '../engine/handler.ts'
import { readAnswer } from '../rules/survey-answer.ts'
import { dayAt } from '../rules/zone.ts'
import { openInvitation } from './asking.ts'
import { findForm, toForm } from './form-queries.ts'
import { putOnCase } from './on-case.ts'
import { storeAnswer } from './store-answer.ts'

const REASONS: Readonly<Record<string, string>> = { required: 'required', value: 'survey-value' }

/** S1-51..53 S2-137: what a customer answered, against the questionnaire they were asked with; it counts once. */
export const answer: Handler<'surveys.answer'> = async (ctx, input) => {
  const invitation = await openInvitation(ctx, input.invitationId)
  const { caseId, validUntil, askedAt } = invitation
  if (caseId !== null && input.expectedSeq !== null) expectSeq(await openFile(ctx, caseId as CaseId), input.expectedSeq)
  const answeredAt = input.answeredAt ?? ctx.now
  if (answeredAt > ctx.now) refuse('survey-in-future')
  if (answeredAt < askedAt - DAY) refuse('survey-before-asking')
  if (answeredAt > validUntil) refuse('survey-late', { day: dayAt(DESK_ZONE, validUntil) })
  const form = toForm(found(await findForm(ctx.db, invitation.formId), 'surveyForm'))
  const read = mustRead(form.body, input.values)
  const answerId = await storeAnswer(ctx, invitation, read, answeredAt)
  await putOnCase(ctx, invitation, read, { answerId, person: input.person })
  const isPoor = read.poorOn.length > 0
  ctx.note({ answer: { id: answerId, form: form.id, isPoor } })
  return { answerId, isPoor, isOnCase: caseId !== null }
}

function mustRead(form: Questionnaire, values: Parameters<typeof readAnswer>[1]) {
  const reading = readAnswer(form, values)
  if (reading.ok) return reading.answer
  const issues = reading.faults.map(({ question, reason }) => ({
    path: `values.${question}`,
    reason: REASONS[reason] ?? 'survey-unknown-question',
  }))
  throw new Refusal({ code: 'INVALID_INPUT', issues })
}
