import { ONE_CASE } from '../../shared/scorecards/credit.ts'
import type { Db } from '../store/types.ts'
import type { PersonBehind } from './answer-queries.ts'
import type { KnowledgeMonth } from './knowledge.ts'

/** Quality judgements of these people's work given in a month, the newest first; what is in dispute waits for its decision. */
export async function reviewsOf(
  db: Db,
  userIds: readonly string[],
  { month }: Pick<KnowledgeMonth, 'month'>,
): Promise<PersonBehind[]> {
  const rows = await db
    .selectFrom('caseReviews')
    .select(['id', 'agentId', 'number', 'total', 'reviewedAt'])
    .where('agentId', 'in', userIds)
    .where('month', '=', month)
    .where('state', '!=', 'disputed')
    .orderBy('reviewedAt', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ id, agentId, number, total, reviewedAt }) => ({
    ...{ userId: agentId, number },
    behind: { kind: 'review', id, at: reviewedAt, credit: ONE_CASE, isHit: true, value: total },
  }))
}
