import type { Bilingual } from '../contract.ts'
import { ACCEPTED, ALL_COMPLAINTS, type FigureSpec, NONE, NOT_ACCEPTED } from './figure-spec.ts'

const score = (
  group: FigureSpec['group'],
  name: Bilingual,
  asked: Bilingual,
  exclusions: Bilingual,
  requirement: string,
): FigureSpec => ({
  group,
  unit: 'score',
  name,
  numerator: { zh: `${asked.zh}，1至5分；取平均`, en: `${asked.en}, 1 to 5 points; the mean` },
  denominator: {
    zh: '期内收到、客户给出该项评分的投诉（每件取最近一次）',
    en: 'complaints of the period whose customer gave this answer (the newest of each)',
  },
  exclusions,
  requirement,
})

const NO_ANSWER: Bilingual = {
  zh: '未评分的投诉；整体服务满意度不计入',
  en: 'complaints without an answer; satisfaction with the service overall is no part of it',
}

const visited = (name: Bilingual, said: Bilingual): FigureSpec => ({
  group: 'callBacks',
  unit: 'share',
  name,
  numerator: said,
  denominator: {
    zh: '期内收到、已回访并问到是否解决的投诉（每件取最近一次回访）',
    en: 'complaints of the period whose customer was asked whether it was solved (the newest call-back of each)',
  },
  exclusions: { zh: '未回访的投诉', en: 'complaints without a call-back' },
  requirement: 'S5-74',
})

/** What came of the complaints: results, satisfaction, call-backs. */
export const RESULT_FIGURES = {
  finished: {
    group: 'results',
    unit: 'share',
    name: { zh: '办结率', en: 'Finished' },
    numerator: { zh: '已关闭或已归档的投诉', en: 'complaints closed or archived' },
    denominator: ACCEPTED,
    exclusions: NOT_ACCEPTED,
    requirement: 'S2-128 S5-56',
  },
  solved: {
    group: 'results',
    unit: 'share',
    name: { zh: '解决率', en: 'Resolved' },
    numerator: { zh: '客户表示已解决的投诉', en: 'complaints whose customer said that it was solved' },
    denominator: {
      zh: '期内收到、客户回答过是否解决的投诉（每件取最近一次回答）',
      en: 'complaints of the period whose customer was asked whether it was solved (the newest answer of each)',
    },
    exclusions: {
      zh: '“部分解决”不算已解决；未回答的投诉',
      en: '“partly” does not count as solved; complaints without an answer',
    },
    requirement: 'S5-73 S2-128',
  },
  reopened: {
    group: 'results',
    unit: 'share',
    name: { zh: '重开率', en: 'Reopened' },
    numerator: { zh: '答复后至少重开一次的投诉', en: 'complaints reopened at least once after they were answered' },
    denominator: { zh: '期内收到且已答复客户的投诉', en: 'complaints of the period that were answered' },
    exclusions: { zh: '尚未答复的投诉', en: 'complaints not answered so far' },
    requirement: 'S2-128',
  },
  satisfied: {
    group: 'satisfaction',
    unit: 'share',
    name: { zh: '满意率', en: 'Satisfied with the result' },
    numerator: { zh: '结果满意度为4分或5分的投诉', en: 'complaints whose result was given 4 or 5 points' },
    denominator: {
      zh: '期内收到、客户给出结果评分的投诉（每件取最近一次）',
      en: 'complaints of the period whose customer rated the result (the newest answer of each)',
    },
    exclusions: NO_ANSWER,
    requirement: 'S1-58 S1-81',
  },
  scoreResult: score(
    'satisfaction',
    { zh: '结果满意度', en: 'With the result' },
    { zh: '对处理结果的评分', en: 'points for the result' },
    NO_ANSWER,
    'S1-58 S2-128',
  ),
  scoreProcess: score(
    'satisfaction',
    { zh: '过程满意度', en: 'With the process' },
    { zh: '对处理过程的评分', en: 'points for the process' },
    NO_ANSWER,
    'S1-58 S2-128',
  ),
  scoreAgent: score(
    'satisfaction',
    { zh: '客服满意度', en: 'With the agent' },
    { zh: '对客服人员的评分', en: 'points for the agent' },
    NO_ANSWER,
    'S1-58 S2-128',
  ),
  scoreOverall: score(
    'service',
    { zh: '整体服务满意度', en: 'With the service overall' },
    { zh: '对整体服务的评分', en: 'points for the service as a whole' },
    {
      zh: '未评分的投诉；不计入投诉处理满意度',
      en: 'complaints without an answer; no part of the satisfaction with complaint handling',
    },
    'S1-81',
  ),
  visited: {
    group: 'callBacks',
    unit: 'share',
    name: { zh: '回访率', en: 'Called back' },
    numerator: { zh: '已成功回访的投诉', en: 'complaints whose customer was reached afterwards' },
    denominator: { zh: '期内收到且已答复客户的投诉', en: 'complaints of the period that were answered' },
    exclusions: { zh: '尚未答复的投诉', en: 'complaints not answered so far' },
    requirement: 'S5-74',
  },
  visitPartly: visited(
    { zh: '回访：部分解决', en: 'Call-back: partly solved' },
    { zh: '客户表示部分解决的投诉', en: 'complaints whose customer said that it was partly solved' },
  ),
  visitNo: visited(
    { zh: '回访：未解决', en: 'Call-back: not solved' },
    { zh: '客户表示未解决的投诉', en: 'complaints whose customer said that it was not solved' },
  ),
  notReached: {
    group: 'callBacks',
    unit: 'share',
    name: { zh: '回访未联系上', en: 'Not reached' },
    numerator: { zh: '尝试回访而始终未联系上的投诉', en: 'complaints whose customer was tried and never reached' },
    denominator: { zh: '期内收到、尝试过回访的投诉', en: 'complaints of the period with at least one attempt' },
    exclusions: { zh: '未尝试回访的投诉', en: 'complaints without an attempt' },
    requirement: 'S5-74',
  },
  compensated: {
    group: 'compensation',
    unit: 'share',
    name: { zh: '获得补偿的投诉', en: 'Complaints compensated' },
    numerator: { zh: '至少一项补偿已执行的投诉', en: 'complaints with at least one compensation carried out' },
    denominator: ALL_COMPLAINTS,
    exclusions: NONE,
    requirement: 'S2-165',
  },
  compensationCost: {
    group: 'compensation',
    unit: 'fen',
    name: { zh: '补偿成本', en: 'Cost of compensation' },
    numerator: { zh: '已执行补偿的成本合计', en: 'the cost of what was carried out, added up' },
    denominator: { zh: '期内收到、有已执行补偿的投诉', en: 'complaints of the period with compensation carried out' },
    exclusions: { zh: '未执行的补偿', en: 'compensation not carried out' },
    requirement: 'S2-165',
  },
  compensationLate: {
    group: 'compensation',
    unit: 'share',
    name: { zh: '补偿执行超时', en: 'Compensation late' },
    numerator: {
      zh: '有补偿超过执行期限才执行或仍未执行的投诉',
      en: 'complaints with compensation carried out after its day or not at all so far',
    },
    denominator: {
      zh: '期内收到、有已定补偿期限的投诉',
      en: 'complaints of the period with compensation that has a day',
    },
    exclusions: { zh: '被拒绝或取消的补偿', en: 'compensation declined or cancelled' },
    requirement: 'S2-165',
  },
  compensationRefused: {
    group: 'compensation',
    unit: 'share',
    name: { zh: '客户未接受或不满意补偿', en: 'Compensation declined or not enough' },
    numerator: {
      zh: '客户拒绝补偿或对补偿不满意的投诉',
      en: 'complaints whose customer declined it or was not content with it',
    },
    denominator: { zh: '期内收到、提出过补偿的投诉', en: 'complaints of the period with compensation proposed' },
    exclusions: NONE,
    requirement: 'S2-165',
  },
} as const satisfies Record<string, FigureSpec>
