import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type CompanyRecord = Row<'companies'>

/** Companies in the order of their names, from one on. */
export async function listCompanies(db: Db, after: string, limit: number): Promise<CompanyRecord[]> {
  return db.selectFrom('companies').selectAll().where('name', '>', after).orderBy('name').limit(limit).execute()
}

export async function findCompany(db: Db, id: string): Promise<CompanyRecord | undefined> {
  return db.selectFrom('companies').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findByName(db: Db, name: string): Promise<CompanyRecord | undefined> {
  return db.selectFrom('companies').selectAll().where('name', '=', name).executeTakeFirst()
}

export async function insertCompany(db: Db, row: CompanyRecord): Promise<void> {
  await db.insertInto('companies').values(row).execute()
}

export async function updateCompany(db: Db, id: string, change: Partial<CompanyRecord>): Promise<void> {
  await db.updateTable('companies').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** How many travel for each of these companies now. */
export async function countTravellers(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('companyTravellers')
    .select(['companyId', (eb) => eb.fn.countAll<number>().as('count')])
    .where('companyId', 'in', [...ids])
    .where('endedDay', 'is', null)
    .groupBy('companyId')
    .execute()
  return new Map(rows.map(({ companyId, count }) => [companyId, Number(count)]))
}

export async function travellersOf(db: Db, companyId: string) {
  return db
    .selectFrom('companyTravellers')
    .innerJoin('members', 'members.id', 'companyTravellers.memberId')
    .select(['companyTravellers.memberId', 'role', 'fromDay', 'endedDay', 'name', 'cardNo', 'tier'])
    .where('companyId', '=', companyId)
    .orderBy('cardNo')
    .execute()
}

export async function saveTraveller(db: Db, row: Row<'companyTravellers'>): Promise<void> {
  const { role, fromDay, endedDay } = row
  await db
    .insertInto('companyTravellers')
    .values(row)
    .onConflict((conflict) => conflict.columns(['companyId', 'memberId']).doUpdateSet({ role, fromDay, endedDay }))
    .execute()
}

export async function businessOf(db: Db, caseId: string): Promise<Row<'caseBusiness'> | undefined> {
  return db.selectFrom('caseBusiness').selectAll().where('caseId', '=', caseId).executeTakeFirst()
}

export async function saveBusiness(db: Db, row: Row<'caseBusiness'>): Promise<void> {
  const { caseId: _, ...change } = row
  await db
    .insertInto('caseBusiness')
    .values(row)
    .onConflict((conflict) => conflict.column('caseId').doUpdateSet(change))
    .execute()
}

export async function findMemberName(db: Db, id: string): Promise<{ name: string } | undefined> {
  return db.selectFrom('members').select('name').where('id', '=', id).executeTakeFirst()
}

/** True when any of these members flew or paid for something between two moments. */
export async function wereActive(db: Db, ids: readonly string[], from: Instant, to: Instant): Promise<boolean> {
  if (ids.length === 0) return false
  const trip = await db
    .selectFrom('bookings')
    .innerJoin('flights', 'flights.id', 'bookings.flightId')
    .select('bookings.id')
    .where('bookings.memberId', 'in', [...ids])
    .where('bookings.status', 'in', ['booked', 'flown'])
    .where('flights.departsAt', '>', from)
    .where('flights.departsAt', '<=', to)
    .limit(1)
    .executeTakeFirst()
  if (trip) return true
  const spend = await db
    .selectFrom('spends')
    .select('id')
    .where('memberId', 'in', [...ids])
    .where('at', '>', from)
    .where('at', '<=', to)
    .limit(1)
    .executeTakeFirst()
  return spend !== undefined
}
