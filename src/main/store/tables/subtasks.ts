import type { Flag } from './flag.ts'

// What other departments and people are asked to do for a case.

export type SubTaskTable = {
  id: string
  caseId: string
  place: number
  state: 'open' | 'accepted' | 'returned' | 'answered' | 'done' | 'cancelled'
  question: string
  department: string
  assigneeId: string | null
  needsIdentity: Flag
  requestedBy: string
  requestedAt: number
  dueAt: number
  ruleId: string | null
  acceptedAt: number | null
  acceptedBy: string | null
  answeredAt: number | null
  answeredBy: string | null
  answer: string | null
  endedAt: number | null
  endedBy: string | null
  reason: string | null
}

export type SubtasksTables = {
  subTasks: SubTaskTable
}
