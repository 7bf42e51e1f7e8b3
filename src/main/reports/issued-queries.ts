import type { Db, Row } from '../store/types.ts'

export type IssuedRecord = Row<'issuedReports'>

export async function insertIssued(db: Db, row: IssuedRecord): Promise<void> {
  await db.insertInto('issuedReports').values(row).execute()
}

export async function findIssued(db: Db, id: string): Promise<IssuedRecord | undefined> {
  return db.selectFrom('issuedReports').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Newest first, without the reports themselves. */
export async function issuedList(db: Db, limit: number): Promise<Omit<IssuedRecord, 'body'>[]> {
  return db
    .selectFrom('issuedReports')
    .select(['id', 'number', 'kind', 'period', 'version', 'issuedAt', 'issuedBy', 'note', 'sha256'])
    .orderBy('issuedAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** How often the report of a period was issued so far. */
export async function lastVersion(db: Db, kind: IssuedRecord['kind'], period: string): Promise<number> {
  const row = await db
    .selectFrom('issuedReports')
    .select('version')
    .where('kind', '=', kind)
    .where('period', '=', period)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.version ?? 0
}

/** A file that left the desk, beside the signed histories: what, why, by whom, with its fingerprint. */
export async function insertExport(db: Db, row: Row<'exports'>): Promise<void> {
  await db.insertInto('exports').values(row).execute()
}
