import type { Bilingual } from '../contract.ts'

export const MEETING_STATES = ['draft', 'published'] as const
export type MeetingState = (typeof MEETING_STATES)[number]

export const MEETING_STATE_NAMES: Record<MeetingState, Bilingual> = {
  draft: { zh: '草稿', en: 'Draft' },
  published: { zh: '已发布', en: 'Published' },
}

export const MATTER_STATES = ['open', 'settled'] as const
export type MatterState = (typeof MATTER_STATES)[number]

export const MATTER_STATE_NAMES: Record<MatterState, Bilingual> = {
  open: { zh: '协调中', en: 'Open' },
  settled: { zh: '已解决', en: 'Settled' },
}

export const MATTER_ACTIONS = ['raised', 'logged', 'changed', 'settled', 'reopened'] as const
export type MatterAction = (typeof MATTER_ACTIONS)[number]

export const MATTER_ACTION_NAMES: Record<MatterAction, Bilingual> = {
  raised: { zh: '提出', en: 'Raised' },
  logged: { zh: '进展', en: 'Progress' },
  changed: { zh: '变更', en: 'Changed' },
  settled: { zh: '解决', en: 'Settled' },
  reopened: { zh: '重新协调', en: 'Reopened' },
}

export const STRATEGY_STATES = ['planned', 'running', 'ended'] as const
export type StrategyState = (typeof STRATEGY_STATES)[number]

export const STRATEGY_STATE_NAMES: Record<StrategyState, Bilingual> = {
  planned: { zh: '拟定', en: 'Planned' },
  running: { zh: '实施中', en: 'In force' },
  ended: { zh: '已结束', en: 'Ended' },
}

export const PLAN_STATES = ['open', 'closed'] as const

export const GUIDANCE_KINDS = ['assessment', 'coaching'] as const
export type GuidanceKind = (typeof GUIDANCE_KINDS)[number]

export const GUIDANCE_KIND_NAMES: Record<GuidanceKind, Bilingual> = {
  assessment: { zh: '评估考核', en: 'Assessment' },
  coaching: { zh: '培训指导', en: 'Coaching' },
}

/** What a digest may carry upward (S3-18). */
export const DIGEST_ITEM_KINDS = ['survey', 'suggestion', 'feedback'] as const
export type DigestItemKind = (typeof DIGEST_ITEM_KINDS)[number]

export const DIGEST_ITEM_KIND_NAMES: Record<DigestItemKind, Bilingual> = {
  survey: { zh: '满意度回访', en: 'Survey' },
  suggestion: { zh: '客户建议', en: 'Suggestion' },
  feedback: { zh: '客户反馈', en: 'Feedback' },
}
