import {
  type HeldTier,
  type MemberTier,
  TIER_RANK,
  type TierChange,
  type TierFacts,
  type TierLevel,
  type TierPeriod,
  type TierPolicy,
  type TierRating,
  type TierReason,
} from '../../shared/tiers/model.ts'
import type { Day } from '../../shared/time.ts'
import { addDays, addMonths, endOfMonth } from './days.ts'
import { evaluateRule } from './tier-rule.ts'

/** The days whose flights and spend a period counts when a member is rated on a day; both ends included. */
export function periodRange(period: TierPeriod, on: Day): { from: Day; to: Day } {
  switch (period) {
    case 'rolling12':
      return { from: addDays(addMonths(on, -12), 1), to: on }
    case 'rolling24':
      return { from: addDays(addMonths(on, -24), 1), to: on }
    case 'calendarYear':
      return { from: `${on.slice(0, 4)}-01-01`, to: on }
  }
}

type Grant = { tier: MemberTier; reason: TierReason; isForLife: boolean }

function weigh(level: TierLevel, ground: 'upgrade' | 'retain', facts: TierFacts): Grant {
  const { rule, period } = level[ground]
  const reason: TierReason = { tier: level.tier, ground, period, ...evaluateRule(rule, facts, period) }
  return { tier: level.tier, reason, isForLife: false }
}

function weighClauses(policy: TierPolicy, facts: TierFacts): Grant[] {
  return policy.clauses.map(({ id, tier, period, rule, isForLife }) => ({
    tier,
    isForLife,
    reason: { tier, ground: 'clause', clauseId: id, period, ...evaluateRule(rule, facts, period) },
  }))
}

/** The highest tier that is granted; of equal ones one for life. */
function best(grants: readonly Grant[]): Grant | undefined {
  return grants
    .filter((grant) => grant.reason.isMet)
    .reduce<Grant | undefined>((top, next) => {
      if (!top || TIER_RANK[next.tier] > TIER_RANK[top.tier]) return next
      return next.tier === top.tier && next.isForLife ? next : top
    }, undefined)
}

/** A tier has ended when its last day lies before the rating day; one for life never does. */
export function hasEnded(held: HeldTier, on: Day): boolean {
  return held.validUntil !== undefined && held.validUntil < on
}

/**
 * S3-41 S3-43: rates one member on a day. Whoever reaches a higher tier rises at once; a tier that has ended is kept
 * when its retention or its own entry threshold is met, and falls to the highest tier still earned otherwise.
 */
export function rateTier(facts: TierFacts, held: HeldTier, policy: TierPolicy, on: Day): TierRating {
  const clauses = weighClauses(policy, facts)
  const upgrades = policy.levels.map((level) => weigh(level, 'upgrade', facts))
  const top = best([...upgrades, ...clauses])
  const outcome = (tier: MemberTier, change: TierChange, validUntil: Day | undefined, grants: Grant[]): TierRating => ({
    tier,
    change,
    from: on,
    ...(validUntil === undefined ? {} : { validUntil }),
    policyId: policy.id,
    policyVersion: policy.version,
    reason: grants.map((grant) => grant.reason),
  })
  const until = (change: 'upgrade' | 'retain', grant: Grant) =>
    grant.isForLife ? undefined : endOfMonth(addMonths(on, policy.validityMonths[change]))

  const entries = [...upgrades, ...clauses]
  if (top && TIER_RANK[top.tier] > TIER_RANK[held.tier]) {
    return outcome(top.tier, 'upgrade', until('upgrade', top), entries)
  }
  if (top?.isForLife && top.tier === held.tier && held.validUntil !== undefined) {
    return outcome(held.tier, 'retain', undefined, entries)
  }
  if (held.tier === 'none' || !hasEnded(held, on)) return outcome(held.tier, 'none', held.validUntil, entries)

  const retains = policy.levels
    .filter((level) => TIER_RANK[level.tier] <= TIER_RANK[held.tier])
    .map((level) => weigh(level, 'retain', facts))
  const kept = best([...retains, ...entries])
  const all = [...retains, ...entries]
  if (!kept) return outcome('none', 'downgrade', undefined, all)
  return outcome(kept.tier, kept.tier === held.tier ? 'retain' : 'downgrade', until('retain', kept), all)
}

/** S3-43: what would happen to a tier on the day after its end if the figures stayed as they are; undefined for life. */
export function tierOutlook(facts: TierFacts, held: HeldTier, policy: TierPolicy): TierRating | undefined {
  if (held.tier === 'none' || held.validUntil === undefined) return undefined
  return rateTier(facts, held, policy, addDays(held.validUntil, 1))
}

/** The next tier above and every figure that is still missing for it; undefined at the top. */
export function nextTier(facts: TierFacts, tier: MemberTier, policy: TierPolicy): TierReason | undefined {
  const level = policy.levels.findLast((candidate) => TIER_RANK[candidate.tier] > TIER_RANK[tier])
  return level && weigh(level, 'upgrade', facts).reason
}

/** S3-44 S3-45: what a member of a tier is entitled to. */
export function entitlementsOf(tier: MemberTier, policy: TierPolicy): TierPolicy['entitlements'] {
  return policy.entitlements.filter((entitlement) => entitlement.tiers.includes(tier))
}
