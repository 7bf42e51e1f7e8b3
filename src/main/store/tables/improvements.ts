import type { Flag } from './flag.ts'

// Improvements with their measures, evaluations, goals, projects, and what else closes the loop. Figures in hundredths.

export type ImprovementTable = {
  id: string
  number: string
  kind: string
  title: string
  finding: string
  sourceKind: string
  sourceId: string | null
  state: 'proposed' | 'accepted' | 'declined' | 'inProgress' | 'done' | 'verified' | 'closed'
  ownerId: string | null
  dueDay: string | null
  topic: string | null
  policyId: string | null
  proposedBy: string
  proposedAt: number
  finishedBy: string | null
  verifiedBy: string | null
  effectOf: string | null
  effectUnit: string | null
  effectBefore: number | null
  effectAfter: number | null
  effectDay: string | null
  updatedAt: number
}

export type ImprovementMeasureTable = {
  id: string
  improvementId: string
  place: number
  text: string
  ownerId: string
  dueDay: string
  result: string | null
  doneDay: string | null
  doneBy: string | null
}

export type ImprovementTraineeTable = {
  improvementId: string
  userId: string
  trainedDay: string | null
  recordedBy: string | null
}

export type ImprovementEventTable = {
  improvementId: string
  seq: number
  at: number
  actorId: string
  action: string
  text: string
}

export type EvaluationTable = {
  id: string
  kind: 'quarterly' | 'yearly' | 'process'
  fromDay: string
  toDay: string
  examined: string
  figures: string
  state: 'open' | 'closed'
  conclusion: string | null
  startedBy: string
  startedAt: number
  closedBy: string | null
  closedAt: number | null
}

export type EvaluationFindingTable = {
  id: string
  evaluationId: string
  place: number
  text: string
  correction: string | null
  personId: string | null
  dueDay: string | null
  result: string | null
  doneDay: string | null
}

export type GoalTable = {
  id: string
  measure: string
  title: string
  unit: string
  baseline: number | null
  baselineWhen: string | null
  baselineSource: string | null
  target: number
  dueDay: string
  ownerId: string
  state: 'open' | 'reached' | 'missed' | 'dropped'
  closing: string | null
  createdBy: string
  createdAt: number
}

export type GoalPointTable = {
  id: string
  goalId: string
  day: string
  value: number
  source: string
  recordedBy: string
  recordedAt: number
}

export type ProjectTable = {
  id: string
  kind: 'rollout' | 'process'
  title: string
  purpose: string
  ownerId: string
  state: 'open' | 'closed' | 'stopped'
  closing: string | null
  createdBy: string
  createdAt: number
  closedAt: number | null
}

export type ProjectItemTable = {
  id: string
  projectId: string
  kind: 'phase' | 'step' | 'measure'
  place: number
  title: string
  content: string
  stepId: string | null
  plannedFor: string | null
  ownerId: string | null
  state: 'planned' | 'running' | 'done' | 'works' | 'dropped'
  note: string | null
  changedBy: string
  changedAt: number
}

export type CustomerFeedbackTable = {
  id: string
  day: string
  channel: string
  tone: 'praise' | 'wish' | 'remark' | 'criticism'
  text: string
  recordedBy: string
  recordedAt: number
}

export type LoopPrincipleTable = {
  place: number
  version: number
  title: string
  text: string
  source: string
  setBy: string
  setAt: number
}

export type StaffDeedTable = {
  id: string
  userId: string
  kind: 'reward' | 'penalty'
  form: string
  reason: string
  day: string
  caseId: string | null
  decidedBy: string
  decidedAt: number
  isSeen: Flag
}

export type ImprovementsTables = {
  improvements: ImprovementTable
  improvementMeasures: ImprovementMeasureTable
  improvementTrainees: ImprovementTraineeTable
  improvementEvents: ImprovementEventTable
  evaluations: EvaluationTable
  evaluationFindings: EvaluationFindingTable
  goals: GoalTable
  goalPoints: GoalPointTable
  projects: ProjectTable
  projectItems: ProjectItemTable
  customerFeedback: CustomerFeedbackTable
  loopPrinciples: LoopPrincipleTable
  staffDeeds: StaffDeedTable
}
