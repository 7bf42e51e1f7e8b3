import type { Bilingual } from '../contract.ts'

/** What a form judges: how a complaint was handled, or one call. */
export const FORM_KINDS = ['complaint', 'call'] as const
export type FormKind = (typeof FORM_KINDS)[number]

export const FORM_KIND_NAMES: Record<FormKind, Bilingual> = {
  complaint: { zh: '投诉处理评价', en: 'Complaint' },
  call: { zh: '通话质检', en: 'Call' },
}

/** The four standards that a complaint is judged by (S2-131..134). */
export const STANDARDS = ['timeliness', 'quality', 'attitude', 'effect'] as const

/** Marks that the program gives itself, from the case's clocks, the customer's answers or the call's times. */
export const COMPUTED_MARKS = [
  'clock:respond',
  'clock:confirm',
  'clock:resolve',
  'clock:reply',
  'clock:legal',
  'satisfaction:result',
  'satisfaction:process',
  'satisfaction:agent',
  'satisfaction:overall',
  'call:inTime',
] as const
export type ComputedMark = (typeof COMPUTED_MARKS)[number]

/** Best mark of an item; the worst is 0. */
export const BEST_MARK = 5

/** The way of a judgement: given, taken or disputed by the person judged, decided by a second reader. */
export const REVIEW_STATES = ['given', 'taken', 'disputed', 'decided'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

export const REVIEW_STATE_NAMES: Record<ReviewState, Bilingual> = {
  given: { zh: '待确认', en: 'Given' },
  taken: { zh: '已确认', en: 'Accepted' },
  disputed: { zh: '申诉中', en: 'Disputed' },
  decided: { zh: '已复核', en: 'Decided' },
}

/** What a second reader decides about a dispute. */
export const DECISIONS = ['upheld', 'changed'] as const
export type ReviewDecision = (typeof DECISIONS)[number]

export const DECISION_NAMES: Record<ReviewDecision, Bilingual> = {
  upheld: { zh: '维持原评分', en: 'Marks stand' },
  changed: { zh: '更正评分', en: 'Marks changed' },
}

/** An audit is planned, its sample drawn, and it is closed with a conclusion. */
export const AUDIT_STATES = ['planned', 'drawn', 'closed'] as const
export type AuditState = (typeof AUDIT_STATES)[number]

export const AUDIT_STATE_NAMES: Record<AuditState, Bilingual> = {
  planned: { zh: '已计划', en: 'Planned' },
  drawn: { zh: '审核中', en: 'Under way' },
  closed: { zh: '已结案', en: 'Closed' },
}

/** What an audit looks at. */
export const AUDIT_SUBJECTS = ['case', 'call'] as const
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number]

export const AUDIT_SUBJECT_NAMES: Record<AuditSubject, Bilingual> = {
  case: { zh: '已关闭的事项', en: 'Closed cases' },
  call: { zh: '已完成的通话', en: 'Finished calls' },
}

/** What is always taken into a sample, besides those drawn by lot. */
export const ALWAYS_TAKEN = ['major', 'reopened', 'late', 'escalated'] as const
export type AlwaysTaken = (typeof ALWAYS_TAKEN)[number]

export const ALWAYS_NAMES: Record<AlwaysTaken, Bilingual> = {
  major: { zh: '重大与紧急', en: 'Major or urgent' },
  reopened: { zh: '曾重开', en: 'Reopened' },
  late: { zh: '曾超时', en: 'Was late' },
  escalated: { zh: '曾升级', en: 'Escalated' },
}

/** What an audit finds in one case. */
export const FINDING_GRADES = ['none', 'remark', 'deviation', 'serious'] as const
export type FindingGrade = (typeof FINDING_GRADES)[number]

export const FINDING_NAMES: Record<FindingGrade, Bilingual> = {
  none: { zh: '符合', en: 'In order' },
  remark: { zh: '观察项', en: 'Remark' },
  deviation: { zh: '一般不符合', en: 'Deviation' },
  serious: { zh: '严重不符合', en: 'Serious deviation' },
}

/** A case study is picked, released after a person has read it, or taken back. */
export const STUDY_STATES = ['draft', 'released', 'withdrawn'] as const
export type StudyState = (typeof STUDY_STATES)[number]

export const STUDY_STATE_NAMES: Record<StudyState, Bilingual> = {
  draft: { zh: '待检查', en: 'To be checked' },
  released: { zh: '已发布', en: 'Released' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}
