import { must, refuse } from '../../shared/failure.ts'
import type { Wanted } from '../../shared/rights/model.ts'
import type { RequestKind } from '../../shared/rights/words.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { namesOf } from '../cases/case-file.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { canExtend, canFulfil, canRefuse, requestDueAt } from '../rules/rights.ts'
import { dayAt, momentOf } from '../rules/zone.ts'
import { cardsOf } from './cards.ts'
import {
  insertRequest,
  limitsOf,
  listRequests,
  requestsOf,
  sealedOf,
  takeRequestNumber,
  updateRequest,
  wasErased,
} from './queries.ts'
import { deskCalendar, loadRequest, requestView, toRequests } from './views.ts'

type Calls = Pick<FeatureHandlers<'rights'>, 'list' | 'of' | 'receive' | 'identify' | 'extend' | 'refuse' | 'explain'>

const END_OF_DAY = 24 * 60

/** Requests of members about their data, from the receipt to the answer (PIPL 44–50). */
export const requests: Calls = {
  list: async (ctx, { view, limit }) => toRequests(ctx, await listRequests(ctx.db, view, limit)),

  of: async (ctx, { memberId }) => {
    const limits = await limitsOf(ctx.db, memberId)
    const names = await namesOf(
      ctx.db,
      limits.map(({ setBy }) => setBy),
    )
    const sealed = await sealedOf(ctx.db, memberId)
    return {
      requests: await toRequests(ctx, await requestsOf(ctx.db, memberId)),
      limits: limits.map(({ id, scope, reason, fromAt, setBy, liftedAt, liftReason }) => ({
        ...{ id, scope, reason, fromAt, liftedAt, liftReason },
        setByName: names.get(setBy) ?? '',
      })),
      lockedUntil: sealed && sealed.shreddedAt === null ? sealed.untilDay : null,
      isErased: await wasErased(ctx.db, memberId),
    }
  },

  receive: async (ctx, input) => {
    const { db, now, actor } = ctx
    const { memberId, kind, wanted, receivedAt = now } = input
    ctx.subject({ memberId })
    if ((await cardsOf(db, [memberId])).size === 0) refuse('rights-no-member')
    if (await wasErased(db, memberId)) refuse('rights-erased')
    if (receivedAt > now) refuse('rights-received-later')
    mustSay(kind, wanted)
    const dueAt = requestDueAt(receivedAt, await deskCalendar(db))
    const year = dayAt(DESK_ZONE, now).slice(0, 4)
    const id = ctx.newId()
    await insertRequest(db, {
      ...{ id, memberId, kind, channel: input.channel, requester: input.requester, text: input.text },
      number: `R${year}-${String(await takeRequestNumber(db, year)).padStart(4, '0')}`,
      ...{ state: 'open', wanted: JSON.stringify(wanted), identity: null, identityAt: null, identityBy: null },
      ...{ receivedAt, recordedAt: now, recordedBy: actor.id, dueAt, firstDueAt: dueAt, extendReason: null },
      ...{ decidedAt: null, decidedBy: null, refusal: null, answer: '', outcome: '{}' },
    })
    return requestView(ctx, id)
  },

  identify: async (ctx, { id, how }) => {
    must(canRefuse(await loadRequest(ctx, id)))
    await updateRequest(ctx.db, id, { identity: how, identityAt: ctx.now, identityBy: ctx.actor.id })
    return requestView(ctx, id)
  },

  extend: async (ctx, { id, dueDay, reason }) => {
    const row = await loadRequest(ctx, id)
    must(canRefuse(row))
    const dueAt = momentOf(DESK_ZONE, dueDay, END_OF_DAY)
    must(canExtend(row, dueAt, await deskCalendar(ctx.db)))
    ctx.note({ before: { dueAt: row.dueAt } })
    await updateRequest(ctx.db, id, { dueAt, extendReason: reason })
    return requestView(ctx, id)
  },

  refuse: async (ctx, { id, reason, answer }) => {
    must(canRefuse(await loadRequest(ctx, id)))
    const decided = { decidedAt: ctx.now, decidedBy: ctx.actor.id }
    await updateRequest(ctx.db, id, { state: 'refused', refusal: reason, answer, ...decided })
    return requestView(ctx, id)
  },

  explain: async (ctx, { id, answer }) => {
    const row = await loadRequest(ctx, id)
    if (row.kind !== 'explain') refuse('rights-other-kind')
    must(canFulfil(row))
    await updateRequest(ctx.db, id, { state: 'done', answer, decidedAt: ctx.now, decidedBy: ctx.actor.id })
    return requestView(ctx, id)
  },
}

/** A correction says what shall stand where; an objection says what shall stop. */
function mustSay(kind: RequestKind, { field, value, scopes }: Wanted): void {
  if (kind === 'correct' && (field === undefined || !value)) refuse('rights-correct-what')
  if (kind === 'object' && (scopes ?? []).length === 0) refuse('rights-object-what')
}
