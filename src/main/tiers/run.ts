import { refuse } from '../../shared/failure.ts'
import type { PolicyId } from '../../shared/ids.ts'
import type { TierRating } from '../../shared/tiers/model.ts'
import type { StoredProgramme, TierMove, TierProposal } from '../../shared/tiers/views.ts'
import { DAY, type Day, DESK_ZONE } from '../../shared/time.ts'
import type { Ctx } from '../engine/handler.ts'
import { decisiveReasons } from '../rules/tier-explain.ts'
import { vipReasonOfRating } from '../rules/vip-reason.ts'
import { dayAt, momentOf } from '../rules/zone.ts'
import { bulkInsert } from '../store/bulk-insert.ts'
import { type Making, type TierDecision, type TierWrite, writeOf } from './apply.ts'
import { programmeInForce } from './programmes.ts'
import { countActive, insertRun, updateRun, updateTier } from './queries/rating.ts'
import { moveCounter, type Rated, rateAll, toProposal } from './rate.ts'

/** What a pass over all members found. */
export type Outcome = { rated: number; changed: number; moves: TierMove[]; changes: TierProposal[] }

export type Pass = {
  programme: StoredProgramme
  on: Day
  after?: string | undefined
  limit: number
  side: 'zh' | 'en'
  stopsWhenFull: boolean
}

/** Goes over the members once, lists the first changes, and hands every batch's changes on. */
export async function passOver(ctx: Ctx, pass: Pass, onChanges: (changes: Rated[]) => Promise<void>): Promise<Outcome> {
  const { db, signal } = ctx
  const { programme, on, after, limit, side } = pass
  const total = await countActive(db)
  const counter = moveCounter()
  const outcome: Outcome = { rated: 0, changed: 0, moves: [], changes: [] }
  for await (const batch of rateAll(db, { policy: programme.policy, on, after, signal })) {
    const changes = batch.filter(({ rating }) => rating.change !== 'none')
    for (const rated of batch) counter.add(rated)
    for (const change of changes.slice(0, limit - outcome.changes.length))
      outcome.changes.push(toProposal(change, side))
    await onChanges(changes)
    outcome.rated += batch.length
    outcome.changed += changes.length
    ctx.progress(outcome.rated, total)
    if (pass.stopsWhenFull && outcome.changes.length >= limit) break
  }
  return { ...outcome, moves: counter.moves() }
}

/** The day to rate on: today, or an earlier one. */
export function ratingDay(ctx: Ctx, at: Day | undefined): Day {
  const today = dayAt(DESK_ZONE, ctx.now)
  if (at !== undefined && at > today) refuse('rate-in-future', { today })
  return at ?? today
}

export type RunInput = { dryRun: boolean; at?: Day | undefined; limit: number; side: 'zh' | 'en' }

/** S3-41 S3-43: rates everybody by the programme of that day and applies what changes, in one transaction. */
export async function runRating(
  ctx: Ctx,
  { dryRun, at, limit, side }: RunInput,
): Promise<Outcome & { runId: string | null }> {
  const { db, now, actor } = ctx
  const on = ratingDay(ctx, at)
  const programme = await programmeInForce(
    db,
    on === dayAt(DESK_ZONE, now) ? now : momentOf(DESK_ZONE, on, 0) + DAY - 1,
  )
  const pass: Pass = { programme, on, limit, side, stopsWhenFull: false }
  if (dryRun) return { runId: null, ...(await passOver(ctx, pass, async () => {})) }
  const runId = ctx.newId()
  await insertRun(db, { id: runId, at: now, actorId: actor.id, policyId: programme.id, rated: 0, changed: 0 })
  const store = storeWrites(ctx)
  const making: Making = { now, actorId: actor.id, newId: ctx.newId, runId, policyId: programme.id }
  const outcome = await passOver(ctx, pass, (changes) =>
    store(changes.map((rated) => writeOf(decide(rated, on, now), making))),
  )
  await updateRun(db, runId, { rated: outcome.rated, changed: outcome.changed })
  const { rated, changed, moves } = outcome
  ctx.note({ run: { id: runId, programme: programme.id satisfies PolicyId, on, rated, changed, moves } })
  return { runId, ...outcome }
}

function storeWrites({ db }: Ctx): (writes: readonly TierWrite[]) => Promise<void> {
  const insertChanges = bulkInsert(db, 'tierChanges')
  const insertNotices = bulkInsert(db, 'notices')
  return async (writes) => {
    for (const { memberId, columns } of writes) await updateTier(db, memberId, columns)
    await insertChanges(writes.map(({ change }) => change))
    await insertNotices(writes.flatMap(({ notice }) => (notice ? [notice] : [])))
  }
}

function decide({ member, held, rating }: Rated, on: Day, now: number): TierDecision {
  const reasons = decisiveReasons(rating, held)
  return {
    member,
    to: rating.tier,
    change: changeKind(member.tier, rating),
    validUntil: rating.validUntil ?? null,
    on,
    since: on === dayAt(DESK_ZONE, now) ? now : momentOf(DESK_ZONE, on, 0),
    reason: { kind: 'rating', reasons },
    vipReason: vipReasonOfRating(reasons),
  }
}

function changeKind(from: Rated['member']['tier'], { change }: TierRating): TierDecision['change'] {
  if (change === 'none') throw new Error('a rating that changes nothing is not applied')
  return change === 'upgrade' && from === 'none' ? 'entry' : change
}
