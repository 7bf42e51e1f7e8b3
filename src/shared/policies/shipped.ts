import { z } from 'zod'
import { bilingual } from '../policy.ts'
import { policyChange, policyVersion } from './model.ts'

/** What taking a newer shipped policy in does with one of its changes: takes it, finds it here, or meets one of the desk's. */
export const SHIPPED_FATES = ['taken', 'had', 'conflict'] as const

/** One thing that the product ships otherwise than it did when the desk took the policy. */
export const shippedChange = policyChange.extend({ fate: z.enum(SHIPPED_FATES) })
export type ShippedChange = z.infer<typeof shippedChange>

/** A place where the product and the desk both say something else than before. */
export const shippedConflict = z.object({
  path: z.string(),
  /** What the product changed there, in sentences. */
  shipped: z.array(bilingual),
  /** What the desk changed there, in sentences. */
  own: z.array(bilingual),
})
export type ShippedConflict = z.infer<typeof shippedConflict>

/** A policy of the desk for which the product ships something newer than what the desk took. */
export const shippedNewer = z.object({
  /** The desk's own version that the newer one would be laid under: the latest approved one. */
  version: policyVersion,
  changes: z.array(shippedChange),
  conflicts: z.array(shippedConflict),
  /** A version on its way that has taken it in already; null for none. */
  draft: policyVersion.pick({ id: true, version: true, name: true, state: true }).nullable(),
})
export type ShippedNewer = z.infer<typeof shippedNewer>
