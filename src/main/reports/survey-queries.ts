import type { SurveyScores } from '../rules/report-facts.ts'
import { parts } from '../store/parts.ts'
import type { Db } from '../store/types.ts'

const NOTHING: SurveyScores = { result: null, process: null, agent: null, overall: null, solved: null, at: 0 }

/** What customers answered about some cases when they were asked in a survey; the newest answer of each question counts. */
export async function scoresOf(db: Db, ids: readonly string[]): Promise<Map<string, SurveyScores>> {
  const rows = await db
    .selectFrom('surveyAnswers')
    .select(['caseId', 'scope', 'answeredAt', 'result', 'process', 'agent', 'overall', 'solved'])
    .where('caseId', 'in', ids)
    .orderBy('answeredAt')
    .orderBy('id')
    .execute()
  const found = new Map<string, SurveyScores>()
  for (const { caseId, scope, answeredAt, result, process, agent, overall, solved } of rows) {
    if (caseId === null) continue
    const before = found.get(caseId) ?? NOTHING
    const isHandling = scope === 'handling'
    found.set(caseId, {
      result: (isHandling ? result : null) ?? before.result,
      process: (isHandling ? process : null) ?? before.process,
      agent: (isHandling ? agent : null) ?? before.agent,
      // S1-81: what is said about the service as a whole is never taken for the handling of the complaint.
      overall: overall ?? before.overall,
      solved: (isHandling ? solved : null) ?? before.solved,
      at: answeredAt,
    })
  }
  return found
}

/** Points for the service overall by call, where the caller was asked about the call; the newest answer counts. */
export async function readCallScores(db: Db, callIds: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const ids of parts(callIds)) {
    const rows = await db
      .selectFrom('surveyAnswers')
      .select(['callId', 'overall'])
      .where('callId', 'in', ids)
      .where('overall', 'is not', null)
      .orderBy('answeredAt')
      .orderBy('id')
      .execute()
    for (const { callId, overall } of rows) if (callId !== null && overall !== null) found.set(callId, overall)
  }
  return found
}
