import type { AttemptRow, AttemptView, ExamPerson, ExamRow, ExamView, PaperQuestion } from '../../shared/exams/model.ts'
import { answerGiven } from '../../shared/exams/model.ts'
import { found } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { clockAt, isOverAt, remainingOf } from '../rules/exam-clock.ts'
import { blueprintOf, draftAt, draftsOf, toQuestion } from './papers.ts'
import { reachIds } from './reach.ts'
import {
  type AnswerRecord,
  type AttemptRecord,
  answersOf,
  attemptsOf,
  type ExamRecord,
  findExam,
  invitedTo,
  type ResultRecord,
  resultsOfExams,
} from './sitting-queries.ts'

export function factsOf(exam: ExamRecord) {
  const { id, title, month, minutes, passMark, maxAttempts, opensAt, closesAt, state, cancelReason } = exam
  return { id, title, month, minutes, passMark, maxAttempts, opensAt, closesAt, state, cancelReason }
}

export function toAttempt(record: AttemptRecord, now: number): AttemptRow {
  const { id, place, state, startedAt, endedAt, endedBy, clockBackMs, outOf, points, score } = record
  const isOver = state === 'running' && isOverAt(record, now)
  return { id, place, state, startedAt, endedAt, endedBy, clockBackMs, outOf, points, score, isOver }
}

/** Exams as a lead or manager sees them: only the people within reach, and no exam without any. */
export async function toRows(ctx: Ctx, exams: readonly ExamRecord[]): Promise<ExamRow[]> {
  const files = await filesOf(ctx, exams)
  return exams.flatMap((exam) => {
    const { invited, attempts, results } = files(exam.id)
    if (invited.length === 0 && exam.createdBy !== ctx.actor.id && ctx.actor.role === 'lead') return []
    return [toRow(exam, invited, attempts, results)]
  })
}

function toRow(
  exam: ExamRecord,
  invited: readonly string[],
  attempts: readonly AttemptRecord[],
  results: readonly ResultRecord[],
): ExamRow {
  return {
    ...factsOf(exam),
    invited: invited.length,
    sat: new Set(attempts.map(({ userId }) => userId)).size,
    passed: results.filter(({ isPassed }) => isPassed === 1).length,
    toMark: attempts.filter(({ state }) => state === 'handedIn').length,
  }
}

/** Who was asked to these exams, and how it went, within the reach of whoever asks. */
async function filesOf(ctx: Ctx, exams: readonly ExamRecord[]) {
  const ids = exams.map(({ id }) => id)
  const reach: ReadonlySet<string> = await reachIds(ctx)
  const invited = (await invitedTo(ctx.db, ids)).filter(({ userId }) => reach.has(userId))
  const attempts = (await attemptsOf(ctx.db, ids)).filter(({ userId }) => reach.has(userId))
  const results = (await resultsOfExams(ctx.db, ids)).filter(({ userId }) => reach.has(userId))
  return (id: string) => ({
    invited: invited.filter(({ examId }) => examId === id).map(({ userId }) => userId),
    attempts: attempts.filter(({ examId }) => examId === id),
    results: results.filter(({ examId }) => examId === id),
  })
}

export async function toExam(ctx: Ctx, id: string): Promise<ExamView> {
  const exam = found(await findExam(ctx.db, id), 'exam')
  const { invited, attempts, results } = (await filesOf(ctx, [exam]))(id)
  const names = await namesOf(ctx.db, invited)
  const people: ExamPerson[] = invited.map((userId) => {
    const result = results.find((one) => one.userId === userId)
    return {
      userId: userId as UserId,
      name: names.get(userId) ?? '',
      attempts: attempts.filter((one) => one.userId === userId).map((one) => toAttempt(one, ctx.now)),
      score: result?.score ?? null,
      isPassed: result ? result.isPassed === 1 : null,
    }
  })
  people.sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || (a.name < b.name ? -1 : 1))
  return {
    ...toRow(exam, invited, attempts, results),
    ...{ blueprint: blueprintOf(exam), seed: exam.seed, people },
  }
}

/** An attempt with its questions; the key is shown once the exam has closed, and to whoever marks it. */
export async function toSheet(ctx: Ctx, attempt: AttemptRecord, exam: ExamRecord): Promise<AttemptView> {
  const answers = await answersOf(ctx.db, attempt.id)
  const drafts = await draftsOf(ctx, answers)
  const isOwn = attempt.userId === ctx.actor.id
  const isOpened = attempt.state !== 'running' && (!isOwn || ctx.now >= exam.closesAt)
  const names = await namesOf(ctx.db, [attempt.userId])
  const sees = (answer: AnswerRecord): PaperQuestion => ({
    ...toQuestion(draftAt(drafts, answer), answer, JSON.parse(answer.optionOrder) as number[], isOpened),
    answer: answer.answer === null ? null : answerGiven.parse(JSON.parse(answer.answer)),
    points: isOpened ? answer.points : null,
    remark: isOpened ? answer.remark : '',
  })
  return {
    ...toAttempt(attempt, ctx.now),
    ...{ examId: exam.id, title: exam.title, passMark: exam.passMark, isOpened },
    userId: attempt.userId as UserId,
    name: names.get(attempt.userId) ?? '',
    remainingMs: attempt.state === 'running' ? remainingOf(clockAt(attempt, ctx.now)) : 0,
    questions: answers.map(sees),
  }
}
