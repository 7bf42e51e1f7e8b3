import { found, must, refuse } from '../../shared/failure.ts'
import type { CaseId, MemberId } from '../../shared/ids.ts'
import { openRow } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canCare, canChange } from '../rules/care.ts'
import { isPast } from '../rules/case-times.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { findUserById } from '../users/queries.ts'
import { logCare } from './log.ts'
import { mustBeWelcome, newCare, plan } from './plan.ts'
import { addChange, type CareLine, careOf, findCare, insertCare, listCare, updateCare } from './queries.ts'
import { festivals, planRound } from './rounds.ts'
import { isSeen, todayOf, toRows, viewOf } from './views.ts'

export const care: FeatureHandlers<'care'> = {
  plan,
  planRound,
  festivals,

  list: async (ctx, { view, isMine, limit }) => {
    const ownerId = isMine ? ctx.actor.id : null
    return toRows(ctx, await listCare(ctx.db, { view, today: todayOf(ctx), ownerId, limit }))
  },

  of: async (ctx, { caseId, memberId }) => {
    if (caseId !== null) {
      await openRow(ctx, caseId)
      return toRows(ctx, await careOf(ctx.db, { caseId }))
    }
    if (memberId === null) refuse('care-for-nobody')
    return toRows(ctx, await careOf(ctx.db, { memberId }))
  },

  /** S3-123: what was said, and what the member needs and thinks. */
  done: async (ctx, { id, at: given, isReached, result, needs, opinions }) => {
    const one = await load(ctx, id)
    must(canCare('done', factsOf(one)))
    const at = given ?? ctx.now
    if (!isPast(at, ctx.now)) refuse('care-time')
    const said = { result, needs, opinions }
    await updateCare(ctx.db, id, {
      ...said,
      state: 'done',
      doneAt: at,
      doneBy: ctx.actor.id,
      isReached: isReached ? 1 : 0,
    })
    await logCare(ctx, one, 'done', result)
    return viewOf(ctx, id)
  },

  /** S2-150: what the care did, told by the customer or seen by the desk. */
  effect: async (ctx, { id, effect, text }) => {
    const one = await load(ctx, id)
    must(canCare('effect', factsOf(one)))
    ctx.note({ before: { effect: one.effect, effectText: one.effectText } })
    await updateCare(ctx.db, id, { effect, effectText: text, effectAt: ctx.now, effectBy: ctx.actor.id })
    await logCare(ctx, one, 'effect', text)
    return viewOf(ctx, id)
  },

  /** S2-151: a measure is changed after its effect was seen; what it was and why stays. */
  change: async (ctx, { id, kind, reason, ownerId, dueDay, changeReason }) => {
    const one = await load(ctx, id)
    must(canChange(factsOf(one)))
    must(canBeAsked(found(await findUserById(ctx.db, ownerId), 'user')))
    if (dueDay < todayOf(ctx)) refuse('care-day-past')
    await mustBeWelcome(ctx, { ...one, kind })
    const after = { kind, reason, ownerId, dueDay }
    const before = {
      ...{ kind: one.kind, reason: one.reason, ownerId: one.ownerId, dueDay: one.dueDay },
      ...(one.state === 'done' ? { result: one.result, effect: one.effect, effectText: one.effectText } : {}),
    }
    const next = { ...newCare(ctx, { ...one, ...after }), followsId: id }
    if (one.state === 'planned') await updateCare(ctx.db, id, after)
    else await insertCare(ctx.db, next)
    const careId = one.state === 'planned' ? id : next.id
    const change = { before: JSON.stringify(before), after: JSON.stringify(after) }
    await addChange(ctx.db, { careId, at: ctx.now, actorId: ctx.actor.id, reason: changeReason, ...change })
    ctx.note({ before })
    await logCare(ctx, { ...one, id: careId, kind }, 'changed', changeReason)
    return viewOf(ctx, careId)
  },

  cancel: async (ctx, { id, reason }) => {
    const one = await load(ctx, id)
    must(canCare('cancel', factsOf(one)))
    await updateCare(ctx.db, id, { state: 'cancelled' })
    const change = { before: JSON.stringify({ state: one.state }), after: JSON.stringify({ state: 'cancelled' }) }
    await addChange(ctx.db, { careId: id, at: ctx.now, actorId: ctx.actor.id, reason, ...change })
    await logCare(ctx, one, 'cancelled', reason)
    return viewOf(ctx, id)
  },
}

/** A care contact that the person may read, named as the subject of the call. */
async function load(ctx: Ctx, id: string): Promise<CareLine> {
  const one = found(await findCare(ctx.db, id), 'care')
  if (!isSeen(ctx, one)) found(null, 'care')
  ctx.subject({ memberId: one.memberId as MemberId | null, caseId: one.caseId as CaseId | null })
  return one
}

const factsOf = ({ state, isReached, effect }: CareLine) => ({
  state,
  isReached: isReached === 1,
  hasEffect: effect !== null,
})
