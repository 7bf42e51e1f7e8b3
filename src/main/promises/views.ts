import { found } from '../../shared/failure.ts'
import type { CallId, CaseId, MemberId, UserId } from '../../shared/ids.ts'
import type { PromiseView } from '../../shared/promises/contract.ts'
import { canTouch, warnAt } from '../../shared/promises/rules.ts'
import { namesOf, scopeOf, viewerOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { canSee } from '../rules/access.ts'
import { findPromise, movesOf, type PromiseLine } from './queries.ts'

/** True when the person may read the case behind it; a promise without a case is for everybody at the desk. */
export function isSeen(ctx: Ctx, { caseId, caseOwnerId, caseRestricted }: PromiseLine): boolean {
  return (
    caseId === null || canSee(scopeOf(ctx), { id: caseId, ownerId: caseOwnerId, isRestricted: caseRestricted === 1 })
  )
}

/** Promises as the desk shows them, each with the times it was given before. */
export async function toViews(ctx: Ctx, all: readonly PromiseLine[]): Promise<PromiseView[]> {
  const seen = all.filter((one) => isSeen(ctx, one))
  const moves = await movesOf(
    ctx.db,
    seen.map(({ id }) => id),
  )
  const names = await namesOf(ctx.db, [
    ...seen.flatMap(({ ownerId, promisedBy, settledBy }) => [ownerId, promisedBy, settledBy]),
    ...moves.map(({ actorId }) => actorId),
  ])
  const nameOf = (id: string) => names.get(id) ?? ''
  const viewer = viewerOf(ctx)
  return seen.map((one) => ({
    ...{ id: one.id, text: one.text, caseNumber: one.caseNumber, outcome: one.outcome, result: one.result },
    caseId: one.caseId as CaseId | null,
    callId: one.callId as CallId | null,
    memberId: one.memberId as MemberId | null,
    ownerId: one.ownerId as UserId,
    ownerName: nameOf(one.ownerId),
    promisedByName: nameOf(one.promisedBy),
    promisedAt: one.createdAt,
    dueAt: one.dueAt,
    warnAt: warnAt(one),
    ...{ warnedAt: one.warnedAt, overdueAt: one.overdueAt, settledAt: one.doneAt },
    settledByName: one.settledBy === null ? null : nameOf(one.settledBy),
    moves: moves
      .filter(({ followUpId }) => followUpId === one.id)
      .map(({ at, actorId, fromDueAt, toDueAt, reason }) => ({
        ...{ at, fromDueAt, toDueAt, reason },
        byName: nameOf(actorId),
      })),
    mayTouch: canTouch({ ...one, isDone: one.doneAt !== null }, viewer).allowed,
  }))
}

/** One promise as it is now. */
export async function viewOf(ctx: Ctx, id: string): Promise<PromiseView> {
  const [view] = await toViews(ctx, [found(await findPromise(ctx.db, id), 'promise')])
  return found(view, 'promise')
}
