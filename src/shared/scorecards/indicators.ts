import type { Bilingual } from '../contract.ts'
import type { Indicator, IndicatorGroup } from './words.ts'

type IndicatorUnit = 'percent' | 'seconds' | 'points'

/** An indicator's name and definition: what is counted, out of what, and what is left out. */
type IndicatorSpec = {
  group: IndicatorGroup
  unit: IndicatorUnit
  /** Whether a higher or a lower value is the better one. */
  better: 'more' | 'less'
  name: Bilingual
  numerator: Bilingual
  denominator: Bilingual
  exclusions: Bilingual
  /** Who gets the credit when several people had to do with it. */
  credit: Bilingual
  requirement: string
}

const SHARED_CASE: Bilingual = {
  zh: '一件工单合计为 1：负责人占两份，其他经手人各占一份；两位小数以内按最大余数分配',
  en: 'a case counts 1 in all: two parts for its owner, one for everybody else who worked on it',
}
const OWN_CALL: Bilingual = { zh: '计入接听的本人', en: 'whoever had the call' }

/** THE definitions: what is computed, shown, printed and listed behind a number all come from here. */
export const INDICATOR_TABLE: Record<Indicator, IndicatorSpec> = {
  satisfaction: {
    ...{ group: 'service', unit: 'percent', better: 'more', requirement: 'S3-94' },
    name: { zh: '客户满意度', en: 'Customer satisfaction' },
    numerator: {
      zh: '对客服（未问则整体）打 4、5 分的答卷',
      en: 'answers with 4 or 5 for the agent, or overall where the agent was not asked about',
    },
    denominator: {
      zh: '当月收到、计入本人的打分答卷',
      en: 'answers with such points given in the month and credited to the person',
    },
    exclusions: {
      zh: '未打分的答卷；旅行问卷（不归个人）',
      en: 'answers without points; surveys about trips, which are nobody’s own work',
    },
    credit: {
      zh: '工单归结案负责人，通话归接听人；以后换人不变',
      en: 'the owner at closing, or the agent of the call; later changes of owner change nothing',
    },
  },
  resolution: {
    ...{ group: 'service', unit: 'percent', better: 'more', requirement: 'S3-95' },
    name: { zh: '问题解决率', en: 'Resolution rate' },
    numerator: {
      zh: '其中未重开、客户未答“没解决”的',
      en: 'of these, not reopened and not called unsolved by the customer',
    },
    denominator: { zh: '当月办结的咨询、投诉、服务请求', en: 'enquiries, complaints and requests closed in the month' },
    exclusions: { zh: '建议；不予受理、撤诉、已合并的', en: 'suggestions; cases refused, withdrawn or merged' },
    credit: SHARED_CASE,
  },
  complaintTime: {
    ...{ group: 'service', unit: 'percent', better: 'more', requirement: 'S3-96' },
    name: { zh: '投诉处理及时率', en: 'Complaint timeliness' },
    numerator: {
      zh: '其中对客户的各项时限都守住的',
      en: 'of these, those in which every limit promised to the customer was kept',
    },
    denominator: {
      zh: '当月办结、有客户时限的投诉，加上月末仍未办结且已超时的投诉',
      en: 'complaints with such limits closed in the month, and complaints still open at its end whose limit has run out',
    },
    exclusions: {
      zh: '不予受理、撤诉、已合并的；月末未办结但未超时的',
      en: 'cases refused, withdrawn or merged; open ones within their limits',
    },
    credit: SHARED_CASE,
  },
  answerTime: {
    ...{ group: 'efficiency', unit: 'percent', better: 'more', requirement: 'S3-97' },
    name: { zh: '电话接听及时率', en: 'Calls answered in time' },
    numerator: { zh: '在规定铃响声内接听的来电', en: 'calls answered within the allowed rings' },
    denominator: {
      zh: '当月振铃到本人且已结束的来电：已接听与未接听',
      en: 'incoming calls of the month that rang at the person and are over: answered and missed',
    },
    exclusions: {
      zh: '外呼；客户在接听前挂断的；没有时限判定的',
      en: 'outgoing calls; calls given up by the customer; calls for which no limit was set',
    },
    credit: OWN_CALL,
  },
  handlingTime: {
    ...{ group: 'efficiency', unit: 'seconds', better: 'less', requirement: 'S3-98' },
    name: { zh: '平均处理时长', en: 'Average handling time' },
    numerator: { zh: '通话、保持与整理记录的秒数之和', en: 'seconds of talk, hold and wrap-up' },
    denominator: {
      zh: '当月本人已接听且已结束的来电',
      en: 'incoming calls of the month that the person answered and that are over',
    },
    exclusions: { zh: '外呼；未接听与客户放弃的', en: 'outgoing calls; missed and abandoned calls' },
    credit: OWN_CALL,
  },
  knowledge: {
    ...{ group: 'knowledge', unit: 'points', better: 'more', requirement: 'S3-100' },
    name: { zh: '业务知识得分', en: 'Knowledge score' },
    numerator: { zh: '当月考核成绩之和（满分 100）', en: 'points of the month’s examinations, out of 100' },
    denominator: { zh: '当月参加的考核', en: 'examinations taken in the month' },
    exclusions: {
      zh: '缺考、请假；没有考核时由上级评定',
      en: 'absences; without any examination the superior enters the score',
    },
    credit: { zh: '本人', en: 'the person' },
  },
  teamwork: {
    ...{ group: 'teamwork', unit: 'points', better: 'more', requirement: 'S3-101' },
    name: { zh: '团队协作', en: 'Teamwork' },
    numerator: { zh: '配合度与信息共享两项评分之和', en: 'points for cooperation and for sharing information' },
    denominator: { zh: '两项', en: 'the two' },
    exclusions: { zh: '无', en: 'none' },
    credit: { zh: '本人', en: 'the person' },
  },
  firstContact: {
    ...{ group: 'service', unit: 'percent', better: 'more', requirement: 'S3-95' },
    name: { zh: '首次联系解决率', en: 'First-contact resolution' },
    numerator: {
      zh: '其中一人一次办结的：没有转跟进、等待客户、再次联系或重开，客户未答“没解决”',
      en: 'of these, settled there and then by one person: not put off, no later contact or reopening, not called unsolved',
    },
    denominator: { zh: '当月办结的咨询与服务请求', en: 'enquiries and service requests closed in the month' },
    exclusions: {
      zh: '投诉（须确认与回访，不可能一次办结）；建议；不予受理、撤销、已合并的',
      en: 'complaints, which need a confirmation and a call-back; suggestions; cases refused, withdrawn or merged',
    },
    credit: SHARED_CASE,
  },
  answerSpeed: {
    ...{ group: 'efficiency', unit: 'seconds', better: 'less', requirement: 'S3-97' },
    name: { zh: '平均应答速度', en: 'Average speed of answer' },
    numerator: { zh: '从振铃到接听的秒数之和', en: 'seconds from the first ring to the answer' },
    denominator: {
      zh: '当月本人已接听且已结束的来电',
      en: 'incoming calls of the month that the person answered and that are over',
    },
    exclusions: { zh: '外呼；未接听与客户放弃的', en: 'outgoing calls; missed and abandoned calls' },
    credit: OWN_CALL,
  },
  quality: {
    ...{ group: 'service', unit: 'points', better: 'more', requirement: 'S3-51' },
    name: { zh: '质检得分', en: 'Quality score' },
    numerator: { zh: '当月质检评价得分之和（满分 100）', en: 'points of the month’s quality judgements, out of 100' },
    denominator: { zh: '当月对本人的质检评价', en: 'judgements of the person’s work given in the month' },
    exclusions: { zh: '申诉尚未复核的', en: 'judgements in dispute that nobody has decided' },
    credit: { zh: '被评价的本人', en: 'the person judged' },
  },
}
