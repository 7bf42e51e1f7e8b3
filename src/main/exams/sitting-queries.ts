import type { Instant } from '../../shared/time.ts'
import type { ItemAnswer } from '../rules/exam-statistics.ts'
import { parts } from '../store/parts.ts'
import type { Db, Row } from '../store/types.ts'

export type ExamRecord = Row<'exams'>
export type AttemptRecord = Row<'examAttempts'>
export type AnswerRecord = Row<'examAnswers'>
export type ResultRecord = Row<'examResults'>

export async function findExam(db: Db, id: string): Promise<ExamRecord | undefined> {
  return db.selectFrom('exams').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function examsByIds(db: Db, ids: readonly string[]): Promise<ExamRecord[]> {
  const found: ExamRecord[] = []
  for (const some of parts([...new Set(ids)]))
    found.push(...(await db.selectFrom('exams').selectAll().where('id', 'in', some).execute()))
  return found.sort((a, b) => b.opensAt - a.opensAt || (a.id < b.id ? -1 : 1))
}

/** The newest exams that opened before a moment. */
export async function listExams(db: Db, before: Instant | null, limit: number): Promise<ExamRecord[]> {
  let query = db.selectFrom('exams').selectAll()
  if (before !== null) query = query.where('opensAt', '<', before)
  return query.orderBy('opensAt', 'desc').orderBy('id').limit(limit).execute()
}

export async function insertExam(db: Db, row: ExamRecord): Promise<void> {
  await db.insertInto('exams').values(row).execute()
}

export async function updateExam(db: Db, id: string, change: Partial<ExamRecord>): Promise<void> {
  await db.updateTable('exams').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function invitedTo(db: Db, examIds: readonly string[]): Promise<{ examId: string; userId: string }[]> {
  const found: { examId: string; userId: string }[] = []
  for (const some of parts(examIds))
    found.push(
      ...(await db.selectFrom('examPeople').select(['examId', 'userId']).where('examId', 'in', some).execute()),
    )
  return found
}

export async function examsFor(db: Db, userId: string): Promise<string[]> {
  const rows = await db.selectFrom('examPeople').select('examId').where('userId', '=', userId).execute()
  return rows.map(({ examId }) => examId)
}

export async function insertPeople(db: Db, rows: readonly Row<'examPeople'>[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('examPeople').values(rows).execute()
}

export async function attemptsOf(db: Db, examIds: readonly string[]): Promise<AttemptRecord[]> {
  const found: AttemptRecord[] = []
  for (const some of parts(examIds))
    found.push(
      ...(await db
        .selectFrom('examAttempts')
        .selectAll()
        .where('examId', 'in', some)
        .orderBy('userId')
        .orderBy('place')
        .execute()),
    )
  return found
}

export async function attemptsBy(db: Db, examId: string, userId: string): Promise<AttemptRecord[]> {
  return db
    .selectFrom('examAttempts')
    .selectAll()
    .where('examId', '=', examId)
    .where('userId', '=', userId)
    .orderBy('place')
    .execute()
}

export async function findAttempt(db: Db, id: string): Promise<AttemptRecord | undefined> {
  return db.selectFrom('examAttempts').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertAttempt(db: Db, row: AttemptRecord, answers: readonly AnswerRecord[]): Promise<void> {
  await db.insertInto('examAttempts').values(row).execute()
  await db.insertInto('examAnswers').values(answers).execute()
}

export async function updateAttempt(db: Db, id: string, change: Partial<AttemptRecord>): Promise<void> {
  await db.updateTable('examAttempts').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function answersOf(db: Db, attemptId: string): Promise<AnswerRecord[]> {
  return db.selectFrom('examAnswers').selectAll().where('attemptId', '=', attemptId).orderBy('place').execute()
}

export async function updateAnswer(
  db: Db,
  { attemptId, place }: Pick<AnswerRecord, 'attemptId' | 'place'>,
  change: Partial<AnswerRecord>,
): Promise<void> {
  await db
    .updateTable('examAnswers')
    .set(change)
    .where('attemptId', '=', attemptId)
    .where('place', '=', place)
    .executeTakeFirstOrThrow()
}

export async function resultsOfExams(db: Db, examIds: readonly string[]): Promise<ResultRecord[]> {
  const found: ResultRecord[] = []
  for (const some of parts(examIds))
    found.push(...(await db.selectFrom('examResults').selectAll().where('examId', 'in', some).execute()))
  return found
}

/** Results of a span of months, of one person or of everybody. */
export async function resultsBetween(
  db: Db,
  { from, to }: { from: string; to: string },
  userId: string | null,
): Promise<ResultRecord[]> {
  let query = db.selectFrom('examResults').selectAll().where('month', '>=', from).where('month', '<=', to)
  if (userId !== null) query = query.where('userId', '=', userId)
  return query.orderBy('month', 'desc').orderBy('userId').orderBy('examId').execute()
}

export async function saveResult(db: Db, row: ResultRecord): Promise<void> {
  await db.deleteFrom('examResults').where('examId', '=', row.examId).where('userId', '=', row.userId).execute()
  await db.insertInto('examResults').values(row).execute()
}

export type ItemRecord = ItemAnswer & { questionId: string; version: number }

function markedAnswers(db: Db) {
  return db
    .selectFrom('examAnswers as answer')
    .innerJoin('examAttempts as attempt', 'attempt.id', 'answer.attemptId')
    .select([
      'answer.questionId',
      'answer.version',
      'answer.points',
      'answer.outOf',
      'attempt.points as total',
      'attempt.outOf as totalOutOf',
    ])
    .where('attempt.state', '=', 'marked')
}

type MarkedRow = Omit<ItemRecord, 'points' | 'total'> & { points: number | null; total: number | null }

const whole = ({ points, total, ...rest }: MarkedRow): ItemRecord => ({
  ...rest,
  points: points ?? 0,
  total: total ?? 0,
})

/** Every marked answer to a question. */
export async function answersToQuestion(db: Db, questionId: string): Promise<ItemRecord[]> {
  return (await markedAnswers(db).where('answer.questionId', '=', questionId).execute()).map(whole)
}

/** Every marked answer of an exam. */
export async function answersInExam(db: Db, examId: string): Promise<ItemRecord[]> {
  return (await markedAnswers(db).where('attempt.examId', '=', examId).execute()).map(whole)
}
