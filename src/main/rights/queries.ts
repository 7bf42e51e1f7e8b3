import type { Db, Row } from '../store/types.ts'

export type RequestRow = Row<'rightsRequests'>

export async function insertRequest(db: Db, row: RequestRow): Promise<void> {
  await db.insertInto('rightsRequests').values(row).execute()
}

export async function findRequest(db: Db, id: string): Promise<RequestRow | undefined> {
  return db.selectFrom('rightsRequests').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function updateRequest(db: Db, id: string, change: Partial<RequestRow>): Promise<void> {
  await db.updateTable('rightsRequests').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Open requests by the end of their limit, or settled ones, the newest first. */
export async function listRequests(db: Db, view: 'open' | 'settled', limit: number): Promise<RequestRow[]> {
  const query = db.selectFrom('rightsRequests').selectAll().limit(limit)
  return view === 'open'
    ? query.where('state', 'in', ['open', 'locked']).orderBy('dueAt').orderBy('id').execute()
    : query.where('decidedAt', 'is not', null).orderBy('decidedAt', 'desc').orderBy('id', 'desc').execute()
}

export async function requestsOf(db: Db, memberId: string): Promise<RequestRow[]> {
  return db
    .selectFrom('rightsRequests')
    .selectAll()
    .where('memberId', '=', memberId)
    .orderBy('receivedAt', 'desc')
    .execute()
}

/** The next number of a year's requests. */
export async function takeRequestNumber(db: Db, year: string): Promise<number> {
  const row = await db
    .insertInto('numberSeries')
    .values({ kind: 'rights', day: year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'day']).doUpdateSet((eb) => ({ last: eb('numberSeries.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}

export async function limitsOf(db: Db, memberId: string): Promise<Row<'memberLimits'>[]> {
  return db.selectFrom('memberLimits').selectAll().where('memberId', '=', memberId).orderBy('fromAt', 'desc').execute()
}

export async function insertLimit(db: Db, row: Row<'memberLimits'>): Promise<void> {
  await db.insertInto('memberLimits').values(row).execute()
}

export async function sealedOf(db: Db, memberId: string): Promise<Row<'sealedFiles'> | undefined> {
  return db.selectFrom('sealedFiles').selectAll().where('memberId', '=', memberId).executeTakeFirst()
}

export async function wasErased(db: Db, memberId: string): Promise<boolean> {
  const row = await db
    .selectFrom('disposals')
    .select('at')
    .where('kind', '=', 'member')
    .where('recordId', '=', memberId)
    .executeTakeFirst()
  return row !== undefined
}

/** The member's cases and calls, with what decides how long they are kept. */
export async function mattersOf(db: Db, memberId: string) {
  const cases = await db
    .selectFrom('cases')
    .select(['id', 'number', 'kind', 'isOpen', 'closedAt', 'receivedAt'])
    .where('memberId', '=', memberId)
    .execute()
  const calls = await db
    .selectFrom('calls')
    .select(['id', 'state', 'startedAt'])
    .where('memberId', '=', memberId)
    .execute()
  const openTrips = await db
    .selectFrom('trips')
    .select('id')
    .where('memberId', '=', memberId)
    .where('state', '=', 'open')
    .execute()
  return { cases, calls, openTrips: openTrips.length }
}

/** Legal holds in force on a member or one of the member's cases. */
export async function countHolds(db: Db, memberId: string): Promise<number> {
  const own = await db
    .selectFrom('legalHolds')
    .select('id')
    .where('memberId', '=', memberId)
    .where('endedAt', 'is', null)
    .execute()
  const onCases = await db
    .selectFrom('legalHolds')
    .innerJoin('cases', 'cases.id', 'legalHolds.caseId')
    .select('legalHolds.id')
    .where('cases.memberId', '=', memberId)
    .where('legalHolds.endedAt', 'is', null)
    .execute()
  return own.length + onCases.length
}

/** The member's own row. */
export async function findFile(db: Db, memberId: string): Promise<Row<'members'> | undefined> {
  return db.selectFrom('members').selectAll().where('id', '=', memberId).executeTakeFirst()
}

/** One word of consent with its text and what proves it. */
export async function insertWord(
  db: Db,
  word: Row<'consents'>,
  { textId, proof }: { textId: string | null; proof: string },
): Promise<void> {
  await db.insertInto('consents').values(word).execute()
  await db.insertInto('consentProofs').values({ consentId: word.id, textId, proof }).execute()
}

/** A report in the register of exports. */
export async function insertReport(db: Db, row: Row<'exports'>): Promise<void> {
  await db.insertInto('exports').values(row).execute()
}
