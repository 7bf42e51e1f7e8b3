import type { ArticleFound } from '../../shared/search/contract.ts'
import { snippetOf } from '../../shared/search/marking.ts'
import type { Ctx } from '../engine/handler.ts'
import { search } from '../knowledge/finding.ts'
import { toViews } from '../knowledge/views.ts'

/** S3-57: the articles in force that have every word, best first, each with the pieces of its words where they stand. */
export async function findArticles(ctx: Ctx, words: readonly string[], limit: number): Promise<ArticleFound[]> {
  if (words.length === 0) return []
  const hits = (await search(ctx, words.join(' '), [])).slice(0, limit)
  const views = await toViews(
    ctx,
    hits.map(({ article }) => article),
  )
  return views.map(({ id, code, kind, title, body, steps, keywords }) => {
    const pieceIn = (language: 'zh' | 'en') =>
      [body[language], ...steps.map((step) => step[language]), keywords]
        .map((text) => snippetOf(plainWords(text), words))
        .find((piece) => piece !== null) ?? null
    return { ...{ id, code, kind, title }, snippet: { zh: pieceIn('zh'), en: pieceIn('en') } }
  })
}

/** The words of an article without the signs for what is put into them when they are used. */
const plainWords = (text: string) => text.replace(/\{\{\w*\}\}|\[\[|\]\]/g, '')
