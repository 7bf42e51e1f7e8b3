import type { Pulse } from '../../shared/exams/model.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { allowedFor, canBegin, clockAt, isOverAt, remainingOf } from '../rules/exam-clock.ts'
import { drawPaper, outOf, seedOf } from '../rules/exam-draw.ts'
import { endAttempt, finishWhenMarked } from './ending.ts'
import { blueprintOf, draftAt, draftsOf, orderFor } from './papers.ts'
import { questionsByIds } from './queries.ts'
import { mustBeOther, mustReach } from './reach.ts'
import {
  type AttemptRecord,
  answersOf,
  attemptsBy,
  attemptsOf,
  type ExamRecord,
  examsByIds,
  examsFor,
  findAttempt,
  findExam,
  insertAttempt,
  resultsOfExams,
  updateAnswer,
  updateAttempt,
} from './sitting-queries.ts'
import { factsOf, toAttempt, toSheet } from './views.ts'

type OwnHandlers = Pick<FeatureHandlers<'exams'>, 'mine' | 'sit' | 'answer' | 'tick' | 'handIn' | 'attempt' | 'mark'>

/** S3-99: one's own exams; what is answered is stored at once, so that an exam outlives the program's end. */
export const sitting: OwnHandlers = {
  mine: async (ctx) => {
    const exams = await examsByIds(ctx.db, await examsFor(ctx.db, ctx.actor.id))
    const ids = exams.map(({ id }) => id)
    const attempts = (await attemptsOf(ctx.db, ids)).filter(({ userId }) => userId === ctx.actor.id)
    const results = (await resultsOfExams(ctx.db, ids)).filter(({ userId }) => userId === ctx.actor.id)
    return exams.map((exam) => {
      const own = attempts.filter(({ examId }) => examId === exam.id)
      const result = results.find(({ examId }) => examId === exam.id)
      const isRunning = own.some((one) => one.state === 'running' && !isOverAt(one, ctx.now))
      return {
        ...factsOf(exam),
        attempts: own.map((one) => toAttempt(one, ctx.now)),
        score: result?.score ?? null,
        isPassed: result ? result.isPassed === 1 : null,
        maySit: isRunning || canBegin(exam, own, ctx.now).allowed,
      }
    })
  },

  /** Goes on with an attempt under way; begins one otherwise, with questions drawn for it alone. */
  sit: async (ctx, { examId }) => {
    const exam = found(await findExam(ctx.db, examId), 'exam')
    if (!(await examsFor(ctx.db, ctx.actor.id)).includes(examId)) refuse('exam-not-invited')
    const attempts = await attemptsBy(ctx.db, examId, ctx.actor.id)
    const running = attempts.find(({ state }) => state === 'running')
    if (!running) {
      must(canBegin(exam, attempts, ctx.now))
      return sheetOf(ctx, await begin(ctx, exam, attempts.length + 1), exam)
    }
    await beat(ctx, running, exam)
    return sheetOf(ctx, running.id, exam)
  },

  answer: async (ctx, { attemptId, place, answer }) => {
    const { attempt, exam } = await ownAttempt(ctx, attemptId)
    const pulse = await beat(ctx, attempt, exam)
    if (pulse.state !== 'running') return { ...pulse, isLate: true }
    const asked = found(
      (await answersOf(ctx.db, attemptId)).find((one) => one.place === place),
      'examAnswer',
    )
    const options = JSON.parse(asked.optionOrder) as number[]
    if (answer.choices.some((choice) => !options.includes(choice))) refuse('exam-no-option')
    const choices = [...new Set(answer.choices)].sort((a, b) => a - b)
    await updateAnswer(ctx.db, asked, { answer: JSON.stringify({ ...answer, choices }), answeredAt: ctx.now })
    return pulse
  },

  tick: async (ctx, { attemptId }) => {
    const { attempt, exam } = await ownAttempt(ctx, attemptId)
    return beat(ctx, attempt, exam)
  },

  handIn: async (ctx, { attemptId }) => {
    const { attempt, exam } = await ownAttempt(ctx, attemptId)
    if (attempt.state === 'running')
      await endAttempt(ctx, attempt, exam, isOverAt(attempt, ctx.now) ? 'time' : 'person')
    return sheetOf(ctx, attemptId, exam)
  },

  attempt: async (ctx, { attemptId }) => {
    const attempt = found(await findAttempt(ctx.db, attemptId), 'examAttempt')
    await mustReach(ctx, [attempt.userId])
    return toSheet(ctx, attempt, found(await findExam(ctx.db, attempt.examId), 'exam'))
  },

  /** A short answer gets its points from somebody else than its writer; the last one gives the attempt its score. */
  mark: async (ctx, { attemptId, place, points, remark }) => {
    const attempt = found(await findAttempt(ctx.db, attemptId), 'examAttempt')
    await mustReach(ctx, [attempt.userId])
    mustBeOther(ctx, attempt.userId)
    if (attempt.state === 'running') refuse('exam-running')
    const answer = found(
      (await answersOf(ctx.db, attemptId)).find((one) => one.place === place),
      'examAnswer',
    )
    const { kind } = draftAt(await draftsOf(ctx, [answer]), answer)
    if (kind !== 'short') refuse('exam-marked-alone')
    if (points > answer.outOf) refuse('exam-points', { most: answer.outOf })
    ctx.note({ before: { points: answer.points, remark: answer.remark } })
    await updateAnswer(ctx.db, answer, { points, remark, markedAt: ctx.now, markedBy: ctx.actor.id })
    const exam = found(await findExam(ctx.db, attempt.examId), 'exam')
    await finishWhenMarked(ctx, attempt, exam)
    return sheetOf(ctx, attemptId, exam)
  },
}

async function sheetOf(ctx: Ctx, attemptId: string, exam: ExamRecord) {
  return toSheet(ctx, found(await findAttempt(ctx.db, attemptId), 'examAttempt'), exam)
}

async function ownAttempt(ctx: Ctx, id: string): Promise<{ attempt: AttemptRecord; exam: ExamRecord }> {
  const attempt = found(await findAttempt(ctx.db, id), 'examAttempt')
  if (attempt.userId !== ctx.actor.id) refuse('exam-not-yours')
  return { attempt, exam: found(await findExam(ctx.db, attempt.examId), 'exam') }
}

/** Lets the attempt's time run to this moment; when none is left, the time hands in. */
async function beat(ctx: Ctx, attempt: AttemptRecord, exam: ExamRecord): Promise<Pulse> {
  if (attempt.state !== 'running') return { state: attempt.state, remainingMs: 0, isLate: false }
  const { elapsedMs, seenAt, clockBackMs, allowedMs } = clockAt(attempt, ctx.now)
  const remainingMs = remainingOf({ elapsedMs, seenAt, clockBackMs, allowedMs })
  if (remainingMs > 0) {
    await updateAttempt(ctx.db, attempt.id, { elapsedMs, seenAt, clockBackMs })
    return { state: 'running', remainingMs, isLate: false }
  }
  await endAttempt(ctx, attempt, exam, 'time')
  const ended = found(await findAttempt(ctx.db, attempt.id), 'examAttempt')
  return { state: ended.state, remainingMs: 0, isLate: false }
}

async function begin(ctx: Ctx, exam: ExamRecord, place: number): Promise<string> {
  const entries = (JSON.parse(exam.pool) as [string, number][]).map(([questionId, version]) => ({
    questionId,
    version,
  }))
  const drafts = await draftsOf(ctx, entries)
  const records = await questionsByIds(
    ctx.db,
    entries.map(({ questionId }) => questionId),
  )
  const numbers = new Map(records.map(({ id, number }) => [id, number]))
  const versions = new Map(entries.map(({ questionId, version }) => [questionId, version]))
  // As the questions were when the exam was set, whatever became of them since.
  const pool = entries.map((entry) => {
    const { kind, topic, difficulty } = draftAt(drafts, entry)
    return { id: entry.questionId, number: numbers.get(entry.questionId) ?? 0, kind, topic, difficulty }
  })
  const seed = seedOf(exam.seed, ctx.actor.id, String(place))
  const blueprint = blueprintOf(exam)
  const { items, missing } = drawPaper(blueprint, pool, seed)
  if (missing > 0) refuse('paper-too-few', { missing })
  const id = ctx.newId()
  const placed = items.map((item, index) => ({
    ...{ place: index + 1, questionId: item.id, version: versions.get(item.id) ?? 1, outOf: item.outOf },
  }))
  await insertAttempt(
    ctx.db,
    {
      ...{ id, examId: exam.id, userId: ctx.actor.id, place, seed, startedAt: ctx.now, seenAt: ctx.now },
      allowedMs: allowedFor(exam.minutes, ctx.now, exam.closesAt),
      ...{ elapsedMs: 0, clockBackMs: 0, state: 'running', endedBy: null, endedAt: null },
      ...{ outOf: outOf(blueprint), points: null, score: null, markedAt: null },
    },
    placed.map((one) => ({
      ...one,
      attemptId: id,
      optionOrder: JSON.stringify(orderFor(draftAt(drafts, one), seedOf(seed, String(one.place)))),
      ...{ answer: null, answeredAt: null, points: null, remark: '', markedAt: null, markedBy: null },
    })),
  )
  return id
}
