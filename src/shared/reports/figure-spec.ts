import type { Bilingual } from '../contract.ts'

export type FigureUnit = 'count' | 'share' | 'ms' | 'score' | 'fen'
export const FIGURE_GROUPS = [
  'volume',
  'timeliness',
  'results',
  'satisfaction',
  'service',
  'callBacks',
  'after',
  'compensation',
  'calls',
  'training',
] as const
export type FigureGroup = (typeof FIGURE_GROUPS)[number]

/** A number's name and definition: what is counted, out of what, and what is left out. */
export type FigureSpec = {
  group: FigureGroup
  unit: FigureUnit
  name: Bilingual
  numerator: Bilingual
  denominator: Bilingual
  exclusions: Bilingual
  requirement: string
}

export const FIGURE_GROUP_NAMES: Record<FigureGroup, Bilingual> = {
  volume: { zh: '数量', en: 'Number' },
  timeliness: { zh: '处理时效', en: 'Timeliness' },
  results: { zh: '处理结果', en: 'Results' },
  satisfaction: { zh: '投诉处理满意度', en: 'Satisfaction with complaint handling' },
  service: { zh: '整体服务满意度', en: 'Satisfaction with the service overall' },
  callBacks: { zh: '回访', en: 'Call-backs' },
  after: { zh: '投诉之后', en: 'After the complaint' },
  compensation: { zh: '补偿', en: 'Compensation' },
  calls: { zh: '来电', en: 'Calls' },
  training: { zh: '培训', en: 'Training' },
}

export const NONE: Bilingual = { zh: '无', en: 'none' }
export const ALL_COMPLAINTS: Bilingual = { zh: '期内收到的全部投诉', en: 'all complaints received in the period' }
/** Complaints that were not taken back, refused or put together with another. */
export const ACCEPTED: Bilingual = { zh: '期内收到并受理的投诉', en: 'complaints received in the period and accepted' }
export const NOT_ACCEPTED: Bilingual = {
  zh: '不予受理、已撤诉、已合并的投诉',
  en: 'complaints refused, withdrawn or merged',
}
