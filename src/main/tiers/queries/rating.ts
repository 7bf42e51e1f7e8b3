import type { MemberId } from '../../../shared/ids.ts'
import { type MemberTier, NO_FACTS, type PeriodFacts } from '../../../shared/tiers/model.ts'
import type { Months, PastChange } from '../../rules/tier-facts.ts'
import type { Db, Row } from '../../store/types.ts'

const RATED_COLUMNS = [
  'id',
  'cardNo',
  'name',
  'language',
  'level',
  'tier',
  'tierSince',
  'tierUntil',
  'vipReason',
  'vipSince',
  'status',
] as const
/** What a rating reads of a member. */
export type RatedMember = Pick<Row<'members'>, (typeof RATED_COLUMNS)[number]>

/** Active members after an id, in the order of their ids. */
export async function readMembers(db: Db, after: string, limit: number): Promise<RatedMember[]> {
  return db
    .selectFrom('members')
    .select(RATED_COLUMNS)
    .where('id', '>', after)
    .where('status', '=', 'active')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function findRated(db: Db, id: MemberId): Promise<RatedMember | undefined> {
  return db.selectFrom('members').select(RATED_COLUMNS).where('id', '=', id).executeTakeFirst()
}

export async function countActive(db: Db): Promise<number> {
  const row = await db
    .selectFrom('members')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** From the first to the last of these ids, both included. */
export type IdRange = { first: string; last: string }

/** Sums of the figures of these months, by member; PostgreSQL gives sums as text. */
export async function sumPeriods(
  db: Db,
  { first, last }: IdRange,
  months: Months | null,
): Promise<Map<string, PeriodFacts>> {
  let query = db
    .selectFrom('memberPeriods')
    .select(['memberId'])
    .select(({ fn }) => [
      fn.sum('distanceKm').as('distanceKm'),
      fn.sum('segments').as('segments'),
      fn.sum('spendFen').as('spendFen'),
      fn.sum('partnerSpendFen').as('partnerSpendFen'),
      fn.sum('points').as('points'),
    ])
    .where('memberId', '>=', first)
    .where('memberId', '<=', last)
    .groupBy('memberId')
  if (months) query = query.where('period', '>=', months.from).where('period', '<=', months.to)
  const rows = await query.execute()
  return new Map(
    rows.map(({ memberId, ...sums }) => {
      const facts: PeriodFacts = { ...NO_FACTS }
      for (const name of Object.keys(facts) as (keyof PeriodFacts)[]) facts[name] = Number(sums[name])
      return [memberId, facts]
    }),
  )
}

/** Tier changes of members, oldest first. */
export async function readPastChanges(db: Db, { first, last }: IdRange): Promise<Map<string, PastChange[]>> {
  const rows = await db
    .selectFrom('tierChanges')
    .select(['memberId', 'at', 'fromTier', 'toTier'])
    .where('memberId', '>=', first)
    .where('memberId', '<=', last)
    .orderBy('memberId')
    .orderBy('at')
    .execute()
  const byMember = new Map<string, PastChange[]>()
  for (const { memberId, ...change } of rows) {
    const list = byMember.get(memberId)
    if (list) list.push(change)
    else byMember.set(memberId, [change])
  }
  return byMember
}

export type TierColumns = Partial<
  Pick<Row<'members'>, 'tier' | 'tierSince' | 'tierUntil' | 'vipReason' | 'vipSince' | 'updatedAt'>
> & { tier: MemberTier }

export async function updateTier(db: Db, id: string, columns: TierColumns): Promise<void> {
  await db.updateTable('members').set(columns).where('id', '=', id).execute()
}

export async function insertRun(db: Db, row: Row<'tierRuns'>): Promise<void> {
  await db.insertInto('tierRuns').values(row).execute()
}

export async function updateRun(db: Db, id: string, counts: { rated: number; changed: number }): Promise<void> {
  await db.updateTable('tierRuns').set(counts).where('id', '=', id).execute()
}
