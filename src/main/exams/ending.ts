import { answerGiven } from '../../shared/exams/model.ts'
import type { Ctx } from '../engine/handler.ts'
import { clockAt } from '../rules/exam-clock.ts'
import { bestOf, pointsOf, scoreOf, totalOf } from '../rules/exam-mark.ts'
import { draftAt, draftsOf } from './papers.ts'
import {
  type AttemptRecord,
  answersOf,
  attemptsBy,
  type ExamRecord,
  saveResult,
  updateAnswer,
  updateAttempt,
} from './sitting-queries.ts'

/** S3-99: an attempt is over, handed in by the person or by the time: what needs nobody is marked at once. */
export async function endAttempt(
  ctx: Ctx,
  attempt: AttemptRecord,
  exam: ExamRecord,
  endedBy: 'person' | 'time',
): Promise<void> {
  const { elapsedMs, seenAt, clockBackMs } = clockAt(attempt, ctx.now)
  await updateAttempt(ctx.db, attempt.id, {
    ...{ state: 'handedIn', endedBy, endedAt: ctx.now, seenAt, clockBackMs },
    elapsedMs: Math.min(elapsedMs, attempt.allowedMs),
  })
  const answers = await answersOf(ctx.db, attempt.id)
  const drafts = await draftsOf(ctx, answers)
  for (const answer of answers) {
    const given = answer.answer === null ? null : answerGiven.parse(JSON.parse(answer.answer))
    const points = pointsOf(draftAt(drafts, answer), given, answer.outOf)
    if (points !== null) await updateAnswer(ctx.db, answer, { points, markedAt: ctx.now })
  }
  await finishWhenMarked(ctx, attempt, exam)
}

/** Once every answer has its points the attempt has its score, and the best attempt is the person's result. */
export async function finishWhenMarked(
  ctx: Ctx,
  { id, outOf, userId }: Pick<AttemptRecord, 'id' | 'outOf' | 'userId'>,
  exam: ExamRecord,
): Promise<void> {
  const points = totalOf((await answersOf(ctx.db, id)).map((answer) => answer.points))
  if (points === null) return
  const score = scoreOf(points, outOf)
  await updateAttempt(ctx.db, id, { state: 'marked', points, score, markedAt: ctx.now })
  const attempts = await attemptsBy(ctx.db, exam.id, userId)
  const marked = attempts.map((one) => ({ ...one, points: one.points ?? 0, score: one.score ?? 0 }))
  const best = bestOf(marked.filter(({ state }) => state === 'marked'))
  if (!best) return
  await saveResult(ctx.db, {
    ...{ examId: exam.id, userId, month: exam.month, score: best.score, points: best.points, outOf: best.outOf },
    isPassed: best.score >= exam.passMark ? 1 : 0,
    ...{ attempts: attempts.length, attemptId: best.id, updatedAt: ctx.now },
  })
}
