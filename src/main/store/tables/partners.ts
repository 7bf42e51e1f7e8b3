import type { Flag } from './flag.ts'

// Partners: who they are, what is done with them, what they say, what they were told, and how good they are.

export type PartnerTable = {
  id: string
  kind: 'hotel' | 'sight' | 'airline' | 'transport' | 'guide' | 'insurer' | 'lounge' | 'other'
  name: string
  cooperation: string
  ownerId: string
  state: 'active' | 'paused' | 'ended'
  createdAt: number
  createdBy: string
  changedAt: number
}

export type PartnerContactTable = {
  id: string
  partnerId: string
  name: string
  post: string
  phone: string
  email: string
  addedAt: number
  addedBy: string
  removedAt: number | null
}

export type PartnerWorkTable = {
  id: string
  partnerId: string
  title: string
  ownerId: string
  dueDay: string
  state: 'open' | 'waiting' | 'done' | 'dropped'
  createdAt: number
  createdBy: string
  closedAt: number | null
}

export type PartnerWorkEntryTable = {
  workId: string
  seq: number
  state: 'open' | 'waiting' | 'done' | 'dropped'
  text: string
  at: number
  byId: string
}

export type PartnerFactTable = {
  id: string
  partnerId: string
  topic: string
  text: string
  toldBy: string
  recordedAt: number
  recordedBy: string
  state: 'unverified' | 'verified' | 'refuted'
  method: 'callBack' | 'document' | 'officialSite' | 'visit' | 'thirdSource' | null
  verifyNote: string
  verifiedAt: number | null
  verifiedBy: string | null
}

export type PartnerConsentTable = {
  id: string
  memberId: string
  partnerId: string
  purpose: 'stay' | 'admission' | 'flight' | 'transfer' | 'guiding' | 'insurance' | 'lounge'
  fields: string
  given: Flag
  channel: 'telephone' | 'online' | 'counter' | 'letter'
  at: number
  byId: string
}

export type PartnerShareTable = {
  id: string
  memberId: string
  partnerId: string
  consentId: string
  purpose: 'stay' | 'admission' | 'flight' | 'transfer' | 'guiding' | 'insurance' | 'lounge'
  fields: string
  reason: string
  at: number
  byId: string
}

export type ServiceRatingTable = {
  id: string
  partnerId: string
  item: 'stay' | 'admission' | 'flight' | 'transfer' | 'guiding' | 'insurance' | 'lounge' | 'meals' | 'other'
  points: number
  remark: string
  caseId: string | null
  day: string
  recordedAt: number
  recordedBy: string
}

export type CasePartnerTable = {
  caseId: string
  partnerId: string
  item: 'stay' | 'admission' | 'flight' | 'transfer' | 'guiding' | 'insurance' | 'lounge' | 'meals' | 'other'
  day: string
  at: number
  byId: string
}

export type MarketNoteTable = {
  id: string
  kind: 'competitor' | 'industry'
  subject: string
  text: string
  source: string
  advice: string
  toId: string
  writtenAt: number
  writtenBy: string
  decision: 'adopted' | 'watched' | 'declined' | null
  answer: string
  answeredAt: number | null
  answeredBy: string | null
}

export type WatchRunTable = {
  id: string
  at: number
  results: number
  raised: number
}

export type ResultWarningTable = {
  id: string
  source: 'supplier' | 'standard' | 'goal' | 'evaluation'
  subjectKey: string
  title: string
  value: string
  limitText: string
  level: 'near' | 'missed' | 'falling'
  resultKey: string
  ownerId: string
  raisedAt: number
  state: 'open' | 'closed'
  answer: string
  answeredAt: number | null
  answeredBy: string | null
}

export type PartnersTables = {
  partners: PartnerTable
  partnerContacts: PartnerContactTable
  partnerWork: PartnerWorkTable
  partnerWorkEntries: PartnerWorkEntryTable
  partnerFacts: PartnerFactTable
  partnerConsents: PartnerConsentTable
  partnerShares: PartnerShareTable
  serviceRatings: ServiceRatingTable
  casePartners: CasePartnerTable
  marketNotes: MarketNoteTable
  resultWarnings: ResultWarningTable
  watchRuns: WatchRunTable
}
