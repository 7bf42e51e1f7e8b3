import type { Bilingual } from '../contract.ts'
import { ALL_COMPLAINTS, type FigureSpec, NONE, NOT_ACCEPTED } from './figure-spec.ts'
import { AROUND_FIGURES } from './figures-around.ts'
import { RESULT_FIGURES } from './figures-results.ts'

const count = (name: Bilingual, numerator: Bilingual, requirement: string): FigureSpec => ({
  group: 'volume',
  unit: 'count',
  name,
  numerator,
  denominator: NONE,
  exclusions: NONE,
  requirement,
})

const VOLUME_FIGURES = {
  complaints: count({ zh: '投诉', en: 'Complaints' }, ALL_COMPLAINTS, 'S1-56 S5-71'),
  enquiries: count(
    { zh: '咨询', en: 'Enquiries' },
    { zh: '期内收到的咨询', en: 'enquiries received in the period' },
    'S3-77',
  ),
  suggestions: count(
    { zh: '建议', en: 'Suggestions' },
    { zh: '期内收到的建议', en: 'suggestions received in the period' },
    'S3-77',
  ),
  services: count(
    { zh: '服务请求', en: 'Service requests' },
    { zh: '期内收到的服务请求', en: 'service requests received in the period' },
    'S3-77',
  ),
  open: count(
    { zh: '未办结投诉', en: 'Complaints still open' },
    { zh: '期内收到、统计时尚未办结的投诉', en: 'complaints received in the period and not finished when counted' },
    'S1-56',
  ),
  archived: count(
    { zh: '已归档投诉', en: 'Complaints archived' },
    { zh: '期内收到、统计时已归档的投诉', en: 'complaints received in the period and archived when counted' },
    'S4-134',
  ),
  notAccepted: count(
    { zh: '不受理、撤诉与合并', en: 'Refused, withdrawn or merged' },
    {
      zh: '期内收到、后来不予受理、撤诉或合并的投诉',
      en: 'complaints received in the period that were refused, withdrawn or merged',
    },
    'S1-56',
  ),
} as const satisfies Record<string, FigureSpec>

const TIME_FIGURES = {
  firstFeedback: {
    group: 'timeliness',
    unit: 'ms',
    name: { zh: '首次反馈时间', en: 'Time to first feedback' },
    numerator: {
      zh: '从客户提出投诉到首次联系客户（响应、确认、告知进展或答复）的时间；取中位数',
      en: "time from the customer's complaint until the customer first heard from us (response, confirmation, progress or reply); the median",
    },
    denominator: { zh: '期内收到且已有首次反馈的投诉', en: 'complaints of the period that had a first feedback' },
    exclusions: { zh: '尚未反馈的投诉', en: 'complaints without feedback so far' },
    requirement: 'S1-06 S1-57 S4-112',
  },
  confirmed24: {
    group: 'timeliness',
    unit: 'share',
    name: { zh: '24小时确认达成率', en: 'Confirmed within 24 hours' },
    numerator: {
      zh: '自客户提出起24小时内与客户确认的投诉',
      en: 'complaints confirmed with the customer within 24 hours of being made',
    },
    denominator: {
      zh: '期内收到、已确认或已超过24小时的投诉',
      en: 'complaints of the period that were confirmed or are older than 24 hours',
    },
    exclusions: {
      zh: '未确认即不予受理、撤诉或合并的投诉',
      en: 'complaints refused, withdrawn or merged before they were confirmed',
    },
    requirement: 'S1-38',
  },
  onTime: {
    group: 'timeliness',
    unit: 'share',
    name: { zh: '投诉及时率', en: 'Complaints on time' },
    numerator: {
      zh: '对客户的各项时限（响应、确认、告知进展、处理、答复、法定）无一超时的投诉',
      en: 'complaints none of whose limits towards the customer (response, confirmation, progress, handling, reply, legal) ran out',
    },
    denominator: {
      zh: '期内收到、至少一项时限已有结果的投诉',
      en: 'complaints of the period with at least one such limit kept or missed',
    },
    exclusions: {
      zh: '内部时限（接单、审批、协办、回访）；时限尚未到期的投诉；已取消的时限',
      en: 'internal limits (acceptance, approval, sub-tasks, follow-up); complaints whose limits all still run; cancelled limits',
    },
    requirement: 'S1-21 S1-57',
  },
  handling: {
    group: 'timeliness',
    unit: 'ms',
    name: { zh: '处理时长', en: 'Handling time' },
    numerator: {
      zh: '从客户提出投诉到处理完毕的时间；取中位数',
      en: "time from the customer's complaint until its handling was finished; the median",
    },
    denominator: { zh: '期内收到且已处理完毕的投诉', en: 'complaints of the period whose handling was finished' },
    exclusions: {
      zh: '未处理完毕、重开后尚未再次处理完毕的投诉；不予受理、已撤诉、已合并的投诉',
      en: 'complaints not finished, or reopened and not finished again; complaints refused, withdrawn or merged',
    },
    requirement: 'S2-131 S5-72',
  },
  closure: {
    group: 'timeliness',
    unit: 'ms',
    name: { zh: '办结时长', en: 'Time to closing' },
    numerator: {
      zh: '从客户提出投诉到关闭的时间；取中位数',
      en: "time from the customer's complaint until it was closed; the median",
    },
    denominator: { zh: '期内收到且已关闭的投诉', en: 'complaints of the period that were closed' },
    exclusions: NOT_ACCEPTED,
    requirement: 'S1-57',
  },
} as const satisfies Record<string, FigureSpec>

/** THE list of a report's numbers with their definitions, in reading order. */
export const FIGURES = { ...VOLUME_FIGURES, ...TIME_FIGURES, ...RESULT_FIGURES, ...AROUND_FIGURES } as const

export type FigureId = keyof typeof FIGURES
export const FIGURE_IDS = Object.keys(FIGURES) as FigureId[]

/** The definition of a number, whatever it is. */
export function figureSpec(id: FigureId): FigureSpec {
  return FIGURES[id]
}
