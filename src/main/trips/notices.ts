import { found, refuse } from '../../shared/failure.ts'
import { confirmationText } from '../../shared/trips/confirmation.ts'
import { confirmationDueAt } from '../../shared/trips/notices.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { preparing } from '../messages/prepare.ts'
import { greetingLanguage } from '../rules/greeting.ts'
import type { Row } from '../store/types.ts'
import { logTrip, openTrip, readTrip } from './open-trip.ts'
import { type NoticeRecord, partsOf } from './part-queries.ts'
import { momentOf } from './proposing.ts'
import type { TripRecord } from './queries.ts'
import { toldOf } from './views.ts'

type Calls = Pick<FeatureHandlers<'trips'>, 'confirmation' | 'confirm' | 'sendNotice' | 'tell' | 'hear'>

/** What a customer is told of a trip, with the proof that it arrived and the answer to it (S4-14, S4-58). */
export const notices: Calls = {
  confirmation: async (ctx, { id, notes }) => ({ text: await textOf(ctx, await readTrip(ctx, id), notes) }),

  confirm: async (ctx, { id, notes }) => {
    const trip = await openTrip(ctx, id)
    const text = await textOf(ctx, trip, notes)
    const itemId = ctx.newId()
    await ctx.db
      .insertInto('tripNotices')
      .values({
        ...{ id: itemId, tripId: id, kind: 'confirmation', changeId: null, text, messageId: null },
        ...{ dueAt: confirmationDueAt(ctx.now), createdAt: ctx.now, createdBy: ctx.actor.id },
        ...{ toldAt: null, toldBy: null, channel: null, proof: '', answer: null, answerText: '', answeredAt: null },
      })
      .execute()
    return logTrip(ctx, trip, { action: 'confirmation', text: notes, itemId })
  },

  /** As a message of the desk: somebody else checks it, then it leaves, and its way out is the proof. */
  sendNotice: async (ctx, { id, noticeId, channel }) => {
    const trip = await openTrip(ctx, id)
    const notice = await untold(ctx, id, noticeId)
    if (notice.messageId !== null) refuse('trip-notice-prepared')
    const message = await preparing.prepare(ctx, {
      ...{ caseId: null, memberId: trip.memberId as never, careId: null, occasion: 'progress', channel },
      ...{ templateId: null, values: {}, expectedAt: null, subject: trip.title, body: notice.text },
    })
    await change(ctx, noticeId, { messageId: message.id })
    return logTrip(ctx, trip, { action: 'prepared', text: trip.title, itemId: noticeId })
  },

  tell: async (ctx, { id, noticeId, channel, toldAt, proof }) => {
    const trip = await openTrip(ctx, id)
    const notice = await untold(ctx, id, noticeId)
    const at = momentOf(ctx, toldAt)
    if (at < notice.createdAt) refuse('trip-time')
    await change(ctx, noticeId, { channel, toldAt: at, toldBy: ctx.actor.id, proof })
    return logTrip(ctx, trip, { action: 'told', text: proof, itemId: noticeId })
  },

  hear: async (ctx, { id, noticeId, answer, text, answeredAt }) => {
    const trip = await openTrip(ctx, id)
    const notice = await noticeIn(ctx, id, noticeId)
    const { toldAt } = toldOf(notice)
    if (toldAt === null) refuse('trip-not-told')
    const at = momentOf(ctx, answeredAt)
    if (at < toldAt) refuse('trip-time')
    if (answer !== 'agreed' && text === '') refuse('trip-answer-why')
    await change(ctx, noticeId, { answer, answerText: text, answeredAt: at })
    ctx.note({ before: { answer: notice.answer, answerText: notice.answerText } })
    return logTrip(ctx, trip, { action: `notice-${answer}`, text, itemId: noticeId })
  },
}

async function textOf(ctx: Ctx, trip: TripRecord, notes: string): Promise<string> {
  const { bookings } = await partsOf(ctx.db, trip.id)
  if (bookings.every(({ state }) => state === 'cancelled')) refuse('trip-missing-booking')
  const member = await ctx.db
    .selectFrom('members')
    .select('language')
    .where('id', '=', trip.memberId)
    .executeTakeFirst()
  return confirmationText(trip, bookings, notes, greetingLanguage(member?.language))
}

async function noticeIn(ctx: Ctx, tripId: string, noticeId: string): Promise<NoticeRecord> {
  const { notices: all } = await partsOf(ctx.db, tripId)
  return found(
    all.find(({ id }) => id === noticeId),
    'notice',
  )
}

async function untold(ctx: Ctx, tripId: string, noticeId: string): Promise<NoticeRecord> {
  const notice = await noticeIn(ctx, tripId, noticeId)
  if (toldOf(notice).toldAt !== null) refuse('trip-told-already')
  return notice
}

async function change(ctx: Ctx, id: string, part: Partial<Row<'tripNotices'>>): Promise<void> {
  await ctx.db.updateTable('tripNotices').set(part).where('id', '=', id).executeTakeFirstOrThrow()
}
