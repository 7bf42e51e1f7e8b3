import {
  type MemberTier,
  TIER_RANK,
  type TierFacts,
  type TierPeriod,
  type TierPolicy,
  type TierRule,
} from '../../shared/tiers/model.ts'
import { DAY, type Day, DESK_ZONE, type Instant } from '../../shared/time.ts'
import { addMonths, dayNumber, shiftMonth } from './days.ts'
import { dayAt, momentOf } from './zone.ts'

/** The last moment of a day on the desk's wall: until then a tier is good. */
export function lastMomentOf(day: Day): Instant {
  return momentOf(DESK_ZONE, day, 0) + DAY - 1
}

/** Months YYYY-MM from first to last, both included. */
export type Months = { from: string; to: string }

/** The months whose figures a period counts when a member is rated on a day: whole months, the day's own among them. */
export function monthsOf(period: TierPeriod, on: Day): Months {
  const to = on.slice(0, 7)
  switch (period) {
    case 'rolling12':
      return { from: shiftMonth(to, -11), to }
    case 'rolling24':
      return { from: shiftMonth(to, -23), to }
    case 'calendarYear':
      return { from: `${on.slice(0, 4)}-01`, to }
  }
}

function asks(rule: TierRule, isMeant: (rule: TierRule) => boolean): boolean {
  if (isMeant(rule)) return true
  if ('all' in rule) return rule.all.some((part) => asks(part, isMeant))
  return 'any' in rule && rule.any.some((part) => asks(part, isMeant))
}

const asksLifetime = (rule: TierRule) =>
  ('measure' in rule && rule.measure === 'lifetimeKm') ||
  ('weighted' in rule && rule.weighted.some((part) => part.measure === 'lifetimeKm'))

/** What of a member a programme looks at, so that nothing else is read. */
export type Needs = { periods: TierPeriod[]; lifetime: boolean; history: boolean }

export function needsOf(policy: TierPolicy): Needs {
  const parts = [...policy.levels.flatMap((level) => [level.upgrade, level.retain]), ...policy.clauses]
  return {
    periods: [...new Set(parts.map((part) => part.period))],
    lifetime: parts.some((part) => asks(part.rule, asksLifetime)),
    history: parts.some((part) => asks(part.rule, (rule) => 'yearsInRow' in rule)),
  }
}

/** One change in a member's tier, as history keeps it. */
export type PastChange = { at: Instant; fromTier: MemberTier; toTier: MemberTier }

/**
 * Full years up to a day that a member has held each tier, or a higher one, without a gap.
 * `changes` are oldest first; before the first of them the member held what it changed from, since when nobody knows.
 */
export function yearsInRow(changes: readonly PastChange[], tier: MemberTier, on: Day): TierFacts['consecutiveYears'] {
  const years: TierFacts['consecutiveYears'] = {}
  for (const [name, rank] of Object.entries(TIER_RANK) as [MemberTier, number][]) {
    if (rank === 0 || rank > TIER_RANK[tier]) continue
    let since: Instant | undefined
    for (const change of changes.toReversed()) {
      if (TIER_RANK[change.toTier] < rank) break
      since = change.at
      if (TIER_RANK[change.fromTier] < rank) break
    }
    if (since !== undefined) years[name] = fullYears(dayAt(DESK_ZONE, since), on)
  }
  return years
}

function fullYears(from: Day, to: Day): number {
  if (to < from) return 0
  let years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  if (dayNumber(addMonths(from, years * 12)) > dayNumber(to)) years -= 1
  return years
}
