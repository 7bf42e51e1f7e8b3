import type { CallId, CaseId } from '../../shared/ids.ts'
import type { Db, Row } from '../store/types.ts'

/** The case with this number, whoever may see it: opening it asks that. */
export async function caseIdOf(db: Db, number: string): Promise<CaseId | undefined> {
  const row = await db.selectFrom('cases').select('id').where('number', '=', number).executeTakeFirst()
  return row && (row.id as CaseId)
}

export async function callIdOf(db: Db, number: string): Promise<CallId | undefined> {
  const row = await db.selectFrom('calls').select('id').where('number', '=', number).executeTakeFirst()
  return row && (row.id as CallId)
}

export async function findCall(db: Db, id: CallId): Promise<Row<'calls'> | undefined> {
  return db.selectFrom('calls').selectAll().where('id', '=', id).executeTakeFirst()
}

/** What a member is known by. */
export async function identityOfMember(
  db: Db,
  id: string,
): Promise<Pick<Row<'members'>, 'name' | 'cardNo' | 'mobile' | 'email' | 'wechat'> | undefined> {
  return db
    .selectFrom('members')
    .select(['name', 'cardNo', 'mobile', 'email', 'wechat'])
    .where('id', '=', id)
    .executeTakeFirst()
}
