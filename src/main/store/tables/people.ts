import type { Flag } from './flag.ts'

// Who speaks for a member, what a member wishes, which files belong to one person, groups and companies.

export type MemberKinTable = {
  id: string
  memberId: string
  name: string
  relation: 'spouse' | 'parent' | 'child' | 'sibling' | 'relative' | 'assistant' | 'colleague' | 'agent'
  phone: string
  normalized: string
  rights: string
  fromDay: string
  untilDay: string | null
  proof: 'call' | 'letter' | 'counter' | 'app'
  proofText: string
  recordedAt: number
  recordedBy: string
  endedAt: number | null
  endedBy: string | null
  endReason: string
}

export type WishSourceTable = {
  id: string
  kind: 'questionnaire' | 'interview'
  at: number
  actorId: string
  memberId: string | null
  callId: string | null
  stage: 'enquiry' | 'booking' | 'travel' | 'after'
  note: string
  fileName: string | null
  fileSha256: string | null
  read: number
  recorded: number
  rejected: number
}

export type WishTable = {
  id: string
  memberId: string
  topic: string
  value: string
  note: string
  source: 'questionnaire' | 'interview' | 'agent'
  sourceId: string | null
  stage: 'enquiry' | 'booking' | 'travel' | 'after'
  saidAt: number
  recordedAt: number
  recordedBy: string
  seenAt: number | null
  seenBy: string | null
  endedAt: number | null
  endedBy: string | null
}

export type MemberOriginTable = {
  memberId: string
  channel: string
  campaign: string
  recordedAt: number
  recordedBy: string
}

export type MemberTypeTable = {
  memberId: string
  type: string
  isConfirmed: Flag
  grounds: string
  decidedAt: number
  decidedBy: string
}

export type MemberMergeTable = {
  id: string
  winnerId: string
  loserId: string
  standing: string | null
  grounds: string
  reason: string
  mergedAt: number
  mergedBy: string
  undoneAt: number | null
  undoneBy: string | null
  undoReason: string
}

export type TargetGroupTable = {
  id: string
  name: string
  note: string
  criteria: string
  createdAt: number
  createdBy: string
  updatedAt: number
}

export type TargetRunTable = {
  id: string
  groupId: string
  at: number
  actorId: string
  criteria: string
  considered: number
  chosen: number
}

export type TargetMemberTable = {
  runId: string
  memberId: string
}

export type CompanyTable = {
  id: string
  name: string
  contact: string
  phone: string
  travelRules: string
  createdAt: number
  createdBy: string
  updatedAt: number
}

export type CompanyTravellerTable = {
  id: string
  companyId: string
  memberId: string
  role: string
  fromDay: string
  endedDay: string | null
}

export type CaseBusinessTable = {
  caseId: string
  companyId: string | null
  travellerId: string | null
  travellerName: string
  orderNo: string
  attachedAt: number
  attachedBy: string
}

export type PeopleTables = {
  memberKin: MemberKinTable
  wishSources: WishSourceTable
  wishes: WishTable
  memberOrigins: MemberOriginTable
  memberTypes: MemberTypeTable
  memberMerges: MemberMergeTable
  targetGroups: TargetGroupTable
  targetRuns: TargetRunTable
  targetMembers: TargetMemberTable
  companies: CompanyTable
  companyTravellers: CompanyTravellerTable
  caseBusiness: CaseBusinessTable
}
