import type { Db, Row } from '../store/types.ts'

export type KinRecord = Row<'memberKin'>

export async function findKin(db: Db, id: string): Promise<KinRecord | undefined> {
  return db.selectFrom('memberKin').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Everybody who speaks or spoke for one person, whichever of the person's files they stand in; at most 100. */
export async function kinOfMembers(db: Db, memberIds: readonly string[]): Promise<KinRecord[]> {
  return db
    .selectFrom('memberKin')
    .selectAll()
    .where('memberId', 'in', [...memberIds])
    .orderBy('recordedAt', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
}

export async function insertKin(db: Db, row: KinRecord): Promise<void> {
  await db.insertInto('memberKin').values(row).execute()
}

/** Ends an authority that still stands; false when somebody else ended it before. */
export async function endKin(
  db: Db,
  id: string,
  end: Pick<KinRecord, 'endedAt' | 'endedBy' | 'endReason'>,
): Promise<boolean> {
  const result = await db
    .updateTable('memberKin')
    .set(end)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function memberExists(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('members').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** Everybody recorded with one of these numbers; a number that very many share says nothing about a person. */
export async function kinByPhone(db: Db, forms: readonly string[]): Promise<KinRecord[]> {
  const rows = await db
    .selectFrom('memberKin')
    .selectAll()
    .where('normalized', 'in', [...forms])
    .limit(20)
    .execute()
  return rows.sort((a, b) => (a.memberId < b.memberId ? -1 : 1))
}
