import type { Bilingual } from '../contract.ts'
import { type FigureSpec, NONE } from './figure-spec.ts'
import { BOOKING_DAYS } from './words.ts'

const COMPLAINANTS: Bilingual = {
  zh: '期内提出投诉的会员（每人一次）',
  en: 'members who complained in the period (each counted once)',
}
const NO_MEMBER: Bilingual = { zh: '无会员档案的投诉', en: 'complaints without a member' }

/** Calls offered to the desk that are over. */
const OFFERED: Bilingual = { zh: '期内开始且已结束的来电', en: 'incoming calls that began in the period and are over' }
const NOT_OVER: Bilingual = { zh: '外呼；仍在进行的来电', en: 'outgoing calls; calls still going on' }

const NOT_HELD: Bilingual = { zh: '已取消或尚未结束的场次', en: 'sessions that were cancelled or are not over' }

/** What stands around the complaints: what those members did afterwards, who left, and the telephone. */
export const AROUND_FIGURES = {
  laterBooking: {
    group: 'after',
    unit: 'share',
    name: { zh: '投诉后订票', en: 'Booked afterwards' },
    numerator: {
      zh: `有未取消的、投诉后${BOOKING_DAYS}天内起飞的订座的会员`,
      en: `members with an uncancelled booking for a flight in the ${BOOKING_DAYS} days after their first complaint of the period`,
    },
    denominator: COMPLAINANTS,
    exclusions: {
      zh: `${NO_MEMBER.zh}；${BOOKING_DAYS}天未满的会员之后仍可能订票`,
      en: `${NO_MEMBER.en}; members whose ${BOOKING_DAYS} days are not over may still book`,
    },
    requirement: 'S5-75',
  },
  earlierBooking: {
    group: 'after',
    unit: 'share',
    name: { zh: '投诉前订票（对照）', en: 'Booked before (to compare)' },
    numerator: {
      zh: `有未取消的、投诉前${BOOKING_DAYS}天内起飞的订座的会员`,
      en: `members with an uncancelled booking for a flight in the ${BOOKING_DAYS} days before that complaint`,
    },
    denominator: COMPLAINANTS,
    exclusions: NO_MEMBER,
    requirement: 'S5-75',
  },
  complainantsLeft: {
    group: 'after',
    unit: 'share',
    name: { zh: '投诉会员流失', en: 'Complainants who left' },
    numerator: {
      zh: '其中在投诉之后（统计时为止）退会的会员',
      en: 'of these, members who left the programme after the complaint, as far as known when counted',
    },
    denominator: COMPLAINANTS,
    exclusions: NO_MEMBER,
    requirement: 'S1-70',
  },
  churn: {
    group: 'after',
    unit: 'share',
    name: { zh: '会员流失率', en: 'Churn of members' },
    numerator: { zh: '期内退会的会员', en: 'members who left the programme in the period' },
    denominator: {
      zh: '期初在册的会员（此前已入会且未退会）',
      en: 'members at its beginning (enrolled before and not yet left)',
    },
    exclusions: {
      zh: '期内新入会的会员；入会日期不详的视为此前入会',
      en: 'members enrolled in the period; those without a day of enrolment count as enrolled before',
    },
    requirement: 'S1-70',
  },
  callsOffered: {
    group: 'calls',
    unit: 'count',
    name: { zh: '来电', en: 'Incoming calls' },
    numerator: OFFERED,
    denominator: NONE,
    exclusions: NOT_OVER,
    requirement: 'S3-77',
  },
  callsAnswered: {
    group: 'calls',
    unit: 'share',
    name: { zh: '接通率', en: 'Answered' },
    numerator: { zh: '已接听的来电', en: 'calls that were answered' },
    denominator: OFFERED,
    exclusions: NOT_OVER,
    requirement: 'S3-77',
  },
  callsAbandoned: {
    group: 'calls',
    unit: 'share',
    name: { zh: '放弃率', en: 'Given up' },
    numerator: { zh: '客户在接听前挂断的来电', en: 'calls the customer gave up before an answer' },
    denominator: OFFERED,
    exclusions: NOT_OVER,
    requirement: 'S3-77',
  },
  callWait: {
    group: 'calls',
    unit: 'ms',
    name: { zh: '来电等待时间', en: 'Waiting for an answer' },
    numerator: {
      zh: '从振铃到接听的时间；取中位数',
      en: 'from the first ring to the answer; the median',
    },
    denominator: { zh: '期内已接听的来电', en: 'calls of the period that were answered' },
    exclusions: NOT_OVER,
    requirement: 'S4-112',
  },
  trainingSessions: {
    group: 'training',
    unit: 'count',
    name: { zh: '培训场次', en: 'Training sessions' },
    numerator: { zh: '期内举行的培训场次', en: 'sessions of trainings that were held in the period' },
    denominator: NONE,
    exclusions: NOT_HELD,
    requirement: 'S3-79',
  },
  trainingAttended: {
    group: 'training',
    unit: 'share',
    name: { zh: '培训出席率', en: 'Attendance of trainings' },
    numerator: { zh: '已参加的人次', en: 'people who attended' },
    denominator: { zh: '期内各场次的受邀人次', en: 'people asked to the sessions of the period' },
    exclusions: { zh: `${NOT_HELD.zh}；尚未登记出席`, en: `${NOT_HELD.en}; attendance not recorded yet` },
    requirement: 'S3-79',
  },
  trainingPassed: {
    group: 'training',
    unit: 'share',
    name: { zh: '培训考核合格率', en: 'Passed after a training' },
    numerator: { zh: '达到合格线的人次', en: 'people whose result reached the mark to pass' },
    denominator: { zh: '期内登记了考核成绩的人次', en: 'people with a result from the sessions of the period' },
    exclusions: { zh: `${NOT_HELD.zh}；不设考核的培训`, en: `${NOT_HELD.en}; trainings without a mark to pass` },
    requirement: 'S3-79',
  },
} as const satisfies Record<string, FigureSpec>
