import { parts } from '../store/parts.ts'
import type { Db, Row } from '../store/types.ts'

export type LeakRecord = Row<'leaks'>
export type StepRecord = Row<'leakSteps'>
export type MeasureRecord = Row<'leakMeasures'>

const SHOWN = 300
const OPEN = ['reported', 'assessed', 'contained'] as const

/** Reports, newest first: those that somebody made, or all; only the open ones when asked for. */
export async function listLeaks(db: Db, reportedBy: string | null, isOpenOnly: boolean): Promise<LeakRecord[]> {
  let query = db.selectFrom('leaks').selectAll().orderBy('reportedAt', 'desc').orderBy('id').limit(SHOWN)
  if (reportedBy !== null) query = query.where('reportedBy', '=', reportedBy)
  if (isOpenOnly) query = query.where('state', 'in', [...OPEN])
  return query.execute()
}

export async function findLeak(db: Db, id: string): Promise<LeakRecord | undefined> {
  return db.selectFrom('leaks').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertLeak(db: Db, row: LeakRecord): Promise<void> {
  await db.insertInto('leaks').values(row).execute()
}

export async function updateLeak(db: Db, id: string, change: Partial<LeakRecord>): Promise<void> {
  await db.updateTable('leaks').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function insertStep(db: Db, row: StepRecord): Promise<void> {
  await db.insertInto('leakSteps').values(row).execute()
}

export async function stepsOf(db: Db, leakId: string): Promise<StepRecord[]> {
  return db.selectFrom('leakSteps').selectAll().where('leakId', '=', leakId).orderBy('at').orderBy('id').execute()
}

/** Members by their card numbers; cards that nobody has are left out. */
export async function membersByCards(db: Db, cards: readonly string[]): Promise<{ id: string; cardNo: string }[]> {
  const rows: { id: string; cardNo: string }[] = []
  for (const some of parts(cards))
    rows.push(...(await db.selectFrom('members').select(['id', 'cardNo']).where('cardNo', 'in', some).execute()))
  return rows
}

export async function linkMembers(db: Db, leakId: string, memberIds: readonly string[]): Promise<void> {
  for (const some of parts(memberIds))
    await db
      .insertInto('leakMembers')
      .values(some.map((memberId) => ({ leakId, memberId })))
      .onConflict((conflict) => conflict.columns(['leakId', 'memberId']).doNothing())
      .execute()
}

export async function membersOf(db: Db, leakId: string, limit: number) {
  return db
    .selectFrom('leakMembers')
    .innerJoin('members', 'members.id', 'leakMembers.memberId')
    .select(['members.id', 'members.name', 'members.cardNo'])
    .where('leakId', '=', leakId)
    .orderBy('members.id')
    .limit(limit)
    .execute()
}

export async function countMembers(db: Db, leakId: string): Promise<number> {
  const row = await db
    .selectFrom('leakMembers')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('leakId', '=', leakId)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function savePerson(db: Db, row: Row<'leakPeople'>): Promise<void> {
  const { handling } = row
  await db
    .insertInto('leakPeople')
    .values(row)
    .onConflict((conflict) => conflict.columns(['leakId', 'userId']).doUpdateSet({ handling }))
    .execute()
}

export async function peopleOf(db: Db, leakId: string) {
  return db.selectFrom('leakPeople').select(['userId', 'handling']).where('leakId', '=', leakId).execute()
}

export async function insertMeasure(db: Db, row: MeasureRecord): Promise<void> {
  await db.insertInto('leakMeasures').values(row).execute()
}

export async function findMeasure(db: Db, id: string): Promise<MeasureRecord | undefined> {
  return db.selectFrom('leakMeasures').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function updateMeasure(db: Db, id: string, change: Partial<MeasureRecord>): Promise<void> {
  await db.updateTable('leakMeasures').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function measuresOf(db: Db, leakId: string): Promise<MeasureRecord[]> {
  return db.selectFrom('leakMeasures').selectAll().where('leakId', '=', leakId).orderBy('id').execute()
}
