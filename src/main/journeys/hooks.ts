import type { Missing } from '../../shared/trips/stages.ts'
import type { TripStage } from '../../shared/trips/words.ts'
import type { Ctx } from '../engine/handler.ts'
import { isPrepared } from '../rules/journey.ts'
import { prepareTrip } from './checklist.ts'
import { inEmergency } from './emergency-queries.ts'
import { contactsOf, itemsOf, type TripRecord } from './queries.ts'
import { dropPlanned, planAsking, planTracking } from './tracking.ts'

/** S4-15: a trip sets out with a complete checklist. */
export async function lacksChecklist(ctx: Ctx, trip: TripRecord): Promise<readonly Missing[]> {
  return isPrepared(await itemsOf(ctx.db, trip.id)) ? [] : ['checklist']
}

/** S4-61: a trip is not over while an emergency of it is not. */
export async function lacksCalm(ctx: Ctx, trip: TripRecord): Promise<readonly Missing[]> {
  return (await inEmergency(ctx.db, [trip.id])).length === 0 ? [] : ['emergency']
}

/** S4-08 S4-19: a trip is done when the customer has answered, or a lead has let it be. */
export async function lacksOpinion(ctx: Ctx, trip: TripRecord): Promise<readonly Missing[]> {
  const asked = (await contactsOf(ctx.db, trip.id)).filter(({ purpose }) => purpose === 'afterSales')
  return asked.some(({ state }) => state === 'planned') ? ['opinion'] : []
}

/** What a trip brings with it when it has entered a stage: its checklist, its contacts, the question how it was. */
export async function afterEntering(ctx: Ctx, trip: TripRecord, to: TripStage): Promise<void> {
  if (to === 'preTrip') await prepareTrip(ctx, trip.id)
  if (to === 'inTrip') await planTracking(ctx, trip)
  if (to === 'afterTrip') await planAsking(ctx, trip)
}

/** A trip that does not take place is not followed any more. */
export async function afterCancelling(ctx: Ctx, tripId: string): Promise<void> {
  await dropPlanned(ctx, tripId, 'tracking', CANCELLED)
  await dropPlanned(ctx, tripId, 'afterSales', CANCELLED)
}

const CANCELLED = '行程已取消'
