import type { MemberHit } from '../../shared/members/model.ts'
import { rootsOf } from '../duplicates/links.ts'
import type { Db } from '../store/types.ts'
import { membersByIds } from './queries/overview.ts'
import { toHit } from './rows.ts'

/** A file that was merged leads to the one it was merged into: each person is found once. */
export async function leadOn(db: Db, hits: readonly MemberHit[]): Promise<MemberHit[]> {
  const roots = await rootsOf(
    db,
    hits.map(({ id }) => id),
  )
  const led = hits.filter(({ id }) => roots.get(id) !== id)
  if (led.length === 0) return [...hits]
  const rows = await membersByIds(
    db,
    led.map(({ id }) => roots.get(id) ?? id),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  const shown = new Map<string, MemberHit>()
  for (const hit of hits) {
    const root = roots.get(hit.id) ?? hit.id
    const row = byId.get(root)
    if (!shown.has(root)) shown.set(root, root === hit.id || !row ? hit : toHit(row, hit.matchedBy))
  }
  return [...shown.values()]
}
