// Versions of policies on their way, what was done with them, and every state of a calendar.

export type PolicyVersionTable = {
  id: string
  kind: string
  pack: string
  version: number
  state: 'draft' | 'submitted' | 'rejected' | 'approved' | 'withdrawn'
  effectiveFrom: string
  basedOn: string | null
  authorId: string
  createdAt: number
  updatedAt: number
  body: string
}

export type PolicyDeedTable = {
  policyId: string
  seq: number
  at: number
  actorId: string
  deed: string
  reason: string
}

export type CalendarVersionTable = {
  calendarId: string
  version: number
  at: number
  actorId: string
  deed: string
  reason: string
  source: string
  body: string
}

export type PoliciesTables = {
  policyVersions: PolicyVersionTable
  policyDeeds: PolicyDeedTable
  calendarVersions: CalendarVersionTable
}
