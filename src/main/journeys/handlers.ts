import type { FeatureHandlers } from '../engine/handler.ts'
import { checklist } from './checklist.ts'
import { emergencies } from './emergencies.ts'
import { road } from './road.ts'
import { services } from './services.ts'
import { tracking } from './tracking.ts'
import { tripOf } from './trip.ts'
import { viewOf } from './views.ts'

export const journeys: FeatureHandlers<'journeys'> = {
  ...checklist,
  ...services,
  ...tracking,
  ...emergencies,
  road,
  show: async (ctx, { tripId }) => viewOf(ctx, await tripOf(ctx, tripId)),
}
