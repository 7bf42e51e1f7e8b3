import type { SurveyScope } from '../../shared/surveys/words.ts'
import type { Instant } from '../../shared/time.ts'
import type { Db } from '../store/types.ts'

type Stretch = { from: Instant; to: Instant }

/** What was answered in a period, of one scope. */
export async function countedAnswers(db: Db, scope: SurveyScope, { from, to }: Stretch) {
  return db
    .selectFrom('surveyAnswers')
    .select(['channel', 'category', 'tier', 'agentId', 'source', 'answeredAt'])
    .select(['result', 'process', 'agent', 'overall', 'nps', 'effort', 'accepted', 'solved', 'isPoor'])
    .where('scope', '=', scope)
    .where('answeredAt', '>=', from)
    .where('answeredAt', '<', to)
    .execute()
}

/** Who was asked in a period; whoever spoke unasked is none of them. */
export async function countedInvitations(db: Db, scope: SurveyScope, { from, to }: Stretch) {
  return db
    .selectFrom('surveyInvitations')
    .select(['channel', 'category', 'tier', 'agentId', 'source', 'askedAt', 'state'])
    .where('scope', '=', scope)
    .where('askedAt', '>=', from)
    .where('askedAt', '<', to)
    .where('source', '!=', 'own')
    .execute()
}
