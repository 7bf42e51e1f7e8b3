import type { Bilingual } from '../contract.ts'

/** What a quality standard is about (S4-98..103). */
export const ASPECTS = ['process', 'attitude', 'content', 'response', 'facilities', 'safety'] as const
export type Aspect = (typeof ASPECTS)[number]

export const ASPECT_NAMES: Record<Aspect, Bilingual> = {
  process: { zh: '服务流程标准化', en: 'Standard process' },
  attitude: { zh: '服务态度规范化', en: 'Proper attitude' },
  content: { zh: '服务内容完善', en: 'Complete and correct information' },
  response: { zh: '服务响应及时', en: 'Timely response' },
  facilities: { zh: '服务设施完善', en: 'Sound facilities' },
  safety: { zh: '服务安全可靠', en: 'Safety of personal data' },
}

/** S4-96: what a standard is checked against before it comes into force; the client's text spells out the last one. */
export const DRAFTING = ['customer', 'complete', 'sound', 'measurable'] as const
export type Drafting = (typeof DRAFTING)[number]

export const DRAFTING_NAMES: Record<Drafting, Bilingual> = {
  customer: { zh: '以客户需求为导向', en: 'Starts from what customers need' },
  complete: { zh: '覆盖服务全过程', en: 'Covers the whole service' },
  sound: { zh: '科学合理，切合实际', en: 'Sound and realistic' },
  measurable: { zh: '可操作、可测量', en: 'Can be carried out and measured' },
}

/** S4-150: how often a standard is measured. */
export const FREQUENCIES = ['week', 'month', 'quarter', 'year'] as const
export type Frequency = (typeof FREQUENCIES)[number]

export const FREQUENCY_NAMES: Record<Frequency, Bilingual> = {
  week: { zh: '每周', en: 'Every week' },
  month: { zh: '每月', en: 'Every month' },
  quarter: { zh: '每季度', en: 'Every quarter' },
  year: { zh: '每年', en: 'Every year' },
}

/** On which side of its target a figure is good. */
export const DIRECTIONS = ['atLeast', 'atMost'] as const
export type Direction = (typeof DIRECTIONS)[number]

export const DIRECTION_NAMES: Record<Direction, Bilingual> = {
  atLeast: { zh: '不低于', en: 'At least' },
  atMost: { zh: '不高于', en: 'At most' },
}

/** Where the figure of a standard is from: somebody enters it, or the desk works it out from its cases. */
export const FIGURES = ['entered', 'onTime', 'resolution', 'reopened', 'complaintRate'] as const
export type StandardFigure = (typeof FIGURES)[number]

export const FIGURE_NAMES: Record<StandardFigure, Bilingual> = {
  entered: { zh: '人工录入', en: 'Entered by hand' },
  onTime: { zh: '系统计算：按时解决率', en: 'From cases: resolved on time' },
  resolution: { zh: '系统计算：投诉办结率', en: 'From cases: complaints closed' },
  reopened: { zh: '系统计算：重开率', en: 'From cases: reopened' },
  complaintRate: { zh: '系统计算：投诉率', en: 'From cases: complaints per 100' },
}

export const STANDARD_STATES = ['draft', 'inForce', 'retired'] as const
export type StandardState = (typeof STANDARD_STATES)[number]

export const STANDARD_STATE_NAMES: Record<StandardState, Bilingual> = {
  draft: { zh: '草稿', en: 'Draft' },
  inForce: { zh: '生效中', en: 'In force' },
  retired: { zh: '已废止', en: 'Retired' },
}
