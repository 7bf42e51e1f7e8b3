import { found, refuse } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { JourneyView } from '../../shared/journeys/model.ts'
import type { Ctx } from '../engine/handler.ts'
import { findTrip, type TripRecord } from './queries.ts'
import { viewOf } from './views.ts'

/** A trip, with whose it is named as the subject of the call. */
export async function tripOf(ctx: Ctx, id: string): Promise<TripRecord> {
  const trip = found(await findTrip(ctx.db, id), 'trip')
  ctx.subject({ memberId: trip.memberId as MemberId })
  return trip
}

/** A trip that goes on. */
export async function runningTrip(ctx: Ctx, id: string): Promise<TripRecord> {
  const trip = await tripOf(ctx, id)
  if (trip.state !== 'open') refuse('journey-trip-over')
  return trip
}

/** A trip that took place or goes on: what was thought of it comes late, too. */
export async function livedTrip(ctx: Ctx, id: string): Promise<TripRecord> {
  const trip = await tripOf(ctx, id)
  if (trip.state === 'cancelled') refuse('journey-trip-over')
  return trip
}

/** The trip as it stands after a change. */
export async function shown(ctx: Ctx, tripId: string): Promise<JourneyView> {
  return viewOf(ctx, found(await findTrip(ctx.db, tripId), 'trip'))
}
