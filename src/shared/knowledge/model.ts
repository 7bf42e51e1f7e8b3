import { z } from 'zod'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { day, instant } from '../time.ts'
import { remark, written } from '../written.ts'
import { ARTICLE_KINDS, ARTICLE_STANDINGS, ARTICLE_STATES, PLACES } from './words.ts'

export const articleId = z.string().min(1).max(64)
export const articleCode = z.string().min(1).max(64)

/** Chinese is written, English may be left out. */
const both = (longest: number) => z.object({ zh: written(longest), en: remark(longest) })
const read = z.object({ zh: z.string(), en: z.string() })

/** A step of an emergency card: what to do, and whom to call for it. */
export const articleStep = z.object({
  zh: written(400),
  en: remark(400),
  call: z.object({ zh: remark(120), en: remark(120) }).default({ zh: '', en: '' }),
})
export type ArticleStep = z.infer<typeof articleStep>

export const articleTier = z.enum([...MEMBER_TIERS, 'any'])

/** What an author writes. */
export const articleDraft = z.object({
  kind: z.enum(ARTICLE_KINDS),
  title: both(120),
  body: both(8000),
  steps: z.array(articleStep).max(20).default([]),
  keywords: remark(400),
  /** Code of the category it belongs to, with all below it; empty for any. */
  category: z.string().max(60).default(''),
  channels: z.array(z.string().max(40)).max(20).default([]),
  tier: articleTier.default('any'),
  /** The company whose travel rules these are (S5-78). */
  company: remark(120),
  validFrom: day,
  validUntil: day.nullable().default(null),
  /** What is new in this version. */
  changeNote: remark(500),
})
export type ArticleDraft = z.infer<typeof articleDraft>

export const articleTally = z.object({
  uses: z.number().int(),
  helped: z.number().int(),
  unhelped: z.number().int(),
  thanks: z.number().int(),
})
export type ArticleTally = z.infer<typeof articleTally>

/** One version of an article in a list. */
export const articleRow = z.object({
  id: articleId,
  code: articleCode,
  version: z.number().int(),
  kind: z.enum(ARTICLE_KINDS),
  state: z.enum(ARTICLE_STATES),
  standing: z.enum(ARTICLE_STANDINGS),
  title: read,
  category: z.string(),
  tier: articleTier,
  company: z.string(),
  validFrom: day,
  validUntil: day.nullable(),
  isShipped: z.boolean(),
  authorName: z.string().nullable(),
  updatedAt: instant,
  tally: articleTally,
})
export type ArticleRow = z.infer<typeof articleRow>

/** One version of an article, whole. */
export const articleView = articleRow.extend({
  body: read,
  steps: z.array(articleStep),
  keywords: z.string(),
  channels: z.array(z.string()),
  changeNote: z.string(),
  authorId: z.string().nullable(),
  reviewedByName: z.string().nullable(),
  reviewedAt: instant.nullable(),
  reviewNote: z.string(),
  withdrawnByName: z.string().nullable(),
  withdrawnAt: instant.nullable(),
  withdrawReason: z.string(),
})
export type ArticleView = z.infer<typeof articleView>

/** An article with its history, newest version first, and what the person who asks did with it. */
export const articleFile = z.object({
  article: articleView,
  versions: z.array(articleView),
  hasThanked: z.boolean(),
  readAt: instant.nullable(),
})
export type ArticleFile = z.infer<typeof articleFile>

/** An article that a search found, with the places that answered. */
export const articleHit = articleRow.extend({
  body: read,
  where: z.array(z.enum(PLACES)),
})
export type ArticleHit = z.infer<typeof articleHit>

/** Why an article is proposed: its keywords that were said, its category, the company. */
export const proposalReasons = z.object({
  words: z.array(z.string()),
  isCategory: z.boolean(),
  isCompany: z.boolean(),
})

export const articleProposal = articleRow.extend({
  body: read,
  steps: z.array(articleStep),
  reasons: proposalReasons,
})
export type ArticleProposal = z.infer<typeof articleProposal>

/** One use of an article in a record. */
export const articleUse = z.object({
  id: z.string(),
  articleId,
  code: articleCode,
  version: z.number().int(),
  title: read,
  at: instant,
  userName: z.string(),
  isMine: z.boolean(),
  helped: z.boolean().nullable(),
  reason: z.string(),
})
export type ArticleUse = z.infer<typeof articleUse>
