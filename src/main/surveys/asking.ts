import { found, refuse } from '../../shared/failure.ts'
import type { CaseId, MemberId } from '../../shared/ids.ts'
import type { FormCode } from '../../shared/surveys/model.ts'
import type { InvitationView } from '../../shared/surveys/views.ts'
import { type CaseFile, expectSeq, openFile, openRow } from '../cases/case-file.ts'
import { record } from '../cases/record.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { codeFor, currentForm, keepShipped } from './form-queries.ts'
import { askedOfCall, askedOfCase, scopeOfCase } from './of-matter.ts'
import { ASKED_IN, tryStep } from './on-case.ts'
import {
  findByRef,
  findCall,
  findInvitation,
  findTier,
  type InvitationRecord,
  insertAttempt,
  insertRefusal,
  invitationsOfCall,
  invitationsOfCase,
  surveyConsent,
  updateInvitation,
} from './queries.ts'
import { type Asked, ask } from './store-answer.ts'
import { toInvitations } from './views.ts'

type Invite = Parameters<Handler<'surveys.invite'>>[1]

/** S1-51 S4-18: begins to ask about a case or a call; who is being asked already goes on with the same questions. */
export const invite: Handler<'surveys.invite'> = async (ctx, input) => {
  await keepShipped(ctx.db, ctx.now)
  const { asked, code } = input.about.kind === 'case' ? await aboutCase(ctx, input) : await aboutCall(ctx, input)
  if (!input.isUnasked) {
    const before = await invitationsAbout(ctx, asked)
    const open = before.find(({ state }) => state === 'open')
    if (open) return view(ctx, open)
    if (before.some(({ state }) => state === 'answered')) refuse('survey-answered')
    if (before.some(({ state }) => state === 'declined')) refuse('survey-declined')
    const consent = asked.memberId === null ? null : await surveyConsent(ctx.db, asked.memberId)
    if (consent === false) refuse('survey-refused')
  }
  return view(ctx, await ask(ctx, asked, await currentForm(ctx.db, code)))
}

/** What was asked about the same matter, in the same round of it. */
async function invitationsAbout(ctx: Ctx, { caseId, callId, round }: Asked): Promise<InvitationRecord[]> {
  const all = caseId === null ? await invitationsOfCall(ctx.db, callId ?? '') : await invitationsOfCase(ctx.db, caseId)
  return all.filter((one) => one.source !== 'own' && one.round === round)
}

async function aboutCase(ctx: Ctx, { about, channel, isUnasked }: Invite): Promise<{ asked: Asked; code: FormCode }> {
  if (about.kind !== 'case') throw new Error('not about a case')
  const row = await openRow(ctx, about.caseId)
  const isAnswered = row.isOpen === 0 || [...ASKED_IN, 'answered'].includes(row.state)
  if (!isUnasked && !isAnswered) refuse('survey-too-early')
  const asked = askedOfCase(row, channel, isUnasked)
  return { asked, code: codeFor(asked.scope, asked.source) }
}

async function aboutCall(ctx: Ctx, { about, channel, isUnasked }: Invite): Promise<{ asked: Asked; code: FormCode }> {
  if (about.kind !== 'call') throw new Error('not about a call')
  const row = found(await findCall(ctx.db, about.callId), 'call')
  if (row.endedAt === null) refuse('survey-too-early')
  ctx.subject({ memberId: row.memberId as MemberId | null })
  const tier = row.memberId === null ? 'none' : await findTier(ctx.db, row.memberId)
  const asked = askedOfCall(row, tier, channel, isUnasked)
  return { asked, code: codeFor(asked.scope, asked.source) }
}

export const byRef: Handler<'surveys.byRef'> = async (ctx, { ref }) => {
  const wanted = ref.normalize('NFKC').toUpperCase().replace(/\s/g, '')
  return view(ctx, await opened(ctx, found(await findByRef(ctx.db, wanted), 'survey')))
}

/** S1-51: each attempt counts; at the call that a case waits for it is the workflow's own. */
export const attempt: Handler<'surveys.attempt'> = async (ctx, { invitationId, note, expectedSeq }) => {
  const invitation = await openInvitation(ctx, invitationId)
  const attempts = invitation.attempts + 1
  await insertAttempt(ctx.db, { invitationId, seq: attempts, at: ctx.now, actorId: ctx.actor.id, note })
  await updateInvitation(ctx.db, invitationId, { attempts })
  const file = await fileOf(ctx, invitation, expectedSeq)
  const data = { contactAt: ctx.now, contactChannel: 'phone', ...(note === '' ? {} : { attemptNote: note }) }
  const isOnCase = file !== null && isOfRound(invitation, file) && (await tryStep(ctx, file, 'attempt', data))
  return { attempts, isOnCase }
}

/** A customer who does not want to answer was asked: the case need not wait, and the response rate shows it. */
export const decline: Handler<'surveys.decline'> = async (ctx, { invitationId, isForEver }) => {
  const invitation = await openInvitation(ctx, invitationId)
  const { memberId } = invitation
  if (isForEver && memberId === null) refuse('survey-no-member')
  await updateInvitation(ctx.db, invitationId, { state: 'declined' })
  if (isForEver && memberId !== null)
    await insertRefusal(ctx.db, { id: ctx.newId(), memberId, at: ctx.now, actorId: ctx.actor.id })
  const file = await fileOf(ctx, invitation, null)
  if (file) await recordRefusal(ctx, file, invitation)
  return { isForEver }
}

async function recordRefusal(ctx: Ctx, file: CaseFile, invitation: InvitationRecord): Promise<void> {
  const isWaiting = isOfRound(invitation, file) && ASKED_IN.includes(file.row.state)
  // From the reply the way to the closing leads over the call to the customer.
  const isMoved =
    isWaiting &&
    file.row.state === 'replied' &&
    (await tryStep(ctx, file, 'attempt', { contactAt: ctx.now, contactChannel: 'phone' }))
  const now = isMoved ? await openFile(ctx, file.row.id as CaseId) : file
  await record(ctx, now, {
    kind: 'survey',
    recorded: isWaiting ? { surveyDone: true } : {},
    data: { act: 'surveyDeclined', invitationId: invitation.id },
  })
}

const isOfRound = ({ scope, round }: InvitationRecord, { row }: CaseFile) =>
  scope === scopeOfCase(row.kind) && scope === 'handling' && round === row.round

/** The case that somebody is asked about, or none; its newest entry is the one the caller has seen. */
async function fileOf(ctx: Ctx, { caseId }: InvitationRecord, expectedSeq: number | null): Promise<CaseFile | null> {
  if (caseId === null) return null
  const file = await openFile(ctx, caseId as CaseId)
  if (expectedSeq !== null) expectSeq(file, expectedSeq)
  return file
}

/** An invitation that waits for its answer. */
export async function openInvitation(ctx: Ctx, id: string): Promise<InvitationRecord> {
  const invitation = await opened(ctx, found(await findInvitation(ctx.db, id), 'survey'))
  if (invitation.state === 'answered') refuse('survey-answered')
  if (invitation.state === 'declined') refuse('survey-declined')
  return invitation
}

/** Names whose data it is, and hides what stands on a case that this person may not see. */
async function opened(ctx: Ctx, invitation: InvitationRecord): Promise<InvitationRecord> {
  if (invitation.caseId !== null) await openRow(ctx, invitation.caseId as CaseId)
  else ctx.subject({ memberId: invitation.memberId as MemberId | null })
  return invitation
}

async function view(ctx: Ctx, invitation: InvitationRecord): Promise<InvitationView> {
  const [shown] = await toInvitations(ctx, [invitation])
  return found(shown, 'survey')
}
