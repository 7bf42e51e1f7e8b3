import type { Bilingual } from '../contract.ts'

/** Evaluations that come round: each quarter (S1-71), each year (S1-73), and of the process itself (S5-41, S5-76). */
export const EVALUATION_KINDS = ['quarterly', 'yearly', 'process'] as const
export type EvaluationKind = (typeof EVALUATION_KINDS)[number]

export const EVALUATION_KIND_NAMES: Record<EvaluationKind, Bilingual> = {
  quarterly: { zh: '季度评估', en: 'Quarterly' },
  yearly: { zh: '年度全面评估', en: 'Yearly' },
  process: { zh: '流程回顾', en: 'Process review' },
}

export const EVALUATION_STATES = ['open', 'closed'] as const
export type EvaluationState = (typeof EVALUATION_STATES)[number]

export const EVALUATION_STATE_NAMES: Record<EvaluationState, Bilingual> = {
  open: { zh: '进行中', en: 'Open' },
  closed: { zh: '已完成', en: 'Closed' },
}

/** Figures the desk works out itself from the cases received in a period. */
export const COMPUTED_FIGURES = ['cases', 'complaints', 'complaintRate', 'resolution', 'onTime', 'reopened'] as const
export type ComputedFigure = (typeof COMPUTED_FIGURES)[number]

export const COMPUTED_FIGURE_NAMES: Record<ComputedFigure, Bilingual> = {
  cases: { zh: '受理工单数', en: 'Cases received' },
  complaints: { zh: '投诉件数', en: 'Complaints' },
  complaintRate: { zh: '投诉率（每百件工单）', en: 'Complaints per 100 cases' },
  resolution: { zh: '投诉办结率', en: 'Complaints closed' },
  onTime: { zh: '按时解决率', en: 'Resolved on time' },
  reopened: { zh: '重开率', en: 'Reopened' },
}

export const COMPUTED_UNITS: Record<ComputedFigure, Bilingual> = {
  cases: { zh: '件', en: 'cases' },
  complaints: { zh: '件', en: 'cases' },
  complaintRate: { zh: '件', en: 'cases' },
  resolution: { zh: '%', en: '%' },
  onTime: { zh: '%', en: '%' },
  reopened: { zh: '%', en: '%' },
}
