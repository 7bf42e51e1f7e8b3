import type { Flag } from './flag.ts'

// What is going to be done about a matter.

export type PlanTable = {
  id: string
  caseId: string
  version: number
  status: 'draft' | 'submitted' | 'approved' | 'returned' | 'executing' | 'executed' | 'superseded'
  cause: string
  demand: string
  direction: string
  measures: string
  deadlineAt: number
  department: string
  responsibleId: string
  people: string
  communication: string
  amountFen: number
  miles: number
  principles: string
  reason: string | null
  authorIds: string
  createdAt: number
  submittedAt: number | null
  decidedBy: string | null
  decidedAt: number | null
  decision: string | null
  startedAt: number | null
  startedBy: string | null
  executedAt: number | null
  executedBy: string | null
  evidence: string | null
}

export type PlanMilestoneTable = {
  planId: string
  seq: number
  name: string
  dueAt: number
  tellsCustomer: Flag
  doneAt: number | null
  doneBy: string | null
  doneText: string | null
}

export type PlansTables = {
  plans: PlanTable
  planMilestones: PlanMilestoneTable
}
