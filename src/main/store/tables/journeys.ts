import type { Flag } from './flag.ts'

// The second half of a trip: what is prepared, who serves, how it is followed, what goes wrong, what was thought of it.

export type JourneyTemplateTable = {
  version: number
  body: string
  reason: string
  savedAt: number
  savedBy: string
}

export type JourneyItemTable = {
  id: string
  tripId: string
  place: number
  kind: 'visa' | 'insurance' | 'baggage' | 'itinerary' | 'guide' | 'other'
  titleZh: string
  titleEn: string
  templateVersion: number | null
  state: 'open' | 'done' | 'notNeeded'
  note: string
  settledAt: number | null
  settledBy: string | null
}

export type JourneyServiceTable = {
  id: string
  tripId: string
  kind: 'hotel' | 'transport' | 'guide' | 'meal' | 'other'
  name: string
  person: string
  contact: string
  fromDay: string | null
  toDay: string | null
  state: 'planned' | 'running' | 'trouble' | 'done' | 'cancelled'
  remarks: string
  createdAt: number
  createdBy: string
  changedAt: number
  changedBy: string
}

export type JourneyContactTable = {
  id: string
  tripId: string
  purpose: 'tracking' | 'afterSales'
  dueAt: number
  ownerId: string
  state: 'planned' | 'done' | 'dropped'
  plannedAt: number
  plannedBy: string
  settledAt: number | null
  settledBy: string | null
  channel: 'phone' | 'sms' | 'email' | 'wechat' | 'faceToFace' | 'letter' | 'social' | null
  isReached: Flag
  result: string
}

export type JourneyEmergencyTable = {
  id: string
  tripId: string
  kind: 'medical' | 'accident' | 'disaster' | 'security' | 'documents' | 'transport' | 'other'
  place: string
  what: string
  state: 'open' | 'controlled' | 'ended'
  plan: string
  caseId: string | null
  openedAt: number
  openedBy: string
  endedAt: number | null
  endedBy: string | null
}

export type JourneyActionTable = {
  emergencyId: string
  seq: number
  kind: 'opened' | 'step' | 'call' | 'action' | 'moved'
  step: number | null
  text: string
  at: number
  actorId: string
}

export type JourneyRatingTable = {
  subjectId: string
  tripId: string
  serviceId: string | null
  score: number
  text: string
  ratedAt: number
  recordedBy: string
}

export type JourneysTables = {
  journeyTemplates: JourneyTemplateTable
  journeyItems: JourneyItemTable
  journeyServices: JourneyServiceTable
  journeyContacts: JourneyContactTable
  journeyEmergencies: JourneyEmergencyTable
  journeyActions: JourneyActionTable
  journeyRatings: JourneyRatingTable
}
