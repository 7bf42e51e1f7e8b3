import type { Flag } from './flag.ts'

// The team's day: presence, to-dos, hand-overs, meetings, matters across departments, plans, guidance, digests.

export type DeskPresenceTable = {
  userId: string
  state: 'ready' | 'break' | 'training' | 'afterCall'
  since: number
}

export type TodoTable = {
  id: string
  userId: string
  title: string
  detail: string
  dueAt: number | null
  remindAt: number | null
  caseId: string | null
  memberId: string | null
  source: 'self' | 'given' | 'meeting' | 'matter' | 'moved'
  sourceId: string | null
  givenBy: string
  givenAt: number
  state: 'open' | 'done' | 'dropped'
  endedAt: number | null
  endedBy: string | null
  outcome: string
}

export type HandOverTable = {
  id: string
  fromId: string
  toId: string
  at: number
  note: string
  sheet: string
  state: 'given' | 'confirmed' | 'declined'
  answer: string
  answeredAt: number | null
}

export type MeetingTable = {
  id: string
  weekDay: string
  heldAt: number
  chairId: string
  state: 'draft' | 'published'
  summary: string
  plan: string
  figures: string
  figuresAt: number
  publishedAt: number | null
}

export type MeetingPersonTable = {
  meetingId: string
  userId: string
  isPresent: Flag
  acknowledgedAt: number | null
}

export type MatterTable = {
  id: string
  title: string
  text: string
  departments: string
  outsiders: string
  ownerId: string
  dueDay: string
  state: 'open' | 'settled'
  closing: string
  raisedBy: string
  raisedAt: number
  closedAt: number | null
  closedBy: string | null
}

export type MatterPersonTable = {
  matterId: string
  userId: string
}

export type MatterEntryTable = {
  matterId: string
  seq: number
  at: number
  byId: string
  action: 'raised' | 'logged' | 'changed' | 'settled' | 'reopened'
  text: string
}

export type WorkPlanTable = {
  id: string
  title: string
  fromDay: string
  toDay: string
  text: string
  state: 'open' | 'closed'
  closing: string
  createdBy: string
  createdAt: number
}

export type WorkPlanItemTable = {
  id: string
  planId: string
  place: number
  title: string
  measure: string
  target: string
  ownerId: string
  dueDay: string
  goalId: string | null
  percent: number
  note: string
  changedBy: string
  changedAt: number
}

export type StrategyTable = {
  id: string
  title: string
  basis: string
  text: string
  ownerId: string
  fromDay: string
  state: 'planned' | 'running' | 'ended'
  effect: string
  createdBy: string
  createdAt: number
  changedAt: number
}

export type GuidanceTable = {
  id: string
  userId: string
  byId: string
  kind: 'assessment' | 'coaching'
  day: string
  period: string | null
  topic: string
  text: string
  advice: string
  rating: number | null
  figures: string | null
  nextDay: string | null
  caseId: string | null
  trainingId: string | null
  createdAt: number
  seenAt: number | null
  reply: string
}

export type FeedbackDigestTable = {
  id: string
  title: string
  text: string
  items: string
  toId: string
  sentBy: string
  sentAt: number
  answer: string
  answeredAt: number | null
  answeredBy: string | null
}

export type TeamDayTables = {
  deskPresence: DeskPresenceTable
  todos: TodoTable
  handOvers: HandOverTable
  meetings: MeetingTable
  meetingPeople: MeetingPersonTable
  matters: MatterTable
  matterPeople: MatterPersonTable
  matterEntries: MatterEntryTable
  workPlans: WorkPlanTable
  workPlanItems: WorkPlanItemTable
  strategies: StrategyTable
  guidance: GuidanceTable
  feedbackDigests: FeedbackDigestTable
}
