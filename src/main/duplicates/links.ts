import { familyIn, type MergeLink, rootOf } from '../rules/member-merge.ts'
import type { Db } from '../store/types.ts'

type Side = 'standing' | 'winnerId'

async function linksBy(db: Db, side: Side, ids: readonly string[]): Promise<MergeLink[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('memberMerges')
    .select(['winnerId', 'loserId'])
    .where(side, 'in', [...ids])
    .where('standing', 'is not', null)
    .execute()
}

/** The standing links that touch the persons of these files, followed as far as they go. */
export async function linksAround(db: Db, ids: readonly string[]): Promise<MergeLink[]> {
  const known = new Map<string, MergeLink>()
  const seen = new Set(ids)
  let fresh = [...seen]
  while (fresh.length > 0) {
    const links = [...(await linksBy(db, 'standing', fresh)), ...(await linksBy(db, 'winnerId', fresh))]
    for (const link of links) known.set(link.loserId, link)
    fresh = links.flatMap(({ winnerId, loserId }) => [winnerId, loserId]).filter((id) => !seen.has(id))
    for (const id of fresh) seen.add(id)
  }
  return [...known.values()]
}

/** Every file of the person whose file this is, the one that counts first. */
export async function familyOf(db: Db, id: string): Promise<string[]> {
  return familyIn(await linksAround(db, [id]), id)
}

/** Where each of these files leads to; a file that stands for itself leads to itself. */
export async function rootsOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const links: MergeLink[] = []
  const seen = new Set(ids)
  let fresh = [...seen]
  while (fresh.length > 0) {
    const found = await linksBy(db, 'standing', fresh)
    links.push(...found)
    fresh = found.map(({ winnerId }) => winnerId).filter((id) => !seen.has(id))
    for (const id of fresh) seen.add(id)
  }
  return new Map(ids.map((id) => [id, rootOf(links, id)]))
}
