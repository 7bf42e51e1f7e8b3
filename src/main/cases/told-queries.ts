import { OWED_STATES } from '../../shared/subtasks/words.ts'
import type { Colleague } from '../rules/told.ts'
import { parts } from '../store/parts.ts'
import type { Db, Row } from '../store/types.ts'

/** Everybody who has or had a place at the desk, and whose team they are in. */
export async function colleagues(db: Db): Promise<Colleague[]> {
  const rows = await db.selectFrom('users').select(['id', 'role', 'status', 'leadId']).execute()
  return rows.map(({ status, ...one }) => ({ ...one, isActive: status === 'active' }))
}

export type CaseHand = Pick<Row<'cases'>, 'id' | 'ownerId' | 'tierAtOpening'>

/** Who owns some cases. */
export async function handsOf(db: Db, caseIds: readonly string[]): Promise<Map<string, CaseHand>> {
  const hands = new Map<string, CaseHand>()
  for (const some of parts([...new Set(caseIds)]))
    for (const one of await db
      .selectFrom('cases')
      .select(['id', 'ownerId', 'tierAtOpening'])
      .where('id', 'in', some)
      .execute())
      hands.set(one.id, one)
  return hands
}

/** Who has to answer some sub-tasks; one that was given back waits for whoever asked. */
export async function assigneesOf(db: Db, ids: readonly string[]): Promise<Map<string, string | null>> {
  const asked = new Map<string, string | null>()
  for (const some of parts(ids))
    for (const { id, assigneeId } of await db
      .selectFrom('subTasks')
      .select(['id', 'assigneeId'])
      .where('id', 'in', some)
      .where('state', 'in', [...OWED_STATES])
      .execute())
      asked.set(id, assigneeId)
  return asked
}

export type WaitingPlan = Pick<Row<'plans'>, 'caseId' | 'authorIds' | 'amountFen' | 'miles'>

/** The plans of some cases that wait for a decision. */
export async function waitingPlans(db: Db, caseIds: readonly string[]): Promise<Map<string, WaitingPlan>> {
  const plans = new Map<string, WaitingPlan>()
  for (const some of parts(caseIds))
    for (const plan of await db
      .selectFrom('plans')
      .select(['caseId', 'authorIds', 'amountFen', 'miles'])
      .where('caseId', 'in', some)
      .where('status', '=', 'submitted')
      .execute())
      plans.set(plan.caseId, plan)
  return plans
}

/** Keeps who belongs to groups that were not told anything before; a group that is known stays as it is. */
export async function insertGroups(db: Db, groups: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const known = new Set<string>()
  for (const some of parts([...groups.keys()]))
    for (const { id } of await db.selectFrom('toldGroups').select('id').distinct().where('id', 'in', some).execute())
      known.add(id)
  const rows = [...groups].flatMap(([id, people]) => (known.has(id) ? [] : people.map((userId) => ({ id, userId }))))
  for (const some of parts(rows))
    await db
      .insertInto('toldGroups')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** What a person was told and has now seen. */
export type Sight = Pick<Row<'clockSignals'>, 'clockId' | 'percent' | 'reminder'>

/** Notes that a person saw what they were told; what they saw before stays as it was. */
export async function insertSights(db: Db, sights: readonly Sight[], userId: string, seenAt: number): Promise<void> {
  for (const some of parts(sights))
    await db
      .insertInto('seenSignals')
      .values(some.map(({ clockId, percent, reminder }) => ({ clockId, percent, reminder, userId, seenAt })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** The members of some groups, by the group. */
export async function membersOf(db: Db, groups: readonly string[]): Promise<Map<string, string[]>> {
  const members = new Map<string, string[]>()
  for (const some of parts(groups))
    for (const { id, userId } of await db
      .selectFrom('toldGroups')
      .selectAll()
      .where('id', 'in', some)
      .orderBy('id')
      .orderBy('userId')
      .execute())
      members.set(id, [...(members.get(id) ?? []), userId])
  return members
}

/** Who saw what some clocks told. */
export async function sightsOf(db: Db, clockIds: readonly string[]): Promise<Row<'seenSignals'>[]> {
  const rows: Row<'seenSignals'>[] = []
  for (const some of parts(clockIds))
    rows.push(...(await db.selectFrom('seenSignals').selectAll().where('clockId', 'in', some).execute()))
  return rows
}
