import { found, must, refuse } from '../../shared/failure.ts'
import type { CaseId, MemberId } from '../../shared/ids.ts'
import type { MessageRow } from '../../shared/messages/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { CaseEvent } from '../../shared/workflow/words.ts'
import { finishByMessage } from '../care/by-message.ts'
import { type CaseFile, openFile, viewerOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canBackdate, isPast } from '../rules/case-times.ts'
import { canDisturb } from '../rules/message-consent.ts'
import { canCheck, canDo, type MessageAction } from '../rules/message-flow.ts'
import { mayApproach } from './approach.ts'
import { logMessage, type MessageAct } from './log.ts'
import { findMessage, type MessageLine, type MessageRecord, updateMessage } from './queries.ts'
import { resultRecord, takeReply } from './result-step.ts'
import { isSeen, toRows } from './views.ts'

type Calls = Pick<
  FeatureHandlers<'messages'>,
  'check' | 'handOver' | 'markSent' | 'markFailed' | 'recordReply' | 'cancel'
>

type Opened = { message: MessageLine; file: CaseFile | null }

/** The way of a message out of the desk and what came of it. */
export const delivering: Calls = {
  check: async (ctx, { id, isApproved, note }) => {
    const opened = await open(ctx, id, 'check')
    must(canCheck(ctx.actor, opened.message))
    if (!isApproved && note === '') refuse('message-check-note')
    const checked = { checkedAt: ctx.now, checkedBy: ctx.actor.id, checkNote: note }
    const state = isApproved ? 'prepared' : 'cancelled'
    return change(ctx, opened, isApproved ? 'checked' : 'notChecked', { ...checked, state }, note)
  },

  handOver: async (ctx, { id }) => {
    const opened = await open(ctx, id, 'handOver')
    const { message } = opened
    await mayLeave(ctx, message)
    const isNew = message.state !== 'handedOver'
    const handed = { state: 'handedOver', handedAt: ctx.now, handedBy: ctx.actor.id, failReason: '' } as const
    const row = isNew ? await change(ctx, opened, 'handedOver', handed) : await viewOf(ctx, id)
    const { subject, body, address } = message
    return { row, address, text: subject === '' ? body : `${subject}\n\n${body}` }
  },

  markSent: async (ctx, { id, at: given, reference }) => {
    const opened = await open(ctx, id, 'markSent')
    const { message, file } = opened
    const at = given ?? ctx.now
    if (!isPast(at, ctx.now) || at < message.createdAt) refuse('message-time')
    await updateMessage(ctx.db, id, { state: 'sent', sentAt: at, sentBy: ctx.actor.id, reference })
    if (file) await tellCase(ctx, file, message, at)
    if (message.careId !== null) await finishByMessage(ctx, message.careId, at)
    return viewOf(ctx, id)
  },

  markFailed: async (ctx, { id, reason }) => {
    const opened = await open(ctx, id, 'markFailed')
    return change(ctx, opened, 'sendFailed', { state: 'failed', failReason: reason }, reason)
  },

  recordReply: async (ctx, { id, at: given, text }) => {
    const opened = await open(ctx, id, 'recordReply')
    const at = given ?? ctx.now
    if (!isPast(at, ctx.now) || at < (opened.message.sentAt ?? 0)) refuse('message-time')
    ctx.note({ before: { replyText: opened.message.replyText } })
    return change(ctx, opened, 'answered', { repliedAt: at, replyText: text }, text)
  },

  cancel: async (ctx, { id, reason }) => {
    const opened = await open(ctx, id, 'cancel')
    return change(ctx, opened, 'cancelled', { state: 'cancelled', checkNote: reason }, reason)
  },
}

/** The message with its case, both readable by this person, and ready for what is to be done with it. */
async function open(ctx: Ctx, id: string, action: MessageAction): Promise<Opened> {
  const message = found(await findMessage(ctx.db, id), 'message')
  if (!isSeen(ctx, message)) found(null, 'message')
  must(canDo(action, message.state))
  if (message.caseId !== null) return { message, file: await openFile(ctx, message.caseId as CaseId) }
  ctx.subject({ memberId: message.memberId as MemberId | null })
  return { message, file: null }
}

async function change(
  ctx: Ctx,
  { message, file }: Opened,
  act: MessageAct,
  part: Partial<MessageRecord>,
  text = '',
): Promise<MessageRow> {
  await updateMessage(ctx.db, message.id, part)
  if (file) await logMessage(ctx, file, message, act, { text })
  return viewOf(ctx, message.id)
}

async function viewOf(ctx: Ctx, id: string): Promise<MessageRow> {
  const [row] = await toRows(ctx, [found(await findMessage(ctx.db, id), 'message')])
  return found(row, 'message')
}

/** S2-149: consent and the hour are looked at once more when a message leaves; a promise in it must still lie ahead. */
export async function mayLeave(ctx: Ctx, message: MessageLine): Promise<void> {
  const { purpose, channel, memberId, careId, promisedAt } = message
  must(await mayApproach(ctx, { purpose, channel, memberId, careId }))
  must(canDisturb(purpose, channel, ctx.now))
  if (promisedAt !== null && promisedAt <= ctx.now) refuse('message-promise-passed')
}

/** S2-118: what was sent is the desk's word to the customer; a result that was sent is the reply (S4-132). */
async function tellCase(ctx: Ctx, file: CaseFile, message: MessageLine, at: Instant): Promise<void> {
  const { occasion, promisedAt, purpose, body } = message
  const isProgress = occasion === 'progress' || occasion === 'delay'
  const emits: CaseEvent[] =
    purpose === 'service' ? ['responded', ...(isProgress ? (['progressTold'] as const) : [])] : []
  must(canBackdate(viewerOf(ctx), file.clocks, emits, at))
  const told = resultRecord(file, message, at)
  const promised = promisedAt === null ? {} : { expectedAt: promisedAt }
  const saved = await logMessage(ctx, file, message, 'sent', {
    text: body,
    at,
    emits,
    recorded: { ...promised, ...told },
  })
  const withRecord = { ...saved, recorded: { ...saved.recorded, ...promised, ...told } }
  if (await takeReply(ctx, withRecord, told)) ctx.note({ reply: true })
}
