// Quality standards with what was measured of them, the group that keeps them, and optimisations of the process.

export type StandardTable = {
  id: string
  code: string
  version: number
  state: 'draft' | 'inForce' | 'retired'
  aspect: string
  title: string
  text: string
  method: string
  unit: string
  direction: 'atLeast' | 'atMost'
  target: number
  frequency: 'week' | 'month' | 'quarter' | 'year'
  figure: string
  principles: string
  savedBy: string
  savedAt: number
  approvedBy: string | null
  approvedAt: number | null
}

export type StandardResultTable = {
  id: string
  standardId: string
  code: string
  fromDay: string
  toDay: string
  value: number
  note: string
  recordedBy: string
  recordedAt: number
  correction: string | null
  correctionBy: string | null
  correctionDue: string | null
  outcome: string | null
  outcomeDay: string | null
}

export type QualityGroupTable = {
  userId: string
  duty: string
  fromDay: string
  toDay: string | null
}

export type OptimisationTable = {
  id: string
  title: string
  purpose: string
  ownerId: string
  stage: 'diagnosis' | 'design' | 'trial' | 'rollout' | 'follow'
  state: 'open' | 'closed' | 'stopped'
  principles: string
  closing: string | null
  createdBy: string
  createdAt: number
}

export type OptimisationRecordTable = {
  id: string
  optimisationId: string
  seq: number
  stage: 'diagnosis' | 'design' | 'trial' | 'rollout' | 'follow'
  kind: string
  title: string
  text: string
  tripStage: string | null
  replacesId: string | null
  place: string | null
  fromDay: string | null
  toDay: string | null
  personId: string | null
  result: string | null
  effect: string | null
  unit: string | null
  before: number | null
  after: number | null
  recordedBy: string
  recordedAt: number
}

export type StandardsTables = {
  standards: StandardTable
  standardResults: StandardResultTable
  qualityGroup: QualityGroupTable
  optimisations: OptimisationTable
  optimisationRecords: OptimisationRecordTable
}
