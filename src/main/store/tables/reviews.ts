import type { Flag } from './flag.ts'

// Judging how cases and calls were handled: forms, judgements, audits by sample, case studies.

export type ReviewFormTable = {
  kind: 'complaint' | 'call'
  version: number
  body: string
  reason: string
  savedAt: number
  savedBy: string | null
}

export type CaseReviewTable = {
  id: string
  kind: 'complaint' | 'call'
  caseId: string | null
  callId: string | null
  number: string
  formVersion: number
  reviewerId: string
  agentId: string
  reviewedAt: number
  month: string
  total: number
  firstTotal: number | null
  isFailed: Flag
  body: string
  comment: string
  state: 'given' | 'taken' | 'disputed' | 'decided'
  answer: string | null
  answeredAt: number | null
  decision: 'upheld' | 'changed' | null
  decisionText: string | null
  decidedAt: number | null
  decidedBy: string | null
}

export type ReviewActionTable = {
  id: string
  reviewId: string
  text: string
  ownerId: string
  dueDay: string
  createdAt: number
  createdBy: string
  doneAt: number | null
  doneBy: string | null
  outcome: string | null
}

export type ReviewAuditTable = {
  id: string
  title: string
  state: 'planned' | 'drawn' | 'closed'
  subject: 'case' | 'call'
  plannedDay: string
  fromDay: string
  toDay: string
  auditorId: string
  rule: string
  seed: number | null
  population: string | null
  populationSize: number | null
  drawnAt: number | null
  drawnBy: string | null
  conclusion: string | null
  closedAt: number | null
  closedBy: string | null
  createdAt: number
  createdBy: string
}

export type ReviewAuditItemTable = {
  id: string
  auditId: string
  place: number
  caseId: string | null
  callId: string | null
  number: string
  agentId: string
  why: 'lot' | 'major' | 'reopened' | 'late' | 'escalated'
  grade: 'none' | 'remark' | 'deviation' | 'serious' | null
  finding: string | null
  foundAt: number | null
  foundBy: string | null
  reviewId: string | null
}

export type CaseStudyTable = {
  id: string
  caseId: string
  title: string
  state: 'draft' | 'released' | 'withdrawn'
  category: string
  reason: string
  text: string
  lessons: string
  pickedAt: number
  pickedBy: string
  releasedAt: number | null
  releasedBy: string | null
  withdrawnReason: string | null
}

export type ReviewsTables = {
  reviewForms: ReviewFormTable
  caseReviews: CaseReviewTable
  reviewActions: ReviewActionTable
  reviewAudits: ReviewAuditTable
  reviewAuditItems: ReviewAuditItemTable
  caseStudies: CaseStudyTable
}
