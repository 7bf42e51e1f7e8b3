import { found, must, refuse } from '../../shared/failure.ts'
import { canPromise, checkPromise, keptAs, nextCheckOf } from '../../shared/promises/rules.ts'
import { openRow } from '../cases/case-file.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { findUserById } from '../users/queries.ts'
import { logPromise } from './log.ts'
import { make } from './make.ts'
import * as store from './queries.ts'
import { loadStanding, settle } from './settle.ts'
import { toViews, viewOf } from './views.ts'

/** Checked in one go; whatever is left waits for the next beat. */
const BATCH = 500

/** What the desk promised to customers: each with its own clock, kept, moved or broken with the reason. */
export const promises: FeatureHandlers<'promises'> = {
  make,

  of: async (ctx, { caseId, callId, memberId }) => {
    if (caseId !== null) {
      await openRow(ctx, caseId)
      return toViews(ctx, await store.promisesOf(ctx.db, { caseId }))
    }
    if (callId !== null) return toViews(ctx, await store.promisesOf(ctx.db, { callId }))
    if (memberId === null) refuse('promise-to-nobody')
    return toViews(ctx, await store.promisesOf(ctx.db, { memberId }))
  },

  list: async (ctx, { owner, limit }) =>
    toViews(ctx, await store.standing(ctx.db, owner === 'mine' ? ctx.actor.id : null, limit)),

  keep: async (ctx, { id, outcome }) => {
    const one = await loadStanding(ctx, id)
    await settle(ctx, one, keptAs(one.dueAt, ctx.now), outcome)
    await logPromise(ctx, one, 'promiseKept', outcome)
    return viewOf(ctx, id)
  },

  break: async (ctx, { id, reason }) => {
    const one = await loadStanding(ctx, id)
    await settle(ctx, one, 'broken', reason)
    await logPromise(ctx, one, 'promiseBroken', reason)
    return viewOf(ctx, id)
  },

  release: async (ctx, { id, reason }) => {
    const one = await loadStanding(ctx, id)
    await settle(ctx, one, 'released', reason)
    await logPromise(ctx, one, 'promiseReleased', reason)
    return viewOf(ctx, id)
  },

  move: async (ctx, { id, dueAt, reason, ownerId }) => {
    const { db, now, actor } = ctx
    const one = await loadStanding(ctx, id)
    must(canPromise(dueAt, now))
    if (ownerId !== null) must(canBeAsked(found(await findUserById(db, ownerId), 'user')))
    ctx.note({ before: { dueAt: one.dueAt, ownerId: one.ownerId } })
    const term = { termFrom: now, warnedAt: null, overdueAt: null }
    await store.insertMove(db, {
      ...{ followUpId: id, at: now, actorId: actor.id, reason },
      ...{ fromDueAt: one.dueAt, toDueAt: dueAt },
    })
    await store.updateFollowUp(db, id, { dueAt, ownerId: ownerId ?? one.ownerId })
    await store.updatePromise(db, id, { ...term, nextCheckAt: nextCheckOf({ ...term, dueAt }) })
    await logPromise(ctx, one, 'promiseMoved', reason)
    return viewOf(ctx, id)
  },

  nextCheck: async ({ db }) => ({ at: await store.nextCheckAt(db) }),

  tick: async (ctx) => {
    const { db, now } = ctx
    const tally = { warned: 0, overdue: 0 }
    for (const one of await store.dueChecks(db, now, BATCH)) {
      const told = checkPromise(one, now)
      if (one.warnedAt === null && told.warnedAt !== null) tally.warned += 1
      if (one.overdueAt === null && told.overdueAt !== null) tally.overdue += 1
      const nextCheckAt = one.doneAt === null ? nextCheckOf({ ...one, ...told }) : null
      await store.updatePromise(db, one.id, { ...told, nextCheckAt })
    }
    ctx.note(tally)
    return tally
  },
}
