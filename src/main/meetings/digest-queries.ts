import type { DigestItem } from '../../shared/meetings/digests.ts'
import { SURVEY_SCOPES } from '../../shared/surveys/words.ts'
import { type Day, DESK_ZONE, type Instant } from '../../shared/time.ts'
import { momentOf } from '../rules/zone.ts'
import type { Db, Row } from '../store/types.ts'

export type DigestRecord = Row<'feedbackDigests'>

const MOST = 200
/** As much of a text as a digest quotes. */
const QUOTED = 500

export async function insertDigest(db: Db, row: DigestRecord): Promise<void> {
  await db.insertInto('feedbackDigests').values(row).execute()
}

export async function findDigest(db: Db, id: string): Promise<DigestRecord | undefined> {
  return db.selectFrom('feedbackDigests').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function updateDigest(db: Db, id: string, change: Partial<DigestRecord>): Promise<void> {
  await db.updateTable('feedbackDigests').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function listDigests(db: Db, limit: number): Promise<DigestRecord[]> {
  return db.selectFrom('feedbackDigests').selectAll().orderBy('sentAt', 'desc').orderBy('id').limit(limit).execute()
}

type Answer = { id: string; answeredAt: Instant; overall: number | null; comment: string; number: string | null }
type Suggestion = { id: string; receivedAt: Instant; title: string; content: string; number: string }
type Feedback = { id: string; recordedAt: Instant; text: string }

const ofAnswer = ({ id, answeredAt, overall, comment, number }: Answer): DigestItem => ({
  ...{ kind: 'survey', id, at: answeredAt, number, points: overall },
  text: comment.slice(0, QUOTED),
})
const ofSuggestion = ({ id, receivedAt, title, content, number }: Suggestion): DigestItem => ({
  ...{ kind: 'suggestion', id, at: receivedAt, number, points: null },
  text: `${title} ${content}`.trim().slice(0, QUOTED),
})
const ofFeedback = ({ id, recordedAt, text }: Feedback): DigestItem => ({
  ...{ kind: 'feedback', id, at: recordedAt, number: null, points: null },
  text: text.slice(0, QUOTED),
})

const answers = (db: Db) =>
  db
    .selectFrom('surveyAnswers')
    .leftJoin('cases', 'cases.id', 'surveyAnswers.caseId')
    .select(['surveyAnswers.id', 'answeredAt', 'overall', 'comment', 'cases.number'])
    .where('comment', '!=', '')
const suggestions = (db: Db) =>
  db
    .selectFrom('cases')
    .select(['id', 'receivedAt', 'title', 'content', 'number'])
    .where('kind', '=', 'suggestion')
    .where('isRestricted', '=', 0)
const feedback = (db: Db) => db.selectFrom('customerFeedback').select(['id', 'recordedAt', 'text'])

/** What customers said from one day to another: comments of surveys, suggestions, feedback that is no complaint. */
export async function saidBetween(db: Db, fromDay: Day, toDay: Day): Promise<DigestItem[]> {
  const [from, to] = [momentOf(DESK_ZONE, fromDay, 0), momentOf(DESK_ZONE, toDay, 1440)]
  const ownAnswers = await answers(db)
    .where('scope', 'in', SURVEY_SCOPES)
    .where('answeredAt', '>=', from)
    .where('answeredAt', '<', to)
    .orderBy('answeredAt', 'desc')
    .limit(MOST)
    .execute()
  const ownSuggestions = await suggestions(db)
    .where('receivedAt', '>=', from)
    .where('receivedAt', '<', to)
    .orderBy('receivedAt', 'desc')
    .limit(MOST)
    .execute()
  const ownFeedback = await feedback(db)
    .where('day', '>=', fromDay)
    .where('day', '<=', toDay)
    .orderBy('day', 'desc')
    .limit(MOST)
    .execute()
  return [...ownAnswers.map(ofAnswer), ...ownSuggestions.map(ofSuggestion), ...ownFeedback.map(ofFeedback)]
}

/** The same by their ids, in the order asked for; what is not there is left out. */
export async function saidByIds(db: Db, chosen: readonly Pick<DigestItem, 'kind' | 'id'>[]): Promise<DigestItem[]> {
  const idsOf = (kind: DigestItem['kind']) => chosen.filter((one) => one.kind === kind).map(({ id }) => id)
  const [a, s, f] = [idsOf('survey'), idsOf('suggestion'), idsOf('feedback')]
  const items = [
    ...(a.length === 0 ? [] : await answers(db).where('surveyAnswers.id', 'in', a).execute()).map(ofAnswer),
    ...(s.length === 0 ? [] : await suggestions(db).where('id', 'in', s).execute()).map(ofSuggestion),
    ...(f.length === 0 ? [] : await feedback(db).where('id', 'in', f).execute()).map(ofFeedback),
  ]
  return chosen.flatMap(({ kind, id }) => items.find((one) => one.kind === kind && one.id === id) ?? [])
}
