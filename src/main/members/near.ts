import type { MemberHit } from '../../shared/members/model.ts'
import { TIER_RANK } from '../../shared/tiers/model.ts'
import type { MemberScope } from '../rules/access.ts'
import { lettersOf } from '../rules/names.ts'
import { near } from '../rules/typos.ts'
import { parts } from '../store/parts.ts'
import type { Db } from '../store/types.ts'
import { membersIn } from './reach.ts'
import { LIST_COLUMNS, type ListRow, toHit } from './rows.ts'

/** Members whose name in letters is one slip of the finger away from what was typed; every guess is looked up in an index. */
export async function nearMembers(db: Db, scope: MemberScope, typed: string, limit: number): Promise<MemberHit[]> {
  if (!/^[\p{Script=Latin}\s\-'.]+$/u.test(typed)) return []
  const rows = new Map<string, ListRow>()
  for (const guesses of parts(near(lettersOf(typed))))
    for (const column of ['namePinyin', 'nameOther'] as const) {
      const found = await membersIn(db, scope).select(LIST_COLUMNS).where(column, 'in', guesses).limit(limit).execute()
      for (const row of found) rows.set(row.id, row)
    }
  const sorted = [...rows.values()].sort((a, b) => TIER_RANK[b.tier] - TIER_RANK[a.tier])
  return sorted.slice(0, limit).map((row) => toHit(row, 'name'))
}
