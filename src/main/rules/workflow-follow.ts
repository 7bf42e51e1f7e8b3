import type { WorkflowDefinition, WorkflowTransition } from '../../shared/workflow/model.ts'
import type { CaseEvent } from '../../shared/workflow/words.ts'
import type { WorkflowFacts } from './workflow-fields.ts'
import { checkNeeds } from './workflow-needs.ts'

/** The step that a case takes by itself when something is recorded at one of its stages: a plan handed in, a start. */
export function followOf(
  definition: WorkflowDefinition,
  facts: WorkflowFacts,
  events: readonly CaseEvent[],
): WorkflowTransition | undefined {
  return definition.transitions.find(
    (transition) =>
      transition.follows?.some((event) => events.includes(event)) &&
      transition.from.includes(facts.state) &&
      checkNeeds(transition, facts).every(({ isMet }) => isMet),
  )
}
