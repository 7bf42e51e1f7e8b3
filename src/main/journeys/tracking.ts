import { found, must, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { CONTACT_PURPOSE_NAMES, type ContactPurpose } from '../../shared/journeys/words.ts'
import type { Instant } from '../../shared/time.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { againAt, firstAskAt, remindAt, trackingMoments } from '../rules/journey.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { giveTodo } from '../todos/give.ts'
import { findUserById } from '../users/queries.ts'
import {
  type ContactRecord,
  contactsOf,
  endTodosOf,
  findContact,
  insertContact,
  type TripRecord,
  updateContact,
} from './queries.ts'
import { livedTrip, runningTrip, shown } from './trip.ts'

type Calls = Pick<FeatureHandlers<'journeys'>, 'schedule' | 'addContact' | 'contacted' | 'dropContact'>

/** Contacts with the travellers; each that is to come stands among its person's to-dos (S4-60, S4-19). */
export const tracking: Calls = {
  schedule: async (ctx, { tripId }) => {
    const trip = await runningTrip(ctx, tripId)
    if (trip.startsOn === null || trip.endsOn === null) refuse('journey-no-days')
    await planTracking(ctx, trip)
    return shown(ctx, tripId)
  },

  addContact: async (ctx, { tripId, dueAt, ownerId }) => {
    const trip = await runningTrip(ctx, tripId)
    if (dueAt < ctx.now) refuse('journey-contact-past')
    must(canBeAsked(found(await findUserById(ctx.db, ownerId), 'user')))
    await planContact(ctx, trip, { purpose: 'tracking', dueAt, ownerId })
    return shown(ctx, tripId)
  },

  contacted: async (ctx, { id, channel, isReached, result }) => {
    const contact = await planned(ctx, id)
    const trip = await livedTrip(ctx, contact.tripId)
    const told = { channel, isReached: isReached ? 1 : 0, result } as const
    await end(ctx, contact, 'done', told)
    if (!isReached) await tryAgain(ctx, trip, contact)
    return shown(ctx, trip.id)
  },

  dropContact: async (ctx, { id, reason }) => {
    const contact = await planned(ctx, id)
    await livedTrip(ctx, contact.tripId)
    // A customer is asked until there is an answer; only a lead may let it be.
    if (contact.purpose === 'afterSales' && ctx.actor.role === 'agent') refuse('journey-ask-lead')
    await end(ctx, contact, 'dropped', { result: reason })
    return shown(ctx, contact.tripId)
  },
}

const RESCHEDULED = '按行程重新安排'
const ON_THE_WAY = '行程尚未结束'
const RETURNED = '行程已结束'

/** S4-60: the contacts that the length of the trip asks for, as far as they are still to come. */
export async function planTracking(ctx: Ctx, trip: TripRecord): Promise<void> {
  const { startsOn, endsOn } = trip
  await dropPlanned(ctx, trip.id, 'afterSales', ON_THE_WAY)
  if (startsOn === null || endsOn === null) return
  await dropPlanned(ctx, trip.id, 'tracking', RESCHEDULED)
  const moments = trackingMoments(startsOn, endsOn).filter((at) => at > ctx.now)
  for (const dueAt of moments) await planContact(ctx, trip, { purpose: 'tracking', dueAt, ownerId: trip.ownerId })
}

/** S4-19: whoever came back is asked what they thought, once for each trip. */
export async function planAsking(ctx: Ctx, trip: TripRecord): Promise<void> {
  await dropPlanned(ctx, trip.id, 'tracking', RETURNED)
  const asked = (await contactsOf(ctx.db, trip.id)).filter(({ purpose }) => purpose === 'afterSales')
  if (asked.some(({ state, isReached }) => state === 'planned' || isReached === 1)) return
  const dueAt = firstAskAt(trip.endsOn, ctx.now)
  await planContact(ctx, trip, { purpose: 'afterSales', dueAt, ownerId: trip.ownerId })
}

/** Takes back whatever was still to be asked or followed. */
export async function dropPlanned(ctx: Ctx, tripId: string, purpose: ContactPurpose, reason: string): Promise<void> {
  const contacts = await contactsOf(ctx.db, tripId)
  const left = contacts.filter((one) => one.purpose === purpose && one.state === 'planned')
  for (const contact of left) await end(ctx, contact, 'dropped', { result: reason })
}

async function tryAgain(ctx: Ctx, trip: TripRecord, { purpose, ownerId }: ContactRecord): Promise<void> {
  const isOver = trip.state !== 'open' || trip.stage === 'afterTrip'
  if (purpose === 'tracking' && isOver) return
  const dueAt = againAt(purpose, ctx.now)
  const contacts = await contactsOf(ctx.db, trip.id)
  const isPlanned = contacts.some((one) => one.purpose === purpose && one.state === 'planned' && one.dueAt <= dueAt)
  if (!isPlanned) await planContact(ctx, trip, { purpose, dueAt, ownerId })
}

type NewContact = Pick<ContactRecord, 'purpose' | 'dueAt' | 'ownerId'>

async function planContact(ctx: Ctx, trip: TripRecord, { purpose, dueAt, ownerId: wanted }: NewContact): Promise<void> {
  const ownerId = await whoCan(ctx, wanted)
  const id = ctx.newId()
  await insertContact(ctx.db, {
    ...{ id, tripId: trip.id, purpose, dueAt, ownerId, state: 'planned' },
    ...{ plannedAt: ctx.now, plannedBy: ctx.actor.id, settledAt: null, settledBy: null },
    ...{ channel: null, isReached: 0, result: '' },
  })
  await giveTodo(ctx, {
    userId: ownerId,
    source: ownerId === ctx.actor.id ? 'self' : 'given',
    title: titleOf(purpose, trip),
    dueAt,
    remindAt: reminderOf(dueAt),
    memberId: trip.memberId,
    sourceId: id,
  })
}

const reminderOf = (dueAt: Instant) => Math.max(0, remindAt(dueAt))
const titleOf = (purpose: ContactPurpose, { number, title }: TripRecord) =>
  `${CONTACT_PURPOSE_NAMES[purpose].zh} ${number} ${title}`.slice(0, 200)

/** The trip's person, or whoever acts when that person has left the desk. */
async function whoCan(ctx: Ctx, id: string): Promise<string> {
  const user = await findUserById(ctx.db, id as UserId)
  return user && canBeAsked(user).allowed ? id : ctx.actor.id
}

async function planned(ctx: Ctx, id: string): Promise<ContactRecord> {
  const contact = found(await findContact(ctx.db, id), 'journeyContact')
  if (contact.state !== 'planned') refuse('journey-contact-settled')
  return contact
}

type Told = Partial<Pick<ContactRecord, 'channel' | 'isReached' | 'result'>> & { result: string }

async function end(ctx: Ctx, { id }: ContactRecord, state: 'done' | 'dropped', told: Told): Promise<void> {
  await updateContact(ctx.db, id, { ...told, state, settledAt: ctx.now, settledBy: ctx.actor.id })
  const outcome = told.result.slice(0, 1000)
  await endTodosOf(ctx.db, id, { state, endedAt: ctx.now, endedBy: ctx.actor.id, outcome })
}
