import { refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Actor } from '../../shared/session/model.ts'
import type { Desk, OpenStore } from '../engine/desk.ts'
import { mustBePasswordOf } from '../trust/own-password.ts'
import { otherManagers } from '../users/queries.ts'

type Asked = { desk: Desk; open: OpenStore; actor: Actor }
type Second = { login: string; password: string }

/**
 * Who agrees to an act of two, proved by the own password; null where nobody else may do it, because such a desk could
 * otherwise never do it. Refuses with `second-person-missing` when it is nobody, oneself, or somebody who may not.
 */
export async function secondPerson({ desk, open, actor }: Asked, second: Second | null): Promise<UserId | null> {
  return secondAmong(await open.store.read((db) => otherManagers(db, actor.id)), desk, second)
}

/** The same for an act inside a transaction, which has read already who else may agree. */
export function secondAmong(
  others: readonly { id: UserId; login: string }[],
  desk: Desk,
  second: Second | null,
): UserId | null {
  if (others.length === 0) return null
  const other = others.find(({ login }) => login === second?.login.trim().toLowerCase())
  if (!second || !other) refuse('second-person-missing')
  mustBePasswordOf({ desk }, other.login, second.password)
  return other.id
}
