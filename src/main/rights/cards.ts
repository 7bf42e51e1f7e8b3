import type { Db } from '../store/types.ts'

/** Cards and names of members by id; who is not there is left out. */
export async function cardsOf(db: Db, ids: readonly string[]): Promise<Map<string, { card: string; name: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('members')
    .select(['id', 'cardNo', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, cardNo, name }) => [id, { card: cardNo, name }]))
}
