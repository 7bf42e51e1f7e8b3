import type { Finding } from '../../shared/liability/model.ts'
import type { Db, Row } from '../store/types.ts'

export type FindingRecord = Row<'liabilities'>
export type MeasureRecord = Row<'liabilityMeasures'>

/** Every version of a case's finding, newest first. */
export async function versionsOf(db: Db, caseId: string): Promise<FindingRecord[]> {
  return db.selectFrom('liabilities').selectAll().where('caseId', '=', caseId).orderBy('version', 'desc').execute()
}

export async function insertFinding(db: Db, row: FindingRecord): Promise<void> {
  await db.insertInto('liabilities').values(row).execute()
}

export async function updateFinding(db: Db, id: string, change: Partial<FindingRecord>): Promise<void> {
  await db.updateTable('liabilities').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Puts grounds and shares of a version in the place of those it had. */
export async function replaceParts(db: Db, id: string, { grounds, shares }: Pick<Finding, 'grounds' | 'shares'>) {
  await db.deleteFrom('liabilityGrounds').where('liabilityId', '=', id).execute()
  await db.deleteFrom('liabilityShares').where('liabilityId', '=', id).execute()
  if (grounds.length > 0)
    await db
      .insertInto('liabilityGrounds')
      .values([...new Set(grounds)].map((ground) => ({ liabilityId: id, ground })))
      .execute()
  if (shares.length > 0)
    await db
      .insertInto('liabilityShares')
      .values(shares.map((share, i) => ({ liabilityId: id, seq: i + 1, ...share })))
      .execute()
}

export async function sharesOf(db: Db, ids: readonly string[]): Promise<Row<'liabilityShares'>[]> {
  if (ids.length === 0) return []
  return db.selectFrom('liabilityShares').selectAll().where('liabilityId', 'in', ids).orderBy('seq').execute()
}

export async function tieShare(db: Db, liabilityId: string, seq: number, partnerId: string | null): Promise<void> {
  await db
    .updateTable('liabilityShares')
    .set({ partnerId })
    .where('liabilityId', '=', liabilityId)
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow()
}

export async function groundsOf(db: Db, ids: readonly string[]): Promise<Row<'liabilityGrounds'>[]> {
  if (ids.length === 0) return []
  return db.selectFrom('liabilityGrounds').selectAll().where('liabilityId', 'in', ids).orderBy('ground').execute()
}

export async function measuresOf(db: Db, caseId: string): Promise<MeasureRecord[]> {
  return db
    .selectFrom('liabilityMeasures')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

export async function findMeasure(db: Db, id: string): Promise<MeasureRecord | undefined> {
  return db.selectFrom('liabilityMeasures').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertMeasure(db: Db, row: MeasureRecord): Promise<void> {
  await db.insertInto('liabilityMeasures').values(row).execute()
}

export async function updateMeasure(db: Db, id: string, change: Partial<MeasureRecord>): Promise<void> {
  await db.updateTable('liabilityMeasures').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}
