import { CASE_KIND_NAMES, CATEGORY_NAMES, CHANNEL_NAMES, SEVERITY_NAMES, TIME_CLASS_NAMES } from '../cases/words.ts'
import type { Bilingual } from '../contract.ts'
import type { PolicySource, SourceMark } from '../policy.ts'
import {
  CLOCK_KIND_NAMES,
  type Limit,
  type LimitUnit,
  type Receiver,
  type StartsAt,
  type TargetWhen,
  type WarningStep,
} from '../targets/model.ts'
import { MEMBER_TIER_NAMES } from '../tiers/model.ts'

type Side = keyof Bilingual
export type Names = Readonly<Record<string, Bilingual>>

/** How well a figure is supported, as people read it. */
export const SOURCE_MARK_NAMES: Record<SourceMark, Bilingual> = {
  P: { zh: '原文', en: 'primary text' },
  S: { zh: '二手来源', en: 'secondary source' },
  U: { zh: '未核实', en: 'unconfirmed' },
  D: { zh: '产品默认值，非法规', en: 'product default, not a regulation' },
  seed: { zh: '本单位', en: "the desk's own" },
}

/** What happens to a case, in the words of the form. */
export const EVENT_NAMES: Names = {
  registered: { zh: '已登记', en: 'registered' },
  responded: { zh: '已响应', en: 'responded' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  assigned: { zh: '已派单', en: 'assigned' },
  accepted: { zh: '已接手', en: 'accepted' },
  waitingCustomer: { zh: '待客户补充', en: 'waiting for the customer' },
  customerReturned: { zh: '客户已回复', en: 'customer answered' },
  complexMarked: { zh: '转复杂问题', en: 'marked complex' },
  handled: { zh: '处理完毕', en: 'handled' },
  replied: { zh: '已回复客户', en: 'replied' },
  answered: { zh: '已答复', en: 'answered' },
  closed: { zh: '已关闭', en: 'closed' },
  rejected: { zh: '不予受理', en: 'not accepted' },
  withdrawn: { zh: '已撤诉', en: 'withdrawn' },
  merged: { zh: '已合并', en: 'merged' },
  reopened: { zh: '已重开', en: 'reopened' },
  assessed: { zh: '已评估', en: 'assessed' },
  liabilityFound: { zh: '责任已认定', en: 'liability found' },
  planSubmitted: { zh: '方案已提交', en: 'plan submitted' },
  planApproved: { zh: '方案已批准', en: 'plan approved' },
  planReturned: { zh: '方案被退回', en: 'plan returned' },
  executed: { zh: '已执行', en: 'carried out' },
  progressTold: { zh: '已告知进度', en: 'progress told' },
  visited: { zh: '已回访', en: 'visited' },
  archived: { zh: '已归档', en: 'archived' },
  subTaskOpened: { zh: '协办已开', en: 'sub-task opened' },
  subTaskDone: { zh: '协办已完成', en: 'sub-task done' },
  preliminaryTold: { zh: '已初步答复', en: 'preliminary reply given' },
  waitingPartner: { zh: '待协办方', en: 'waiting for a partner' },
  partnerReturned: { zh: '协办方已答复', en: 'partner answered' },
  investigated: { zh: '调查完成', en: 'investigated' },
  sentBack: { zh: '退回调查', en: 'sent back' },
  planBegun: { zh: '开始拟定方案', en: 'planning begun' },
  executionStarted: { zh: '开始执行', en: 'execution begun' },
  attempted: { zh: '已尝试联系', en: 'contact attempted' },
  appealed: { zh: '客户向外部申诉', en: 'appealed' },
  appealDecided: { zh: '申诉已有结果', en: 'appeal decided' },
  appealAnswered: { zh: '已答复受理机关', en: 'authority answered' },
}

export const UNIT_NAMES: Record<LimitUnit, Bilingual> = {
  minutes: { zh: '分钟（自然时间）', en: 'minutes by the clock' },
  workingMinutes: { zh: '工作分钟', en: 'working minutes' },
  days: { zh: '自然日', en: 'calendar days' },
  workingDays: { zh: '工作日', en: 'working days' },
}

export const STARTS_AT_NAMES: Record<StartsAt, Bilingual> = {
  received: { zh: '客户提出时', en: 'when the customer spoke' },
  registered: { zh: '登记时', en: 'when it was registered' },
  event: { zh: '事件发生时', en: 'when an event happens' },
}

/** Who is told when a share of a limit is used up. */
export const RECEIVER_NAMES: Record<Receiver, Bilingual> = {
  owner: { zh: '责任人', en: 'owner' },
  lead: { zh: '主管', en: 'lead' },
  manager: { zh: '经理', en: 'manager' },
}

/** Levels of escalation, 0 to 4, as people read them beside a warning. */
export const LEVEL_NAMES: readonly Bilingual[] = [
  { zh: '提示', en: 'note' },
  { zh: '一级', en: 'level 1' },
  { zh: '二级', en: 'level 2' },
  { zh: '三级', en: 'level 3' },
  { zh: '四级', en: 'level 4' },
]

/** `责任人和主管，二级`: whom a warning reaches, and at which level. */
export function receiverText({ tells, also, level }: Omit<WarningStep, 'percent'>, side: Side): string {
  const told = [...new Set(also === undefined ? [tells] : [tells, also])]
  const who = told.map((one) => nameIn(RECEIVER_NAMES, one, side)).join(side === 'zh' ? '和' : ' and ')
  const grade = LEVEL_NAMES[level]?.[side] ?? String(level)
  return side === 'zh' ? `${who}，${grade}` : `${who}, ${grade}`
}

/** `50%（责任人，提示）、90%（主管，二级）`: when and whom a limit warns, and at which level. */
export function warningsText(steps: readonly WarningStep[], side: Side): string {
  return steps
    .map((step) => {
      const who = receiverText(step, side)
      return side === 'zh' ? `${step.percent}%（${who}）` : `${step.percent}% (${who})`
    })
    .join(JOIN[side])
}

/** A name from a table, or the code itself where the table has none. */
export function nameIn(names: Names, code: string, side: Side): string {
  return (Object.hasOwn(names, code) ? names[code] : undefined)?.[side] ?? code
}

const JOIN: Record<Side, string> = { zh: '、', en: ', ' }

export function namesIn(names: Names, codes: readonly string[], side: Side): string {
  return codes.map((code) => nameIn(names, code, side)).join(JOIN[side])
}

/** A limit as people say it: 24小时, 3个工作日, 90 minutes. */
export function limitText({ unit, amount }: Limit, side: Side): string {
  const en = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`
  switch (unit) {
    case 'minutes':
      if (amount % 60 === 0) return side === 'zh' ? `${amount / 60}小时` : en(amount / 60, 'hour')
      return side === 'zh' ? `${amount}分钟` : en(amount, 'minute')
    case 'workingMinutes':
      return side === 'zh' ? `${amount}工作分钟` : en(amount, 'working minute')
    case 'days':
      return side === 'zh' ? `${amount}个自然日` : en(amount, 'day')
    case 'workingDays':
      return side === 'zh' ? `${amount}个工作日` : en(amount, 'working day')
  }
}

const WHEN_NAMES: Readonly<Record<string, Names>> = {
  kinds: CASE_KIND_NAMES,
  tiers: MEMBER_TIER_NAMES,
  severities: SEVERITY_NAMES,
  timeClasses: TIME_CLASS_NAMES,
  channels: CHANNEL_NAMES,
  categories: CATEGORY_NAMES,
}

/** For whom a rule is, in words; a rule without conditions is for every case. */
export function whenText(when: TargetWhen, side: Side): string {
  const parts = Object.entries(when).flatMap(([field, value]) => {
    if (value === undefined) return []
    if (field === 'isComplex') {
      const complex: Bilingual = value ? { zh: '复杂问题', en: 'complex' } : { zh: '非复杂问题', en: 'not complex' }
      return [complex[side]]
    }
    const names = WHEN_NAMES[field]
    return Array.isArray(value) ? [names ? namesIn(names, value, side) : value.join(JOIN[side])] : [String(value)]
  })
  return parts.length === 0 ? { zh: '全部事项', en: 'every case' }[side] : parts.join(' · ')
}

/** Where a figure comes from, in one line. */
export function sourceText({ mark, asOf, law, requirement, url, note }: PolicySource, side: Side): string {
  return [SOURCE_MARK_NAMES[mark][side], asOf, note?.[side], law, requirement, url]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')
}

export const clockName = (kind: string, side: Side): string => nameIn(CLOCK_KIND_NAMES, kind, side)
