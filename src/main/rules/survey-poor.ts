import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Role } from '../../shared/roles.ts'
import type { PoorDecision } from '../../shared/surveys/words.ts'

export type PoorFacts = {
  isPoor: boolean
  decision: PoorDecision | null
  agentId: string | null
  caseOwnerId: string | null
}

/** S1-55: a poor answer is decided once. Nobody decides that nothing needs doing about an answer on their own work. */
export function canDecide(viewer: { id: string; role: Role }, facts: PoorFacts, decision: PoorDecision): Decision {
  if (!facts.isPoor) return deny('survey-not-poor')
  if (facts.decision !== null) return deny('survey-decided')
  const isLead = viewer.role === 'lead' || viewer.role === 'manager'
  if (!isLead && facts.caseOwnerId !== viewer.id) return deny('survey-decision-not-yours')
  if (decision === 'none' && !isLead) return deny('survey-none-by-lead')
  return decision === 'none' && viewer.role === 'lead' && facts.agentId === viewer.id
    ? deny('survey-none-by-other')
    : allow
}

/** A case does not close over a poor answer that nobody has decided about. */
export function canCloseOver(undecided: number): Decision {
  return undecided === 0 ? allow : deny('survey-poor-undecided', { count: undecided })
}
