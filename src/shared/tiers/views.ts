import { z } from 'zod'
import { memberId, policyId } from '../ids.ts'
import { day, instant } from '../time.ts'
import { MEMBER_TIERS, TIER_CHANGES, tierPolicy, tierRating, tierReason } from './model.ts'

const count = z.number().int().min(0)
const tier = z.enum(MEMBER_TIERS)

/** Why a tier changed: a rating with its figures, somebody's decision, an import, or the opening of the file. */
export const changeReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rating'), reasons: z.array(tierReason) }),
  z.object({ kind: z.literal('manual'), text: z.string() }),
  z.object({ kind: z.literal('import'), importId: z.string() }),
  z.object({ kind: z.literal('entry'), text: z.string() }),
])
export type ChangeReason = z.infer<typeof changeReason>

export const TIER_CHANGE_KINDS = ['upgrade', 'retain', 'downgrade', 'entry', 'manual'] as const
export type TierChangeKind = (typeof TIER_CHANGE_KINDS)[number]

/** How a stored programme stands: in force today, to come, replaced, or only on offer. */
export const PROGRAMME_STATES = ['inForce', 'scheduled', 'replaced', 'offered'] as const
export type ProgrammeState = (typeof PROGRAMME_STATES)[number]

/** A programme under the id by which it is chosen. */
export const storedProgramme = z.object({
  id: policyId,
  state: z.enum(PROGRAMME_STATES),
  effectiveFrom: day,
  createdAt: instant,
  createdByName: z.string().nullable(),
  policy: tierPolicy,
})
export type StoredProgramme = z.infer<typeof storedProgramme>

/** Members who were in one tier and would be in another, or stay. */
export const tierMove = z.object({ from: tier, to: tier, count })
export type TierMove = z.infer<typeof tierMove>

/** One member whose tier, or its end, a rating changes, with the sentence that says why. */
export const tierProposal = z.object({
  memberId,
  card: z.string(),
  name: z.string(),
  from: tier,
  to: tier,
  change: z.enum(TIER_CHANGES),
  validUntil: day.nullable(),
  reason: z.string(),
  reasons: z.array(tierReason),
})
export type TierProposal = z.infer<typeof tierProposal>

export const tierRun = z.object({
  id: z.string(),
  at: instant,
  actorName: z.string(),
  policyId,
  policyName: z.object({ zh: z.string(), en: z.string() }),
  /** Of all members, so null for whoever does not read them all; then only changes of those who are read count. */
  rated: count.nullable(),
  changed: count,
})
export type TierRun = z.infer<typeof tierRun>

/** One entry of a member's tier history (S3-42). */
export const pastTier = z.object({
  id: z.string(),
  at: instant,
  from: tier,
  to: tier,
  change: z.enum(TIER_CHANGE_KINDS),
  validUntil: instant.nullable(),
  reason: changeReason,
  /** The reason as a sentence. */
  text: z.string(),
  policyId: policyId.nullable(),
  actorName: z.string(),
})
export type PastTier = z.infer<typeof pastTier>

/** A member's tier: what it was and why, what is missing for the next one, and what would be at its end. */
export const tierHistory = z.object({
  tier,
  since: instant.nullable(),
  until: instant.nullable(),
  changes: z.array(pastTier),
  /** The next tier above and the figures still missing for it; null at the top. */
  next: tierReason.nullable(),
  /** What a rating on the day after the end would say with today's figures; null without an end. */
  outlook: tierRating.nullable(),
})
export type TierHistory = z.infer<typeof tierHistory>

/** Something a member is to be told about the own tier (S3-43). */
export const tierNotice = z.object({
  id: z.string(),
  memberId,
  card: z.string(),
  name: z.string(),
  tier,
  kind: z.enum(['upgrade', 'retain', 'downgrade']),
  text: z.string(),
  createdAt: instant,
  toldAt: instant.nullable(),
  toldByName: z.string().nullable(),
})
export type TierNotice = z.infer<typeof tierNotice>

/** The place in a list that is read page by page. */
export const noticePlace = z.object({ at: instant, id: z.string().max(64) })
