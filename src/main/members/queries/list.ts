import type { MemberId, UserId } from '../../../shared/ids.ts'
import type { MemberFilter, MemberRow, RecentMember } from '../../../shared/members/model.ts'
import type { MemberOrder } from '../../../shared/members/words.ts'
import { MEMBER_TIERS, type MemberTier } from '../../../shared/tiers/model.ts'
import type { Instant } from '../../../shared/time.ts'
import type { MemberScope } from '../../rules/access.ts'
import type { Db } from '../../store/types.ts'
import { membersIn } from '../reach.ts'
import { LIST_COLUMNS, toMemberRow } from '../rows.ts'

/** How many members the list has under a filter; stays inside one index. */
export async function countMembers(db: Db, scope: MemberScope, filter: MemberFilter): Promise<number> {
  let query = membersIn(db, scope).select((eb) => eb.fn.countAll<number>().as('count'))
  for (const [column, value] of conditions(filter)) query = query.where(column, '=', value)
  return Number((await query.executeTakeFirstOrThrow()).count)
}

/** Rows of the list from a place on. Only card numbers are skipped over, inside the order's index; rows are read for one page. */
export async function pageOfMembers(
  db: Db,
  scope: MemberScope,
  filter: MemberFilter,
  order: MemberOrder,
  offset: number,
  limit: number,
): Promise<MemberRow[]> {
  const cards =
    order === 'tier' && filter.tier === undefined
      ? await cardsByTier(db, scope, filter, offset, limit)
      : await cardsInOrder(db, scope, filter, order === 'name' ? 'name' : 'card', offset, limit)
  return rowsOfCards(db, cards)
}

/** VIP members whose file is due, highest tier first; those never checked before the longest unchecked. */
export async function membersToVerify(
  db: Db,
  scope: MemberScope,
  verifiedBefore: Instant,
  limit: number,
): Promise<MemberRow[]> {
  const rows: MemberRow[] = []
  for (const tier of MEMBER_TIERS) {
    if (tier === 'none') continue
    for (const isNever of [true, false]) {
      if (rows.length >= limit) return rows
      const query = membersIn(db, scope).select(LIST_COLUMNS).where('tier', '=', tier).where('status', '=', 'active')
      const due = isNever
        ? query.where('verifiedAt', 'is', null)
        : query.where('verifiedAt', '<=', verifiedBefore).orderBy('verifiedAt')
      rows.push(...(await due.limit(limit - rows.length).execute()).map(toMemberRow))
    }
  }
  return rows
}

/** How many of a person's looks into files are searched for different members. */
const SEARCHED_LOOKS = 100

/** Members whose files a person opened last, from the audit log. */
export async function recentMembers(
  db: Db,
  scope: MemberScope,
  userId: UserId,
  limit: number,
): Promise<RecentMember[]> {
  const looks = await db
    .selectFrom('audit')
    .select(['memberId', 'at', 'call'])
    .where('actorId', '=', userId)
    .orderBy('at', 'desc')
    .limit(SEARCHED_LOOKS)
    .execute()
  const seen = new Map<string, Instant>()
  for (const { memberId, at, call } of looks) {
    if (call === 'members.view' && memberId !== null && !seen.has(memberId) && seen.size < limit) seen.set(memberId, at)
  }
  if (seen.size === 0) return []
  const rows = await membersIn(db, scope)
    .select(['id', 'cardNo', 'name', 'tier'])
    .where('id', 'in', [...seen.keys()])
    .execute()
  const members = rows.map(({ id, cardNo, ...row }) => ({
    ...row,
    id: id as MemberId,
    card: cardNo,
    at: seen.get(id) ?? 0,
  }))
  return members.sort((a, b) => b.at - a.at)
}

type Condition = ['tier' | 'status' | 'province', string]

function conditions(filter: MemberFilter): Condition[] {
  const { tier, status, province } = filter
  const all: ['tier' | 'status' | 'province', string | undefined][] = [
    ['tier', tier],
    ['status', status],
    ['province', province],
  ]
  return all.filter((one): one is Condition => one[1] !== undefined)
}

async function cardsInOrder(
  db: Db,
  scope: MemberScope,
  filter: MemberFilter,
  order: 'name' | 'card',
  offset: number,
  limit: number,
): Promise<string[]> {
  let query = membersIn(db, scope).select('cardNo').limit(limit).offset(offset)
  if (order === 'name') {
    // Written so, the filter cannot draw SQLite away from the index that holds the order: it would read and sort a whole tier.
    for (const [column, value] of conditions(filter)) query = query.where((eb) => eb.not(eb(column, '!=', value)))
    query = query.orderBy('namePinyin').orderBy('cardNo')
  } else {
    for (const [column, value] of conditions(filter)) query = query.where(column, '=', value)
    query = query.orderBy('cardNo')
  }
  return (await query.execute()).map((row) => row.cardNo)
}

/** The tiers one after the other, highest first: words do not sort by rank, so each is a stretch of its own. */
async function cardsByTier(
  db: Db,
  scope: MemberScope,
  filter: MemberFilter,
  offset: number,
  limit: number,
): Promise<string[]> {
  const cards: string[] = []
  let skip = offset
  for (const tier of MEMBER_TIERS) {
    const size = isLast(tier) ? Number.POSITIVE_INFINITY : await countMembers(db, scope, { ...filter, tier })
    if (skip < size)
      cards.push(...(await cardsInOrder(db, scope, { ...filter, tier }, 'card', skip, limit - cards.length)))
    skip = Math.max(0, skip - size)
    if (cards.length >= limit) break
  }
  return cards
}

const isLast = (tier: MemberTier) => tier === MEMBER_TIERS.at(-1)

async function rowsOfCards(db: Db, cards: string[]): Promise<MemberRow[]> {
  if (cards.length === 0) return []
  const rows = await db.selectFrom('members').select(LIST_COLUMNS).where('cardNo', 'in', cards).execute()
  const byCard = new Map(rows.map((row) => [row.cardNo, toMemberRow(row)]))
  return cards.flatMap((card) => byCard.get(card) ?? [])
}
