import { found, Refusal, refuse } from '../../shared/failure.ts'
import type { CaseId, MemberId } from '../../shared/ids.ts'
import type { TripMark } from '../../shared/trips/step.ts'
import type { Ctx } from '../engine/handler.ts'
import type { JsonObject } from '../rules/audit-chain.ts'
import { findTrip, insertEvent, type TripRecord, updateTrip } from './queries.ts'

/** A trip that is worked on; names whose data the call is about. An ended trip is refused, and one that was changed meanwhile. */
export async function openTrip(ctx: Ctx, id: string, expectedSeq?: number): Promise<TripRecord> {
  const trip = await readTrip(ctx, id)
  if (trip.state !== 'open') refuse('trip-closed')
  if (expectedSeq !== undefined && expectedSeq !== trip.lastSeq) throw new Refusal({ code: 'CONFLICT', entity: 'trip' })
  return trip
}

/** A trip to be read, ended or not. */
export async function readTrip(ctx: Ctx, id: string): Promise<TripRecord> {
  const trip = found(await findTrip(ctx.db, id), 'trip')
  ctx.subject({ memberId: trip.memberId as MemberId, ...(trip.caseId ? { caseId: trip.caseId as CaseId } : {}) })
  return trip
}

type Step = { action: string; text?: string; change?: Partial<TripRecord>; itemId?: string; before?: JsonObject }

/** Writes the next entry of a trip's log with what changes in the trip itself. */
export async function logTrip(ctx: Ctx, trip: TripRecord, step: Step): Promise<TripMark> {
  const { action, text = '', change = {}, itemId = null, before } = step
  const seq = trip.lastSeq + 1
  if (!(await updateTrip(ctx.db, trip.id, trip.lastSeq, { ...change, lastSeq: seq })))
    throw new Refusal({ code: 'CONFLICT', entity: 'trip' })
  await insertEvent(ctx.db, { tripId: trip.id, seq, at: ctx.now, actorId: ctx.actor.id, action, text })
  if (before) ctx.note({ before })
  return { id: trip.id, lastSeq: seq, itemId }
}
