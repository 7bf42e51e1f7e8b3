import shipped from '../../../resources/exams/questions.json' with { type: 'json' }
import { type QuestionDraft, type QuestionRow, type QuestionView, questionDraft } from '../../shared/exams/model.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { openTable } from '../files/read-table.ts'
import { columnsOf, readQuestion } from '../rules/exam-file.ts'
import { checkQuestion, isValidOn } from '../rules/exam-question.ts'
import { itemFiguresOf } from '../rules/exam-statistics.ts'
import { dayAt } from '../rules/zone.ts'
import {
  activeQuestions,
  countQuestions,
  findQuestion,
  insertQuestion,
  insertVersion,
  lastNumber,
  listQuestions,
  type QuestionRecord,
  shippedCodes,
  updateQuestion,
  versionsOf,
} from './queries.ts'
import { answersToQuestion } from './sitting-queries.ts'

type BankHandlers = Pick<
  FeatureHandlers<'exams'>,
  'questions' | 'question' | 'saveQuestion' | 'setQuestionState' | 'importQuestions' | 'adoptBank'
>

/** S3-99: the question bank. A question is never changed in place: papers that drew it keep the words they had. */
export const bank: BankHandlers = {
  questions: async (ctx, filter) => {
    const records = await listQuestions(ctx.db, filter)
    const rows = await toRows(ctx, records)
    const last = records.length < filter.limit ? undefined : records.at(-1)
    return { rows, total: await countQuestions(ctx.db, filter), next: last?.number ?? null }
  },

  question: async (ctx, { id }) => toView(ctx, id),

  saveQuestion: async (ctx, { id, question, reason }) => {
    must(checkQuestion(question))
    if (id === undefined) return toView(ctx, await addQuestion(ctx, question, await nextNumber(ctx)))
    const known = found(await findQuestion(ctx.db, id), 'examQuestion')
    const version = known.version + 1
    ctx.note({ before: { version: known.version } })
    await updateQuestion(ctx.db, id, { ...columnsFor(question), version })
    await insertVersion(ctx.db, {
      ...{ questionId: id, version, body: JSON.stringify(question), reason },
      ...{ savedAt: ctx.now, savedBy: ctx.actor.id },
    })
    return toView(ctx, id)
  },

  setQuestionState: async (ctx, { id, state }) => {
    const known = found(await findQuestion(ctx.db, id), 'examQuestion')
    ctx.note({ before: { state: known.state } })
    await updateQuestion(ctx.db, id, { state })
    return toView(ctx, id)
  },

  /** Takes the rows that are whole; each bad one is named with its field and why. */
  importQuestions: async (ctx, { file }) => {
    const opened = await openTable(file, { signal: ctx.signal })
    if (!opened.ok) refuse(`file-${opened.failure.reason}`, opened.failure.params)
    const { table } = opened
    const rejected: { row: number; field: string; reason: string }[] = []
    let [read, number] = [0, await nextNumber(ctx)]
    try {
      const columns = columnsOf(table.headers)
      if (!columns) refuse('question-columns')
      const texts = await knownTexts(ctx)
      for await (const batch of table.batches) {
        if (!batch.ok) refuse(`file-${batch.failure.reason}`, batch.failure.params)
        for (const { row, cells } of batch.rows) {
          read += 1
          const answer = readQuestion(cells, columns)
          if (!answer.ok) rejected.push({ row, field: answer.field, reason: answer.reason })
          else if (texts.has(answer.question.text.zh)) rejected.push({ row, field: 'text', reason: 'question-known' })
          else {
            texts.add(answer.question.text.zh)
            await addQuestion(ctx, answer.question, number++)
          }
        }
      }
    } finally {
      await table.close()
    }
    ctx.note({ read, rejected: rejected.length })
    return { read, taken: read - rejected.length, rejected }
  },

  /** The questions that come with the product, as far as they are not in the bank yet. */
  adoptBank: async (ctx) => {
    const known = await shippedCodes(ctx.db)
    const fresh = shipped.questions.filter(({ code }) => !known.has(code))
    let number = await nextNumber(ctx)
    for (const { code, ...question } of fresh) await addQuestion(ctx, questionDraft.parse(question), number++, code)
    return { taken: fresh.length }
  },
}

const nextNumber = async (ctx: Ctx) => (await lastNumber(ctx.db)) + 1

const columnsFor = ({ kind, topic, difficulty, validFrom, validUntil }: QuestionDraft) => ({
  ...{ kind, topic, difficulty, validFrom, validUntil },
})

async function knownTexts(ctx: Ctx): Promise<Set<string>> {
  const rows = await toRows(ctx, await activeQuestions(ctx.db))
  return new Set(rows.map(({ text }) => text.zh))
}

async function addQuestion(ctx: Ctx, question: QuestionDraft, number: number, code?: string): Promise<string> {
  const id = ctx.newId()
  const saved = { savedAt: ctx.now, savedBy: ctx.actor.id }
  await insertQuestion(
    ctx.db,
    {
      ...{ ...columnsFor(question), id, number, shippedCode: code ?? null, version: 1, state: 'active' },
      ...{ createdAt: ctx.now, createdBy: ctx.actor.id },
    },
    { questionId: id, version: 1, body: JSON.stringify(question), reason: '', ...saved },
  )
  return id
}

async function toRows(ctx: Ctx, records: readonly QuestionRecord[]): Promise<QuestionRow[]> {
  const versions = await versionsOf(
    ctx.db,
    records.map(({ id }) => id),
  )
  const bodies = new Map(versions.map(({ questionId, version, body }) => [`${questionId} ${version}`, body]))
  const today = dayAt(DESK_ZONE, ctx.now)
  return records.map(({ id, number, version, state, ...record }) => ({
    ...questionDraft.parse(JSON.parse(bodies.get(`${id} ${version}`) ?? '{}')),
    ...{ id, number, version, state, isValid: isValidOn(record, today) },
  }))
}

async function toView(ctx: Ctx, id: string): Promise<QuestionView> {
  const [row] = await toRows(ctx, [found(await findQuestion(ctx.db, id), 'examQuestion')])
  const versions = await versionsOf(ctx.db, [id])
  const names = await namesOf(
    ctx.db,
    versions.map(({ savedBy }) => savedBy),
  )
  return {
    ...found(row, 'examQuestion'),
    figures: itemFiguresOf(await answersToQuestion(ctx.db, id)),
    versions: versions.map(({ version, savedAt, savedBy, reason }) => ({
      ...{ version, savedAt, reason },
      savedByName: names.get(savedBy) ?? '',
    })),
  }
}
