import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type ConsentRecord = Row<'partnerConsents'>
export type ShareRecord = Row<'partnerShares'>

/** Everything a member said about partners, the newest first. */
export async function consentsOf(db: Db, memberIds: readonly string[]): Promise<ConsentRecord[]> {
  return db
    .selectFrom('partnerConsents')
    .selectAll()
    .where('memberId', 'in', [...memberIds])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function insertConsent(db: Db, row: ConsentRecord): Promise<void> {
  await db.insertInto('partnerConsents').values(row).execute()
}

/** The newest word on passing data to partners at all. */
export async function thirdPartyWord(
  db: Db,
  memberIds: readonly string[],
): Promise<{ given: boolean; at: Instant } | null> {
  const row = await db
    .selectFrom('consents')
    .select(['given', 'at'])
    .where('memberId', 'in', [...memberIds])
    .where('purpose', '=', 'thirdParty')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { given: row.given === 1, at: row.at } : null
}

export async function insertShare(db: Db, row: ShareRecord): Promise<void> {
  await db.insertInto('partnerShares').values(row).execute()
}

const LISTED = 500

export async function sharesOf(db: Db, memberIds: readonly string[]): Promise<ShareRecord[]> {
  return db
    .selectFrom('partnerShares')
    .selectAll()
    .where('memberId', 'in', [...memberIds])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(LISTED)
    .execute()
}

export async function sharesTo(db: Db, partnerId: string, limit: number): Promise<ShareRecord[]> {
  return db
    .selectFrom('partnerShares')
    .selectAll()
    .where('partnerId', '=', partnerId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function memberNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('members')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The member whose data it is about. */
export async function findSharer(db: Db, id: string): Promise<Row<'members'> | undefined> {
  return db.selectFrom('members').selectAll().where('id', '=', id).executeTakeFirst()
}
