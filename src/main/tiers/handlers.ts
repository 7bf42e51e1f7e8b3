import { sideOf } from '../../shared/contract.ts'
import { found, refuse } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { TierProposal, TierRun } from '../../shared/tiers/views.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { isNarrow, memberScopeOf } from '../members/reach.ts'
import { dayAt } from '../rules/zone.ts'
import { writeOf } from './apply.ts'
import { memberHistory, readReason, reasonText } from './history.ts'
import { makeVersion, programmeById, programmeInForce, programmesAt } from './programmes.ts'
import { countRunChanges, findRun, insertChange, listRuns, type RunChange, readRunChanges } from './queries/history.ts'
import { countNotices, findNotice, insertNotice, listNotices, markTold } from './queries/notices.ts'
import { findRated, updateTier } from './queries/rating.ts'
import { passOver, runRating } from './run.ts'

export const tiers: FeatureHandlers<'tiers'> = {
  policy: async ({ db, now }) => programmeInForce(db, now),

  policies: async ({ db, now }) => programmesAt(db, now),

  activate: async (ctx, { policyId, effectiveFrom, changes }) => {
    const base = await programmeById(ctx.db, policyId, ctx.now)
    return makeVersion(ctx, base, changes, effectiveFrom)
  },

  setEntitlements: async (ctx, { entitlements, effectiveFrom }) => {
    const base = await programmeInForce(ctx.db, ctx.now)
    if (new Set(entitlements.map(({ id }) => id)).size < entitlements.length) refuse('entitlement-twice')
    return makeVersion(ctx, base, { entitlements }, effectiveFrom ?? dayAt(DESK_ZONE, ctx.now))
  },

  preview: async (ctx, { at, policyId, after, limit, language }) => {
    const { db, now } = ctx
    const programme = policyId === undefined ? await programmeInForce(db, now) : await programmeById(db, policyId, now)
    const on = at ?? dayAt(DESK_ZONE, now)
    const isFirst = after === undefined
    const outcome = await passOver(
      ctx,
      { programme, on, after, limit, side: sideOf(language), stopsWhenFull: !isFirst },
      async () => {},
    )
    const { changes } = outcome
    const isMore = isFirst ? outcome.changed > changes.length : changes.length >= limit
    const counts = isFirst
      ? { rated: outcome.rated, changed: outcome.changed, moves: outcome.moves }
      : { rated: 0, changed: 0, moves: [] }
    return {
      at: on,
      policyId: programme.id,
      ...counts,
      changes,
      next: isMore ? (changes.at(-1)?.memberId ?? null) : null,
    }
  },

  run: async (ctx, { language, ...input }) => runRating(ctx, { ...input, side: sideOf(language) }),

  runs: async (ctx, { limit }) => {
    const runs = await listRuns(ctx.db, limit)
    const scope = memberScopeOf(ctx)
    if (!isNarrow(scope)) return runs
    const counted: TierRun[] = []
    for (const run of runs) counted.push({ ...run, rated: null, changed: await countRunChanges(ctx.db, scope, run.id) })
    return counted
  },

  runChanges: async (ctx, { runId, after = '', limit, language }) => {
    const { db } = ctx
    const { changed } = found(await findRun(db, runId), 'run')
    const scope = memberScopeOf(ctx)
    const rows = await readRunChanges(db, scope, runId, { after, limit })
    const total = isNarrow(scope) ? await countRunChanges(db, scope, runId) : changed
    const next = rows.length === limit ? (rows.at(-1)?.id ?? null) : null
    return { rows: rows.map((row) => toProposal(row, sideOf(language))), total, next }
  },

  history: async (ctx, { memberId, language }) => memberHistory(ctx, memberId, sideOf(language)),

  notices: async (ctx, place) => {
    const { db } = ctx
    const scope = memberScopeOf(ctx)
    const rows = await listNotices(db, scope, place)
    const last = rows.length === place.limit ? rows.at(-1) : undefined
    return {
      rows,
      total: await countNotices(db, scope, place.state),
      next: last ? { at: last.createdAt, id: last.id } : null,
    }
  },

  told: async (ctx, { noticeId }) => {
    const notice = found(await findNotice(ctx.db, noticeId), 'notice')
    ctx.subject({ memberId: notice.memberId })
    if (notice.toldAt !== null) refuse('notice-told', { name: notice.toldByName ?? '' })
    await markTold(ctx.db, noticeId, ctx.now, ctx.actor.id)
    return found(await findNotice(ctx.db, noticeId), 'notice')
  },

  setManual: async (ctx, { memberId, tier, reason, until }) => {
    const { db, now, actor } = ctx
    const member = found(await findRated(db, memberId), 'member')
    ctx.subject({ memberId })
    const today = dayAt(DESK_ZONE, now)
    if (member.status === 'left') refuse('member-left', { name: member.name })
    if (until !== null && until < today) refuse('until-in-past', { today })
    if (tier === 'none' && member.tier === 'none') refuse('no-tier-to-take')
    const change = member.tier === 'none' ? 'entry' : 'manual'
    const decision = {
      member,
      to: tier,
      change,
      validUntil: until,
      on: today,
      since: now,
      reason: { kind: 'manual', text: reason },
      vipReason: reason,
    } as const
    const write = writeOf(decision, { now, actorId: actor.id, newId: ctx.newId, runId: null, policyId: null })
    // A decision by hand is why the member is on the list from now on.
    await updateTier(db, memberId, { ...write.columns, ...(tier === 'none' ? {} : { vipReason: reason }) })
    await insertChange(db, write.change)
    if (write.notice) await insertNotice(db, write.notice)
    ctx.note({ before: { tier: member.tier, tierUntil: member.tierUntil, vipReason: member.vipReason } })
    return memberHistory(ctx, memberId, 'zh')
  },
}

function toProposal(row: RunChange, language: 'zh' | 'en'): TierProposal & { id: string } {
  const reason = readReason(row.reason)
  const change = row.change === 'entry' || row.change === 'manual' ? 'upgrade' : row.change
  return {
    ...{
      id: row.id,
      memberId: row.memberId as MemberId,
      card: row.card,
      name: row.name,
      from: row.fromTier,
      to: row.toTier,
      change,
    },
    validUntil: row.validUntil === null ? null : dayAt(DESK_ZONE, row.validUntil),
    reason: reasonText(reason, language),
    reasons: reason.kind === 'rating' ? reason.reasons : [],
  }
}
