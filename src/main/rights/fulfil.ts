import { found, must, Refusal, refuse } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import { type Outcome, wanted as wantedShape } from '../../shared/rights/model.ts'
import type { RequestKind } from '../../shared/rights/words.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { members } from '../members/handlers.ts'
import { canFulfil } from '../rules/rights.ts'
import { findFile, insertLimit, insertWord, limitsOf, type RequestRow, updateRequest } from './queries.ts'
import { loadRequest, requestView } from './views.ts'

type Calls = Pick<FeatureHandlers<'rights'>, 'correct' | 'restrict' | 'lift'>

/** What an objection to being approached takes back in the ledger of consents. */
const APPROACHES = ['marketing', 'survey'] as const

/** Doing what a member asked for: corrections and objections. */
export const fulfilling: Calls = {
  correct: async (ctx, { id, answer }) => {
    const row = await loadFulfillable(ctx, id, 'correct')
    const { field, value } = wantedShape.parse(JSON.parse(row.wanted))
    if (field === undefined || value === undefined) refuse('rights-correct-what')
    const memberId = row.memberId as MemberId
    const file = found(await findFile(ctx.db, memberId), 'member')
    // Checked, kept in step with its search keys and noted by the one path by which files change.
    await members.update(ctx, { id: memberId, updatedAt: file.updatedAt, changes: { [field]: value } })
    const corrected = found(await findFile(ctx.db, memberId), 'member')
    const done = { before: file[field] ?? '', after: corrected[field] ?? '' }
    if (done.before === done.after) refuse('rights-same')
    return settle(ctx, id, answer, done)
  },

  restrict: async (ctx, { id, answer }) => {
    const row = await loadFulfillable(ctx, id, 'object')
    const scopes = wantedShape.parse(JSON.parse(row.wanted)).scopes ?? []
    const { db, now, actor } = ctx
    const standing = (await limitsOf(db, row.memberId)).filter(({ liftedAt }) => liftedAt === null)
    for (const scope of scopes) {
      if (standing.some((limit) => limit.scope === scope)) continue
      await insertLimit(db, {
        ...{ id: ctx.newId(), memberId: row.memberId, scope, requestId: id, reason: row.text },
        ...{ fromAt: now, setBy: actor.id, liftedAt: null, liftedBy: null, liftReason: '' },
      })
      if (scope === 'outreach') await takeBack(ctx, row)
    }
    return settle(ctx, id, answer, { scopes })
  },

  lift: async (ctx, { id, reason }) => {
    const row = found(
      await ctx.db.selectFrom('memberLimits').selectAll().where('id', '=', id).executeTakeFirst(),
      'memberLimit',
    )
    ctx.subject({ memberId: row.memberId as MemberId })
    if (row.liftedAt !== null) throw new Refusal({ code: 'CONFLICT', entity: 'memberLimit' })
    ctx.note({ scope: row.scope })
    await ctx.db
      .updateTable('memberLimits')
      .set({ liftedAt: ctx.now, liftedBy: ctx.actor.id, liftReason: reason })
      .where('id', '=', id)
      .execute()
    return null
  },
}

/** A request of a kind that may be done now: open, and with a known person behind it. */
export async function loadFulfillable(ctx: Ctx, id: string, kind: RequestKind): Promise<RequestRow> {
  const row = await loadRequest(ctx, id)
  if (row.kind !== kind) refuse('rights-other-kind')
  must(canFulfil(row))
  return row
}

/** Closes a request with what was done and what the member was told. */
export async function settle(
  ctx: Ctx,
  id: string,
  answer: string,
  outcome: Outcome,
  state: 'done' | 'locked' = 'done',
) {
  const decided = { decidedAt: ctx.now, decidedBy: ctx.actor.id }
  await updateRequest(ctx.db, id, { state, answer, outcome: JSON.stringify(outcome), ...decided })
  return requestView(ctx, id)
}

async function takeBack(ctx: Ctx, row: RequestRow): Promise<void> {
  for (const purpose of APPROACHES) {
    const id = ctx.newId()
    const word = { id, memberId: row.memberId, purpose, given: 0, at: ctx.now, actorId: ctx.actor.id } as const
    await insertWord(ctx.db, { ...word, channel: row.channel }, { textId: null, proof: row.number })
  }
}
