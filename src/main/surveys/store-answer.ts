import type { FormView } from '../../shared/surveys/views.ts'
import { DAY, type Instant } from '../../shared/time.ts'
import type { Ctx } from '../engine/handler.ts'
import type { ReadAnswer } from '../rules/survey-answer.ts'
import { type InvitationRecord, insertAnswer, insertInvitations, updateInvitation } from './queries.ts'
import { newReference } from './references.ts'

/** Who is asked about what; the rest of an invitation follows from the moment and the questionnaire. */
export type Asked = Pick<
  InvitationRecord,
  | 'scope'
  | 'source'
  | 'channel'
  | 'caseId'
  | 'round'
  | 'callId'
  | 'bookingId'
  | 'memberId'
  | 'person'
  | 'agentId'
  | 'category'
  | 'tier'
>

/** An invitation as it begins, not stored yet. */
export function invitationOf(ctx: Ctx, asked: Asked, form: FormView, ref: string, runId: string | null) {
  return {
    ...asked,
    ...{ id: ctx.newId(), ref, runId, formId: form.id, state: 'open' as const },
    ...{ askedAt: ctx.now, askedBy: ctx.actor.id, validUntil: ctx.now + form.body.validDays * DAY, attempts: 0 },
  }
}

/** Begins to ask one person. */
export async function ask(ctx: Ctx, asked: Asked, form: FormView): Promise<InvitationRecord> {
  const invitation = invitationOf(ctx, asked, form, await newReference(ctx), null)
  await insertInvitations(ctx.db, [invitation])
  return invitation
}

/** Keeps what was answered, with the version of the questionnaire that asked for it. Gives the answer's id. */
export async function storeAnswer(
  ctx: Ctx,
  invitation: InvitationRecord,
  read: ReadAnswer,
  answeredAt: Instant,
): Promise<string> {
  const { id: invitationId, formId, scope, source, channel, caseId, round } = invitation
  const { callId, memberId, agentId, category, tier } = invitation
  const id = ctx.newId()
  await insertAnswer(ctx.db, {
    ...{ id, invitationId, formId, scope, source, channel, caseId, round },
    ...{ callId, memberId, agentId, category, tier },
    ...{ answeredAt, enteredAt: ctx.now, enteredBy: ctx.actor.id, ...read.measures },
    accepted: read.accepted === null ? null : read.accepted ? 1 : 0,
    ...{ solved: read.solved, comment: read.comment, body: JSON.stringify(read.values) },
    ...{ isPoor: read.poorOn.length > 0 ? 1 : 0, poorOn: JSON.stringify(read.poorOn) },
    ...{ decision: null, decidedAt: null, decidedBy: null, decisionNote: '', followUpId: null },
  })
  await updateInvitation(ctx.db, invitationId, { state: 'answered' })
  return id
}
