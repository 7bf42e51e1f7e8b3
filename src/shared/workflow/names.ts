import type { Bilingual } from '../contract.ts'
import type { Role } from '../roles.ts'
import type { FieldType, STEP_PEOPLE } from './model.ts'

/** What a field of a step holds, in words. */
export const FIELD_TYPE_NAMES: Record<FieldType, Bilingual> = {
  text: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'number' },
  tick: { zh: '勾选', en: 'tick' },
  choice: { zh: '单选', en: 'choice' },
  day: { zh: '日期', en: 'day' },
  instant: { zh: '日期与时间', en: 'day and time' },
  user: { zh: '人员', en: 'person' },
  score: { zh: '评分（1–5）', en: 'score (1–5)' },
}

/** Who of those whose role allows a step may take it, in words. */
export const STEP_PEOPLE_NAMES: Record<(typeof STEP_PEOPLE)[number], Bilingual> = {
  owner: { zh: '仅责任人本人', en: 'the owner in person' },
  notHandler: { zh: '承办人以外的人', en: 'anybody but who handled it' },
}

/** Who takes a step or looks after a stage, in words. */
export const STEP_ROLE_NAMES: Record<Role | 'system', Bilingual> = {
  agent: { zh: '客服专员', en: 'agent' },
  lead: { zh: '主管', en: 'lead' },
  manager: { zh: '部门经理', en: 'manager' },
  admin: { zh: '系统管理员', en: 'administrator' },
  system: { zh: '系统自动', en: 'the desk itself' },
}
