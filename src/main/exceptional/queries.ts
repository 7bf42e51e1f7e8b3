import type { Day } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type DaysRecord = Row<'exceptionalDays'>

export async function insertDays(db: Db, row: DaysRecord): Promise<void> {
  await db.insertInto('exceptionalDays').values(row).execute()
}

export async function findDays(db: Db, id: string): Promise<DaysRecord | undefined> {
  return db.selectFrom('exceptionalDays').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function updateDays(db: Db, id: string, change: Partial<DaysRecord>): Promise<void> {
  await db.updateTable('exceptionalDays').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** What was marked, the newest days first. */
export async function listDays(db: Db, limit: number): Promise<DaysRecord[]> {
  return db
    .selectFrom('exceptionalDays')
    .selectAll()
    .orderBy('fromDay', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** What is approved and touches these days. */
export async function approvedIn(db: Db, fromDay: Day, toDay: Day): Promise<DaysRecord[]> {
  return db
    .selectFrom('exceptionalDays')
    .selectAll()
    .where('state', '=', 'approved')
    .where('fromDay', '<=', toDay)
    .where('toDay', '>=', fromDay)
    .orderBy('fromDay')
    .execute()
}
