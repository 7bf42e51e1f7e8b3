import type { Missing } from '../../shared/trips/stages.ts'
import type { TripStage } from '../../shared/trips/words.ts'
import type { Ctx } from '../engine/handler.ts'
import { lacksCalm, lacksChecklist, lacksOpinion } from '../journeys/hooks.ts'
import type { TripRecord } from './queries.ts'

/** Says what a trip still lacks before it may leave its stage, as far as another feature knows. */
export type StageNeed = (ctx: Ctx, trip: TripRecord) => Promise<readonly Missing[]>

/** THE list of what other features demand before a trip leaves a stage: one line each. */
export const NEEDS_OF_OTHERS: Readonly<Record<TripStage, readonly StageNeed[]>> = {
  enquiry: [],
  booking: [],
  confirmation: [],
  preTrip: [lacksChecklist],
  inTrip: [lacksCalm],
  afterTrip: [lacksOpinion],
}
