import { type Behind, ONE_CASE } from '../../shared/scorecards/credit.ts'
import type { Stretch } from '../rules/scorecard-cases.ts'
import type { Db } from '../store/types.ts'

export type PersonBehind = { userId: string; number: string; behind: Behind }

/** S3-94 S3-106: what customers answered in a month about whoever did the work: points of 1 to 5. */
export async function answersOf(db: Db, userIds: readonly string[], { from, to }: Stretch): Promise<PersonBehind[]> {
  const rows = await db
    .selectFrom('surveyAnswers')
    .leftJoin('cases', 'cases.id', 'surveyAnswers.caseId')
    .leftJoin('calls', 'calls.id', 'surveyAnswers.callId')
    .select(['surveyAnswers.id', 'surveyAnswers.agentId', 'surveyAnswers.answeredAt', 'agent', 'overall'])
    .select(['cases.number as caseNumber', 'calls.number as callNumber'])
    .where('surveyAnswers.agentId', 'in', userIds)
    .where('surveyAnswers.answeredAt', '>=', from)
    .where('surveyAnswers.answeredAt', '<', to)
    .orderBy('surveyAnswers.answeredAt', 'desc')
    .orderBy('surveyAnswers.id')
    .execute()
  return rows.flatMap(({ id, agentId, answeredAt, agent, overall, caseNumber, callNumber }): PersonBehind[] => {
    const value = agent ?? overall
    if (agentId === null || value === null) return []
    const behind = { id, at: answeredAt, credit: ONE_CASE, isHit: value >= 4, value }
    return [{ userId: agentId, number: caseNumber ?? callNumber ?? '', behind: { kind: 'answer', ...behind } }]
  })
}
