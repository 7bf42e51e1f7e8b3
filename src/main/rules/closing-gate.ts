import type { Bilingual } from '../../shared/contract.ts'
import type { FieldWhen, WorkflowDefinition, WorkflowTransition } from '../../shared/workflow/model.ts'

/** One link of the loop, as it stands on record; any of the names will do. */
type GateRecord = {
  record: string
  orElse?: readonly string[]
  /** Not asked of a case in which nothing was said under this name. */
  onlyWith?: string
  name: Bilingual
}

/** S2-178: what must be on record of every complaint before it is closed, however the steps before were laid. */
export const CLOSING_GATE: readonly GateRecord[] = [
  { record: 'confirmedFacts', name: { zh: '已确认的事实', en: 'the facts confirmed with the customer' } },
  { record: 'processExplained', name: { zh: '已说明处理流程', en: 'that the process was explained' } },
  { record: 'expectedAt', name: { zh: '已告知的预计时间', en: 'the time told to the customer' } },
  { record: 'accepted', name: { zh: '责任人接手', en: 'its acceptance by the owner' } },
  { record: 'causeText', orElse: ['cause'], name: { zh: '原因', en: 'the cause' } },
  { record: 'liabilityFinal', orElse: ['simpleReason'], name: { zh: '责任认定', en: 'the liability' } },
  { record: 'measures', name: { zh: '处理方案（措施）', en: 'the plan (its measures)' } },
  { record: 'planApproved', orElse: ['simpleReason'], name: { zh: '方案审批', en: 'the approval of the plan' } },
  {
    ...{ record: 'executionEvidence', orElse: ['simpleReason'], onlyWith: 'planApproved' },
    name: { zh: '执行凭证', en: 'the evidence of its execution' },
  },
  { record: 'resultFeedback', name: { zh: '反馈结果', en: 'the feedback of the result' } },
  { record: 'feedbackAt', name: { zh: '反馈时间', en: 'the time of the feedback' } },
  { record: 'feedbackChannel', name: { zh: '反馈方式', en: 'the channel of the feedback' } },
  { record: 'surveyDone', name: { zh: '回访', en: 'the visit to the customer' } },
  { record: 'improvement', name: { zh: '改进决定', en: 'the decision on improvement' } },
]

/** Ends of a case that are no closing. */
const OTHER_ENDS = ['rejected', 'withdrawn', 'merged'] as const

/** Steps by which a complaint comes to be closed, whatever they are called. */
function closingSteps({ states, transitions }: WorkflowDefinition): WorkflowTransition[] {
  const finals = new Set(states.filter(({ isFinal }) => isFinal).map(({ id }) => id))
  const ofComplaints = transitions.filter(({ kinds }) => !kinds || kinds.includes('complaint'))
  const closed = new Set(ofComplaints.filter(({ emits }) => emits.includes('closed')).map(({ to }) => to))
  return ofComplaints.filter(({ from, to, emits }) => {
    if (emits.includes('closed')) return true
    if (closed.has(to) && finals.has(to)) return from.some((id) => !closed.has(id))
    const isOtherEnd = OTHER_ENDS.some((end) => emits.includes(end))
    return finals.has(to) && !isOtherEnd && from.some((id) => !finals.has(id))
  })
}

/** True when a condition holds of every complaint. */
function holdsAlways(when: FieldWhen | undefined): boolean {
  if (!when) return true
  const { kinds, ...others } = when
  return Object.values(others).every((one) => one === undefined) && (!kinds || kinds.includes('complaint'))
}

function asks(step: WorkflowTransition, { record, orElse = [], onlyWith }: GateRecord): boolean {
  const names = new Set([record, ...orElse])
  const isAsked = (when: FieldWhen | undefined) => {
    if (when?.mentions === undefined || when.mentions !== onlyWith) return holdsAlways(when)
    const { mentions: _, ...others } = when
    return holdsAlways(others)
  }
  const isNeeded = step.needs.some(
    (need) =>
      names.has(need.record) && need.orElse.every((name) => names.has(name)) && !need.isAbsent && isAsked(need.when),
  )
  // A step that the desk takes by itself has no form.
  const hasForm = step.follows === undefined && !step.roles.includes('system')
  const isFilledIn = step.fields.some(
    ({ name, isRequired, when, unless }) =>
      names.has(name) && isRequired && isAsked(when) && (unless === undefined || names.has(unless)),
  )
  return isNeeded || (hasForm && isFilledIn)
}

/** S1-12 S2-178: every record that a step which closes complaints does not ask for, by step. */
export function gateGaps(definition: WorkflowDefinition): { where: string; record: string }[] {
  if (!definition.caseKinds.includes('complaint')) return []
  return closingSteps(definition).flatMap((step) =>
    CLOSING_GATE.filter((one) => !asks(step, one)).map(({ record }) => ({ where: step.id, record })),
  )
}
