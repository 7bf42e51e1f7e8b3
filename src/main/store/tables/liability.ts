// Who is at fault, and what follows from it.

export type LiabilityTable = {
  id: string
  caseId: string
  version: number
  status: 'draft' | 'review' | 'reviewed' | 'final' | 'superseded'
  matter: 'service' | 'technical' | 'policy'
  party: 'operator' | 'customer' | 'joint' | 'none'
  facts: string
  basis: string
  evidence: string
  reason: string | null
  authorIds: string
  createdAt: number
  submittedAt: number | null
  reviewerId: string | null
  reviewedAt: number | null
  reviewNote: string | null
  opinion: string | null
  opinionText: string | null
  opinionChannel: string | null
  opinionAt: number | null
  finalAt: number | null
  finalBy: string | null
  month: string | null
}

export type LiabilityShareTable = {
  liabilityId: string
  seq: number
  kind: 'department' | 'person' | 'partner' | 'customer'
  department: string | null
  name: string
  percent: number
  partnerId: string | null
}

export type LiabilityGroundTable = {
  liabilityId: string
  ground: string
}

export type LiabilityMeasureTable = {
  id: string
  caseId: string
  kind: 'accountability' | 'customerAction' | 'rectification' | 'internalFeedback' | 'externalFeedback'
  text: string
  department: string | null
  person: string
  responsibleId: string | null
  dueAt: number | null
  createdAt: number
  createdBy: string
  doneAt: number | null
  doneBy: string | null
  doneText: string | null
  verifiedAt: number | null
  verifiedBy: string | null
  verifiedText: string | null
}

export type LiabilityTables = {
  liabilities: LiabilityTable
  liabilityShares: LiabilityShareTable
  liabilityGrounds: LiabilityGroundTable
  liabilityMeasures: LiabilityMeasureTable
}
