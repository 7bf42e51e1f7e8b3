import { found } from '../../shared/failure.ts'
import type { MemberId, PolicyId } from '../../shared/ids.ts'
import { reasonsText } from '../../shared/tiers/sentences.ts'
import { type ChangeReason, changeReason, type PastTier, type TierHistory } from '../../shared/tiers/views.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import type { Ctx } from '../engine/handler.ts'
import { needsOf } from '../rules/tier-facts.ts'
import { nextTier, tierOutlook } from '../rules/tiers.ts'
import { dayAt } from '../rules/zone.ts'
import { programmeInForce } from './programmes.ts'
import { listChanges, type PastRow } from './queries/history.ts'
import { findRated } from './queries/rating.ts'
import { heldBy, readFacts } from './rate.ts'

type Side = 'zh' | 'en'

/** Reads a stored reason; what was written when a file was opened is a text only. */
export function readReason(stored: string): ChangeReason {
  const written: unknown = JSON.parse(stored)
  const parsed = changeReason.safeParse(written)
  if (parsed.success) return parsed.data
  const text = typeof written === 'object' && written !== null && 'text' in written ? String(written.text) : ''
  return { kind: 'entry', text }
}

const IMPORTED: Record<Side, string> = { zh: '随导入文件', en: 'From an imported file' }

export function reasonText(reason: ChangeReason, side: Side): string {
  if (reason.kind === 'rating') return reasonsText(reason.reasons, side)
  return reason.kind === 'import' ? IMPORTED[side] : reason.text
}

/** S3-42 S3-43: how a member came to the tier, what is missing for the next, and how it stands for the one held. */
export async function memberHistory(ctx: Ctx, id: MemberId, side: Side): Promise<TierHistory> {
  const { db, now } = ctx
  const member = found(await findRated(db, id), 'member')
  ctx.subject({ memberId: id })
  const { policy } = await programmeInForce(db, now)
  const facts = (await readFacts(db, { first: id, last: id }, dayAt(DESK_ZONE, now), needsOf(policy)))(member)
  const changes = await listChanges(db, id)
  return {
    tier: member.tier,
    since: member.tierSince,
    until: member.tierUntil,
    changes: changes.map((row) => toPast(row, side)),
    next: nextTier(facts, member.tier, policy) ?? null,
    outlook: tierOutlook(facts, heldBy(member), policy) ?? null,
  }
}

function toPast(row: PastRow, side: Side): PastTier {
  const reason = readReason(row.reason)
  const { id, at, change, validUntil } = row
  const text = reasonText(reason, side)
  return {
    id,
    at,
    change,
    validUntil,
    from: row.fromTier,
    to: row.toTier,
    reason,
    text,
    policyId: row.policyId as PolicyId | null,
    actorName: row.actorName ?? row.actorId,
  }
}
