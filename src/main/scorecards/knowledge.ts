import { ONE_CASE } from '../../shared/scorecards/credit.ts'
import type { Stretch } from '../rules/scorecard-cases.ts'
import type { Db } from '../store/types.ts'
import type { PersonBehind } from './answer-queries.ts'

/** The month whose knowledge is asked for: as it is written, and from when until when. */
export type KnowledgeMonth = Stretch & { month: string }

/** Where points of examinations come from: each source gives points of 100 by person. */
type KnowledgeSource = (db: Db, userIds: readonly string[], month: KnowledgeMonth) => Promise<PersonBehind[]>

const exam = (userId: string, id: string, at: number, score: number, number: string): PersonBehind => ({
  ...{ userId, number },
  behind: { kind: 'exam', id, at, credit: ONE_CASE, isHit: true, value: score },
})

/** Examinations at the end of a training. */
const fromTrainings: KnowledgeSource = async (db, userIds, { from, to }) => {
  const rows = await db
    .selectFrom('trainingPeople')
    .innerJoin('trainingSessions', 'trainingSessions.id', 'trainingPeople.sessionId')
    .innerJoin('trainings', 'trainings.id', 'trainingSessions.trainingId')
    .select(['trainingPeople.userId', 'trainingPeople.score', 'trainingSessions.id', 'endsAt', 'title'])
    .where('trainingPeople.userId', 'in', userIds)
    .where('endsAt', '>=', from)
    .where('endsAt', '<', to)
    .orderBy('endsAt')
    .execute()
  return rows.flatMap(({ userId, id, endsAt, score, title }) =>
    score === null ? [] : [exam(userId, id, endsAt, score, title)],
  )
}

/** Knowledge exams: the best attempt of each. */
const fromExams: KnowledgeSource = async (db, userIds, { month }) => {
  const rows = await db
    .selectFrom('examResults')
    .innerJoin('exams', 'exams.id', 'examResults.examId')
    .select(['examResults.userId', 'examResults.examId', 'examResults.score', 'examResults.updatedAt', 'exams.title'])
    .where('examResults.userId', 'in', userIds)
    .where('examResults.month', '=', month)
    .orderBy('examResults.updatedAt')
    .execute()
  return rows.map(({ userId, examId, score, updatedAt, title }) => exam(userId, examId, updatedAt, score, title))
}

const SOURCES: readonly KnowledgeSource[] = [fromTrainings, fromExams]

/** S3-100: every examination of the month, from every source. */
export async function examsOf(db: Db, userIds: readonly string[], month: KnowledgeMonth): Promise<PersonBehind[]> {
  const found: PersonBehind[] = []
  for (const source of SOURCES) found.push(...(await source(db, userIds, month)))
  return found
}
