import type { Bilingual } from '../../shared/contract.ts'
import type { WorkflowDefinition, WorkflowProblem } from '../../shared/workflow/model.ts'
import { fieldsOf, recordName } from '../../shared/workflow/records.ts'
import { CLOSING_GATE } from './closing-gate.ts'

type Said = (name: string, record: string) => string

const WORDS: Readonly<Record<string, { zh: Said; en: Said }>> = {
  unknownState: { zh: (n) => `没有“${n}”这个阶段。`, en: (n) => `There is no stage “${n}”.` },
  stateTwice: { zh: (n) => `阶段“${n}”出现了两次。`, en: (n) => `The stage “${n}” appears twice.` },
  transitionTwice: { zh: (n) => `步骤“${n}”出现了两次。`, en: (n) => `The step “${n}” appears twice.` },
  unreachable: { zh: (n) => `没有步骤能到达阶段“${n}”。`, en: (n) => `No step leads to the stage “${n}”.` },
  deadEnd: {
    zh: (n) => `事项进入“${n}”后到不了任何终点。`,
    en: (n) => `A case in “${n}” can come to no end.`,
  },
  noOwnerRole: { zh: (n) => `阶段“${n}”没有人负责。`, en: (n) => `Nobody looks after the stage “${n}”.` },
  leavesFinal: {
    zh: (n) => `步骤“${n}”离开终点却不是重开。`,
    en: (n) => `The step “${n}” leaves an end without reopening the case.`,
  },
  closesWithout: {
    zh: (n, r) => `步骤“${n}”关闭投诉时没有要求记录“${r}”。`,
    en: (n, r) => `The step “${n}” closes a complaint without asking that this be on record: ${r}.`,
  },
  registersNot: {
    zh: () => '必须有从起始阶段出发、记为“已登记”的“登记”步骤，否则无法立案。',
    en: () =>
      'There must be the step “register” out of the first stage that tells “registered”: without it no case can be opened.',
  },
  registerAsks: {
    zh: (n, r) => `步骤“${n}”不能填写“${r}”：立案表单没有这一项，请放到后面的步骤。`,
    en: (n, r) =>
      `The step “${n}” cannot ask for “${r}”: the form of registration has no such field. Ask at a later step.`,
  },
  fieldTwice: {
    zh: (n, r) => `步骤“${n}”中“${r}”出现了两次。`,
    en: (n, r) => `The step “${n}” asks for “${r}” twice.`,
  },
  asksNobody: {
    zh: (n, r) => `步骤“${n}”由系统自动进行，没有人填写“${r}”。`,
    en: (n, r) => `The step “${n}” is taken by the desk itself: nobody fills in “${r}”.`,
  },
  neverRecorded: {
    zh: (n, r) => `步骤“${n}”须先有“${r}”，但没有任何步骤会记录它，永远无法进行。`,
    en: (n, r) => `The step “${n}” needs “${r}” on record, which nothing ever records: it can never be taken.`,
  },
}

/** A fault of a workflow in words, naming the state or step as people know it. */
export function workflowProblemText(problem: WorkflowProblem, workflow: WorkflowDefinition): Bilingual {
  const { code, where } = problem
  const named = [...workflow.states, ...workflow.transitions].find((item) => item.id === where)?.name
  const words = WORDS[code]
  if (!words) return { zh: `${where}：流程不成立（${code}）。`, en: `${where}: the workflow does not hold (${code}).` }
  const [zh, en] = [named ? `${named.zh}（${where}）` : where, named ? `${named.en} (${where})` : where]
  const { record = '' } = problem
  const gate = code === 'closesWithout' ? CLOSING_GATE.find((one) => one.record === record)?.name : undefined
  const lacking = gate ?? recordName(record, fieldsOf(workflow))
  return { zh: words.zh(zh, lacking.zh), en: words.en(en, lacking.en) }
}
