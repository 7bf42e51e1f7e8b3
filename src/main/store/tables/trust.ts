import type { Flag } from './flag.ts'

// Rules and undertakings, authorisations, sign-ins, and reports of leaks.

export type TrustTextTable = {
  id: string
  kind: 'rules' | 'undertaking'
  version: number
  title: string
  body: string
  savedBy: string | null
  savedAt: number
  approvedBy: string | null
  approvedAt: number | null
  fromAt: number | null
}

export type TrustAssentTable = {
  textId: string
  userId: string
  at: number
  typedName: string | null
  digest: string
  signature: string | null
}

export type AuthorisationTable = {
  id: string
  kind: 'leadRights' | 'managerRights' | 'restrictedCases' | 'breakGlass'
  userId: string
  caseId: string | null
  memberId: string | null
  reason: string
  givenBy: string
  givenAt: number
  fromAt: number
  untilAt: number
  reviewAt: number | null
  endedAt: number | null
  endedBy: string | null
  endReason: string | null
}

export type AuthorisationReviewTable = {
  id: string
  authorisationId: string
  at: number
  reviewedBy: string
  result: 'keep' | 'end' | 'justified' | 'unjustified'
  note: string
}

export type DeskSessionTable = {
  id: string
  userId: string
  place: string
  program: 'window' | 'commandLine'
  startedAt: number
  endedAt: number | null
  endedHow: string | null
  endedBy: string | null
}

export type MemberScopeTable = {
  version: number
  agents: 'all' | 'team' | 'assigned'
  leads: 'all' | 'team' | 'assigned'
  managers: 'all' | 'team' | 'assigned'
  callDays: number
  reason: string
  setAt: number
  setBy: string
}

export type LeakTable = {
  id: string
  number: string
  state: 'reported' | 'assessed' | 'contained' | 'closed' | 'unfounded'
  way: string
  what: string
  foundAt: number
  reportedBy: string
  reportedAt: number
  grade: string | null
  isPersonal: Flag | null
  info: string | null
  cause: string | null
  harm: string | null
  affected: number | null
  responsibleId: string | null
  containment: string | null
  containedAt: number | null
  authority: string | null
  authorityAt: number | null
  told: string | null
  membersAt: number | null
}

export type LeakStepTable = {
  id: string
  leakId: string
  at: number
  actorId: string
  step: string
  text: string
}

export type LeakMemberTable = {
  leakId: string
  memberId: string
}

export type LeakPersonTable = {
  leakId: string
  userId: string
  handling: string
}

export type LeakMeasureTable = {
  id: string
  leakId: string
  text: string
  responsibleId: string
  dueDay: string
  doneAt: number | null
  result: string | null
}

export type TrustTables = {
  trustTexts: TrustTextTable
  trustAssents: TrustAssentTable
  authorisations: AuthorisationTable
  authorisationReviews: AuthorisationReviewTable
  deskSessions: DeskSessionTable
  memberScopes: MemberScopeTable
  leaks: LeakTable
  leakSteps: LeakStepTable
  leakMembers: LeakMemberTable
  leakPeople: LeakPersonTable
  leakMeasures: LeakMeasureTable
}
