import { answers, isSaid, keywordsIn, type Sought, tokensOf } from '../../shared/knowledge/tokens.ts'
import { PLACES, type Place } from '../../shared/knowledge/words.ts'

/** What a place counts in the token table; places of one token are added up. */
const PLACE_BITS: Record<Place, number> = { title: 4, text: 2, keywords: 1 }

type Texts = {
  titleZh: string
  titleEn: string
  bodyZh: string
  bodyEn: string
  keywords: string
  company: string
  /** The words of an emergency card's steps. */
  stepText: string
}

/** Every token of an article with the places it stands in. */
export function indexOf(article: Texts): { token: string; places: number }[] {
  const texts: Record<Place, string> = {
    title: `${article.titleZh} ${article.titleEn}`,
    text: `${article.bodyZh} ${article.bodyEn} ${article.stepText}`,
    keywords: `${article.keywords} ${article.company}`,
  }
  const found = new Map<string, number>()
  for (const place of PLACES)
    for (const token of tokensOf(texts[place])) found.set(token, (found.get(token) ?? 0) + PLACE_BITS[place])
  return [...found].map(([token, places]) => ({ token, places }))
}

export type FoundToken = { articleId: string; token: string; places: number }
export type Ranked = { articleId: string; where: Place[] }

/**
 * S3-57: the articles that have all that was looked for. First those that have more of it in the title, then in the
 * text, then in the keywords; of equals the order of their ids.
 */
export function rank(sought: readonly Sought[], found: readonly FoundToken[]): Ranked[] {
  const byArticle = Map.groupBy(found, ({ articleId }) => articleId)
  return [...byArticle]
    .flatMap(([articleId, tokens]) => {
      const bits = sought.map((one) =>
        tokens.filter(({ token }) => answers(one, token)).reduce((sum, { places }) => sum | places, 0),
      )
      if (bits.length === 0 || bits.includes(0)) return []
      const count = (place: Place) => bits.filter((each) => (each & PLACE_BITS[place]) !== 0).length
      return [{ articleId, counts: PLACES.map(count) }]
    })
    .toSorted((a, b) => compareCounts(b.counts, a.counts) || (a.articleId < b.articleId ? -1 : 1))
    .map(({ articleId, counts }) => ({ articleId, where: PLACES.filter((_, i) => (counts[i] ?? 0) > 0) }))
}

function compareCounts(a: readonly number[], b: readonly number[]): number {
  for (const [i, count] of a.entries()) {
    const other = b[i] ?? 0
    if (count !== other) return count - other
  }
  return 0
}

type Proposable = { id: string; kind: string; keywords: string; category: string; company: string; tier: string }
type Told = { text: string; category: string | null; tier: string | null; companies: string }
export type Reasons = { words: string[]; isCategory: boolean; isCompany: boolean }
export type Proposal<A> = { article: A; score: number; reasons: Reasons }

const WORD_SCORE = 2
const CATEGORY_SCORE = 3
const GROUP_SCORE = 1
const COMPANY_SCORE = 6
/** One keyword alone, or the category alone, proposes; a shared group alone does not. */
const LEAST_SCORE = 2

/**
 * S5-63: articles for what a customer says: two points for each keyword that was said, three for the same category, one
 * for its group, six for a company that is named. The reasons are shown beside the proposal.
 */
export function propose<A extends Proposable>(articles: readonly A[], told: Told): Proposal<A>[] {
  return articles
    .flatMap((article) => {
      const words = keywordsIn(article.keywords).filter((word) => isSaid(word, told.text))
      const isCompany =
        article.company !== '' && isSaid(article.company.normalize('NFKC').toLowerCase(), told.companies)
      if (article.company !== '' && !isCompany) return []
      if (article.tier !== 'any' && article.tier !== told.tier) return []
      const own = categoryScore(article.category, told.category)
      const score = words.length * WORD_SCORE + own + (isCompany ? COMPANY_SCORE : 0)
      const reasons = { words, isCategory: own === CATEGORY_SCORE, isCompany }
      return score >= LEAST_SCORE ? [{ article, score, reasons }] : []
    })
    .toSorted((a, b) => b.score - a.score || (a.article.id < b.article.id ? -1 : 1))
}

function categoryScore(own: string, told: string | null): number {
  if (own === '' || told === null || told === '') return 0
  if (told === own || told.startsWith(`${own}.`)) return CATEGORY_SCORE
  return own.split('.')[0] === told.split('.')[0] ? GROUP_SCORE : 0
}
