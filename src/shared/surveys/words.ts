import type { Bilingual } from '../contract.ts'

/** What customers are asked about: how a complaint was handled, or the service in general; never mixed (S1-81). */
export const SURVEY_SCOPES = ['handling', 'service'] as const
export type SurveyScope = (typeof SURVEY_SCOPES)[number]

export const SURVEY_SCOPE_NAMES: Record<SurveyScope, Bilingual> = {
  handling: { zh: '投诉处理满意度', en: 'Complaint handling' },
  service: { zh: '服务满意度', en: 'Service in general' },
}

/** How a customer is asked (S1-51..53, S2-137). */
export const SURVEY_CHANNELS = ['phone', 'sms', 'email', 'other'] as const
export type SurveyChannel = (typeof SURVEY_CHANNELS)[number]

export const SURVEY_CHANNEL_NAMES: Record<SurveyChannel, Bilingual> = {
  phone: { zh: '电话访谈', en: 'Telephone interview' },
  sms: { zh: '短信问卷', en: 'SMS questionnaire' },
  email: { zh: '邮件问卷', en: 'E-mail questionnaire' },
  other: { zh: '其他方式', en: 'Another way' },
}

/** What a customer is asked after (S4-62), or `own`: the customer spoke unasked (S4-18). */
export const SURVEY_SOURCES = ['case', 'call', 'trip', 'own'] as const
export type SurveySource = (typeof SURVEY_SOURCES)[number]

export const SURVEY_SOURCE_NAMES: Record<SurveySource, Bilingual> = {
  case: { zh: '工单', en: 'Case' },
  call: { zh: '通话', en: 'Call' },
  trip: { zh: '旅行', en: 'Trip' },
  own: { zh: '客户主动反馈', en: 'Unasked feedback' },
}

export const QUESTION_KINDS = ['scale', 'yesNo', 'nps', 'effort', 'choice', 'text'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export const QUESTION_KIND_NAMES: Record<QuestionKind, Bilingual> = {
  scale: { zh: '满意度 1–5', en: 'Satisfaction 1–5' },
  yesNo: { zh: '是/否', en: 'Yes or no' },
  nps: { zh: '推荐意愿 0–10', en: 'Recommendation 0–10' },
  effort: { zh: '轻松程度 1–7', en: 'Ease 1–7' },
  choice: { zh: '单选', en: 'Choice' },
  text: { zh: '文字', en: 'Free text' },
}

/** Lowest and highest answer of each kind with numbers. */
export const SCALES = { scale: [1, 5], nps: [0, 10], effort: [1, 7] } as const satisfies Partial<
  Record<QuestionKind, readonly [number, number]>
>

/** What an answer counts for; a question without a measure is kept with the answer and counted nowhere. */
export const MEASURES = [
  'result',
  'process',
  'agent',
  'overall',
  'nps',
  'effort',
  'accepted',
  'solved',
  'text',
] as const
export type Measure = (typeof MEASURES)[number]

export const MEASURE_NAMES: Record<Measure, Bilingual> = {
  result: { zh: '结果满意度', en: 'Result' },
  process: { zh: '过程满意度', en: 'Process' },
  agent: { zh: '客服满意度', en: 'Agent' },
  overall: { zh: '整体服务满意度', en: 'Service overall' },
  nps: { zh: '推荐意愿', en: 'Recommendation' },
  effort: { zh: '轻松程度', en: 'Ease' },
  accepted: { zh: '认可处理措施', en: 'Accepts the measures' },
  solved: { zh: '问题是否解决', en: 'Is it solved' },
  text: { zh: '客户评价', en: 'In their own words' },
}

/** The kind of question that each measure is asked with. */
export const MEASURE_KINDS: Record<Measure, QuestionKind> = {
  result: 'scale',
  process: 'scale',
  agent: 'scale',
  overall: 'scale',
  nps: 'nps',
  effort: 'effort',
  accepted: 'yesNo',
  solved: 'choice',
  text: 'text',
}

/** Answers of the question whether a problem is solved, as the workflow names them. */
export const SOLVED = ['yes', 'partly', 'no'] as const

/** The four scores on a scale of 1 to 5. */
export const SCORES = ['result', 'process', 'agent', 'overall'] as const satisfies readonly Measure[]

export const INVITATION_STATES = ['open', 'answered', 'declined'] as const

/** What is done about a poor answer (S1-55). */
export const DECISIONS = ['followUp', 'improvement', 'none'] as const
export type PoorDecision = (typeof DECISIONS)[number]

export const DECISION_NAMES: Record<PoorDecision, Bilingual> = {
  followUp: { zh: '跟进客户', en: 'Follow up' },
  improvement: { zh: '列为改进项', en: 'Improvement item' },
  none: { zh: '无需措施', en: 'Nothing to do' },
}

/** Why somebody is not asked. */
export const EXCLUSIONS = ['refused', 'noConsent', 'noAddress', 'asked', 'tooSoon', 'tooOften', 'left'] as const
export type Exclusion = (typeof EXCLUSIONS)[number]

export const EXCLUSION_NAMES: Record<Exclusion, Bilingual> = {
  refused: { zh: '拒绝回访', en: 'Does not want to be asked' },
  noConsent: { zh: '未授权满意度回访', en: 'Has not agreed to surveys' },
  noAddress: { zh: '没有号码或邮箱', en: 'No number or address' },
  asked: { zh: '此事已询问', en: 'Asked about this already' },
  tooSoon: { zh: '近期已询问', en: 'Asked a short time ago' },
  tooOften: { zh: '一年内次数已满', en: 'Asked often enough this year' },
  left: { zh: '已退会', en: 'No longer a member' },
}

/** How many of those who may be asked are asked: all, so many drawn by lot, or so many for each agent (S3-110). */
export const SAMPLE_KINDS = ['all', 'count', 'perAgent'] as const
export type SampleKind = (typeof SAMPLE_KINDS)[number]

export const SAMPLE_KIND_NAMES: Record<SampleKind, Bilingual> = {
  all: { zh: '全部', en: 'All of them' },
  count: { zh: '随机抽取', en: 'So many by lot' },
  perAgent: { zh: '每位客服随机抽取', en: 'So many of each agent' },
}

/** What results are broken down by. */
export const GROUPINGS = ['none', 'month', 'channel', 'category', 'tier', 'agent', 'source'] as const
export type Grouping = (typeof GROUPINGS)[number]

export const GROUPING_NAMES: Record<Grouping, Bilingual> = {
  none: { zh: '合计', en: 'All together' },
  month: { zh: '月份', en: 'Month' },
  channel: { zh: '方式', en: 'Way of asking' },
  category: { zh: '分类', en: 'Category' },
  tier: { zh: '会员等级', en: 'Tier' },
  agent: { zh: '客服', en: 'Agent' },
  source: { zh: '来源', en: 'Source' },
}

/** Why an answer was not taken; each has a sentence in both languages. */
export const ANSWER_REFUSALS = [
  'ref-unknown',
  'ref-twice',
  'answered',
  'declined',
  'late',
  'future',
  'day',
  'required',
  'value',
  'unknown-question',
] as const
export type AnswerRefusal = (typeof ANSWER_REFUSALS)[number]
