import { found, must, refuse } from '../../shared/failure.ts'
import { type ArticleDraft, type ArticleView, articleStep } from '../../shared/knowledge/model.ts'
import { viewerOf } from '../cases/case-file.ts'
import { mustNotBeOnFile } from '../companies/on-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canEditArticle, canPublish, canReviewArticle, checkArticle, mayWrite } from '../rules/knowledge.ts'
import { indexOf } from '../rules/knowledge-search.ts'
import { type ArticleRecord, findArticle, indexArticle, insertArticle, updateArticle, versionsOf } from './queries.ts'
import { todayOf, toViews } from './views.ts'

type Calls = Pick<FeatureHandlers<'knowledge'>, 'save' | 'submit' | 'review' | 'withdraw'>

/** S3-59: an article's way from draft to use and out of it. */
export const editing: Calls = {
  save: async (ctx, { id, code, article }) => {
    must(mayWrite(viewerOf(ctx).role, article.kind))
    must(checkArticle(article))
    if (article.kind === 'travel') await mustNotBeOnFile(ctx.db, article.company)
    if (id === null) {
      const row = await newVersion(ctx, code, article)
      await insertArticle(ctx.db, row)
      return view(ctx, row.id)
    }
    const before = await loadDraft(ctx, id)
    ctx.note({ before: { titleZh: before.titleZh, bodyZh: before.bodyZh } })
    await updateArticle(ctx.db, id, { ...columnsOf(article), updatedAt: ctx.now })
    return view(ctx, id)
  },

  submit: async (ctx, { id }) => {
    await loadDraft(ctx, id)
    await updateArticle(ctx.db, id, { state: 'submitted', updatedAt: ctx.now, reviewNote: '' })
    return view(ctx, id)
  },

  review: async (ctx, { id, isApproved, note }) => {
    const { db, now, actor } = ctx
    const row = found(await findArticle(db, id), 'article')
    must(canReviewArticle(viewerOf(ctx), row))
    if (!isApproved && note === '') refuse('article-review-note')
    if (isApproved) must(canPublish(row, todayOf(ctx)))
    // The company may have come on file since the draft was written.
    if (isApproved && row.kind === 'travel') await mustNotBeOnFile(db, row.company)
    const state = isApproved ? 'published' : 'draft'
    await updateArticle(db, id, { state, reviewedBy: actor.id, reviewedAt: now, reviewNote: note, updatedAt: now })
    if (isApproved) await publish(ctx, row)
    return view(ctx, id)
  },

  withdraw: async (ctx, { id, reason }) => {
    const { db, now, actor } = ctx
    const row = found(await findArticle(db, id), 'article')
    if (row.state !== 'published') refuse('article-not-published')
    for (const one of await versionsOf(db, row.code)) {
      if (one.state !== 'published') continue
      const change = { withdrawnBy: actor.id, withdrawnAt: now, withdrawReason: reason, updatedAt: now }
      await updateArticle(db, one.id, { ...change, state: 'withdrawn' })
      await indexArticle(db, one.id, [])
    }
    return view(ctx, id)
  },
}

async function view(ctx: Ctx, id: string): Promise<ArticleView> {
  const [shown] = await toViews(ctx, [found(await findArticle(ctx.db, id), 'article')])
  return found(shown, 'article')
}

async function loadDraft(ctx: Ctx, id: string): Promise<ArticleRecord> {
  const row = found(await findArticle(ctx.db, id), 'article')
  must(canEditArticle(ctx.actor, row))
  return row
}

/** What is in force at once takes the place of what was; what begins later leaves it standing until then. */
async function publish(ctx: Ctx, row: ArticleRecord): Promise<void> {
  const { db } = ctx
  await indexArticle(db, row.id, tokensOfArticle(row))
  if (row.validFrom > todayOf(ctx)) return
  for (const one of await versionsOf(db, row.code)) {
    if (one.id === row.id || one.state !== 'published' || one.validFrom > row.validFrom) continue
    await updateArticle(db, one.id, { state: 'replaced' })
    await indexArticle(db, one.id, [])
  }
}

/** What an article is found by. */
export function tokensOfArticle(row: ArticleRecord) {
  const steps = articleStep.array().parse(JSON.parse(row.steps))
  const stepText = steps.map(({ zh, en, call }) => `${zh} ${en} ${call.zh} ${call.en}`).join('\n')
  return indexOf({ ...row, stepText })
}

async function newVersion(ctx: Ctx, code: string | null, article: ArticleDraft): Promise<ArticleRecord> {
  const versions = code === null ? [] : await versionsOf(ctx.db, code)
  if (code !== null && versions.length === 0) found(null, 'article')
  if (versions.some(({ state }) => state === 'draft' || state === 'submitted')) refuse('article-in-work')
  if (versions[0] && versions[0].kind !== article.kind) refuse('article-kind')
  const id = ctx.newId()
  return {
    ...columnsOf(article),
    id,
    code: code ?? id,
    version: (versions[0]?.version ?? 0) + 1,
    state: 'draft',
    authorId: ctx.actor.id,
    createdAt: ctx.now,
    updatedAt: ctx.now,
    ...UNREVIEWED,
  }
}

const UNREVIEWED = {
  ...{ reviewedBy: null, reviewedAt: null, reviewNote: '' },
  ...{ withdrawnBy: null, withdrawnAt: null, withdrawReason: '' },
}

/** What an author wrote, as it is stored. */
function columnsOf({ title, body, steps, channels, ...plain }: ArticleDraft) {
  return {
    ...plain,
    ...{ titleZh: title.zh, titleEn: title.en, bodyZh: body.zh, bodyEn: body.en },
    steps: JSON.stringify(steps),
    channels: JSON.stringify(channels),
  }
}

/** A version 1 that came with the product: it has no author, and nobody of the desk has reviewed it. */
export function shippedRecord(code: string, article: ArticleDraft, now: number): ArticleRecord {
  return {
    ...columnsOf(article),
    ...{ id: `${code}@1`, code, version: 1, state: 'published', authorId: null, createdAt: now, updatedAt: now },
    ...UNREVIEWED,
  }
}
