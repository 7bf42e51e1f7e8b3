import type { ArticleView } from '../../shared/knowledge/model.ts'
import { soughtIn } from '../../shared/knowledge/tokens.ts'
import { ANSWER_KINDS, type ArticleKind, type ListView } from '../../shared/knowledge/words.ts'
import { openRow } from '../cases/case-file.ts'
import { companyOfCase } from '../companies/on-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { currentOf, isExpiring } from '../rules/knowledge.ts'
import { propose, rank } from '../rules/knowledge-search.ts'
import { readsBy } from './marks-queries.ts'
import { type ArticleRecord, articlesById, articlesIn, memberNotes, publishedOf, tokensFor } from './queries.ts'
import { todayOf, toRow, toViews } from './views.ts'

type Calls = Pick<FeatureHandlers<'knowledge'>, 'find' | 'list' | 'emergency' | 'suggest' | 'unread'>
/** What a case may call for: words for the customer, and the card for an emergency. */
const SUGGESTED: readonly ArticleKind[] = [...ANSWER_KINDS, 'emergency']

/** How articles are found: by words, by list, by what a case says. */
export const finding: Calls = {
  find: async (ctx, { text, kinds, limit }) => {
    const hits = await search(ctx, text, kinds)
    const views = await toViews(
      ctx,
      hits.slice(0, limit).map(({ article }) => article),
    )
    return views.map((view, i) => ({ ...toRow(view), body: view.body, where: hits[i]?.where ?? [] }))
  },

  list: async (ctx, { view, kinds }) => {
    const views = await listed(ctx, view, kinds)
    return views.map(toRow)
  },

  emergency: async (ctx) => toViews(ctx, await inForce(ctx, ['emergency'])),

  suggest: async (ctx, { caseId, text, category, limit }) => {
    const told = caseId === null ? { text, category, memberId: null, company: '' } : await toldBy(ctx, caseId, text)
    const notes = told.memberId === null ? undefined : await memberNotes(ctx.db, told.memberId)
    const articles = await inForce(ctx, SUGGESTED)
    const companies = [told.text, told.company, notes?.text ?? ''].join('\n')
    const proposals = propose(articles, { ...told, companies, tier: notes?.tier ?? null }).slice(0, limit)
    const views = await toViews(
      ctx,
      proposals.map(({ article }) => article),
    )
    return views.map((one, i) => ({
      ...toRow(one),
      ...{ body: one.body, steps: one.steps },
      reasons: proposals[i]?.reasons ?? { words: [], isCategory: false, isCompany: false },
    }))
  },

  unread: async (ctx) => {
    const views = await toViews(ctx, await unreadNotices(ctx, ctx.actor.id))
    return views.map(toRow)
  },
}

/** S4-81: the notices in force that a person has not read. */
export async function unreadNotices(ctx: Pick<Ctx, 'db' | 'now'>, userId: string): Promise<ArticleRecord[]> {
  const reads = await readsBy(ctx.db, userId)
  return (await inForce(ctx, ['notice'])).filter(({ id }) => !reads.has(id))
}

/** S3-57: what may be offered today and has every word, best first. */
export async function search(ctx: Ctx, text: string, kinds: readonly ArticleKind[]) {
  const sought = soughtIn(text)
  const ranked = rank(sought, await tokensFor(ctx.db, sought))
  const records = await articlesById(
    ctx.db,
    ranked.map(({ articleId }) => articleId),
  )
  const offered = new Map((await currentAmong(ctx, records)).map((one) => [one.id, one]))
  return ranked.flatMap(({ articleId, where }) => {
    const article = offered.get(articleId)
    return article && (kinds.length === 0 || kinds.includes(article.kind)) ? [{ article, where }] : []
  })
}

/** Those of some versions that count today: an expired one is never offered (S3-59). */
async function currentAmong(ctx: Ctx, records: readonly ArticleRecord[]): Promise<ArticleRecord[]> {
  const published = Map.groupBy(
    await publishedOf(
      ctx.db,
      records.map(({ code }) => code),
    ),
    ({ code }) => code,
  )
  const today = todayOf(ctx)
  return records.filter(({ id, code }) => currentOf(published.get(code) ?? [], today)?.id === id)
}

async function inForce(ctx: Pick<Ctx, 'db' | 'now'>, kinds: readonly ArticleKind[]): Promise<ArticleRecord[]> {
  const published = Map.groupBy(await articlesIn(ctx.db, ['published'], kinds), ({ code }) => code)
  const today = todayOf(ctx)
  return [...published.values()].flatMap((versions) => currentOf(versions, today) ?? [])
}

async function listed(ctx: Ctx, view: ListView, kinds: readonly ArticleKind[]): Promise<ArticleView[]> {
  const today = todayOf(ctx)
  if (view === 'work') return toViews(ctx, await articlesIn(ctx.db, ['draft', 'submitted'], kinds))
  if (view === 'withdrawn') return toViews(ctx, await articlesIn(ctx.db, ['withdrawn'], kinds))
  const all = await toViews(ctx, await articlesIn(ctx.db, ['published'], kinds))
  if (view === 'expired') return all.filter(({ standing }) => standing === 'expired')
  if (view === 'expiring') return all.filter((one) => one.standing === 'inForce' && isExpiring(one, today))
  return all.filter(({ standing }) => standing === 'inForce' || standing === 'coming')
}

/** What a stored case says, with what is being written about it. */
async function toldBy(ctx: Ctx, caseId: Parameters<typeof openRow>[1], more: string) {
  const row = await openRow(ctx, caseId)
  return {
    text: [row.title, row.content, row.contactName, more].join('\n'),
    category: row.category,
    memberId: row.memberId,
    company: await companyOfCase(ctx.db, caseId),
  }
}
