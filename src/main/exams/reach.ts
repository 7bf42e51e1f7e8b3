import { refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { User } from '../../shared/users/model.ts'
import type { Ctx } from '../engine/handler.ts'
import { listUsers } from '../users/queries.ts'

/** The people whose own data somebody may see: everybody for the manager, the team for a lead, oneself for all. */
export async function reachOf({ db, actor }: Ctx): Promise<User[]> {
  const people = (await listUsers(db, true)).filter(({ role }) => role !== 'admin')
  if (actor.role === 'manager' || actor.role === 'system') return people
  return people.filter(({ id, leadId }) => id === actor.id || (actor.role === 'lead' && leadId === actor.id))
}

/** Refuses when one of these people is not within reach; answers the people by id. */
export async function mustReach(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, User>> {
  const known = new Map<string, User>((await reachOf(ctx)).map((user) => [user.id, user]))
  if (ids.some((id) => !known.has(id))) refuse('not-your-team')
  return known
}

/** Refuses whoever judges or rewards oneself: that takes somebody else. */
export function mustBeOther(ctx: Ctx, id: string): void {
  if (ctx.actor.id === id) refuse('not-oneself')
}

/** The same as a set, for filters. */
export async function reachIds(ctx: Ctx): Promise<ReadonlySet<UserId>> {
  return new Set((await reachOf(ctx)).map(({ id }) => id))
}
