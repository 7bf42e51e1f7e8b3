import { setImmediate as letOthersRun } from 'node:timers/promises'
import type { MemberId } from '../../shared/ids.ts'
import {
  type HeldTier,
  MEMBER_TIERS,
  NO_FACTS,
  type PeriodFacts,
  type TierFacts,
  type TierPeriod,
  type TierPolicy,
  type TierRating,
} from '../../shared/tiers/model.ts'
import { reasonsText } from '../../shared/tiers/sentences.ts'
import type { TierMove, TierProposal } from '../../shared/tiers/views.ts'
import { type Day, DESK_ZONE } from '../../shared/time.ts'
import { decisiveReasons } from '../rules/tier-explain.ts'
import { monthsOf, type Needs, needsOf, yearsInRow } from '../rules/tier-facts.ts'
import { rateTier } from '../rules/tiers.ts'
import { dayAt } from '../rules/zone.ts'
import type { Db } from '../store/types.ts'
import { type IdRange, type RatedMember, readMembers, readPastChanges, sumPeriods } from './queries/rating.ts'

const BATCH = 1000

/** One member rated. */
export type Rated = { member: RatedMember; held: HeldTier; rating: TierRating }

/** Which members, by which programme, on which day. */
export type Rating = { policy: TierPolicy; on: Day; after?: string | undefined; signal: AbortSignal }

/** Rates the active members in the order of their ids, batch by batch, so that a million never stand in memory. */
export async function* rateAll(db: Db, { policy, on, after = '', signal }: Rating): AsyncGenerator<Rated[]> {
  const needs = needsOf(policy)
  let last = after
  for (;;) {
    const members = await readMembers(db, last, BATCH)
    const [first] = members
    last = members.at(-1)?.id ?? last
    if (first) yield await rateThese(db, members, { first: first.id, last }, policy, on, needs)
    if (members.length < BATCH) return
    await letOthersRun()
    signal.throwIfAborted()
  }
}

async function rateThese(
  db: Db,
  members: readonly RatedMember[],
  range: IdRange,
  policy: TierPolicy,
  on: Day,
  needs: Needs,
): Promise<Rated[]> {
  const factsOf = await readFacts(db, range, on, needs)
  return members.map((member) => {
    const held = heldBy(member)
    return { member, held, rating: rateTier(factsOf(member), held, policy, on) }
  })
}

/** Reads what a programme needs of a range of members, and gives it member by member. */
export async function readFacts(
  db: Db,
  range: IdRange,
  on: Day,
  needs: Needs,
): Promise<(member: RatedMember) => TierFacts> {
  const periods: [TierPeriod, Map<string, PeriodFacts>][] = []
  for (const period of needs.periods) periods.push([period, await sumPeriods(db, range, monthsOf(period, on))])
  const lifetime = needs.lifetime ? await sumPeriods(db, range, null) : undefined
  const history = needs.history ? await readPastChanges(db, range) : undefined
  return ({ id, tier, level }) => ({
    periods: Object.fromEntries(periods.map(([period, sums]) => [period, sums.get(id) ?? NO_FACTS])),
    lifetimeKm: lifetime?.get(id)?.distanceKm ?? 0,
    consecutiveYears: tier === 'none' ? {} : yearsInRow(history?.get(id) ?? [], tier, on),
    ...(level === null ? {} : { enrolledLevel: level }),
  })
}

export function heldBy({ tier, tierUntil }: RatedMember): HeldTier {
  return tierUntil === null ? { tier } : { tier, validUntil: dayAt(DESK_ZONE, tierUntil) }
}

/** How many members go from which tier to which. */
export function moveCounter() {
  const counts = new Map<string, number>()
  return {
    add: ({ member, rating }: Rated) => {
      const key = `${member.tier} ${rating.tier}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    },
    moves: (): TierMove[] =>
      MEMBER_TIERS.flatMap((from) =>
        MEMBER_TIERS.map((to) => ({ from, to, count: counts.get(`${from} ${to}`) ?? 0 })),
      ).filter(({ count }) => count > 0),
  }
}

/** A change as it is shown before it is applied. */
export function toProposal({ member, held, rating }: Rated, side: 'zh' | 'en'): TierProposal {
  const reasons = decisiveReasons(rating, held)
  return {
    memberId: member.id as MemberId,
    card: member.cardNo,
    name: member.name,
    from: member.tier,
    to: rating.tier,
    change: rating.change,
    validUntil: rating.validUntil ?? null,
    reason: reasonsText(reasons, side),
    reasons,
  }
}
