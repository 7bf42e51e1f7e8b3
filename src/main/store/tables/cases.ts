import type { Generated } from 'kysely'
import type { Flag } from './flag.ts'

// Cases, their trail, clocks and follow-ups.

export type CaseTable = {
  id: string
  number: string
  kind: 'enquiry' | 'complaint' | 'suggestion' | 'service'
  state: string
  isOpen: Flag
  round: number
  memberId: string | null
  tierAtOpening: string
  contactName: string
  contactPhone: string
  contactDigits: string
  anonymousReason: string | null
  channel: string
  isRestricted: Flag
  category: string
  contentClass: string
  severity: 'general' | 'major' | 'urgent'
  objectClass: string
  department: string
  timeClass: string
  urgency: string
  importance: string
  priority: 'p1' | 'p2' | 'p3' | 'p4'
  title: string
  content: string
  reason: string
  demand: string
  serviceType: string | null
  flightId: string | null
  flightNo: string | null
  flightDay: string | null
  route: string | null
  ticketNo: string | null
  pnr: string | null
  baggageTag: string | null
  staffConcerned: string | null
  callId: string | null
  ownerId: string | null
  isComplex: Flag
  receivedAt: number
  registeredAt: number
  registeredBy: string
  closedAt: number | null
  workflowPolicyId: string
  targetPolicyId: string
  relatedCaseId: string | null
  transfers: number
  escalation: number
  nextDueAt: number | null
  nextClock: string | null
  queueAt: number
  lastSeq: number
  updatedAt: number
}

export type CaseEventTable = {
  caseId: string
  seq: number
  at: number
  recordedAt: number
  actorId: string
  kind: string
  fromState: string | null
  toState: string | null
  data: string
}

export type ClockTable = {
  id: string
  caseId: string
  kind:
    | 'answer'
    | 'respond'
    | 'confirm'
    | 'ownerAccept'
    | 'progress'
    | 'subTask'
    | 'approval'
    | 'resolve'
    | 'reply'
    | 'followUp'
    | 'legal'
  item: string | null
  round: number
  state: 'running' | 'paused' | 'met' | 'breached' | 'cancelled'
  ruleId: string
  calendarId: string
  startedAt: number
  dueAt: number
  isProvisional: Flag
  pausedAt: number | null
  stoppedAt: number | null
  breachedAt: number | null
  warnedPercent: number
  reminders: number
  nextCheckAt: number | null
  body: string
  /** A promise that `kind` has no word for. */
  promise: 'preliminary' | null
  /** The promise by its own name, where neither has. */
  promised: string | null
}

export type ClockSignalTable = {
  clockId: string
  percent: number
  reminder: number
  count: number
  at: number
  recordedAt: number
  level: number
  tells: 'owner' | 'lead' | 'manager'
  /** Kept by the row itself only for what was told before each person's sight was. */
  seenAt: number | null
  seenBy: string | null
  toldGroup: string | null
  alsoTells: 'owner' | 'lead' | 'manager' | null
  /** Only where a raise told a third role. */
  thirdTells: 'owner' | 'lead' | 'manager' | null
}

export type ToldGroupTable = {
  id: string
  userId: string
}

export type SeenSignalTable = {
  clockId: string
  percent: number
  reminder: number
  userId: string
  seenAt: number
}

export type FollowUpTable = {
  id: string
  caseId: string | null
  callId: string | null
  memberId: string | null
  ownerId: string
  kind: Generated<'own' | 'answer' | 'chase' | 'callback'>
  dueAt: number
  text: string
  createdAt: number
  doneAt: number | null
  outcome: string | null
}

export type CasesTables = {
  cases: CaseTable
  caseEvents: CaseEventTable
  clocks: ClockTable
  clockSignals: ClockSignalTable
  toldGroups: ToldGroupTable
  seenSignals: SeenSignalTable
  followUps: FollowUpTable
}
