import { z } from 'zod'
import { CLOCK_KINDS, CLOCK_STATES, limit } from '../targets/model.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { instant } from '../time.ts'

export const REBASE_EFFECTS = ['same', 'moved', 'started', 'cancelled'] as const

/** One limit of a case: as it is kept, and as the policy in force would have it. */
export const rebasedClock = z.object({
  kind: z.enum(CLOCK_KINDS),
  effect: z.enum(REBASE_EFFECTS),
  state: z.enum(CLOCK_STATES).nullable(),
  keep: z.object({ ruleId: z.string(), limit, dueAt: instant, isProvisional: z.boolean() }).nullable(),
  recompute: z
    .object({ ruleId: z.string(), limit, dueAt: instant, isProvisional: z.boolean(), isBreached: z.boolean() })
    .nullable(),
})
export type RebasedClock = z.infer<typeof rebasedClock>

const basis = z.object({ policyId: z.string(), tier: z.enum(MEMBER_TIERS) })

/** What a case keeps beside what it would get: by default nothing about a case moves. */
export const rebasePreview = z.object({
  lastSeq: z.number().int(),
  before: basis,
  after: basis,
  clocks: z.array(rebasedClock),
})
export type RebasePreview = z.infer<typeof rebasePreview>

export const rebaseOutcome = rebasePreview.extend({ choice: z.enum(['keep', 'recompute']) })
