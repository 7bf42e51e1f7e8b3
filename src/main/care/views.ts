import type { CareRow } from '../../shared/care/contract.ts'
import { found } from '../../shared/failure.ts'
import type { CaseId, MemberId, UserId } from '../../shared/ids.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { namesOf, scopeOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { canSee } from '../rules/access.ts'
import { dayAt } from '../rules/zone.ts'
import { type CareLine, changesOf, findCare, messageStates } from './queries.ts'

/** Today on the desk's wall. */
export const todayOf = ({ now }: Ctx) => dayAt(DESK_ZONE, now)

/** True when the person may read the case behind it; care without a case is for everybody at the desk. */
export function isSeen(ctx: Ctx, { caseId, caseOwnerId, caseRestricted }: CareLine): boolean {
  return (
    caseId === null || canSee(scopeOf(ctx), { id: caseId, ownerId: caseOwnerId, isRestricted: caseRestricted === 1 })
  )
}

/** Care contacts as lists show them, each with the changes it went through. */
export async function toRows(ctx: Ctx, all: readonly CareLine[]): Promise<CareRow[]> {
  const seen = all.filter((one) => isSeen(ctx, one))
  const ids = seen.map(({ id }) => id)
  const changed = await changesOf(ctx.db, ids)
  const states = await messageStates(ctx.db, ids)
  const names = await namesOf(ctx.db, [
    ...seen.flatMap(({ ownerId, plannedBy, doneBy }) => [ownerId, plannedBy, doneBy]),
    ...changed.map(({ actorId }) => actorId),
  ])
  const nameOf = (id: string) => names.get(id) ?? ''
  const today = todayOf(ctx)
  return seen.map((one) => {
    const { memberName, memberTier, contactName, caseOwnerId: _, caseRestricted: __, plannedBy, doneBy, ...row } = one
    const { effectBy: ___, roundKey: ____, ...rest } = row
    return {
      ...rest,
      memberId: row.memberId as MemberId | null,
      caseId: row.caseId as CaseId | null,
      ownerId: row.ownerId as UserId,
      personName: memberName ?? contactName ?? '',
      tier: memberTier,
      ownerName: nameOf(row.ownerId),
      isOverdue: row.state === 'planned' && row.dueDay < today,
      plannedByName: nameOf(plannedBy),
      doneByName: doneBy === null ? null : nameOf(doneBy),
      isReached: row.isReached === 1,
      messageState: states.get(row.id) ?? null,
      changes: changed
        .filter(({ careId }) => careId === row.id)
        .map(({ at, actorId, reason }) => ({ at, byName: nameOf(actorId), reason })),
    }
  })
}

/** One care contact as it is now. */
export async function viewOf(ctx: Ctx, id: string): Promise<CareRow> {
  const [row] = await toRows(ctx, [found(await findCare(ctx.db, id), 'care')])
  return found(row, 'care')
}
