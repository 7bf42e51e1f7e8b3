import type { Bilingual } from '../contract.ts'

/** What complaints may heap up on (S4-141, S4-16): a category, a flight, a route, a station, a department, a person, a supplier. */
export const DIMENSIONS = ['category', 'flight', 'route', 'station', 'department', 'agent', 'supplier'] as const
export type Dimension = (typeof DIMENSIONS)[number]

export const DIMENSION_NAMES: Record<Dimension, Bilingual> = {
  category: { zh: '分类', en: 'Category' },
  flight: { zh: '航班', en: 'Flight' },
  route: { zh: '航段', en: 'Route' },
  station: { zh: '航站', en: 'Station' },
  department: { zh: '部门', en: 'Department' },
  agent: { zh: '责任人', en: 'Person' },
  supplier: { zh: '供应商', en: 'Supplier' },
}

/** How a warning ended: put right, found to be chance, or known and explained. */
export const OUTCOMES = ['solved', 'chance', 'known'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const OUTCOME_NAMES: Record<Outcome, Bilingual> = {
  solved: { zh: '已查明并解决', en: 'Found and put right' },
  chance: { zh: '偶然波动', en: 'Chance' },
  known: { zh: '原因已知，无需措施', en: 'Known, nothing to do' },
}

export const ALERT_STATES = ['open', 'acknowledged', 'closed'] as const
export type AlertState = (typeof ALERT_STATES)[number]

export const ALERT_STATE_NAMES: Record<AlertState, Bilingual> = {
  open: { zh: '待处理', en: 'New' },
  acknowledged: { zh: '处理中', en: 'Being looked into' },
  closed: { zh: '已关闭', en: 'Closed' },
}
