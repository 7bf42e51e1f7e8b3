import type { ClockKind, TargetRule } from '../../shared/targets/model.ts'
import type { StepClocks, WorkflowDefinition, WorkflowTransition } from '../../shared/workflow/model.ts'
import type { CaseEvent } from '../../shared/workflow/words.ts'
import { REOPENED } from './case-clocks.ts'
import { CANCELLING } from './clock.ts'
import { statesPausing } from './workflow.ts'

/** What each step of a workflow does to the limits of its cases, by the rules that are in use. */
export function clockEffects(definition: WorkflowDefinition, rules: readonly TargetRule[]): StepClocks[] {
  const { caseKinds, transitions, states } = definition
  const concerned = rules.filter(
    ({ isEnabled, when }) => isEnabled && (!when.kinds || when.kinds.some((kind) => caseKinds.includes(kind))),
  )
  const finals = new Set(states.filter(({ isFinal }) => isFinal).map(({ id }) => id))
  return transitions.map((step) => {
    const of = (does: (rule: TargetRule) => boolean): ClockKind[] => [
      ...new Set(
        concerned
          .filter(({ when }) => !when.kinds || !step.kinds || step.kinds.some((kind) => when.kinds?.includes(kind)))
          .filter(does)
          .map(({ clock }) => clock),
      ),
    ]
    const hears = (events: readonly CaseEvent[] | undefined) => events?.some((one) => step.emits.includes(one)) ?? false
    const stops = of((rule) => hears(rule.stopsOn) || hears(rule.restartsOn))
    return {
      step: step.id,
      starts: of((rule) => starts(rule, step, definition) || (!hears(rule.stopsOn) && hears(rule.restartsOn))),
      stops,
      pauses: of((rule) => !hears(rule.stopsOn) && pauses(inStages(rule, definition), step)),
      resumes: of((rule) => !hears(rule.stopsOn) && resumes(inStages(rule, definition), step)),
      cancels: of((rule) => !hears(rule.stopsOn) && hears(rule.cancelsOn)),
      endsAll: CANCELLING.some((event) => step.emits.includes(event)) || finals.has(step.to),
    }
  })
}

/** A rule that stands still where the workflow says so too. */
function inStages(rule: TargetRule, definition: WorkflowDefinition): TargetRule {
  const own = statesPausing(definition, rule.clock)
  return own.length === 0 ? rule : { ...rule, pausesIn: [...(rule.pausesIn ?? []), ...own] }
}

function starts(rule: TargetRule, { from, to, emits }: WorkflowTransition, { initial }: WorkflowDefinition): boolean {
  if (rule.startsAt === 'event')
    return (
      (rule.startsOn?.some((event) => emits.includes(event)) ?? false) && (!rule.startsIn || rule.startsIn.includes(to))
    )
  if (emits.includes('reopened')) return REOPENED.includes(rule.clock)
  if (emits.includes('complexMarked')) return rule.when.isComplex === true
  return from.includes(initial) && emits.includes('registered') && rule.when.isComplex !== true
}

function pauses({ pausesIn = [], pausesOn = [] }: TargetRule, { from, to, emits }: WorkflowTransition): boolean {
  const isEntered = pausesIn.includes(to) && from.some((state) => !pausesIn.includes(state))
  return isEntered || pausesOn.some((event) => emits.includes(event))
}

function resumes(rule: TargetRule, { from, to, emits }: WorkflowTransition): boolean {
  const { pausesIn = [], resumesOn = [] } = rule
  const isLeft = from.some((state) => pausesIn.includes(state)) && !pausesIn.includes(to)
  return isLeft || resumesOn.some((event) => emits.includes(event))
}
