import { z } from 'zod'
import { tripId } from './model.ts'

/** Where a change brought a trip: the number of its newest entry, and what was made with it. */
export const mark = z.object({ id: tripId, lastSeq: z.number().int(), itemId: z.string().nullable() })
export type TripMark = z.infer<typeof mark>
