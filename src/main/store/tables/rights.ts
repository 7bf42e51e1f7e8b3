import type { Flag } from './flag.ts'

// Rights of the people behind the data, how long it is kept, and what leaves the desk.

export type ConsentTextTable = {
  id: string
  purpose: string
  version: number
  zh: string
  en: string
  fromDay: string
  createdAt: number
  createdBy: string
}

export type RightsRequestTable = {
  id: string
  number: string
  memberId: string
  kind: 'access' | 'correct' | 'object' | 'erase' | 'explain'
  state: 'open' | 'locked' | 'done' | 'refused'
  channel: 'telephone' | 'online' | 'counter' | 'letter'
  requester: string
  text: string
  wanted: string
  identity: string | null
  identityAt: number | null
  identityBy: string | null
  receivedAt: number
  recordedAt: number
  recordedBy: string
  dueAt: number
  firstDueAt: number
  extendReason: string | null
  decidedAt: number | null
  decidedBy: string | null
  refusal: string | null
  answer: string
  outcome: string
}

export type MemberLimitTable = {
  id: string
  memberId: string
  scope: 'outreach' | 'analysis'
  requestId: string | null
  reason: string
  fromAt: number
  setBy: string
  liftedAt: number | null
  liftedBy: string | null
  liftReason: string
}

export type SealedFileTable = {
  memberId: string
  requestId: string
  sealedAt: number
  sealedBy: string
  untilDay: string
  grounds: string
  size: number
  sealedKey: string
  shreddedAt: number | null
}

export type SealedPieceTable = {
  memberId: string
  place: number
  body: Uint8Array
}

export type RetentionScheduleTable = {
  version: number
  body: string
  reason: string
  savedAt: number
  savedBy: string
}

export type RetentionRunTable = {
  id: string
  at: number
  actorId: string
  day: string
  scheduleVersion: number
  body: string
}

export type DisposalTable = {
  kind: string
  recordId: string
  at: number
  runId: string | null
  requestId: string | null
}

export type LegalHoldTable = {
  id: string
  memberId: string | null
  caseId: string | null
  reason: string
  setAt: number
  setBy: string
  endedAt: number | null
  endedBy: string | null
  endReason: string
}

export type ImpactAssessmentTable = {
  id: string
  title: string
  occasion: 'sensitive' | 'automated' | 'sharing' | 'publication' | 'abroad' | 'other'
  purpose: string
  necessity: string
  risks: string
  measures: string
  level: 'low' | 'medium' | 'high'
  state: 'draft' | 'approved' | 'refused'
  reviewDay: string
  createdAt: number
  createdBy: string
  decidedAt: number | null
  decidedBy: string | null
  decisionNote: string
  keepUntil: string | null
}

export type SharingArrangementTable = {
  id: string
  recipient: string
  role: 'processor' | 'handler' | 'authority' | 'abroad'
  contact: string
  purpose: string
  fields: string
  basis: 'consent' | 'contract' | 'law'
  basisText: string
  assessmentId: string | null
  isAbroad: Flag
  fromDay: string
  untilDay: string | null
  createdAt: number
  createdBy: string
  endedAt: number | null
  endedBy: string | null
  endReason: string
}

export type AuditAnchorTable = {
  id: string
  sequence: number
  hash: string
  sentAt: number
  sentBy: string
  keptBy: string
}

export type ConsentProofTable = {
  consentId: string
  textId: string | null
  proof: string
}

export type RightsTables = {
  consentTexts: ConsentTextTable
  consentProofs: ConsentProofTable
  rightsRequests: RightsRequestTable
  memberLimits: MemberLimitTable
  sealedFiles: SealedFileTable
  sealedPieces: SealedPieceTable
  retentionSchedules: RetentionScheduleTable
  retentionRuns: RetentionRunTable
  disposals: DisposalTable
  legalHolds: LegalHoldTable
  impactAssessments: ImpactAssessmentTable
  sharingArrangements: SharingArrangementTable
  auditAnchors: AuditAnchorTable
}
