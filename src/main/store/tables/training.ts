// The year's trainings, their sessions, and who attended with what result.

export type TrainingPlanTable = {
  id: string
  year: number
  goal: string
  budgetFen: number
  state: 'draft' | 'approved'
  createdAt: number
  createdBy: string
  approvedAt: number | null
  approvedBy: string | null
}

export type TrainingTable = {
  id: string
  planId: string
  title: string
  goal: string
  content: string
  kind: 'business' | 'service' | 'emergency' | 'industry'
  topics: string
  way: 'internal' | 'external' | 'online' | 'caseStudy'
  teacher: string
  studyIds: string
  schedule: string
  place: string
  budgetFen: number
  responsibleId: string
  passMark: number | null
  createdAt: number
  createdBy: string
  effect: 'effective' | 'partly' | 'ineffective' | null
  effectText: string | null
  effectFigures: string | null
  assessedAt: number | null
  assessedBy: string | null
}

export type TrainingSessionTable = {
  id: string
  trainingId: string
  place: number
  startsAt: number
  endsAt: number
  state: 'planned' | 'cancelled'
  cancelReason: string | null
}

export type TrainingPersonTable = {
  sessionId: string
  userId: string
  invitedAt: number
  invitedBy: string
  attendance: 'attended' | 'absent' | 'excused' | null
  score: number | null
  note: string
  resultAt: number | null
  resultBy: string | null
}

export type TrainingNeedTable = {
  id: string
  source: 'exam' | 'cause' | 'score'
  subject: string
  month: string
  people: string
  decision: 'accepted' | 'declined'
  trainingId: string | null
  reason: string
  decidedAt: number
  decidedBy: string
}

export type TrainingMaterialTable = {
  id: string
  trainingId: string
  name: string
  kind: string
  size: number
  sha256: string
  note: string
  addedAt: number
  addedBy: string
  sealedKey: string
  chunks: number
  removedAt: number | null
  removedBy: string | null
  removeReason: string | null
}

export type TrainingMaterialChunkTable = {
  materialId: string
  seq: number
  body: Uint8Array
}

export type TeamMoveTable = {
  id: string
  userId: string
  fromLeadId: string | null
  toLeadId: string | null
  at: number
  by: string
}

export type TrainingTables = {
  trainingNeeds: TrainingNeedTable
  teamMoves: TeamMoveTable
  trainingMaterials: TrainingMaterialTable
  trainingMaterialChunks: TrainingMaterialChunkTable
  trainingPlans: TrainingPlanTable
  trainings: TrainingTable
  trainingSessions: TrainingSessionTable
  trainingPeople: TrainingPersonTable
}
