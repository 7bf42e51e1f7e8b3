import type { Generated } from 'kysely'
import type { Flag } from './flag.ts'

// The knowledge base: articles in versions, what they are found by, their use, and what was not found.

export type ArticleTable = {
  id: string
  code: string
  version: number
  kind: 'answer' | 'emergency' | 'script' | 'policy' | 'travel' | 'experience' | 'industry' | 'notice' | 'help'
  state: 'draft' | 'submitted' | 'published' | 'replaced' | 'withdrawn'
  titleZh: string
  titleEn: string
  bodyZh: string
  bodyEn: string
  steps: string
  keywords: string
  category: string
  channels: string
  tier: string
  company: string
  validFrom: string
  validUntil: string | null
  changeNote: string
  authorId: string | null
  createdAt: number
  updatedAt: number
  reviewedBy: string | null
  reviewedAt: number | null
  reviewNote: string
  withdrawnBy: string | null
  withdrawnAt: number | null
  withdrawReason: string
}

export type ArticleTokenTable = {
  token: string
  articleId: string
  places: number
}

export type ArticleUseTable = {
  id: string
  articleId: string
  code: string
  version: number
  caseId: string | null
  callId: string | null
  memberId: string | null
  userId: string
  at: number
  language: string
  helped: Flag | null
  reason: string
  ratedAt: number | null
}

export type ArticleTallyTable = {
  code: string
  uses: number
  helped: number
  unhelped: number
  thanks: number
}

export type ArticleThankTable = {
  code: string
  userId: string
  at: number
}

export type ArticleReadTable = {
  articleId: string
  userId: string
  at: number
}

export type ArticleGapTable = {
  term: string
  count: number
  firstAt: number
  lastAt: number
  lastBy: string
  isSettled: Generated<Flag>
}

export type KnowledgeTables = {
  articles: ArticleTable
  articleTokens: ArticleTokenTable
  articleUses: ArticleUseTable
  articleTallies: ArticleTallyTable
  articleThanks: ArticleThankTable
  articleReads: ArticleReadTable
  articleGaps: ArticleGapTable
}
