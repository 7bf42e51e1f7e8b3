import {
  type BlueprintLine,
  blueprintLine,
  type PaperQuestion,
  type PaperRow,
  type QuestionDraft,
  questionDraft,
} from '../../shared/exams/model.ts'
import { TRUE_FALSE } from '../../shared/exams/words.ts'
import { found, refuse } from '../../shared/failure.ts'
import { type Day, DESK_ZONE } from '../../shared/time.ts'
import type { TrainingTopic } from '../../shared/training/words.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { drawPaper, optionOrder, outOf, type PoolItem, seedOf } from '../rules/exam-draw.ts'
import { isValidOn } from '../rules/exam-question.ts'
import { dayAt } from '../rules/zone.ts'
import {
  activeQuestions,
  findPaper,
  insertPaper,
  listPapers,
  type PaperRecord,
  type QuestionRecord,
  updatePaper,
  versionsOf,
} from './queries.ts'

type PaperHandlers = Pick<FeatureHandlers<'exams'>, 'papers' | 'savePaper' | 'tryPaper'>

/** S3-99: papers say how many questions of which kind; who sits gets questions drawn by that. */
export const papers: PaperHandlers = {
  papers: async (ctx) => {
    const pool = await poolOn(ctx, dayAt(DESK_ZONE, ctx.now))
    return (await listPapers(ctx.db)).map((record) => toRow(record, pool))
  },

  savePaper: async (ctx, { id = ctx.newId(), paper, isActive }) => {
    const { blueprint, ...rest } = paper
    if (blueprint.reduce((sum, { count }) => sum + count, 0) > 100) refuse('paper-too-long', { most: 100 })
    const columns = { ...rest, blueprint: JSON.stringify(blueprint), isActive: isActive ? (1 as const) : (0 as const) }
    const known = await findPaper(ctx.db, id)
    if (known) {
      ctx.note({ before: { title: known.title, blueprint: known.blueprint, passMark: known.passMark } })
      await updatePaper(ctx.db, id, columns)
    } else await insertPaper(ctx.db, { id, ...columns, createdAt: ctx.now, createdBy: ctx.actor.id })
    return toRow(found(await findPaper(ctx.db, id), 'examPaper'), await poolOn(ctx, dayAt(DESK_ZONE, ctx.now)))
  },

  tryPaper: async (ctx, { id, seed }) => {
    const paper = found(await findPaper(ctx.db, id), 'examPaper')
    const pool = await poolOn(ctx, dayAt(DESK_ZONE, ctx.now))
    const blueprint = blueprintOf(paper)
    const { items, missing } = drawPaper(blueprint, pool, seed)
    if (missing > 0) refuse('paper-too-few', { missing })
    const versionBy = new Map(pool.map((item) => [item.id, item.version]))
    const places = items.map((item, index) => ({
      ...{ place: index + 1, questionId: item.id, version: versionBy.get(item.id) ?? 1, outOf: item.outOf },
    }))
    const drafts = await draftsOf(ctx, places)
    return places.map((one) => {
      const draft = draftAt(drafts, one)
      const order = orderFor(draft, seedOf(seed, String(one.place)))
      return { ...toQuestion(draft, one, order, true), answer: null, points: null, remark: '' }
    })
  },
}

export function blueprintOf({ blueprint }: { blueprint: string }): BlueprintLine[] {
  return blueprintLine.array().parse(JSON.parse(blueprint))
}

type VersionedItem = PoolItem & { version: number }

/** The questions in use that may be asked on a day. */
export async function poolOn(ctx: Ctx, day: Day): Promise<VersionedItem[]> {
  return (await activeQuestions(ctx.db)).filter((record) => isValidOn(record, day)).map(toPoolItem)
}

function toPoolItem({ id, number, kind, topic, difficulty, version }: QuestionRecord): VersionedItem {
  return { id, number, kind, topic: topic as TrainingTopic, difficulty, version }
}

function toRow(record: PaperRecord, pool: readonly PoolItem[]): PaperRow {
  const { id, title, minutes, passMark, maxAttempts } = record
  const blueprint = blueprintOf(record)
  return {
    ...{ id, title, minutes, passMark, maxAttempts, blueprint },
    isActive: record.isActive === 1,
    questions: blueprint.reduce((sum, { count }) => sum + count, 0),
    outOf: outOf(blueprint),
    missing: drawPaper(blueprint, pool, 0).missing,
  }
}

type Placed = { questionId: string; version: number }
export type Drafts = ReadonlyMap<string, QuestionDraft>

/** The words of questions in the versions that were drawn. */
export async function draftsOf(ctx: Ctx, placed: readonly Placed[]): Promise<Drafts> {
  const versions = await versionsOf(
    ctx.db,
    placed.map(({ questionId }) => questionId),
  )
  const wanted = new Set(placed.map(({ questionId, version }) => `${questionId} ${version}`))
  return new Map(
    versions
      .map(({ questionId, version, body }) => [`${questionId} ${version}`, body] as const)
      .filter(([key]) => wanted.has(key))
      .map(([key, body]) => [key, questionDraft.parse(JSON.parse(body))]),
  )
}

export function draftAt(drafts: Drafts, { questionId, version }: Placed): QuestionDraft {
  return found(drafts.get(`${questionId} ${version}`), 'examQuestion')
}

/** True and false stay in their order; other options are mixed. */
export function orderFor(draft: QuestionDraft, seed: number): number[] {
  const isFixed = draft.kind === 'trueFalse'
  return optionOrder(isFixed ? TRUE_FALSE.length : draft.options.length, seed, isFixed)
}

/** A question as somebody sees it, with its key only when it may be shown. */
export function toQuestion(
  { kind, text, options, right, guide }: QuestionDraft,
  { place, outOf: most }: { place: number; outOf: number },
  order: readonly number[],
  isOpened: boolean,
): Omit<PaperQuestion, 'answer' | 'points' | 'remark'> {
  const all = kind === 'trueFalse' ? TRUE_FALSE : options
  return {
    ...{ place, kind, text, outOf: most },
    options: order.map((at) => ({ place: at, zh: all[at]?.zh ?? '', en: all[at]?.en ?? '' })),
    right: isOpened ? right : null,
    guide: isOpened ? guide : null,
  }
}
