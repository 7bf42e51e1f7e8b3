import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type WarningRecord = Row<'resultWarnings'>

const LISTED = 300

export async function lastWatchAt(db: Db): Promise<Instant | null> {
  const row = await db.selectFrom('watchRuns').select('at').orderBy('at', 'desc').limit(1).executeTakeFirst()
  return row?.at ?? null
}

/** True once there is any result to be watched. */
export async function hasResults(db: Db): Promise<boolean> {
  const found = [
    await db.selectFrom('serviceRatings').select('id').limit(1).executeTakeFirst(),
    await db.selectFrom('casePartners').select('caseId').limit(1).executeTakeFirst(),
    await db.selectFrom('liabilityShares').select('seq').where('partnerId', 'is not', null).limit(1).executeTakeFirst(),
    await db.selectFrom('standardResults').select('id').limit(1).executeTakeFirst(),
    await db.selectFrom('goalPoints').select('id').limit(1).executeTakeFirst(),
    await db.selectFrom('evaluations').select('id').limit(1).executeTakeFirst(),
  ]
  return found.some((row) => row !== undefined)
}

export async function insertWatchRun(db: Db, row: Row<'watchRuns'>): Promise<void> {
  await db.insertInto('watchRuns').values(row).execute()
}

/** True when no warning was raised for the result before. */
export async function raise(db: Db, row: WarningRecord): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('resultWarnings')
    .values(row)
    .onConflict((conflict) => conflict.column('resultKey').doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function listWarnings(db: Db, states: readonly WarningRecord['state'][]): Promise<WarningRecord[]> {
  return db
    .selectFrom('resultWarnings')
    .selectAll()
    .where('state', 'in', [...states])
    .orderBy('raisedAt', 'desc')
    .orderBy('id')
    .limit(LISTED)
    .execute()
}

export async function findWarning(db: Db, id: string): Promise<WarningRecord | undefined> {
  return db.selectFrom('resultWarnings').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function updateWarning(db: Db, id: string, change: Partial<WarningRecord>): Promise<void> {
  await db.updateTable('resultWarnings').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** What was measured of the standards in force, whatever version it was measured by, newest first. */
export async function standardResults(db: Db) {
  return db
    .selectFrom('standards')
    .innerJoin('standardResults', 'standardResults.code', 'standards.code')
    .select(['standards.code', 'title', 'unit', 'target', 'direction'])
    .select(['standardResults.id', 'value', 'correctionBy', 'recordedBy'])
    .where('standards.state', '=', 'inForce')
    .orderBy('standardResults.toDay', 'desc')
    .orderBy('standardResults.recordedAt', 'desc')
    .execute()
}
