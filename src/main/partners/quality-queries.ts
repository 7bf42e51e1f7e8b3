import type { Attached, Rated } from '../../shared/partners/rules.ts'
import type { Day } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export async function insertRating(db: Db, row: Row<'serviceRatings'>): Promise<void> {
  await db.insertInto('serviceRatings').values(row).execute()
}

export async function ratingsBetween(db: Db, fromDay: Day, toDay: Day): Promise<Rated[]> {
  return db
    .selectFrom('serviceRatings')
    .select(['partnerId', 'item', 'points'])
    .where('day', '>=', fromDay)
    .where('day', '<=', toDay)
    .execute()
}

/** Complaints that somebody put down to a supplier; confidential ones are left out. */
export async function complaintsBetween(db: Db, fromDay: Day, toDay: Day): Promise<Attached[]> {
  return db
    .selectFrom('casePartners')
    .innerJoin('cases', 'cases.id', 'casePartners.caseId')
    .select(['casePartners.caseId', 'casePartners.partnerId', 'casePartners.item'])
    .where('casePartners.day', '>=', fromDay)
    .where('casePartners.day', '<=', toDay)
    .where('cases.kind', '=', 'complaint')
    .where('cases.isRestricted', '=', 0)
    .execute()
}

export async function casePartners(db: Db, caseId: string): Promise<Row<'casePartners'>[]> {
  return db.selectFrom('casePartners').selectAll().where('caseId', '=', caseId).orderBy('at').execute()
}

/** True when it was not there yet. */
export async function attachCase(db: Db, row: Row<'casePartners'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('casePartners')
    .values(row)
    .onConflict((conflict) => conflict.columns(['caseId', 'partnerId', 'item']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
