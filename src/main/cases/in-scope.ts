import type { ExpressionBuilder } from 'kysely'
import { canSee, type Scope } from '../rules/access.ts'
import { parts } from '../store/parts.ts'
import type { Database, Db } from '../store/types.ts'

/** What a condition on cases has to know of a scope. */
export type Reach = Pick<Scope, 'rows' | 'seesRestricted' | 'userId' | 'openedCases'>

/** S2-10: a report of misconduct is read by its own handler, by whoever works on a part of it, and by whom it was opened to. */
export function inScope(
  eb: ExpressionBuilder<Database, 'cases'>,
  { rows, seesRestricted, userId, openedCases }: Reach,
) {
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
  return rows.filter((row) => canSee(scope, { ...factsOf(row), isHelper: isHelper(row) }))
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
