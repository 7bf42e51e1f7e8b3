import type { Db, Row } from '../store/types.ts'

export type StandardRecord = Row<'standards'>
export type ResultRecord = Row<'standardResults'>
export type SeatRecord = Row<'qualityGroup'>

/** Standards that are in force or drafted, and the retired ones when asked for, newest version of each first. */
export async function listStandards(db: Db, isRetiredToo: boolean): Promise<StandardRecord[]> {
  const states = isRetiredToo ? (['draft', 'inForce', 'retired'] as const) : (['draft', 'inForce'] as const)
  return db
    .selectFrom('standards')
    .selectAll()
    .where('state', 'in', [...states])
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute()
}

export async function versionsOf(db: Db, code: string): Promise<StandardRecord[]> {
  return db.selectFrom('standards').selectAll().where('code', '=', code).orderBy('version', 'desc').execute()
}

export async function findStandard(db: Db, id: string): Promise<StandardRecord | undefined> {
  return db.selectFrom('standards').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertStandard(db: Db, row: StandardRecord): Promise<void> {
  await db.insertInto('standards').values(row).execute()
}

export async function updateStandard(db: Db, id: string, change: Partial<StandardRecord>): Promise<void> {
  await db.updateTable('standards').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** What was measured of standards, newest first. */
export async function resultsOf(db: Db, codes: readonly string[]): Promise<(ResultRecord & { version: number })[]> {
  if (codes.length === 0) return []
  return db
    .selectFrom('standardResults')
    .innerJoin('standards', 'standards.id', 'standardResults.standardId')
    .selectAll('standardResults')
    .select('standards.version')
    .where('standardResults.code', 'in', [...codes])
    .orderBy('standardResults.toDay', 'desc')
    .orderBy('standardResults.recordedAt', 'desc')
    .execute()
}

export async function findResult(db: Db, id: string): Promise<ResultRecord | undefined> {
  return db.selectFrom('standardResults').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertResult(db: Db, row: ResultRecord): Promise<void> {
  await db.insertInto('standardResults').values(row).execute()
}

export async function updateResult(db: Db, id: string, change: Partial<ResultRecord>): Promise<void> {
  await db.updateTable('standardResults').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function listSeats(db: Db): Promise<SeatRecord[]> {
  return db.selectFrom('qualityGroup').selectAll().orderBy('fromDay').orderBy('userId').execute()
}

export async function insertSeat(db: Db, row: SeatRecord): Promise<void> {
  await db.insertInto('qualityGroup').values(row).execute()
}

export async function endSeat(db: Db, { userId, fromDay }: SeatRecord, toDay: string): Promise<void> {
  await db
    .updateTable('qualityGroup')
    .set({ toDay })
    .where('userId', '=', userId)
    .where('fromDay', '=', fromDay)
    .executeTakeFirstOrThrow()
}
