import { z } from 'zod'
import { memberId } from '../ids.ts'
import { line } from '../members/fields.ts'
import { type Day, day, type Instant, instant } from '../time.ts'
import { KIN_PROOFS, KIN_RELATIONS, KIN_RIGHTS, KIN_STATES, type KinState } from './words.ts'

/** Somebody who may speak for a member, the number masked. */
export const kinView = z.object({
  id: z.string(),
  memberId,
  name: z.string(),
  relation: z.enum(KIN_RELATIONS),
  maskedPhone: z.string(),
  rights: z.array(z.enum(KIN_RIGHTS)),
  fromDay: day,
  untilDay: day.nullable(),
  proof: z.enum(KIN_PROOFS),
  proofText: z.string(),
  state: z.enum(KIN_STATES),
  recordedAt: instant,
  recordedByName: z.string(),
  endedAt: instant.nullable(),
  endedByName: z.string().nullable(),
  endReason: z.string(),
})
export type KinView = z.infer<typeof kinView>

/** What is entered of somebody who may speak for a member. */
export const newKin = z.object({
  name: line(100),
  relation: z.enum(KIN_RELATIONS),
  phone: line(40),
  rights: z.array(z.enum(KIN_RIGHTS)).min(1).max(KIN_RIGHTS.length),
  fromDay: day,
  untilDay: day.nullable().default(null),
  proof: z.enum(KIN_PROOFS),
  proofText: line(300),
})
export type NewKin = z.infer<typeof newKin>

type Term = { fromDay: Day; untilDay: Day | null; endedAt: Instant | null }

/** How an authority stands on a day; both its first and its last day count. */
export function kinState({ fromDay, untilDay, endedAt }: Term, today: Day): KinState {
  if (endedAt !== null) return 'ended'
  if (today < fromDay) return 'future'
  return untilDay !== null && today > untilDay ? 'expired' : 'inForce'
}
