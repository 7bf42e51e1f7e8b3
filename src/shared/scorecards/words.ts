import type { Bilingual } from '../contract.ts'

/** What a month of work is measured by (S3-94..S3-98, S3-100, S3-101); the last three count once a scheme gives them weight. */
export const INDICATORS = [
  'satisfaction',
  'resolution',
  'complaintTime',
  'answerTime',
  'handlingTime',
  'knowledge',
  'teamwork',
  'firstContact',
  'answerSpeed',
  'quality',
] as const
export type Indicator = (typeof INDICATORS)[number]

/** Indicators that the desk counts itself; a lead may only move their score within the scheme's limit. */
export const COUNTED = [
  ...(['satisfaction', 'resolution', 'complaintTime', 'answerTime', 'handlingTime'] as const),
  ...(['firstContact', 'answerSpeed', 'quality'] as const),
] as const
export type CountedIndicator = (typeof COUNTED)[number]

/** The four groups of the client's document (S3 六.1). */
export const INDICATOR_GROUPS = ['service', 'efficiency', 'knowledge', 'teamwork'] as const
export type IndicatorGroup = (typeof INDICATOR_GROUPS)[number]

export const GROUP_NAMES: Record<IndicatorGroup, Bilingual> = {
  service: { zh: '服务质量', en: 'Service quality' },
  efficiency: { zh: '工作效率', en: 'Efficiency' },
  knowledge: { zh: '业务知识', en: 'Knowledge' },
  teamwork: { zh: '团队协作', en: 'Teamwork' },
}

/** Who rates a month's work (S3-104..S3-106). */
export const RATERS = ['self', 'superior', 'customer'] as const
export type Rater = (typeof RATERS)[number]

export const RATER_NAMES: Record<Rater, Bilingual> = {
  self: { zh: '自评', en: 'Self' },
  superior: { zh: '上级评价', en: 'Superior' },
  customer: { zh: '客户评价', en: 'Customers' },
}

/** A round from its opening to its freeze. */
export const ROUND_STATES = ['collecting', 'calibrating', 'published', 'frozen'] as const
export type RoundState = (typeof ROUND_STATES)[number]

export const ROUND_STATE_NAMES: Record<RoundState, Bilingual> = {
  collecting: { zh: '自评与上级评价', en: 'Being assessed' },
  calibrating: { zh: '主管校准', en: 'Calibration' },
  published: { zh: '已公布', en: 'Published' },
  frozen: { zh: '已冻结', en: 'Frozen' },
}

export const PART_STATES = ['none', 'draft', 'given'] as const
export type PartState = (typeof PART_STATES)[number]

export const PART_STATE_NAMES: Record<PartState, Bilingual> = {
  none: { zh: '未填写', en: 'Not begun' },
  draft: { zh: '草稿', en: 'Draft' },
  given: { zh: '已提交', en: 'Handed in' },
}

/** What somebody says to a published result; `silent` counts as confirmed once the days for it are over. */
export const ANSWER_STATES = ['waiting', 'confirmed', 'silent', 'appealed', 'upheld', 'changed'] as const
export type AnswerState = (typeof ANSWER_STATES)[number]

export const ANSWER_STATE_NAMES: Record<AnswerState, Bilingual> = {
  waiting: { zh: '待本人确认', en: 'To be confirmed' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  silent: { zh: '逾期未答复，视为确认', en: 'No answer in time: taken as confirmed' },
  appealed: { zh: '已申诉', en: 'Appealed' },
  upheld: { zh: '申诉后维持', en: 'Appeal: stays' },
  changed: { zh: '申诉后更正', en: 'Appeal: changed' },
}

/** When a score of the superior was changed by somebody else. */
export const CHANGE_STAGES = ['calibration', 'appeal', 'correction'] as const
type ChangeStage = (typeof CHANGE_STAGES)[number]

export const CHANGE_STAGE_NAMES: Record<ChangeStage, Bilingual> = {
  calibration: { zh: '校准', en: 'Calibration' },
  appeal: { zh: '申诉决定', en: 'Decision on an appeal' },
  correction: { zh: '冻结后更正', en: 'Correction after the freeze' },
}

/** Why an indicator has no score. */
export const UNJUDGED = ['none', 'small', 'unmarked'] as const
export type Unjudged = (typeof UNJUDGED)[number]

export const UNJUDGED_NAMES: Record<Unjudged, Bilingual> = {
  none: {
    zh: '本月没有发生，不计分，权重分给其他指标',
    en: 'Nothing happened: not scored, its weight goes to the others',
  },
  small: { zh: '样本不足，不计分，权重分给其他指标', en: 'Too few: not scored, its weight goes to the others' },
  unmarked: { zh: '没有成绩，不计分，权重分给其他指标', en: 'No marks: not scored, its weight goes to the others' },
}

/** Why a rater's weight went to the superior. */
export const RATER_GAPS = ['noSelf', 'fewCustomers'] as const
export type RaterGap = (typeof RATER_GAPS)[number]

export const RATER_GAP_NAMES: Record<RaterGap, Bilingual> = {
  noSelf: { zh: '未提交自评，其权重归上级评价', en: 'No self-assessment: its weight goes to the superior' },
  fewCustomers: {
    zh: '客户评价不足，其权重归上级评价',
    en: 'Too few customers answered: their weight goes to the superior',
  },
}
