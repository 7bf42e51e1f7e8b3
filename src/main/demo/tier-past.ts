import type { HeldTier, MemberTier, TierPolicy, TierRating } from '../../shared/tiers/model.ts'
import type { ChangeReason } from '../../shared/tiers/views.ts'
import type { Day, Instant } from '../../shared/time.ts'
import { addMonths, endOfMonth } from '../rules/days.ts'
import { lastMomentOf } from '../rules/tier-facts.ts'
import { rateTier } from '../rules/tiers.ts'
import type { Row } from '../store/types.ts'
import { type Figures, factsOn } from './figures.ts'

/** What became of a member's tier before the demo begins: rated at each month's end by the programme in force. */
export type TierPast = { held: HeldTier; since: Instant | null; vipSince: Instant | null; changes: Change[] }

export type Change = Omit<Row<'tierChanges'>, 'id' | 'memberId' | 'runId' | 'actorId'>

/** Below this nobody reaches a tier of the programme, so nothing needs to be worked out. */
const FEW_SEGMENTS = 18

/** Rates a member at the end of each of the last months before a day. */
export function ratePast(figures: Figures, policy: TierPolicy, policyId: string, before: Day, months: number): TierPast {
  const past: TierPast = { held: { tier: 'none' }, since: null, vipSince: null, changes: [] }
  for (let back = months; back >= 1; back -= 1) {
    const on = endOfMonth(addMonths(`${before.slice(0, 7)}-01`, -back))
    const facts = factsOn(figures, policy, on, 0)
    const flown = facts.periods.rolling12?.segments ?? 0
    if (past.held.tier === 'none' && flown < FEW_SEGMENTS && (facts.periods.rolling12?.distanceKm ?? 0) < 35_000) continue
    const rating = rateTier(facts, past.held, policy, on)
    if (rating.change !== 'none') apply(past, rating, on, policyId)
  }
  return past
}

function apply(past: TierPast, rating: TierRating, on: Day, policyId: string): void {
  const { tier, validUntil, change } = rating
  const at = lastMomentOf(on) + 1
  const fromTier: MemberTier = past.held.tier
  const reason: ChangeReason = { kind: 'rating', reasons: rating.reason.filter((one) => one.isMet || one.tier === fromTier) }
  past.changes.push({
    at,
    fromTier,
    toTier: tier,
    change: change === 'none' ? 'manual' : change,
    reason: JSON.stringify(reason),
    policyId,
    validUntil: validUntil === undefined ? null : lastMomentOf(validUntil),
  })
  past.held = validUntil === undefined ? { tier } : { tier, validUntil }
  past.since = tier === fromTier ? past.since : at
  past.vipSince = tier === 'none' ? null : (past.vipSince ?? at)
}

/** Until when a tier is good, as files keep it; null for life. */
export function tierEnd({ validUntil }: HeldTier): Instant | null {
  return validUntil === undefined ? null : lastMomentOf(validUntil)
}
