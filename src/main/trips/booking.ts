import { found, must } from '../../shared/failure.ts'
import { changeDueAt } from '../../shared/trips/notices.ts'
import { canAlter, canBook, canPay, canSetBooking } from '../../shared/trips/proposals.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { logTrip, openTrip } from './open-trip.ts'
import { partsOf } from './part-queries.ts'
import { momentOf } from './proposing.ts'
import { paidOf } from './views.ts'

type Calls = Pick<FeatureHandlers<'trips'>, 'book' | 'setBooking' | 'pay' | 'alter'>

/** What is booked and paid for a trip, and how its itinerary changes. */
export const booking: Calls = {
  book: async (ctx, { id, ...booked }) => {
    const trip = await openTrip(ctx, id)
    must(canBook(trip.stage))
    const { fromDay, toDay } = booked
    must(canAlter(trip.stage, fromDay, toDay))
    const itemId = ctx.newId()
    const by = { createdAt: ctx.now, createdBy: ctx.actor.id, changedAt: ctx.now, changedBy: ctx.actor.id }
    await ctx.db
      .insertInto('tripBookings')
      .values({ ...booked, id: itemId, tripId: id, ...by })
      .execute()
    return logTrip(ctx, trip, { action: 'booked', text: `${booked.title} · ${booked.supplier}`, itemId })
  },

  setBooking: async (ctx, { id, bookingId, state, reference, priceFen, note, expectedSeq }) => {
    const trip = await openTrip(ctx, id, expectedSeq)
    const { bookings } = await partsOf(ctx.db, id)
    const before = found(
      bookings.find((one) => one.id === bookingId),
      'booking',
    )
    must(canSetBooking(before.state, state, note))
    const change = {
      ...{ state, changedAt: ctx.now, changedBy: ctx.actor.id },
      reference: reference ?? before.reference,
      priceFen: priceFen ?? before.priceFen,
      note: note || before.note,
    }
    await ctx.db.updateTable('tripBookings').set(change).where('id', '=', bookingId).execute()
    const text = [before.title, note].filter((one) => one !== '').join(' · ')
    const was = { state: before.state, reference: before.reference, priceFen: before.priceFen, note: before.note }
    return logTrip(ctx, trip, { action: `booking-${state}`, text, itemId: bookingId, before: was })
  },

  /** S4-04: how much, as what, when and who took it; the number of a card is never written down (S4-12). */
  pay: async (ctx, { id, paidAt, ...paid }) => {
    const trip = await openTrip(ctx, id)
    must(canPay(trip.stage, paid.kind, paid.amountFen, paidOf(await partsOf(ctx.db, id))))
    const itemId = ctx.newId()
    await ctx.db
      .insertInto('tripPayments')
      .values({
        ...{ ...paid, id: itemId, tripId: id, paidAt: momentOf(ctx, paidAt) },
        ...{ takenBy: ctx.actor.id, recordedAt: ctx.now },
      })
      .execute()
    return logTrip(ctx, trip, { action: `paid-${paid.kind}`, text: (paid.amountFen / 100).toFixed(2), itemId })
  },

  /** S4-13, S4-14: what is changed and why, and by when the customer must have been told. */
  alter: async (ctx, { id, origin, reason, before, after, costFen, startsOn, endsOn, expectedSeq }) => {
    const trip = await openTrip(ctx, id, expectedSeq)
    const days = { startsOn: startsOn ?? trip.startsOn, endsOn: endsOn ?? trip.endsOn }
    must(canAlter(trip.stage, days.startsOn, days.endsOn))
    const itemId = ctx.newId()
    const by = { decidedAt: ctx.now, decidedBy: ctx.actor.id }
    await ctx.db
      .insertInto('tripChanges')
      .values({ id: itemId, tripId: id, origin, reason, before, after, costFen, ...by })
      .execute()
    const soonest = trip.startsOn !== null && trip.startsOn < (days.startsOn ?? '9999') ? trip.startsOn : days.startsOn
    await ctx.db
      .insertInto('tripNotices')
      .values({
        ...{ id: ctx.newId(), tripId: id, kind: 'change', changeId: itemId, text: `${before} → ${after}（${reason}）` },
        ...{ dueAt: changeDueAt(ctx.now, soonest), createdAt: ctx.now, createdBy: ctx.actor.id, messageId: null },
        ...{ toldAt: null, toldBy: null, channel: null, proof: '', answer: null, answerText: '', answeredAt: null },
      })
      .execute()
    const was = { startsOn: trip.startsOn, endsOn: trip.endsOn }
    return logTrip(ctx, trip, { action: 'altered', text: `${after}（${reason}）`, itemId, change: days, before: was })
  },
}
