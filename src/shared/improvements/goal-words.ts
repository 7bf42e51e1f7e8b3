import type { Bilingual } from '../contract.ts'
import type { Day } from '../time.ts'
import { COMPUTED_FIGURE_NAMES } from './evaluation-words.ts'

/** Measures that somebody enters from a survey or report, and those the desk works out itself. */
export const ENTERED_MEASURES = [
  'satisfaction',
  'image',
  'churn',
  'trust',
  'efficiency',
  'quality',
  'cost',
  'loyalty',
  'competitiveness',
  'other',
] as const
export const COMPUTED_MEASURES = ['resolution', 'complaintRate', 'onTime', 'reopened'] as const
export const GOAL_MEASURES = [...ENTERED_MEASURES, ...COMPUTED_MEASURES] as const
export type GoalMeasure = (typeof GOAL_MEASURES)[number]
export type ComputedMeasure = (typeof COMPUTED_MEASURES)[number]

export const GOAL_MEASURE_NAMES: Record<GoalMeasure, Bilingual> = {
  satisfaction: { zh: '客户投诉处理满意度', en: 'Satisfaction with complaint handling' },
  image: { zh: '企业形象', en: 'Company image' },
  churn: { zh: '客户流失率', en: 'Customer churn' },
  trust: { zh: '客户信任度', en: 'Customer trust' },
  efficiency: { zh: '服务效率（客户等待时间）', en: 'Service efficiency (waiting time)' },
  quality: { zh: '服务质量', en: 'Service quality' },
  cost: { zh: '服务成本', en: 'Service cost' },
  loyalty: { zh: '客户忠诚度与复购率', en: 'Loyalty and repeat purchase' },
  competitiveness: { zh: '市场竞争力', en: 'Competitiveness' },
  other: { zh: '其他', en: 'Other' },
  resolution: COMPUTED_FIGURE_NAMES.resolution,
  complaintRate: COMPUTED_FIGURE_NAMES.complaintRate,
  onTime: COMPUTED_FIGURE_NAMES.onTime,
  reopened: COMPUTED_FIGURE_NAMES.reopened,
}

const FALLING: ReadonlySet<string> = new Set<GoalMeasure>(['churn', 'efficiency', 'cost', 'complaintRate', 'reopened'])

/** Whether less of a measure is better, whatever it was before: a complaint rate, waiting time, cost. */
export const isFalling = (measure: string): boolean => FALLING.has(measure)

export const GOAL_STATES = ['open', 'reached', 'missed', 'dropped'] as const
export type GoalState = (typeof GOAL_STATES)[number]

export const GOAL_STATE_NAMES: Record<GoalState, Bilingual> = {
  open: { zh: '进行中', en: 'Open' },
  reached: { zh: '已达成', en: 'Reached' },
  missed: { zh: '未达成', en: 'Missed' },
  dropped: { zh: '已取消', en: 'Dropped' },
}

type PlanGoal = {
  measure: GoalMeasure
  unit: string
  baseline: number | null
  baselineWhen: string | null
  baselineSource: Bilingual | null
  target: number | null
  dueDay: Day | null
}

/** Objectives of the client's plan (S1-04, S1-05, S1-68, S2-173); what it leaves open is asked for when one is set. */
export const PLAN_GOALS: readonly PlanGoal[] = [
  {
    measure: 'satisfaction',
    unit: '%',
    baseline: 65,
    baselineWhen: '2022',
    baselineSource: { zh: '2022年度客户满意度调查', en: 'Customer satisfaction survey of 2022' },
    target: 80,
    dueDay: null,
  },
  ...(['image', 'churn', 'trust', 'resolution', 'complaintRate'] as const).map((measure) => ({
    measure,
    unit: measure === 'complaintRate' ? '件' : '%',
    baseline: null,
    baselineWhen: null,
    baselineSource: null,
    target: null,
    dueDay: null,
  })),
]
