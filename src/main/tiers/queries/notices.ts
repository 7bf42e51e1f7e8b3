import type { MemberId } from '../../../shared/ids.ts'
import type { TierNotice } from '../../../shared/tiers/views.ts'
import { inReach, isNarrow } from '../../members/reach.ts'
import type { MemberScope } from '../../rules/access.ts'
import type { Db, Row } from '../../store/types.ts'

export type NoticesPlace = { state: 'open' | 'told'; after?: { at: number; id: string } | undefined; limit: number }

/** Notices in the order they were made: those still to be told, or those told. */
export async function listNotices(
  db: Db,
  scope: MemberScope,
  { state, after, limit }: NoticesPlace,
): Promise<TierNotice[]> {
  let query = select(db)
    .where('notices.toldAt', state === 'open' ? 'is' : 'is not', null)
    .orderBy('notices.createdAt')
    .orderBy('notices.id')
    .limit(limit)
  if (isNarrow(scope)) query = query.where((eb) => inReach(eb, scope))
  if (after) {
    query = query
      .where('notices.createdAt', '>=', after.at)
      .where((eb) => eb.or([eb('notices.createdAt', '>', after.at), eb('notices.id', '>', after.id)]))
  }
  return (await query.execute()).map(toNotice)
}

export async function countNotices(db: Db, scope: MemberScope, state: NoticesPlace['state']): Promise<number> {
  const all = db.selectFrom('notices').innerJoin('members', 'members.id', 'notices.memberId')
  const row = await (isNarrow(scope) ? all.where((eb) => inReach(eb, scope)) : all)
    .select((eb) => eb.fn.countAll().as('count'))
    .where('notices.toldAt', state === 'open' ? 'is' : 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function findNotice(db: Db, id: string): Promise<TierNotice | undefined> {
  const row = await select(db).where('notices.id', '=', id).executeTakeFirst()
  return row && toNotice(row)
}

export async function markTold(db: Db, id: string, toldAt: number, toldBy: string): Promise<void> {
  await db.updateTable('notices').set({ toldAt, toldBy }).where('id', '=', id).execute()
}

export async function insertNotice(db: Db, row: Row<'notices'>): Promise<void> {
  await db.insertInto('notices').values(row).execute()
}

function select(db: Db) {
  return db
    .selectFrom('notices')
    .innerJoin('members', 'members.id', 'notices.memberId')
    .leftJoin('users', 'users.id', 'notices.toldBy')
    .select(['notices.id', 'notices.memberId', 'notices.kind', 'notices.text', 'notices.createdAt', 'notices.toldAt'])
    .select(['members.cardNo as card', 'members.name', 'members.tier', 'users.name as toldByName'])
}

function toNotice<T extends { memberId: string }>({
  memberId,
  ...row
}: T): Omit<T, 'memberId'> & { memberId: MemberId } {
  return { ...row, memberId: memberId as MemberId }
}
