import type { Instant } from '../../shared/time.ts'
import { COUNTING } from '../rules/compensation-flow.ts'
import type { Db, Row } from '../store/types.ts'

export type CompensationRecord = Row<'compensations'>
export type LossRecord = Row<'compensationLosses'>

/** Every amount of a case, in the order of their proposal. */
export async function amountsOf(db: Db, caseId: string): Promise<CompensationRecord[]> {
  return db
    .selectFrom('compensations')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('proposedAt')
    .orderBy('id')
    .execute()
}

export async function findAmount(db: Db, id: string): Promise<CompensationRecord | undefined> {
  return db.selectFrom('compensations').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertAmount(db: Db, row: CompensationRecord): Promise<void> {
  await db.insertInto('compensations').values(row).execute()
}

export async function updateAmount(db: Db, id: string, change: Partial<CompensationRecord>): Promise<void> {
  await db.updateTable('compensations').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** What is added up with a new amount: all of the case, and all of the member since a moment; owed by law apart. */
export async function countingAmounts(
  db: Db,
  who: { caseId: string; memberId: string | null },
  since: Instant,
): Promise<CompensationRecord[]> {
  const counting = () =>
    db.selectFrom('compensations').selectAll().where('isStatutory', '=', 0).where('status', 'in', COUNTING)
  const ofCase = await counting().where('caseId', '=', who.caseId).execute()
  if (who.memberId === null) return ofCase
  const ofMember = await counting().where('memberId', '=', who.memberId).where('proposedAt', '>=', since).execute()
  return [...new Map([...ofCase, ...ofMember].map((row) => [row.id, row])).values()]
}

export async function lossesOf(db: Db, caseId: string): Promise<LossRecord[]> {
  return db
    .selectFrom('compensationLosses')
    .selectAll()
    .where('caseId', '=', caseId)
    .where('removedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

export async function insertLoss(db: Db, row: LossRecord): Promise<void> {
  await db.insertInto('compensationLosses').values(row).execute()
}

export async function removeLoss(db: Db, id: string, at: Instant): Promise<void> {
  await db.updateTable('compensationLosses').set({ removedAt: at }).where('id', '=', id).executeTakeFirstOrThrow()
}

const LISTED = 200

const listing = (db: Db) =>
  db
    .selectFrom('compensations')
    .innerJoin('cases', 'cases.id', 'compensations.caseId')
    .selectAll('compensations')
    .select('cases.number as caseNumber')
    .limit(LISTED)

export type ListedAmount = CompensationRecord & { caseNumber: string }

/** Amounts that wait for approval, oldest first. */
export async function pendingAmounts(db: Db): Promise<ListedAmount[]> {
  return listing(db)
    .where('compensations.status', '=', 'pending')
    .orderBy('compensations.proposedAt')
    .orderBy('compensations.id')
    .execute()
}

/** S2-163: amounts that were approved and not carried out, the one due first on top. */
export async function unexecutedAmounts(db: Db): Promise<ListedAmount[]> {
  return listing(db)
    .where('compensations.status', 'in', ['approved', 'agreed'])
    .orderBy('compensations.dueAt')
    .orderBy('compensations.id')
    .execute()
}
