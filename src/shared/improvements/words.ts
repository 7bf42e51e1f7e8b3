import type { Bilingual } from '../contract.ts'

/** What an improvement is (S2-140..144, S4-140..142, S5-39..42). */
export const IMPROVEMENT_KINDS = [
  'process',
  'service',
  'technical',
  'system',
  'training',
  'rule',
  'customer',
  'gap',
  'supplier',
  'idea',
] as const
export type ImprovementKind = (typeof IMPROVEMENT_KINDS)[number]

export const IMPROVEMENT_KIND_NAMES: Record<ImprovementKind, Bilingual> = {
  process: { zh: '优化流程', en: 'Process change' },
  service: { zh: '改进服务', en: 'Service' },
  technical: { zh: '技术改进', en: 'Technical' },
  system: { zh: '系统功能优化', en: 'System function' },
  training: { zh: '培训提升', en: 'Training' },
  rule: { zh: '修订制度', en: 'Rule revision' },
  customer: { zh: '客户关系与策略', en: 'Customer strategy' },
  gap: { zh: '流程漏洞', en: 'Process gap' },
  supplier: { zh: '供应商', en: 'Supplier' },
  idea: { zh: '改进建议', en: 'Idea' },
}

/** Where a finding is from; all but `free` may name the record. */
export const IMPROVEMENT_SOURCES = [
  'free',
  'case',
  'survey',
  'review',
  'audit',
  'report',
  'pattern',
  'evaluation',
  'message',
  'channelCheck',
  'feedback',
] as const
export type ImprovementSource = (typeof IMPROVEMENT_SOURCES)[number]

export const IMPROVEMENT_SOURCE_NAMES: Record<ImprovementSource, Bilingual> = {
  free: { zh: '自由提出', en: 'Nothing in particular' },
  case: { zh: '工单', en: 'Case' },
  survey: { zh: '满意度回访', en: 'Survey' },
  review: { zh: '工单质检', en: 'Case review' },
  audit: { zh: '审计', en: 'Audit' },
  report: { zh: '分析报告', en: 'Report' },
  pattern: { zh: '异常预警', en: 'Early warning' },
  evaluation: { zh: '评估', en: 'Evaluation' },
  message: { zh: '消息', en: 'Message' },
  channelCheck: { zh: '渠道检查', en: 'Channel check' },
  feedback: { zh: '客户反馈', en: 'Customer feedback' },
}

/** A finding is proposed, decided on, carried out by one person and verified by another. */
export const IMPROVEMENT_STATES = [
  'proposed',
  'accepted',
  'declined',
  'inProgress',
  'done',
  'verified',
  'closed',
] as const
export type ImprovementState = (typeof IMPROVEMENT_STATES)[number]

export const IMPROVEMENT_STATE_NAMES: Record<ImprovementState, Bilingual> = {
  proposed: { zh: '已提出', en: 'Proposed' },
  accepted: { zh: '已采纳', en: 'Accepted' },
  declined: { zh: '不采纳', en: 'Declined' },
  inProgress: { zh: '落实中', en: 'In progress' },
  done: { zh: '待验证', en: 'To be verified' },
  verified: { zh: '已验证', en: 'Verified' },
  closed: { zh: '已关闭', en: 'Closed' },
}

/** Still somebody's work. */
export const STANDING_STATES = ['proposed', 'accepted', 'inProgress', 'done', 'verified'] as const

export const IMPROVEMENT_ACTIONS = ['accept', 'decline', 'start', 'finish', 'verify', 'sendBack', 'close'] as const
export type ImprovementAction = (typeof IMPROVEMENT_ACTIONS)[number]

/** What the history of an improvement is made of. */
export const IMPROVEMENT_EVENTS = [
  'propose',
  'change',
  'measure',
  'measureDone',
  'trainee',
  'trained',
  'comment',
  ...IMPROVEMENT_ACTIONS,
] as const
export type ImprovementEventKind = (typeof IMPROVEMENT_EVENTS)[number]

export const IMPROVEMENT_EVENT_NAMES: Record<ImprovementEventKind, Bilingual> = {
  propose: { zh: '提出', en: 'Proposed' },
  change: { zh: '修改', en: 'Changed' },
  measure: { zh: '制定措施', en: 'Measure set' },
  measureDone: { zh: '措施落实', en: 'Measure carried out' },
  trainee: { zh: '列入培训', en: 'To be trained' },
  trained: { zh: '完成培训', en: 'Trained' },
  comment: { zh: '备注', en: 'Comment' },
  accept: { zh: '采纳', en: 'Accepted' },
  decline: { zh: '不采纳', en: 'Declined' },
  start: { zh: '开始落实', en: 'Begun' },
  finish: { zh: '落实完成', en: 'Finished' },
  verify: { zh: '验证通过', en: 'Verified' },
  sendBack: { zh: '退回', en: 'Sent back' },
  close: { zh: '关闭', en: 'Closed' },
}
