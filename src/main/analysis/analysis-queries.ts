import type { Day, Instant } from '../../shared/time.ts'
import type { Db } from '../store/types.ts'

const PAGE = 1000

/** The members who are in the programme, in the order of their ids, page by page. */
export async function membersAfter(db: Db, after: string) {
  return db
    .selectFrom('members')
    .select(['id', 'tier'])
    .where('id', '>', after)
    .where('status', '=', 'active')
    .orderBy('id')
    .limit(PAGE)
    .execute()
}

/** Months since one in which members between two ids flew or spent, with what they spent. */
export async function periodsOf(db: Db, first: string, last: string, since: string) {
  return db
    .selectFrom('memberPeriods')
    .select(['memberId', 'period', 'segments', 'spendFen', 'partnerSpendFen'])
    .where('memberId', '>=', first)
    .where('memberId', '<=', last)
    .where('period', '>=', since)
    .execute()
}

export async function leftBetween(db: Db, from: Day, to: Day): Promise<number> {
  const row = await db
    .selectFrom('members')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('status', '=', 'left')
    .where('leftOn', '>=', from)
    .where('leftOn', '<=', to)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

type Counted = { tier: string | null; count: number }

/** Incoming calls since a moment, by the tier of the member. */
export async function callsByTier(db: Db, since: Instant): Promise<Counted[]> {
  const rows = await db
    .selectFrom('calls')
    .innerJoin('members', 'members.id', 'calls.memberId')
    .select(({ fn }) => ['members.tier', fn.countAll<number>().as('count')])
    .where('calls.startedAt', '>=', since)
    .where('calls.direction', '=', 'inbound')
    .groupBy('members.tier')
    .execute()
  return rows.map(({ tier, count }) => ({ tier, count: Number(count) }))
}

/** Cases of a kind since a moment, by the tier at opening. */
export async function casesByTier(db: Db, kind: 'enquiry' | 'complaint' | 'suggestion' | 'service', since: Instant) {
  const rows = await db
    .selectFrom('cases')
    .select(({ fn }) => ['tierAtOpening as tier', fn.countAll<number>().as('count')])
    .where('kind', '=', kind)
    .where('receivedAt', '>=', since)
    .groupBy('tierAtOpening')
    .execute()
  return rows.map(({ tier, count }) => ({ tier, count: Number(count) }))
}

/** Answers of customers since a moment. */
export async function answersSince(db: Db, scopes: readonly ('handling' | 'service')[], since: Instant) {
  return db
    .selectFrom('surveyAnswers')
    .select(['tier', 'overall'])
    .where('scope', 'in', [...scopes])
    .where('answeredAt', '>=', since)
    .execute()
}
