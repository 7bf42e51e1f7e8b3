import { found, must, refuse } from '../../shared/failure.ts'
import type { CallId, MemberId } from '../../shared/ids.ts'
import { mustOfferDesks } from '../classes/offered.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { mayTransfer, takenPart } from '../rules/call-transfer.ts'
import { readSettings } from '../session/queries.ts'
import type { Row } from '../store/types.ts'
import { beginCall } from './begin.ts'
import { listConsults } from './consult-queries.ts'
import { endOpenConsult, settleOffer } from './endings.ts'
import { applyStep, greetingOf, loadOwn, noteEvent, showLive } from './live.ts'
import { findCaller } from './lookup.ts'
import { findCall, updateCall } from './queries.ts'
import { findColleague, findOpenOffer, insertWait, type Wait } from './wait-queries.ts'

/** Handing a call over: a cold transfer ends the giver's part at once, a warm one when it is taken. */
export const transfers: Pick<FeatureHandlers<'calls'>, 'transfer' | 'withdrawTransfer'> = {
  transfer: async (ctx, { id, kind, toUserId = null, toDesk = null, note }) => {
    const { db, now, actor } = ctx
    const row = await loadOwn(ctx, id)
    if (toUserId !== null) found(await findColleague(db, toUserId), 'user')
    await mustOfferDesks(db, [toDesk], { path: 'toDesk' })
    const askedIds = (await listConsults(db, id)).map(({ askedId }) => askedId)
    must(mayTransfer({ kind, state: row.state, fromId: actor.id, toUserId, askedIds }))
    if (await findOpenOffer(db, id)) refuse('call-offer-open')
    await endOpenConsult(ctx, row, '')
    const wait = { phone: row.phone, startedAt: now, createdBy: actor.id, fromId: id, kind, toUserId, toDesk }
    await insertWait(db, { ...NEW, ...wait, id: ctx.newId(), source: 'transfer', note: note.trim() })
    await noteEvent(ctx, id, 'offer', { kind, toUserId, toDesk })
    if (kind === 'cold') return showLive(ctx, await applyStep(ctx, row, 'transfer'))
    return showLive(ctx, row.state === 'held' ? row : await applyStep(ctx, row, 'hold'))
  },

  withdrawTransfer: async (ctx, { id }) => {
    const row = await loadOwn(ctx, id)
    // A cold transfer is out of the giver's hands: it can be taken like any waiting call.
    if (row.state !== 'held' || !(await settleOffer(ctx, row, 'withdrawn'))) refuse('call-offer-none')
    return showLive(ctx, row)
  },
}

const NEW = { externalId: null, state: 'waiting', settledAt: null, settledBy: null, callId: null } as const

/** Takes a transferred call over: the part before it ends, and one of the taker's own begins where that ended. */
export async function takeTransfer(ctx: Ctx, wait: Wait): Promise<Row<'calls'>> {
  const { db, now } = ctx
  const part = found(await findCall(db, (wait.fromId ?? '') as CallId), 'call')
  if (part.agentId === ctx.actor.id) refuse('call-transfer-self')
  const kind = wait.kind ?? 'cold'
  const at = Math.max(now, wait.startedAt)
  const taken = takenPart(kind, wait.startedAt, at)
  if (!taken.allowed) return refuse(taken.rule, taken.params)
  if (kind === 'warm') await applyStep(ctx, part, 'transfer', { at })
  const { phone, memberId, callerName } = part
  const begun = await beginCall(ctx, {
    direction: 'inbound',
    phone,
    memberId,
    callerName,
    startedAt: taken.call.startedAt,
  })
  const caller = await findCaller(db, phone, memberId as MemberId | null, now)
  // Rings and target belong to the part that the desk answered first.
  const change = { ...taken.call, greeting: greetingOf(await readSettings(db), caller).text }
  await updateCall(db, begun.id as CallId, change)
  await noteEvent(ctx, begun.id as CallId, 'take', { from: part.number, kind })
  return { ...begun, ...change }
}
