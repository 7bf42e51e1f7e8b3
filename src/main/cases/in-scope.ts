import type { ExpressionBuilder } from 'kysely'
import { inReach, isNarrow } from '../members/reach.ts'
import { canSee, type MemberScope, type Scope } from '../rules/access.ts'
import { parts } from '../store/parts.ts'
import type { Database, Db, Row } from '../store/types.ts'

/** What a condition on cases has to know of a scope. */
export type Reach = Pick<Scope, 'rows' | 'seesRestricted' | 'userId' | 'openedCases' | 'members'>

type Cases = ExpressionBuilder<Database, 'cases'>

/** The cases that somebody reads: those whose kind they may see, of members whom they read. */
export function inScope(eb: Cases, reach: Reach) {
  const byKind = ofKind(eb, reach)
  return isNarrow(reach.members) ? eb.and([byKind, ofMembersRead(eb, reach)]) : byKind
}

/** `inScope` with what waits for anybody: a case that nobody has is taken from the queue before its member is read. */
export function inQueue(eb: Cases, reach: Reach) {
  const byKind = ofKind(eb, reach)
  return isNarrow(reach.members) ? eb.and([byKind, eb.or([ofMembersRead(eb, reach), isFree(eb)])]) : byKind
}

/** An open case that nobody has. */
export function isFree(eb: Cases) {
  return eb.and([eb('cases.ownerId', 'is', null), eb('cases.isOpen', '=', 1)])
}

/** S3-129: a case of nobody's file, one's own, opened to one, worked on in part, or of a member who is read. */
function ofMembersRead(eb: Cases, { userId, openedCases, members }: Reach) {
  return eb.or([
    eb('cases.memberId', 'is', null),
    eb('cases.ownerId', '=', userId),
    ...(openedCases.length === 0 ? [] : [eb('cases.id', 'in', [...openedCases])]),
    helpsWith(eb, userId),
    ofMemberIn(eb, members),
  ])
}

/** The case is of a member within the scope. */
export function ofMemberIn(eb: Cases, members: MemberScope) {
  return eb.exists(
    eb
      .selectFrom('members')
      .select('members.id')
      .whereRef('members.id', '=', 'cases.memberId')
      .where((on) => inReach(on, members)),
  )
}

/** S2-10: a report of misconduct is read by its own handler, by whoever works on a part of it, and by whom it was opened to. */
function ofKind(eb: Cases, { rows, seesRestricted, userId, openedCases }: Reach) {
  if (rows === 'none') return eb('cases.id', 'is', null)
  if (seesRestricted) return eb('cases.id', 'is not', null)
  return eb.or([
    eb('cases.isRestricted', '=', 0),
    eb('cases.ownerId', '=', userId),
    ...(openedCases.length === 0 ? [] : [eb('cases.id', 'in', [...openedCases])]),
    helpsWith(eb, userId),
  ])
}

/** S2-36: the person has, or had, a part of the case to work on. */
export function helpsWith(eb: ExpressionBuilder<Database, 'cases'>, userId: string) {
  return eb.exists(
    eb
      .selectFrom('subTasks')
      .select('subTasks.id')
      .whereRef('subTasks.caseId', '=', 'cases.id')
      .where('subTasks.assigneeId', '=', userId)
      .where('subTasks.state', '!=', 'cancelled'),
  )
}

/** What of a stored case decides who reads it. */
export type CaseFacts = { id: string; ownerId: string | null; isRestricted: number }

/** Those of some cases that the scope lets its reader see, in their order. */
export async function readable<R extends CaseFacts>(db: Db, scope: Scope, rows: readonly R[]): Promise<R[]> {
  const factsOf = ({ id, ownerId, isRestricted }: R) => ({ id, ownerId, isRestricted: isRestricted === 1 })
  const closed = rows.filter((row) => !canSee(scope, factsOf(row)))
  const helped = await helpedAmong(
    db,
    scope,
    closed.map(({ id }) => id),
  )
  const isHelper = (row: R) => helped.has(row.id)
  const open = rows.filter((row) => canSee(scope, { ...factsOf(row), isHelper: isHelper(row) }))
  return isNarrow(scope.members) ? ofReadMembers(db, scope, open) : open
}

/** A case that the reader may take from the queue, whoever's it is. */
export async function findFree(db: Db, scope: Scope, id: string): Promise<Row<'cases'> | undefined> {
  const query = db.selectFrom('cases').selectAll().where('cases.id', '=', id)
  return query.where((eb) => eb.and([inQueue(eb, scope), isFree(eb)])).executeTakeFirst()
}

/** S3-129: whether a case that the reader does not see is kept from them by its member alone. */
export async function isOfMemberBeyond(db: Db, scope: Scope, id: string): Promise<boolean> {
  if (!isNarrow(scope.members)) return false
  const query = db.selectFrom('cases').select('cases.id').where('cases.id', '=', id)
  return (await query.where((eb) => ofKind(eb, scope)).executeTakeFirst()) !== undefined
}

async function ofReadMembers<R extends { id: string }>(db: Db, scope: Scope, rows: readonly R[]): Promise<R[]> {
  const read = new Set<string>()
  for (const some of parts(rows.map(({ id }) => id))) {
    const found = await db
      .selectFrom('cases')
      .select('cases.id')
      .where('cases.id', 'in', some)
      .where((eb) => ofMembersRead(eb, scope))
      .execute()
    for (const { id } of found) read.add(id)
  }
  return rows.filter(({ id }) => read.has(id))
}

/** Those of some cases, by their ids, that the person works on a part of. */
async function helpedAmong(db: Db, { userId }: Scope, ids: readonly string[]): Promise<Set<string>> {
  const helped = new Set<string>()
  for (const some of parts(ids)) {
    const tasks = await db
      .selectFrom('subTasks')
      .select('caseId')
      .where('assigneeId', '=', userId)
      .where('caseId', 'in', some)
      .where('state', '!=', 'cancelled')
      .execute()
    for (const { caseId } of tasks) helped.add(caseId)
  }
  return helped
}

/** Those of some cases, by their ids, that the scope keeps from its reader. */
export async function closedAmong(db: Db, scope: Scope, ids: readonly string[]): Promise<Set<string>> {
  const closed = new Set<string>()
  for (const some of parts([...new Set(ids)])) {
    const rows = await db
      .selectFrom('cases')
      .select(['id', 'ownerId', 'isRestricted'])
      .where('id', 'in', some)
      .execute()
    const seen = new Set((await readable(db, scope, rows)).map(({ id }) => id))
    for (const { id } of rows) if (!seen.has(id)) closed.add(id)
  }
  return closed
}

/** Lines that belong to cases, without those of a case that the scope keeps from its reader. */
export async function ofReadable<R extends { caseId: string }>(
  db: Db,
  scope: Scope,
  lines: readonly R[],
): Promise<R[]> {
  const closed = await closedAmong(
    db,
    scope,
    lines.map(({ caseId }) => caseId),
  )
  return lines.filter(({ caseId }) => !closed.has(caseId))
}
