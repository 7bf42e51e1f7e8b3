import type { MemberHit } from '../../shared/members/model.ts'
import { TIER_RANK } from '../../shared/tiers/model.ts'
import type { MemberScope } from '../rules/access.ts'
import { afterPrefix } from '../rules/member-search.ts'
import { lettersOf, nameKeys } from '../rules/names.ts'
import { nearOnes, slipsAllowed } from '../rules/nearest.ts'
import { near } from '../rules/typos.ts'
import { parts } from '../store/parts.ts'
import type { Db } from '../store/types.ts'
import { membersIn } from './reach.ts'
import { LIST_COLUMNS, type ListRow, toHit } from './rows.ts'

type NameColumn = 'namePinyin' | 'nameOther'

/** Names compared with one that may have two slips: some milliseconds. */
const MOST_COMPARED = 5000

/**
 * Members whose name in letters is one slip of the finger away from what was typed, every guess looked up in an index;
 * when there are none and the name is long enough to bear it, those two slips away.
 */
export async function nearMembers(db: Db, scope: MemberScope, typed: string, limit: number): Promise<MemberHit[]> {
  if (!/^[\p{Script=Latin}\s\-'.]+$/u.test(typed)) return []
  const letters = lettersOf(typed)
  const guesses = near(letters)
  const once = await named(db, scope, { namePinyin: guesses, nameOther: guesses }, limit)
  if (once.length > 0 || slipsAllowed(letters) < 2) return toHits(once, limit)
  // The family name said last stands first in the other spelling: a slip in one of the names leaves the other's beginning.
  const turned = nameKeys(typed).nameOther
  const namePinyin = await twoSlipsAway(db, 'namePinyin', [letters])
  const nameOther = await twoSlipsAway(db, 'nameOther', [...new Set([letters, turned])])
  return toHits(await named(db, scope, { namePinyin, nameOther }, limit), limit)
}

function toHits(rows: readonly ListRow[], limit: number): MemberHit[] {
  const sorted = rows.toSorted((a, b) => TIER_RANK[b.tier] - TIER_RANK[a.tier])
  return sorted.slice(0, limit).map((row) => toHit(row, 'name'))
}

/** The members within the scope that have one of these names, each once. */
async function named(
  db: Db,
  scope: MemberScope,
  names: Record<NameColumn, readonly string[]>,
  limit: number,
): Promise<ListRow[]> {
  const rows = new Map<string, ListRow>()
  for (const column of ['namePinyin', 'nameOther'] as const)
    for (const some of parts(names[column])) {
      const found = await membersIn(db, scope).select(LIST_COLUMNS).where(column, 'in', some).limit(limit).execute()
      for (const row of found) rows.set(row.id, row)
    }
  return [...rows.values()]
}

/** Stored names within two slips of what was typed, the nearest first; of whom they are is asked afterwards. */
async function twoSlipsAway(db: Db, column: NameColumn, typed: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const one of typed) found.push(...nearOnes(one, await comparable(db, column, one)))
  return found
}

/** All names where there are few; among more, those that begin as the typed one does, with as many letters as make them few. */
async function comparable(db: Db, column: NameColumn, typed: string): Promise<string[]> {
  for (let length = 0; length < typed.length; length += 1) {
    const start = typed.slice(0, length)
    const names = db
      .selectFrom('members')
      .select(`${column} as name`)
      .where(column, '>=', start)
      .where(column, '<', afterPrefix(start))
      .orderBy(column)
    const isMore = await names.offset(MOST_COMPARED).limit(1).executeTakeFirst()
    if (!isMore) return (await names.execute()).map(({ name }) => name)
  }
  return []
}
