import type { StepData, WorkflowNeed, WorkflowTransition } from '../../shared/workflow/model.ts'
import { hasValue, isFor, type WorkflowFacts } from './workflow-fields.ts'

/** One thing that must stand on record before a step, and whether it does. */
export type CheckedNeed = { record: string; isMet: boolean; rule: string }

/** S2-178: what a step needs of this case, each with whether it is there; what does not concern the case is left out. */
export function checkNeeds({ needs }: WorkflowTransition, facts: WorkflowFacts): CheckedNeed[] {
  return needs
    .filter(({ when }) => isFor(when, facts))
    .map((need) => ({
      record: need.record,
      isMet: isMet(need, facts.recorded),
      rule: need.rule ?? 'case-record-missing',
    }))
}

function isMet({ record, orElse, is, isAbsent }: WorkflowNeed, recorded: StepData): boolean {
  const value = recorded[record]
  if (isAbsent) return !hasValue(value)
  const isThere = hasValue(value) && (is === undefined || is.includes(String(value)))
  return isThere || orElse.some((name) => hasValue(recorded[name]))
}
