import { found, refuse } from '../../shared/failure.ts'
import { DAY, DESK_ZONE } from '../../shared/time.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { averagesOf } from '../rules/journey.ts'
import { momentOf } from '../rules/zone.ts'
import { findService, insertService, saveRating, servedBetween, updateService } from './queries.ts'
import { livedTrip, runningTrip, shown } from './trip.ts'

type Calls = Pick<FeatureHandlers<'journeys'>, 'saveService' | 'rate' | 'servers'>

/** Who served on a trip, and what the customers gave them (S4-07, S4-08, S4-17). */
export const services: Calls = {
  saveService: async (ctx, { tripId, id, service }) => {
    await runningTrip(ctx, tripId)
    const { fromDay, toDay } = service
    if (fromDay !== null && toDay !== null && toDay < fromDay) refuse('journey-days-order')
    const changed = { changedAt: ctx.now, changedBy: ctx.actor.id }
    if (id === undefined) {
      const created = { createdAt: ctx.now, createdBy: ctx.actor.id }
      await insertService(ctx.db, { ...service, ...created, ...changed, id: ctx.newId(), tripId })
      return shown(ctx, tripId)
    }
    const known = found(await findService(ctx.db, id), 'journeyService')
    if (known.tripId !== tripId) found(null, 'journeyService')
    const { kind, name, person, contact, state, remarks } = known
    ctx.note({ before: { kind, name, person, contact, state, remarks } })
    await updateService(ctx.db, id, { ...service, ...changed })
    return shown(ctx, tripId)
  },

  rate: async (ctx, { tripId, serviceId, score, text }) => {
    const trip = await livedTrip(ctx, tripId)
    if (trip.stage !== 'inTrip' && trip.stage !== 'afterTrip') refuse('journey-not-rated-yet')
    if (serviceId !== null && found(await findService(ctx.db, serviceId), 'journeyService').tripId !== tripId)
      found(null, 'journeyService')
    const subjectId = serviceId ?? tripId
    await saveRating(ctx.db, { subjectId, tripId, serviceId, score, text, ratedAt: ctx.now, recordedBy: ctx.actor.id })
    return shown(ctx, tripId)
  },

  servers: async ({ db }, { from, to }) =>
    averagesOf(await servedBetween(db, momentOf(DESK_ZONE, from, 0), momentOf(DESK_ZONE, to, 0) + DAY)),
}
