import type { MemberTier } from '../../shared/tiers/model.ts'
import { TIER_RANK } from '../../shared/tiers/model.ts'
import type { ChangeReason, TierChangeKind } from '../../shared/tiers/views.ts'
import type { Day, Instant } from '../../shared/time.ts'
import { lastMomentOf } from '../rules/tier-facts.ts'
import { type NoticeKind, noticeText } from '../rules/tier-notice.ts'
import type { Row } from '../store/types.ts'
import type { RatedMember, TierColumns } from './queries/rating.ts'

/** A decision about one member's tier. */
export type TierDecision = {
  member: RatedMember
  to: MemberTier
  change: TierChangeKind
  validUntil: Day | null
  /** The day from which the tier counts, and the moment that is written down for it. */
  on: Day
  since: Instant
  reason: ChangeReason
  /** Why the member is a VIP, as the file keeps it of whoever enters the list. */
  vipReason: string
}

/** Everything that is written for one decision. */
export type TierWrite = {
  memberId: string
  columns: TierColumns
  change: Row<'tierChanges'>
  notice: Row<'notices'> | null
}

export type Making = {
  now: Instant
  actorId: string
  newId: () => string
  runId: string | null
  policyId: string | null
}

/** S3-30 S3-42 S3-43: the member's columns, the entry in the history, and the notice for the member. */
export function writeOf(decision: TierDecision, { now, actorId, newId, runId, policyId }: Making): TierWrite {
  const { member, to, change, validUntil, reason } = decision
  const until = validUntil === null || to === 'none' ? null : lastMomentOf(validUntil)
  return {
    memberId: member.id,
    columns: { tier: to, tierUntil: until, ...standing(decision), updatedAt: now },
    change: {
      id: newId(),
      memberId: member.id,
      runId,
      at: now,
      fromTier: member.tier,
      toTier: to,
      change,
      reason: JSON.stringify(reason),
      policyId,
      validUntil: until,
      actorId,
    },
    notice: noticeOf(decision, now, newId),
  }
}

/** Since when the tier is held and why the member is on the VIP list; who leaves the list loses both, the history keeps them. */
function standing({ member, to, since, vipReason }: TierDecision): Partial<TierColumns> {
  if (to === 'none') return { tierSince: null, vipSince: null, vipReason: null }
  if (member.tier === 'none') return { tierSince: since, vipSince: since, vipReason }
  return to === member.tier ? {} : { tierSince: since }
}

function noticeOf(
  { member, to, change, validUntil, on }: TierDecision,
  now: Instant,
  newId: () => string,
): Row<'notices'> | null {
  const kind = noticeKind(member.tier, to, change)
  if (kind === null) return null
  const text = noticeText({ kind, name: member.name, language: member.language, from: member.tier, to, on, validUntil })
  return { id: newId(), memberId: member.id, kind, text, createdAt: now, toldAt: null, toldBy: null }
}

function noticeKind(from: MemberTier, to: MemberTier, change: TierChangeKind): NoticeKind | null {
  if (TIER_RANK[to] > TIER_RANK[from]) return 'upgrade'
  if (TIER_RANK[to] < TIER_RANK[from]) return 'downgrade'
  return change === 'retain' ? 'retain' : null
}
