// Promises to customers, outreach, and what each person likes of the desk and was told by it.

export type PromiseTable = {
  followUpId: string
  promisedBy: string
  termFrom: number
  warnedAt: number | null
  overdueAt: number | null
  nextCheckAt: number | null
  result: 'kept' | 'late' | 'broken' | 'released' | null
  settledBy: string | null
}

export type PromiseMoveTable = {
  followUpId: string
  seq: number
  at: number
  actorId: string
  fromDueAt: number
  toDueAt: number
  reason: string
}

export type CampaignTable = {
  id: string
  name: string
  occasion: 'group' | 'birthday' | 'festival' | 'tierChange' | 'afterComplaint' | 'beforeTrip' | 'dormant'
  kind: 'phone' | 'visit' | 'sms' | 'email' | 'app' | 'web'
  brief: string
  groupId: string | null
  target: string
  mostContacts: number
  perDays: number
  quietFrom: number
  quietUntil: number
  state: 'running' | 'stopped' | 'ended'
  stateAt: number
  stateBy: string
  stateReason: string
  createdAt: number
  createdBy: string
}

export type CampaignContactTable = {
  careId: string
  campaignId: string
  tries: number
  notBefore: number | null
  result: 'reached' | 'agreed' | 'declined' | 'optedOut' | 'unreachable' | null
  resultAt: number | null
}

export type CampaignSkipTable = {
  campaignId: string
  memberId: string
  rule: string
}

export type PersonalSettingsTable = {
  userId: string
  body: string
  updatedAt: number
}

export type DeskNoticeTable = {
  id: string
  userId: string
  kind:
    | 'breach'
    | 'warning'
    | 'assigned'
    | 'promise'
    | 'todo'
    | 'reminder'
    | 'mention'
    | 'handOver'
    | 'callBack'
    | 'read'
  source: string
  caseId: string | null
  at: number
  verdict: 'shown' | 'quiet'
  why: string
  readAt: number | null
}

export type OutreachTables = {
  promises: PromiseTable
  promiseMoves: PromiseMoveTable
  campaigns: CampaignTable
  campaignContacts: CampaignContactTable
  campaignSkips: CampaignSkipTable
  personalSettings: PersonalSettingsTable
  deskNotices: DeskNoticeTable
}
