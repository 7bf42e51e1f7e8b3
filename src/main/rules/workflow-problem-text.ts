import type { Bilingual } from '../../shared/contract.ts'
import type { WorkflowDefinition, WorkflowProblem } from '../../shared/workflow/model.ts'

type Said = (name: string) => string

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
  closesWithoutFeedback: {
    zh: (n) => `步骤“${n}”关闭投诉时没有记录反馈结果。`,
    en: (n) => `The step “${n}” closes a complaint with no feedback of the result on record.`,
  },
}

/** A fault of a workflow in words, naming the state or step as people know it. */
export function workflowProblemText(problem: WorkflowProblem, workflow: WorkflowDefinition): Bilingual {
  const { code, where } = problem
  const named = [...workflow.states, ...workflow.transitions].find((item) => item.id === where)?.name
  const words = WORDS[code]
  if (!words) return { zh: `${where}：流程不成立（${code}）。`, en: `${where}: the workflow does not hold (${code}).` }
  const [zh, en] = [named ? `${named.zh}（${where}）` : where, named ? `${named.en} (${where})` : where]
  return { zh: words.zh(zh), en: words.en(en) }
}
