import type { Bilingual } from '../../shared/contract.ts'
import type { WorkflowDefinition, WorkflowProblem } from '../../shared/workflow/model.ts'
import { CLOSING_GATE } from './closing-gate.ts'

type Said = (name: string, record: string) => string

const WORDS: Readonly<Record<string, { zh: Said; en: Said }>> = {
  unknownState: { zh: (n) => `没有“${n}”这个状态。`, en: (n) => `There is no state “${n}”.` },
  stateTwice: { zh: (n) => `状态“${n}”出现了两次。`, en: (n) => `The state “${n}” appears twice.` },
  transitionTwice: { zh: (n) => `步骤“${n}”出现了两次。`, en: (n) => `The step “${n}” appears twice.` },
  unreachable: { zh: (n) => `没有步骤能到达状态“${n}”。`, en: (n) => `No step leads to the state “${n}”.` },
  deadEnd: {
    zh: (n) => `事项进入“${n}”后到不了任何终点。`,
    en: (n) => `A case in “${n}” can come to no end.`,
  },
  noOwnerRole: { zh: (n) => `状态“${n}”没有人负责。`, en: (n) => `Nobody looks after the state “${n}”.` },
  leavesFinal: {
    zh: (n) => `步骤“${n}”离开终点却不是重开。`,
    en: (n) => `The step “${n}” leaves an end without reopening the case.`,
  },
  closesWithout: {
    zh: (n, r) => `步骤“${n}”关闭投诉时没有要求记录“${r}”。`,
    en: (n, r) => `The step “${n}” closes a complaint without asking that this be on record: ${r}.`,
  },
}

/** A fault of a workflow in words, naming the state or step as people know it. */
export function workflowProblemText(problem: WorkflowProblem, workflow: WorkflowDefinition): Bilingual {
  const { code, where } = problem
  const named = [...workflow.states, ...workflow.transitions].find((item) => item.id === where)?.name
  const words = WORDS[code]
  if (!words) return { zh: `${where}：流程不成立（${code}）。`, en: `${where}: the workflow does not hold (${code}).` }
  const [zh, en] = [named ? `${named.zh}（${where}）` : where, named ? `${named.en} (${where})` : where]
  const lacking = CLOSING_GATE.find(({ record }) => record === problem.record)?.name ?? { zh: '', en: '' }
  return { zh: words.zh(zh, lacking.zh), en: words.en(en, lacking.en) }
}
