import type { ExpressionBuilder } from 'kysely'
import { ACTIVE_CALL_STATES } from '../../shared/calls/words.ts'
import { Refusal } from '../../shared/failure.ts'
import { familyOf } from '../duplicates/links.ts'
import type { Ctx } from '../engine/handler.ts'
import { type MemberScope, memberScopeFor } from '../rules/access.ts'
import type { Database, Db } from '../store/types.ts'

type Members = ExpressionBuilder<Database, 'members'>

/** The members whose files the person who asks may read; the desk itself reads none. */
export function memberScopeOf({ actor }: Pick<Ctx, 'actor'>): MemberScope {
  if (actor.role === 'system') throw new Refusal({ code: 'FORBIDDEN' })
  return memberScopeFor(actor)
}

/** True where a condition is needed at all: a scope of all members asks nothing of the store. */
export function isNarrow(scope: MemberScope | null): scope is MemberScope {
  return scope !== null && scope.rows !== 'all'
}

/** The members within the scope; without one, for a question about existence alone, all of them. */
export function membersIn(db: Db, scope: MemberScope | null) {
  const members = db.selectFrom('members')
  return isNarrow(scope) ? members.where((eb) => inReach(eb, scope)) : members
}

/** `reachesMember` as a condition on members. */
export function inReach(eb: Members, scope: MemberScope | null) {
  if (!isNarrow(scope)) return eb('members.id', 'is not', null)
  const { rows, people, opened } = scope
  if (rows === 'none') return eb('members.id', 'is', null)
  return eb.or([
    tiedTo(eb, people, scope),
    eb('members.createdBy', 'in', [...people]),
    ...(opened.length === 0 ? [] : [eb('members.id', 'in', [...opened])]),
    ...(rows === 'team' ? [eb.not(tiedTo(eb, null, scope))] : []),
  ])
}

/**
 * Somebody of these people has to do with the member now, or anybody at all for null: an open case or a part of one, a call
 * that goes on or is of late, a question put to them in a call that goes on, a promise not yet kept, care that is planned,
 * a trip that is arranged, or a to-do that somebody else gave them.
 */
function tiedTo(eb: Members, people: readonly string[] | null, { callsSince }: MemberScope) {
  const [is, whom] = people === null ? (['is not', null] as const) : (['in', [...people]] as const)
  const openCases = eb.selectFrom('cases').whereRef('cases.memberId', '=', 'members.id').where('cases.isOpen', '=', 1)
  const calls = eb.selectFrom('calls').whereRef('calls.memberId', '=', 'members.id')
  const followUps = eb.selectFrom('followUps').whereRef('followUps.memberId', '=', 'members.id')
  const care = eb.selectFrom('careContacts').whereRef('careContacts.memberId', '=', 'members.id')
  const trips = eb.selectFrom('trips').whereRef('trips.memberId', '=', 'members.id')
  const todos = eb.selectFrom('todos').whereRef('todos.memberId', '=', 'members.id')
  return eb.or([
    eb.exists(openCases.select('cases.id').where('cases.ownerId', is, whom)),
    eb.exists(
      openCases
        .innerJoin('subTasks', 'subTasks.caseId', 'cases.id')
        .select('cases.id')
        .where('subTasks.assigneeId', is, whom)
        .where('subTasks.state', '!=', 'cancelled'),
    ),
    eb.exists(
      calls
        .select('calls.id')
        .where('calls.agentId', is, whom)
        .where((on) =>
          on.or([on('calls.startedAt', '>=', callsSince), on('calls.state', 'in', [...ACTIVE_CALL_STATES])]),
        ),
    ),
    eb.exists(
      calls
        .innerJoin('callConsults', 'callConsults.callId', 'calls.id')
        .select('calls.id')
        .where('calls.state', 'in', [...ACTIVE_CALL_STATES])
        .where('callConsults.askedId', is, whom),
    ),
    eb.exists(
      followUps.select('followUps.id').where('followUps.doneAt', 'is', null).where('followUps.ownerId', is, whom),
    ),
    eb.exists(
      care
        .select('careContacts.id')
        .where('careContacts.state', '=', 'planned')
        .where('careContacts.ownerId', is, whom),
    ),
    eb.exists(trips.select('trips.id').where('trips.state', '=', 'open').where('trips.ownerId', is, whom)),
    eb.exists(
      todos
        .select('todos.id')
        .where('todos.state', '=', 'open')
        .where('todos.userId', is, whom)
        .whereRef('todos.givenBy', '!=', 'todos.userId'),
    ),
  ])
}

/** Those of some members whose files lie within the scope; a person's files stand and fall together. */
export async function reachedAmong(db: Db, scope: MemberScope, ids: readonly string[]): Promise<Set<string>> {
  if (scope.rows === 'all') return new Set(ids)
  const reached = new Set<string>()
  for (const id of new Set(ids)) if (await isReached(db, scope, id)) reached.add(id)
  return reached
}

/** Lines about members' files, without those beyond the scope. */
export async function ofReached<R extends { file: { id: string } }>(
  db: Db,
  scope: MemberScope,
  lines: readonly R[],
): Promise<R[]> {
  const reached = await reachedAmong(
    db,
    scope,
    lines.map(({ file }) => file.id),
  )
  return lines.filter(({ file }) => reached.has(file.id))
}

/** Whether a member's file lies within the scope, by any of the person's files. */
export async function isReached(db: Db, scope: MemberScope, id: string): Promise<boolean> {
  if (scope.rows === 'all') return true
  const family = await familyOf(db, id)
  const row = await db
    .selectFrom('members')
    .select('members.id')
    .where('members.id', 'in', family)
    .where((eb) => inReach(eb, scope))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
