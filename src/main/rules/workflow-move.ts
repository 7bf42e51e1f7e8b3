import type { CaseKind } from '../../shared/cases/words.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { WorkflowDefinition } from '../../shared/workflow/model.ts'

/** Whether a case may go over to another version of its workflow: the state it stands in must exist there. */
export function canMove(
  matter: { kind: CaseKind; state: string; policyId: string },
  to: { policyId: string; definition: WorkflowDefinition },
): Decision {
  if (matter.policyId === to.policyId) return deny('workflow-same-version')
  const { states, caseKinds, status, version } = to.definition
  if (!caseKinds.includes(matter.kind) || status !== 'active') return deny('workflow-not-for-kind')
  return states.some(({ id }) => id === matter.state) ? allow : deny('workflow-no-such-state', { version })
}
