import type { Bilingual } from '../contract.ts'
import type { WorkflowDefinition, WorkflowField } from './model.ts'

/** What stands on record beside the fields of the steps: what the stages' own parts put there, and what it is called. */
export const STAGE_RECORDS = {
  assessed: { zh: '初步评估', en: 'the assessment' },
  direction: { zh: '处理方向', en: 'which way the handling goes' },
  accepted: { zh: '责任人签收', en: "the owner's receipt" },
  cause: { zh: '原因', en: 'the cause' },
  evidenceCount: { zh: '证据材料', en: 'evidence in the file' },
  liabilityParty: { zh: '责任认定为“不适用”', en: 'liability found not applicable' },
  liabilityFinal: {
    zh: '最终责任认定（或无需方案的理由）',
    en: 'the final finding of liability, or why no plan is needed',
  },
  measuresAccepted: { zh: '客户认可的措施', en: 'measures the customer accepts' },
  planApproved: { zh: '方案已批准（或无需方案的理由）', en: 'an approved plan, or why no plan is needed' },
  executionEvidence: { zh: '执行凭证', en: 'evidence that it was carried out' },
  compensationDone: { zh: '补偿已全部执行', en: 'all compensation carried out' },
  subTasksOpen: { zh: '有协办任务', en: 'sub-tasks' },
  subTasksDone: { zh: '协办任务已全部完成', en: 'all sub-tasks done' },
  surveyDone: { zh: '满意度回访（或多次联系未果）', en: "the customer's satisfaction, or enough failed attempts" },
  visited: { zh: '已回访', en: 'a visit to the customer' },
  attempts: { zh: '多次联系未果', en: 'enough failed attempts' },
  recurred: { zh: '回访发现问题复现', en: 'a visit that found the problem again' },
  shared: { zh: '已转告相关部门', en: 'passed on to a department' },
  readBack: { zh: '已向客户复述记录', en: 'the record was read back to the customer' },
  apologyGiven: { zh: '已致歉安抚', en: 'an apology' },
  thanked: { zh: '已致谢', en: 'the customer was thanked' },
  mood: { zh: '客户情绪', en: "the customer's mood" },
} as const satisfies Readonly<Record<string, Bilingual>>

/** How the desk speaks of some fields when they stand on record, where that is more than the field's own label. */
const RECORD_WORDS: Readonly<Record<string, Bilingual>> = {
  ...STAGE_RECORDS,
  causeText: { zh: '原因分析', en: 'the cause' },
  isSolved: { zh: '问题已解决', en: 'that the matter is solved' },
  rejectReason: { zh: '不予受理的理由', en: 'why it was not accepted' },
  confirmedFacts: { zh: '与客户确认的内容', en: 'what was confirmed with the customer' },
  processExplained: { zh: '已告知处理流程', en: 'that the process was explained' },
  expectedAt: { zh: '告知的预计解决时间', en: 'the expected time told' },
  measures: { zh: '处理措施', en: 'the measures' },
  resultFeedback: { zh: '反馈给客户的内容', en: 'what the customer was told' },
  feedbackAt: { zh: '反馈时间', en: 'when the customer was told' },
  feedbackChannel: { zh: '反馈方式', en: 'how the customer was told' },
}

/** What something on record is called: as the desk says it, else by its field; a code nobody named as it is. */
export function recordName(record: string, fields: readonly Pick<WorkflowField, 'name' | 'label'>[]): Bilingual {
  const said = Object.hasOwn(RECORD_WORDS, record) ? RECORD_WORDS[record] : undefined
  return said ?? fields.find(({ name }) => name === record)?.label ?? { zh: record, en: record }
}

/** Every field that the steps of a workflow ask for, each once. */
export function fieldsOf({ transitions }: Pick<WorkflowDefinition, 'transitions'>): WorkflowField[] {
  const all = transitions.flatMap(({ fields }) => fields)
  return [...new Map(all.map((field) => [field.name, field])).values()]
}

/** Everything that can stand on record of a workflow's cases. */
export function recordsOf(workflow: Pick<WorkflowDefinition, 'transitions'>): Set<string> {
  const byTaking = workflow.transitions.flatMap(({ records = {} }) => Object.keys(records))
  return new Set([...Object.keys(STAGE_RECORDS), ...fieldsOf(workflow).map(({ name }) => name), ...byTaking])
}

/** The fields that a desk adds itself are told by their name from those that the product knows. */
export const OWN_PREFIX = 'own-'

export const isOwnField = (name: string): boolean => name.startsWith(OWN_PREFIX)

/** The one step by which a case is registered, and what the form of registration gives it. */
export const REGISTER = 'register'
export const REGISTER_FIELDS: readonly string[] = [
  ...['channel', 'receivedAt', 'memberId', 'anonymousReason', 'contact', 'content', 'demand', 'category', 'severity'],
  ...['object', 'department', 'timeClass', 'urgency', 'importance', 'ownerId', 'apologyGiven', 'thanked'],
]
