import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Role } from '../../shared/roles.ts'
import type { ClockKind } from '../../shared/targets/model.ts'
import { DAY } from '../../shared/time.ts'
import type { StepData, WorkflowDefinition, WorkflowState, WorkflowTransition } from '../../shared/workflow/model.ts'
import type { ClockStep } from './clock.ts'
import { type AskedField, askedFields, fieldFaults, hasValue, type WorkflowFacts } from './workflow-fields.ts'
import { type CheckedNeed, checkNeeds } from './workflow-needs.ts'

/** Who wants to take a step. */
export type WorkflowActor = { id: string; role: Role }

/** A step that leads on from the case's state: what it asks and needs, and whether this person may take it. */
export type NextAction = {
  transition: WorkflowTransition
  fields: AskedField[]
  needs: CheckedNeed[]
  decision: Decision
}

/** The state of a case with its names and the words for the customer (S1-07). */
export function stateOf(definition: WorkflowDefinition, state: string): WorkflowState | undefined {
  return definition.states.find((candidate) => candidate.id === state)
}

/** What of a state the clocks need: the limits that stand still there by the workflow itself. */
export function pausesAt({ states }: Pick<WorkflowDefinition, 'states'>, state: string): Pick<ClockStep, 'pausesHere'> {
  const pauses = states.find(({ id }) => id === state)?.pauses
  return pauses === undefined ? {} : { pausesHere: pauses }
}

/** The states in which a limit stands still by the workflow itself. */
export function statesPausing({ states }: Pick<WorkflowDefinition, 'states'>, kind: ClockKind): string[] {
  return states.filter(({ pauses }) => pauses?.some((one) => one === kind)).map(({ id }) => id)
}

function isOpenTo(transition: WorkflowTransition, facts: WorkflowFacts): boolean {
  return transition.from.includes(facts.state) && (!transition.kinds || transition.kinds.includes(facts.kind))
}

const isForPeople = ({ roles }: WorkflowTransition) => roles.some((role) => role !== 'system')

/** Steps that lead on from a case's state, each with the verdict for this person; forms are not judged yet. */
export function nextActions(definition: WorkflowDefinition, facts: WorkflowFacts, actor: WorkflowActor): NextAction[] {
  return definition.transitions
    .filter((transition) => isForPeople(transition) && isOpenTo(transition, facts))
    .map((transition) => ({
      transition,
      fields: askedFields(transition, facts),
      needs: checkNeeds(transition, facts),
      decision: mayTake(definition, transition, facts, actor),
    }))
}

/** S1-39 S1-40: the role must be allowed the step, an agent only on a case of their own. */
function mayTake(
  definition: WorkflowDefinition,
  transition: WorkflowTransition,
  facts: WorkflowFacts,
  actor: WorkflowActor,
): Decision {
  if (!transition.roles.includes(actor.role)) return deny('case-step-role', { role: actor.role })
  const isNew = transition.from.includes(definition.initial)
  if (transition.isOwnersOnly && actor.role === 'agent' && !isNew && facts.ownerId !== actor.id) {
    return deny('case-not-owner')
  }
  const { withinDays } = transition
  if (withinDays !== undefined && (facts.closedForMs ?? 0) > withinDays * DAY) {
    return deny('case-reopen-window', { days: withinDays })
  }
  return mayThisPerson(transition, facts, actor)
}

/** S2-36: only its owner receipts a case; D: whoever handled a case does not close it while somebody else could. */
function mayThisPerson({ who }: WorkflowTransition, facts: WorkflowFacts, actor: WorkflowActor): Decision {
  if (who === 'owner' && facts.ownerId !== actor.id) return deny('case-owner-in-person')
  if (who === 'notHandler' && facts.hasOthers && facts.handlers?.includes(actor.id)) return deny('case-not-handler')
  return allow
}

/**
 * Whether a person may take a step with this form: the step must lead on from the case's state, be open to the
 * person, have its records from earlier steps, and every field it asks for. The first fault is named.
 */
export function canAdvance(
  definition: WorkflowDefinition,
  facts: WorkflowFacts,
  step: string,
  data: StepData,
  actor: WorkflowActor,
): Decision {
  const transition = definition.transitions.find((candidate) => candidate.id === step)
  if (!transition || !isOpenTo(transition, facts)) return deny('case-step-not-here', { step, state: facts.state })
  const decision = mayTake(definition, transition, facts, actor)
  if (!decision.allowed) return decision
  const lacking = checkNeeds(transition, facts).find(({ isMet }) => !isMet)
  if (lacking) return deny(lacking.rule, { record: lacking.record })
  const [fault] = fieldFaults(transition, facts, data)
  if (fault) return deny(fault.code === 'missing' ? 'case-field-missing' : 'case-field-invalid', { field: fault.field })
  const target = stateOf(definition, transition.to)
  const owner = data.ownerId ?? facts.ownerId
  if (!target?.isFinal && !hasValue(owner)) return deny('case-no-owner')
  return allow
}

/** What a step leads to, for a case that canAdvance has allowed: the events go to the clocks and the log. */
export type StepOutcome = {
  state: string
  ownerId: string | null
  isComplex: boolean
  events: WorkflowTransition['emits']
  /** What the step itself puts on record: its form and what taking it means. */
  given: StepData
  /** The facts' records with the step's own put over them. */
  recorded: StepData
  /** True when a follow-up must be made so that the promised reply is not forgotten (S3-54, S3-55). */
  makesFollowUp: boolean
}

/** The case after a step; undefined when the step does not exist. */
export function advance(
  definition: WorkflowDefinition,
  facts: WorkflowFacts,
  step: string,
  data: StepData,
): StepOutcome | undefined {
  const transition = definition.transitions.find((candidate) => candidate.id === step)
  if (!transition) return undefined
  const asked = askedFields(transition, facts).filter((field) => hasValue(data[field.name]))
  const form = Object.fromEntries(asked.map((field) => [field.name, data[field.name] ?? null]))
  const given: StepData = { ...transition.records, ...form }
  const makesComplex = transition.emits.includes('complexMarked')
  return {
    state: transition.to,
    ownerId: typeof given.ownerId === 'string' ? given.ownerId : facts.ownerId,
    isComplex: facts.isComplex || makesComplex,
    events: transition.emits,
    given,
    recorded: { ...facts.recorded, ...given },
    makesFollowUp: makesComplex,
  }
}
