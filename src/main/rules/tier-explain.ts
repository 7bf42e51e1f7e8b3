import type { HeldTier, TierRating, TierReason } from '../../shared/tiers/model.ts'

/** The qualifications that decided a rating: what was missed to keep the old tier, and what gave the new one. */
export function decisiveReasons(rating: TierRating, held: HeldTier): TierReason[] {
  const missed =
    rating.change === 'downgrade'
      ? rating.reason.filter((reason) => reason.ground === 'retain' && reason.tier === held.tier)
      : []
  const gave = rating.reason.filter((reason) => reason.isMet && reason.tier === rating.tier)
  const first = gave.find((reason) => rating.change === 'retain' && reason.ground === 'retain') ?? gave[0]
  return first ? [...missed, first] : missed
}
