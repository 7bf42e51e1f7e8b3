import type { LogKind } from '../cases/axes.ts'
import type { Bilingual } from '../contract.ts'

/** Entries of a case's log that may hold a person's words; the others only move, sort or count. */
export const SAID_KINDS = [
  ...(['opened', 'step', 'noted', 'contacted', 'message', 'followUp', 'followUpDone', 'visit', 'assessed'] as const),
  ...(['care', 'promise', 'subTask', 'imported'] as const),
] as const satisfies readonly LogKind[]
export type SaidKind = (typeof SAID_KINDS)[number]

/** What stands before the words of an entry where a search shows them. */
export const SAID_KIND_NAMES: Record<SaidKind, Bilingual> = {
  opened: { zh: '登记', en: 'Registration' },
  step: { zh: '流程记录', en: 'Step' },
  noted: { zh: '处理记录', en: 'Note' },
  contacted: { zh: '客户联系', en: 'Contact' },
  message: { zh: '客户消息', en: 'Message' },
  followUp: { zh: '跟进', en: 'Follow-up' },
  followUpDone: { zh: '跟进结果', en: 'Follow-up done' },
  visit: { zh: '结案回访', en: 'Visit' },
  assessed: { zh: '初步评估', en: 'Assessment' },
  care: { zh: '客户关怀', en: 'Care' },
  promise: { zh: '承诺', en: 'Promise' },
  subTask: { zh: '协办任务', en: 'Sub-task' },
  imported: { zh: '原系统记录', en: 'Imported entry' },
}
