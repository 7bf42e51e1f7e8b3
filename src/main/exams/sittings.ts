import { found, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import type { TrainingTopic } from '../../shared/training/words.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { isOverAt } from '../rules/exam-clock.ts'
import { drawPaper, seedOf } from '../rules/exam-draw.ts'
import { itemFiguresOf } from '../rules/exam-statistics.ts'
import { dayAt } from '../rules/zone.ts'
import { endAttempt } from './ending.ts'
import { blueprintOf, draftAt, draftsOf, poolOn } from './papers.ts'
import { findPaper, questionsByIds } from './queries.ts'
import { mustReach, reachIds } from './reach.ts'
import {
  answersInExam,
  attemptsOf,
  examsByIds,
  findExam,
  insertExam,
  insertPeople,
  invitedTo,
  listExams,
  resultsBetween,
  updateExam,
} from './sitting-queries.ts'
import { toExam, toRows } from './views.ts'

type SittingHandlers = Pick<
  FeatureHandlers<'exams'>,
  'publish' | 'invite' | 'cancel' | 'list' | 'show' | 'items' | 'collect' | 'results'
>

/** S3-99: exams are set for people and a time; their results are kept by month. */
export const sittings: SittingHandlers = {
  publish: async (ctx, { paperId, title, month, opensAt, closesAt, userIds }) => {
    const paper = found(await findPaper(ctx.db, paperId), 'examPaper')
    if (paper.isActive === 0) refuse('paper-inactive')
    if (closesAt <= Math.max(opensAt, ctx.now)) refuse('exam-times')
    const pool = await poolOn(ctx, dayAt(DESK_ZONE, opensAt))
    const { missing } = drawPaper(blueprintOf(paper), pool, 0)
    if (missing > 0) refuse('paper-too-few', { missing })
    const id = ctx.newId()
    const { blueprint, minutes, passMark, maxAttempts } = paper
    await insertExam(ctx.db, {
      ...{ id, paperId, title, month, blueprint, minutes, passMark, maxAttempts, opensAt, closesAt },
      pool: JSON.stringify(pool.map((item) => [item.id, item.version])),
      seed: seedOf(ctx.now, id),
      ...{ state: 'open', cancelReason: null, createdAt: ctx.now, createdBy: ctx.actor.id },
    })
    await askPeople(ctx, id, userIds)
    return toExam(ctx, id)
  },

  invite: async (ctx, { id, userIds }) => {
    const exam = found(await findExam(ctx.db, id), 'exam')
    if (exam.state === 'cancelled') refuse('exam-cancelled')
    if (ctx.now >= exam.closesAt) refuse('exam-closed')
    await askPeople(ctx, id, userIds)
    return toExam(ctx, id)
  },

  cancel: async (ctx, { id, reason }) => {
    const exam = found(await findExam(ctx.db, id), 'exam')
    if (ctx.actor.role !== 'manager' && exam.createdBy !== ctx.actor.id) refuse('not-your-exam')
    if ((await attemptsOf(ctx.db, [id])).length > 0) refuse('exam-begun')
    await updateExam(ctx.db, id, { state: 'cancelled', cancelReason: reason })
    return toExam(ctx, id)
  },

  list: async (ctx, { before, limit }) => {
    const exams = await listExams(ctx.db, before, limit)
    const last = exams.length < limit ? undefined : exams.at(-1)
    return { rows: await toRows(ctx, exams), next: last?.opensAt ?? null }
  },

  show: async (ctx, { id }) => toExam(ctx, id),

  /** Difficulty and discrimination of each question that the exam asked; figures of items name nobody. */
  items: async (ctx, { id }) => {
    found(await findExam(ctx.db, id), 'exam')
    const answers = await answersInExam(ctx.db, id)
    const records = await questionsByIds(
      ctx.db,
      answers.map(({ questionId }) => questionId),
    )
    const drafts = await draftsOf(ctx, answers)
    const byQuestion = Map.groupBy(answers, ({ questionId }) => questionId)
    const rows = records.map(({ id: questionId, number, kind, topic, difficulty }) => {
      const own = byQuestion.get(questionId) ?? []
      const version = own[0]?.version ?? 1
      return {
        ...{ questionId, number, version, kind, difficulty },
        topic: topic as TrainingTopic,
        text: draftAt(drafts, { questionId, version }).text,
        figures: itemFiguresOf(own),
      }
    })
    return rows.sort((a, b) => a.number - b.number)
  },

  /** Whoever never came back: the time has handed in what was stored. */
  collect: async (ctx, { id }) => {
    const exam = found(await findExam(ctx.db, id), 'exam')
    const reach: ReadonlySet<string> = await reachIds(ctx)
    for (const attempt of await attemptsOf(ctx.db, [id]))
      if (attempt.state === 'running' && reach.has(attempt.userId) && isOverAt(attempt, ctx.now))
        await endAttempt(ctx, attempt, exam, 'time')
    return toExam(ctx, id)
  },

  results: async (ctx, { userId, ...span }) => {
    const reach: ReadonlySet<string> = await reachIds(ctx)
    if (userId !== null && !reach.has(userId)) refuse('not-your-team')
    const rows = (await resultsBetween(ctx.db, span, userId)).filter((row) => reach.has(row.userId))
    const exams = await examsByIds(
      ctx.db,
      rows.map(({ examId }) => examId),
    )
    const titles = new Map(exams.map(({ id, title }) => [id, title]))
    const names = await namesOf(
      ctx.db,
      rows.map((row) => row.userId),
    )
    return rows.map(({ examId, userId: whose, month, score, isPassed, attempts }) => ({
      ...{ examId, month, score, attempts, isPassed: isPassed === 1 },
      userId: whose as UserId,
      title: titles.get(examId) ?? '',
      name: names.get(whose) ?? '',
    }))
  },
}

/** Asks each person once; only people within reach, who still work here. */
async function askPeople(ctx: Ctx, examId: string, userIds: readonly UserId[]): Promise<void> {
  const people = await mustReach(ctx, userIds)
  const asked = new Set((await invitedTo(ctx.db, [examId])).map(({ userId }) => userId))
  const fresh = [...new Set(userIds)].filter((id) => !asked.has(id))
  const gone = fresh.map((id) => people.get(id)).find((user) => user?.status === 'disabled')
  if (gone) refuse('exam-person-left', { name: gone.name })
  const invitation = { examId, invitedAt: ctx.now, invitedBy: ctx.actor.id }
  await insertPeople(
    ctx.db,
    fresh.map((userId) => ({ ...invitation, userId })),
  )
}
