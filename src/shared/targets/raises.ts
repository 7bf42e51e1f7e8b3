import { z } from 'zod'
import { SEVERITIES } from '../cases/words.ts'
import { bilingual, policySource } from '../policy.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { MOST_LEVEL, RECEIVERS } from './receivers.ts'

/** The furthest back that earlier complaints are looked for, in days, and the most that are counted. */
export const MOST_REPEAT_DAYS = 366
export const MOST_REPEATS = 20

/** At least `count` earlier complaints of the same member in the `days` before this one. */
export const repeats = z.object({
  count: z.number().int().min(1).max(MOST_REPEATS),
  days: z.number().int().min(1).max(MOST_REPEAT_DAYS),
})
export type Repeats = z.infer<typeof repeats>

/** Which cases are raised; a field that is left out matches everything, and all that are there must match. */
export const raiseWhen = z.object({
  severities: z.array(z.enum(SEVERITIES)).min(1).optional(),
  tiers: z.array(z.enum(MEMBER_TIERS)).min(1).optional(),
  repeats: repeats.optional(),
})
export type RaiseWhen = z.infer<typeof raiseWhen>

/** What lifts the warnings of a case above those of its limits: levels higher, and further people told (S1-45 S4-138). */
export const raise = z
  .object({
    id: z.string().min(1).max(64),
    /** The pack it belongs to, where it came with one. */
    pack: z.string().min(1).optional(),
    name: bilingual,
    isEnabled: z.boolean(),
    when: raiseWhen,
    /** How many levels higher; never above the highest. */
    levelsUp: z.number().int().min(0).max(MOST_LEVEL),
    /** Who is told besides. */
    also: z.array(z.enum(RECEIVERS)),
    /** The share of the limit from which on it holds, in percent; every warning without it. */
    fromPercent: z.number().int().min(1).max(1000).optional(),
    source: policySource,
  })
  .refine(({ levelsUp, also }) => levelsUp > 0 || also.length > 0, { message: 'raise-nothing', path: ['levelsUp'] })
export type Raise = z.infer<typeof raise>
