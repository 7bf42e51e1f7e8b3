import type { HeldTier, TierFacts, TierPolicy, TierRating } from '../../shared/tiers/model.ts'
import type { ChangeReason } from '../../shared/tiers/views.ts'
import type { Day, Instant } from '../../shared/time.ts'
import { addMonths, endOfMonth } from '../rules/days.ts'
import { decisiveReasons } from '../rules/tier-explain.ts'
import { lastMomentOf } from '../rules/tier-facts.ts'
import { rateTier } from '../rules/tiers.ts'
import { vipReasonOfRating } from '../rules/vip-reason.ts'
import type { Row } from '../store/types.ts'

/** What became of a member's tier before the demo begins, by the programme in force. */
export type TierPast = {
  held: HeldTier
  since: Instant | null
  vipSince: Instant | null
  vipReason: string | null
  changes: Change[]
}

export type Change = Omit<Row<'tierChanges'>, 'id' | 'memberId' | 'runId' | 'actorId'>

/** Below these nobody reaches a tier of the programme in force, so nothing needs to be worked out. */
const FEW_SEGMENTS = 18
const FEW_KM = 35_000

/** Ratings further back than this were made each quarter, the later ones each month. */
const MONTHLY = 6

/** Rates a member at the ends of months before a day, beginning so many months back. */
export function ratePast(
  factsOn: (on: Day) => TierFacts,
  policy: TierPolicy,
  policyId: string,
  before: Day,
  monthsBack: number,
): TierPast {
  const past: TierPast = { held: { tier: 'none' }, since: null, vipSince: null, vipReason: null, changes: [] }
  for (let back = monthsBack; back >= 1; back -= back > MONTHLY ? 3 : 1) {
    const on = endOfMonth(addMonths(`${before.slice(0, 7)}-01`, -back))
    const facts = factsOn(on)
    const { segments = 0, distanceKm = 0 } = facts.periods.rolling12 ?? {}
    if (past.held.tier === 'none' && segments < FEW_SEGMENTS && distanceKm < FEW_KM) continue
    const rating = rateTier(facts, past.held, policy, on)
    if (rating.change !== 'none') apply(past, rating, on, policyId)
  }
  return past
}

function apply(past: TierPast, rating: TierRating, on: Day, policyId: string): void {
  const { tier, validUntil, change } = rating
  const { held } = past
  const at = lastMomentOf(on) + 1
  const reasons = decisiveReasons(rating, held)
  const next: HeldTier = validUntil === undefined ? { tier } : { tier, validUntil }
  const isEntry = held.tier === 'none'
  past.changes.push({
    at,
    fromTier: held.tier,
    toTier: tier,
    change: isEntry ? 'entry' : change === 'none' ? 'manual' : change,
    reason: JSON.stringify({ kind: 'rating', reasons } satisfies ChangeReason),
    policyId,
    validUntil: tierEnd(next),
  })
  past.held = next
  past.since = tier === held.tier ? past.since : at
  if (tier === 'none') Object.assign(past, { since: null, vipSince: null, vipReason: null })
  else if (isEntry) Object.assign(past, { vipSince: at, vipReason: vipReasonOfRating(reasons) })
}

/** Until when a tier is good, as files keep it; null for life. */
export function tierEnd({ validUntil }: HeldTier): Instant | null {
  return validUntil === undefined ? null : lastMomentOf(validUntil)
}
