import { refuse } from '../../shared/failure.ts'
import { closedAmong } from '../cases/in-scope.ts'
import type { Ctx } from '../engine/handler.ts'
import { scopeFor } from '../rules/access.ts'
import type { Db } from '../store/types.ts'
import { isNarrow, memberScopeOf, reachedAmong } from './reach.ts'

type Fields = { readonly [name: string]: unknown }

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** Every object within a value, also within lists. */
function* objectsIn(value: unknown): Generator<Fields> {
  if (Array.isArray(value)) for (const one of value) yield* objectsIn(one)
  else if (isFields(value) && !ArrayBuffer.isView(value)) {
    yield value
    for (const one of Object.values(value)) yield* objectsIn(one)
  }
}

/**
 * S3-129: an answer without the lines about members whom the person does not read. A line belongs to the case that its
 * `caseId` names, else to the member of its `memberId`; an answer that is itself beyond is refused.
 */
export async function withoutBeyond(ctx: Pick<Ctx, 'actor'>, db: Db, value: unknown): Promise<unknown> {
  if (ctx.actor.role === 'system' || ctx.actor.reading === undefined) return value
  const members = memberScopeOf(ctx)
  if (!isNarrow(members)) return value
  const caseIds: string[] = []
  const memberIds: string[] = []
  for (const { caseId, memberId } of objectsIn(value)) {
    if (typeof caseId === 'string') caseIds.push(caseId)
    else if (typeof memberId === 'string') memberIds.push(memberId)
  }
  const closed = await closedAmong(db, scopeFor(ctx.actor, 'cases'), caseIds)
  const reached = await reachedAmong(db, members, memberIds)
  const isBeyond = (one: unknown) => {
    if (!isFields(one)) return false
    const { caseId, memberId } = one
    if (typeof caseId === 'string') return closed.has(caseId)
    return typeof memberId === 'string' && !reached.has(memberId)
  }
  return sifted(value, isBeyond)
}

function sifted(value: unknown, isBeyond: (one: unknown) => boolean): unknown {
  if (Array.isArray(value)) return value.filter((one) => !isBeyond(one)).map((one) => sifted(one, isBeyond))
  if (!isFields(value)) return value
  if (isBeyond(value)) refuse('member-beyond-scope')
  if (ArrayBuffer.isView(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, sifted(one, isBeyond)]))
}
