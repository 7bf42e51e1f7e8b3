import type { Bilingual } from '../contract.ts'

/** S4-145..149: the way an optimisation of the service process goes; no stage is left before its records are there. */
export const STAGES = ['diagnosis', 'design', 'trial', 'rollout', 'follow'] as const
export type Stage = (typeof STAGES)[number]

export const STAGE_NAMES: Record<Stage, Bilingual> = {
  diagnosis: { zh: '流程梳理与诊断', en: 'Diagnosis' },
  design: { zh: '制定优化方案', en: 'Optimisation plan' },
  trial: { zh: '试点实施', en: 'Trial' },
  rollout: { zh: '全面推广', en: 'Rollout' },
  follow: { zh: '持续改进', en: 'Continuous improvement' },
}

/** What is recorded in the stages. */
export const RECORDS = [
  'presentStep',
  'survey',
  'interview',
  'need',
  'problem',
  'newStep',
  'goal',
  'measure',
  'training',
  'incentive',
  'trial',
  'place',
  'adjustment',
  'evaluation',
  'told',
  'idea',
] as const
export type RecordKind = (typeof RECORDS)[number]

export const RECORD_NAMES: Record<RecordKind, Bilingual> = {
  presentStep: { zh: '现有流程环节', en: 'Step of the present process' },
  survey: { zh: '问卷调查', en: 'Survey' },
  interview: { zh: '访谈', en: 'Interview' },
  need: { zh: '客户需求与痛点', en: 'Customer need or pain' },
  problem: { zh: '环节问题', en: 'Problem of a stage' },
  newStep: { zh: '优化后的环节', en: 'Step of the new process' },
  goal: { zh: '目标', en: 'Goal' },
  measure: { zh: '措施', en: 'Measure' },
  training: { zh: '员工培训', en: 'Staff training' },
  incentive: { zh: '激励', en: 'Incentive' },
  trial: { zh: '试点', en: 'Trial' },
  place: { zh: '推广范围', en: 'Place of the rollout' },
  adjustment: { zh: '调整', en: 'Adjustment' },
  evaluation: { zh: '效果评估', en: 'Evaluation' },
  told: { zh: '结果反馈', en: 'Results fed back' },
  idea: { zh: '改进与创新', en: 'Improvement or new idea' },
}

/** In which stages a kind of record is made. */
export const STAGE_RECORDS: Record<Stage, readonly RecordKind[]> = {
  diagnosis: ['presentStep', 'survey', 'interview', 'need', 'problem'],
  design: ['newStep', 'goal', 'measure', 'training', 'incentive'],
  trial: ['trial', 'adjustment', 'training'],
  rollout: ['place', 'training', 'adjustment'],
  follow: ['evaluation', 'told', 'adjustment', 'idea', 'training', 'incentive'],
}

/** S4-155..157: what an evaluation looks at. */
export const EFFECTS = ['satisfaction', 'efficiency', 'cost'] as const
export type Effect = (typeof EFFECTS)[number]

export const EFFECT_NAMES: Record<Effect, Bilingual> = {
  satisfaction: { zh: '客户满意度', en: 'Customer satisfaction' },
  efficiency: { zh: '服务效率', en: 'Service efficiency' },
  cost: { zh: '成本效益', en: 'Cost and benefit' },
}

/** S4-10 S4-03..08: the six stages of a trip, for problems that belong to one of them. */
export const TRIP_STAGES = ['enquiry', 'booking', 'itinerary', 'before', 'during', 'after'] as const
export type TripStage = (typeof TRIP_STAGES)[number]

export const TRIP_STAGE_NAMES: Record<TripStage, Bilingual> = {
  enquiry: { zh: '客户咨询', en: 'Enquiry' },
  booking: { zh: '产品预订', en: 'Booking' },
  itinerary: { zh: '行程确认', en: 'Itinerary' },
  before: { zh: '行前服务', en: 'Before the trip' },
  during: { zh: '行程服务', en: 'During the trip' },
  after: { zh: '售后服务', en: 'After the trip' },
}

/** S4-51: four principles a redesigned process is checked against. */
export const REDESIGN = ['customer', 'simple', 'together', 'continuous'] as const
export type Redesign = (typeof REDESIGN)[number]

export const REDESIGN_NAMES: Record<Redesign, Bilingual> = {
  customer: { zh: '客户导向', en: 'Customer first' },
  simple: { zh: '简化流程', en: 'Simpler process' },
  together: { zh: '协同配合', en: 'Working together' },
  continuous: { zh: '持续改进', en: 'Continuous improvement' },
}

export const OPTIMISATION_STATES = ['open', 'closed', 'stopped'] as const
export type OptimisationState = (typeof OPTIMISATION_STATES)[number]

export const OPTIMISATION_STATE_NAMES: Record<OptimisationState, Bilingual> = {
  open: { zh: '进行中', en: 'Open' },
  closed: { zh: '已完成', en: 'Closed' },
  stopped: { zh: '已中止', en: 'Stopped' },
}
