import type { Flag } from './flag.ts'

// What customers are given, and what complaint work costs.

export type CompensationTable = {
  id: string
  caseId: string
  memberId: string | null
  category: string
  tier: string
  policyId: string
  scopeId: string
  ruleId: string
  form: string
  inputs: string
  tariffFen: number | null
  tariffMiles: number | null
  formula: string
  description: string
  amountFen: number
  miles: number
  countedFen: number
  supplier: string
  costFen: number
  reason: string
  isStatutory: Flag
  level: 'agent' | 'verify' | 'lead' | 'manager' | 'two'
  sumFen: number
  sumMiles: number
  status: 'pending' | 'approved' | 'returned' | 'agreed' | 'declined' | 'executed' | 'cancelled'
  proposedBy: string
  proposedAt: number
  firstApproverId: string | null
  firstAt: number | null
  approverId: string | null
  decidedAt: number | null
  decision: string | null
  signsFor: string | null
  dueAt: number | null
  consentAt: number | null
  consentText: string | null
  consentChannel: string | null
  executedAt: number | null
  executedBy: string | null
  evidence: string | null
  voucherNo: string | null
  effect: string | null
  effectText: string | null
  effectAt: number | null
  month: string
}

export type CompensationLossTable = {
  id: string
  caseId: string
  name: string
  amountFen: number
  evidence: string
  createdAt: number
  createdBy: string
  removedAt: number | null
}

export type CompensationBudgetTable = {
  month: string
  amountFen: number
  setAt: number
  setBy: string
}

export type CompensationCostTable = {
  id: string
  month: string
  kind: 'personnel' | 'system' | 'marketing'
  amountFen: number
  note: string
  createdAt: number
  createdBy: string
}

export type CompensationTables = {
  compensations: CompensationTable
  compensationLosses: CompensationLossTable
  compensationBudgets: CompensationBudgetTable
  compensationCosts: CompensationCostTable
}
