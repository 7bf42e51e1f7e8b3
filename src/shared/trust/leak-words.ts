import type { Bilingual } from '../contract.ts'

/** Where a report of a leak or a violation stands (S3-136). */
export const LEAK_STATES = ['reported', 'assessed', 'contained', 'closed', 'unfounded'] as const
export type LeakState = (typeof LEAK_STATES)[number]

export const LEAK_STATE_NAMES: Record<LeakState, Bilingual> = {
  reported: { zh: '已报告', en: 'Reported' },
  assessed: { zh: '已评估', en: 'Assessed' },
  contained: { zh: '已控制', en: 'Contained' },
  closed: { zh: '已关闭', en: 'Closed' },
  unfounded: { zh: '不属实', en: 'Unfounded' },
}

export const LEAK_WAYS = ['message', 'device', 'paper', 'talk', 'access', 'export', 'attack', 'other'] as const
export type LeakWay = (typeof LEAK_WAYS)[number]

export const LEAK_WAY_NAMES: Record<LeakWay, Bilingual> = {
  message: { zh: '误发邮件或消息', en: 'Message sent wrongly' },
  device: { zh: '设备或存储介质遗失', en: 'Device or medium lost' },
  paper: { zh: '纸质材料遗失或外传', en: 'Paper lost or passed on' },
  talk: { zh: '口头泄露', en: 'Told aloud' },
  access: { zh: '越权查阅', en: 'Looked up without right' },
  export: { zh: '导出文件外传', en: 'Export passed on' },
  attack: { zh: '外部攻击', en: 'Attack from outside' },
  other: { zh: '其他', en: 'Other' },
}

export const LEAK_GRADES = ['minor', 'serious', 'grave'] as const
export type LeakGrade = (typeof LEAK_GRADES)[number]

export const LEAK_GRADE_NAMES: Record<LeakGrade, Bilingual> = {
  minor: { zh: '一般', en: 'Minor' },
  serious: { zh: '严重', en: 'Serious' },
  grave: { zh: '特别严重', en: 'Grave' },
}

/** Whether the persons concerned were told, or need not be because the harm was averted (PIPL art. 57). */
export const TOLD = ['told', 'notNeeded'] as const
export type Told = (typeof TOLD)[number]

export const TOLD_NAMES: Record<Told, Bilingual> = {
  told: { zh: '已告知会员', en: 'Members told' },
  notNeeded: { zh: '已有效避免危害，可不告知', en: 'Harm averted, not told' },
}

/** What happened to a report, in the order of its log. */
export const LEAK_STEPS = [
  'reported',
  'assessed',
  'unfounded',
  'contained',
  'authority',
  'members',
  'linked',
  'person',
  'measure',
  'measureDone',
  'closed',
] as const
export type LeakStep = (typeof LEAK_STEPS)[number]

export const LEAK_STEP_NAMES: Record<LeakStep, Bilingual> = {
  reported: { zh: '报告', en: 'Reported' },
  assessed: { zh: '评估', en: 'Assessed' },
  unfounded: { zh: '认定不属实', en: 'Found unfounded' },
  contained: { zh: '控制', en: 'Contained' },
  authority: { zh: '报告主管部门', en: 'Authority told' },
  members: { zh: '告知会员', en: 'Members told' },
  linked: { zh: '登记涉及会员', en: 'Members linked' },
  person: { zh: '登记相关人员', en: 'Person linked' },
  measure: { zh: '制定整改措施', en: 'Measure set' },
  measureDone: { zh: '完成整改措施', en: 'Measure done' },
  closed: { zh: '关闭', en: 'Closed' },
}
