import type { Bilingual } from '../contract.ts'

/** What an article is for (S3-57 S3-90 S3-03 S5-78 S3-118 S4-65 S4-81 S5-51). */
export const ARTICLE_KINDS = [
  'answer',
  'emergency',
  'script',
  'policy',
  'travel',
  'experience',
  'industry',
  'notice',
  'help',
] as const
export type ArticleKind = (typeof ARTICLE_KINDS)[number]

export const ARTICLE_KIND_NAMES: Record<ArticleKind, Bilingual> = {
  answer: { zh: '标准答案', en: 'Standard answer' },
  emergency: { zh: '应急预案卡', en: 'Emergency card' },
  script: { zh: '问候与话术', en: 'Greeting or script' },
  policy: { zh: '制度文本', en: 'Policy text' },
  travel: { zh: '差旅政策', en: 'Company travel rules' },
  experience: { zh: '经验技巧', en: 'Experience and tips' },
  industry: { zh: '行业动态', en: 'Industry practice' },
  notice: { zh: '政策法规公告', en: 'Notice of law or policy' },
  help: { zh: '操作帮助', en: 'Help with the program' },
}

/** Kinds whose words are told to a customer and so may be put into a record. */
export const ANSWER_KINDS = ['answer', 'script', 'notice', 'travel', 'policy'] as const satisfies readonly ArticleKind[]

/** Kinds that colleagues thank each other for (S3-118 S4-110). */
export const SHARED_KINDS = ['experience', 'industry'] as const satisfies readonly ArticleKind[]

/** Kinds that everybody may write; the others are written by a lead or manager. */
export const OPEN_KINDS: readonly ArticleKind[] = ['answer', ...SHARED_KINDS]

export const ARTICLE_STATES = ['draft', 'submitted', 'published', 'replaced', 'withdrawn'] as const
export type ArticleState = (typeof ARTICLE_STATES)[number]

/** What a version is on a day: a published one may be to come, in force, overtaken by a newer one, or expired. */
export const ARTICLE_STANDINGS = [
  'draft',
  'submitted',
  'coming',
  'inForce',
  'expired',
  'replaced',
  'withdrawn',
] as const
export type ArticleStanding = (typeof ARTICLE_STANDINGS)[number]

export const ARTICLE_STANDING_NAMES: Record<ArticleStanding, Bilingual> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '待审核', en: 'In review' },
  coming: { zh: '待生效', en: 'Not yet in force' },
  inForce: { zh: '生效中', en: 'In force' },
  expired: { zh: '已过期', en: 'Expired' },
  replaced: { zh: '旧版', en: 'Replaced' },
  withdrawn: { zh: '已撤下', en: 'Withdrawn' },
}

/** Where a word was found, the one that counts most first. */
export const PLACES = ['title', 'text', 'keywords'] as const
export type Place = (typeof PLACES)[number]

export const PLACE_NAMES: Record<Place, Bilingual> = {
  title: { zh: '标题', en: 'title' },
  text: { zh: '正文', en: 'text' },
  keywords: { zh: '关键词', en: 'keywords' },
}

/** What a list shows: what may be used, what is being written, what ends soon, what ended, what was taken down. */
export const LIST_VIEWS = ['inForce', 'work', 'expiring', 'expired', 'withdrawn'] as const
export type ListView = (typeof LIST_VIEWS)[number]

/** An article that ends within so many days is listed to be looked at. */
export const EXPIRING_DAYS = 30
