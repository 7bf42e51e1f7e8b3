import type { CaseId, UserId } from '../../shared/ids.ts'
import { emergencyPlan, type JourneyEmergency, type JourneyView } from '../../shared/journeys/model.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { isPrepared } from '../rules/journey.ts'
import { actionsOf, caseNumbers, emergenciesOf } from './emergency-queries.ts'
import {
  type ActionRecord,
  type ContactRecord,
  contactsOf,
  type EmergencyRecord,
  type ItemRecord,
  itemsOf,
  type RatingRecord,
  ratingsOf,
  type ServiceRecord,
  servicesOf,
  type TripRecord,
} from './queries.ts'

type NameOf = (id: string | null) => string

/** The second half of a trip, with the names of everybody in it. */
export async function viewOf(ctx: Ctx, trip: TripRecord): Promise<JourneyView> {
  const { db } = ctx
  const items = await itemsOf(db, trip.id)
  const services = await servicesOf(db, trip.id)
  const contacts = await contactsOf(db, trip.id)
  const emergencies = await emergenciesOf(db, trip.id)
  const ratings = await ratingsOf(db, trip.id)
  const actions = await actionsOf(
    db,
    emergencies.map(({ id }) => id),
  )
  const names = await namesOf(db, [
    ...items.map(({ settledBy }) => settledBy),
    ...services.map(({ changedBy }) => changedBy),
    ...contacts.flatMap(({ ownerId, settledBy }) => [ownerId, settledBy]),
    ...emergencies.map(({ openedBy }) => openedBy),
    ...actions.map(({ actorId }) => actorId),
    ...ratings.map(({ recordedBy }) => recordedBy),
  ])
  const nameOf: NameOf = (id) => (id === null ? '' : (names.get(id) ?? ''))
  const numbers = await caseNumbers(
    db,
    emergencies.flatMap(({ caseId }) => caseId ?? []),
  )
  const rating = ratings.find(({ serviceId }) => serviceId === null)
  return {
    tripId: trip.id,
    state: trip.state,
    stage: trip.stage,
    items: items.map((item) => toItem(item, nameOf)),
    isReady: isPrepared(items),
    services: services.map((service) => toService(service, ratings, nameOf)),
    contacts: contacts.map((contact) => toContact(contact, nameOf, ctx.now)),
    emergencies: emergencies.map((one) => toEmergency(one, actions, numbers, nameOf)),
    rating: rating ? toRating(rating, nameOf) : null,
  }
}

function toItem(item: ItemRecord, nameOf: NameOf): JourneyView['items'][number] {
  const { id, kind, templateVersion, state, note, settledAt, settledBy } = item
  return {
    ...{ id, kind, templateVersion, state, note, settledAt },
    title: { zh: item.titleZh, en: item.titleEn },
    settledByName: settledBy === null ? null : nameOf(settledBy),
  }
}

function toService(service: ServiceRecord, ratings: readonly RatingRecord[], nameOf: NameOf) {
  const { id, kind, name, person, contact, fromDay, toDay, state, remarks, changedAt } = service
  const rating = ratings.find(({ serviceId }) => serviceId === id)
  return {
    ...{ id, kind, name, person, contact, fromDay, toDay, state, remarks, changedAt },
    changedByName: nameOf(service.changedBy),
    rating: rating ? toRating(rating, nameOf) : null,
  }
}

function toRating({ score, text, ratedAt, recordedBy }: RatingRecord, nameOf: NameOf) {
  return { score, text, ratedAt, recordedByName: nameOf(recordedBy) }
}

function toContact(contact: ContactRecord, nameOf: NameOf, now: number): JourneyView['contacts'][number] {
  const { id, purpose, dueAt, ownerId, state, settledAt, settledBy, channel, isReached, result } = contact
  return {
    ...{ id, purpose, dueAt, state, settledAt, channel, result },
    isOverdue: state === 'planned' && dueAt < now,
    ownerId: ownerId as UserId,
    ownerName: nameOf(ownerId),
    settledByName: settledBy === null ? null : nameOf(settledBy),
    isReached: isReached === 1,
  }
}

function toEmergency(
  one: EmergencyRecord,
  all: readonly ActionRecord[],
  numbers: ReadonlyMap<string, string>,
  nameOf: NameOf,
): JourneyEmergency {
  const { id, kind, place, what, state, openedAt, endedAt, caseId } = one
  const actions = all.filter(({ emergencyId }) => emergencyId === id)
  const plan = emergencyPlan.parse(JSON.parse(one.plan))
  const done = new Set(actions.map(({ step }) => step))
  return {
    ...{ id, kind, place, what, state, openedAt, endedAt, plan },
    openSteps: plan.steps.map((_, i) => i + 1).filter((step) => !done.has(step)),
    caseId: caseId as CaseId | null,
    caseNumber: caseId === null ? null : (numbers.get(caseId) ?? null),
    openedByName: nameOf(one.openedBy),
    actions: actions.map(({ seq, kind: what, step, text, at, actorId }) => ({
      ...{ seq, kind: what, step, text, at },
      byName: nameOf(actorId),
    })),
  }
}
