import type { Flag } from './flag.ts'

// Classing by words, people's skills, who was given what and why, and who was told.

export type ClassRuleSetTable = {
  version: number
  savedAt: number
  savedBy: string | null
  reason: string
  body: string
}

export type ClassModelTable = {
  id: string
  at: number
  cases: number
  body: string
}

export type ClassingTable = {
  caseId: string
  at: number
  version: number
  proposed: string | null
  learned: string | null
  category: string
  correctedAt: number | null
  correctedBy: string | null
  body: string
}

export type HandlerProfileTable = {
  userId: string
  department: string | null
  maxOpen: number
  presence: 'present' | 'away'
  presenceUntil: number | null
  shiftDays: string
  shiftFrom: number
  shiftTo: number
  updatedAt: number
}

export type SkillTable = {
  id: string
  userId: string
  kind: 'complaints' | 'complex' | 'language' | 'category'
  code: string
  validUntil: string | null
  evidence: string
  grantedAt: number
  grantedBy: string
  revokedAt: number | null
  revokedBy: string | null
  revokeReason: string | null
}

export type RoutingTable = {
  id: string
  caseId: string
  seq: number
  at: number
  cause: 'opened' | 'corrected' | 'asked' | 'swept'
  outcome: 'assigned' | 'kept' | 'nobody'
  fromId: string | null
  toId: string | null
  department: string
  isComplex: Flag
  settledAt: number | null
  body: string
}

export type CaseNoticeTable = {
  id: string
  caseId: string
  kind: 'responsible' | 'assigned' | 'repeat' | 'major'
  department: string | null
  personId: string | null
  earlierId: string | null
  text: string
  at: number
  byId: string
  seenAt: number | null
  seenBy: string | null
  answer: string | null
  answeredAt: number | null
}

export type RoutingTables = {
  classRuleSets: ClassRuleSetTable
  classModels: ClassModelTable
  classings: ClassingTable
  handlerProfiles: HandlerProfileTable
  skills: SkillTable
  routings: RoutingTable
  caseNotices: CaseNoticeTable
}
