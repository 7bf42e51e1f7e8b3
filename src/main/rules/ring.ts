import { type DeskSettings, RING_TIERS } from '../../shared/settings/contract.ts'
import type { RingTarget } from '../../shared/targets/model.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'

type RingSettings = Pick<DeskSettings, 'answerWithinRings' | 'answerWithinByTier' | 'secondsPerRing'>

/** S3-47: within how many rings this caller is to be answered: the tier's own number, else the one for everybody. */
export function ringTargetFor(
  { answerWithinRings, answerWithinByTier, secondsPerRing }: RingSettings,
  tier: MemberTier | null,
): Pick<RingTarget, 'maxRings' | 'secondsPerRing'> {
  const ownTier = RING_TIERS.find((each) => each === tier)
  return { maxRings: (ownTier && answerWithinByTier[ownTier]) ?? answerWithinRings, secondsPerRing }
}

/** What the telephone recorded of a call before it was answered; either figure is enough (S3-48). */
export type RingFacts = { rings?: number; waitSeconds?: number }

/** The verdict on one answered call; the agent apologises for a late one. */
export type RingVerdict = { isInTime: boolean; rings: number; maxRings: number }

/**
 * S3-47: answered within the set rings. Without a count of rings the waiting time is turned into rings;
 * a ring that has begun counts. Undefined when nothing was recorded.
 */
export function judgeRings(
  facts: RingFacts,
  target: Pick<RingTarget, 'maxRings' | 'secondsPerRing'>,
): RingVerdict | undefined {
  const rings =
    facts.rings ?? (facts.waitSeconds === undefined ? undefined : Math.ceil(facts.waitSeconds / target.secondsPerRing))
  if (rings === undefined) return undefined
  return { isInTime: rings <= target.maxRings, rings, maxRings: target.maxRings }
}
