import type { Generated } from 'kysely'
import type { Flag } from './flag.ts'

// Customers' satisfaction: questionnaires, who was asked, what they answered.

export type SurveyFormTable = {
  id: string
  code: string
  version: number
  state: 'draft' | 'published'
  scope: 'handling' | 'service'
  savedAt: number
  savedBy: string | null
  publishedAt: number | null
  publishedBy: string | null
  reason: string
  body: string
}

export type SurveySchemeTable = {
  id: string
  name: string
  scope: 'handling' | 'service'
  source: 'case' | 'call' | 'trip' | 'own'
  channel: 'phone' | 'sms' | 'email' | 'other'
  everyDays: number
  sampleKind: 'all' | 'count' | 'perAgent'
  sampleSize: number
  isActive: Generated<Flag>
  nextRunAt: number
  createdAt: number
  createdBy: string
}

export type SurveyRunTable = {
  id: string
  schemeId: string | null
  formId: string
  at: number
  actorId: string
  scope: 'handling' | 'service'
  source: 'case' | 'call' | 'trip' | 'own'
  channel: 'phone' | 'sms' | 'email' | 'other'
  periodFrom: number
  periodTo: number
  sampleKind: 'all' | 'count' | 'perAgent'
  sampleSize: number
  seed: number
  candidates: number
  due: number
  sampled: number
  excluded: string
  fileName: string
  sha256: string
}

export type SurveyInvitationTable = {
  id: string
  ref: string
  runId: string | null
  formId: string
  scope: 'handling' | 'service'
  source: 'case' | 'call' | 'trip' | 'own'
  channel: 'phone' | 'sms' | 'email' | 'other'
  caseId: string | null
  round: number
  callId: string | null
  bookingId: string | null
  memberId: string | null
  person: string
  agentId: string | null
  category: string
  tier: string
  state: 'open' | 'answered' | 'declined'
  askedAt: number
  askedBy: string
  validUntil: number
  attempts: number
}

export type SurveyAttemptTable = {
  invitationId: string
  seq: number
  at: number
  actorId: string
  note: string
}

export type SurveyAnswerTable = {
  id: string
  invitationId: string
  formId: string
  scope: 'handling' | 'service'
  source: 'case' | 'call' | 'trip' | 'own'
  channel: 'phone' | 'sms' | 'email' | 'other'
  caseId: string | null
  round: number
  callId: string | null
  memberId: string | null
  agentId: string | null
  category: string
  tier: string
  answeredAt: number
  enteredAt: number
  enteredBy: string
  result: number | null
  process: number | null
  agent: number | null
  overall: number | null
  nps: number | null
  effort: number | null
  accepted: Flag | null
  solved: string | null
  comment: string
  body: string
  isPoor: Flag
  poorOn: string
  decision: 'followUp' | 'improvement' | 'none' | null
  decidedAt: number | null
  decidedBy: string | null
  decisionNote: string
  followUpId: string | null
}

export type SurveysTables = {
  surveyForms: SurveyFormTable
  surveySchemes: SurveySchemeTable
  surveyRuns: SurveyRunTable
  surveyInvitations: SurveyInvitationTable
  surveyAttempts: SurveyAttemptTable
  surveyAnswers: SurveyAnswerTable
}
