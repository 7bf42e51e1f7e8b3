import type { Bilingual } from '../contract.ts'
import type { PolicySource } from '../policy.ts'
import type { NumberPart } from '../targets/desk-numbers.ts'
import { type Reminder, type TargetPolicy, type TargetRule, usualStep, type WarningStep } from '../targets/model.ts'
import type { WorkflowTransition } from '../workflow/model.ts'
import { numberTexts } from './number-words.ts'
import { raiseText } from './raise-words.ts'
import {
  clockName,
  EVENT_NAMES,
  limitText,
  type Names,
  nameIn,
  namesIn,
  receiverText,
  SOURCE_MARK_NAMES,
  STARTS_AT_NAMES,
  sourceText,
  warningsText,
  whenText,
} from './words.ts'

type Side = keyof Bilingual

/** Stages of the shipped workflows; a desk's own are named by its own workflows. */
export const STATE_NAMES: Names = {
  draft: { zh: '草稿', en: 'Draft' },
  registered: { zh: '已登记', en: 'Registered' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  assigned: { zh: '已派单/跟进中', en: 'Assigned/In progress' },
  investigating: { zh: '调查中', en: 'Investigating' },
  waitingCustomer: { zh: '待客户补充', en: 'Waiting for the customer' },
  waitingPartner: { zh: '待协办方', en: 'Waiting for a partner' },
  liability: { zh: '责任认定', en: 'Finding liability' },
  plan: { zh: '方案拟定', en: 'Planning' },
  approval: { zh: '方案审批', en: 'Approval' },
  executing: { zh: '执行中', en: 'Carrying out' },
  replied: { zh: '已答复', en: 'Answered' },
  followUp: { zh: '待回访', en: 'Following up' },
  external: { zh: '外部申诉', en: 'External appeal' },
  decided: { zh: '已有结论', en: 'Decided' },
  answered: { zh: '已办理', en: 'Answered' },
  closed: { zh: '已关闭', en: 'Closed' },
  archived: { zh: '已归档', en: 'Archived' },
  rejected: { zh: '不予受理', en: 'Not accepted' },
  withdrawn: { zh: '已撤诉/已取消', en: 'Withdrawn/Cancelled' },
  merged: { zh: '已合并', en: 'Merged' },
}

/** What can move or warn about a clock, in the order in which a reader asks. */
export const CLOCK_PARTS = ['starts', 'pauses', 'resumes', 'stops', 'restarts', 'cancels', 'warns'] as const
export type ClockPart = (typeof CLOCK_PARTS)[number]

export const CLOCK_PART_NAMES: Record<ClockPart, Bilingual> = {
  starts: { zh: '起算', en: 'Starts' },
  pauses: { zh: '暂停', en: 'Pauses' },
  resumes: { zh: '恢复', en: 'Resumes' },
  stops: { zh: '停止', en: 'Stops' },
  restarts: { zh: '重新起算', en: 'Begins anew' },
  cancels: { zh: '作废', en: 'Cancelled' },
  warns: { zh: '预警', en: 'Warnings' },
}

const say = (side: Side, zh: string, en: string): string => (side === 'zh' ? zh : en)

/**
 * Every condition of a rule's clock in words; a part that it does not have is left out. `states` names the stages
 * of the workflows that the desk has.
 */
export function clockParts(
  rule: TargetRule,
  side: Side,
  states: Names = STATE_NAMES,
): Partial<Record<ClockPart, string>> {
  const events = (list: readonly string[] | undefined) => (list ? namesIn(EVENT_NAMES, list, side) : '')
  const inStates = (list: readonly string[] | undefined) =>
    list && list.length > 0
      ? say(side, `处于“${namesIn(states, list, side)}”时`, `while in ${namesIn(states, list, side)}`)
      : ''
  const begin = rule.startsOn ? events(rule.startsOn) : nameIn(STARTS_AT_NAMES, rule.startsAt, side)
  const round = limitText(rule.repeat ?? rule.limit, side)
  const parts: Record<ClockPart, string> = {
    starts: joined([begin, inStates(rule.startsIn)], side),
    pauses: joined([inStates(rule.pausesIn), events(rule.pausesOn)], side),
    resumes: rule.resumesOn ? events(rule.resumesOn) : '',
    stops: events(rule.stopsOn),
    restarts: rule.restartsOn
      ? joined([events(rule.restartsOn), say(side, `每轮${round}`, `${round} each round`)], side)
      : '',
    cancels: events(rule.cancelsOn),
    warns: rule.warnings ? warningsText(rule.warnings, side) : '',
  }
  return Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== ''))
}

const joined = (parts: readonly string[], side: Side): string =>
  parts.filter((part) => part !== '').join(side === 'zh' ? '；' : '; ')

/** `起算：已派单；停止：已接手`: the conditions of a rule's clock in one line. */
export function clockText(rule: TargetRule, side: Side): string {
  const parts = clockParts(rule, side)
  return CLOCK_PARTS.flatMap((part) => {
    const text = parts[part]
    return text === undefined
      ? []
      : [say(side, `${CLOCK_PART_NAMES[part].zh}：${text}`, `${CLOCK_PART_NAMES[part].en}: ${text}`)]
  }).join(side === 'zh' ? '；' : '; ')
}

/** Units in which a person says how often a reminder comes, by their minutes. */
export const SPAN_UNITS = { days: 1440, hours: 60, minutes: 1 } as const
export type SpanUnit = keyof typeof SPAN_UNITS

/** 1440 as one day, 90 as ninety minutes: the largest unit that says it without a rest. */
export function spanOf(minutes: number): { unit: SpanUnit; amount: number } {
  const unit = minutes % SPAN_UNITS.days === 0 ? 'days' : minutes % SPAN_UNITS.hours === 0 ? 'hours' : 'minutes'
  return { unit, amount: minutes / SPAN_UNITS[unit] }
}

/** `超时后每1天提醒（经理，三级）`. */
export function reminderText({ everyMinutes, ...told }: Reminder, side: Side): string {
  const { unit, amount } = spanOf(everyMinutes)
  const zh = { days: '天', hours: '小时', minutes: '分钟' }[unit]
  const en = amount === 1 ? unit.slice(0, -1) : unit
  const who = receiverText(told, side)
  return say(side, `超时后每${amount}${zh}提醒（${who}）`, `every ${amount} ${en} after the end (${who})`)
}

const USUAL_SHARES = [50, 75, 90, 100, 150]
const USUAL_REMINDER: Reminder = { everyMinutes: 1440, level: 3, tells: 'manager' }

const isUsualStep = ({ percent, level, tells, also }: WarningStep): boolean => {
  const usual = usualStep(percent)
  return USUAL_SHARES.includes(percent) && usual.level === level && usual.tells === tells && also === undefined
}

/** True for the warning steps that come with the product. */
export function areUsualWarnings(steps: readonly WarningStep[]): boolean {
  return steps.length === USUAL_SHARES.length && steps.every(isUsualStep)
}

/** True for the reminder that comes with the product. */
export function isUsualReminder({ everyMinutes, level, tells, also }: Reminder): boolean {
  return (
    everyMinutes === USUAL_REMINDER.everyMinutes &&
    level === USUAL_REMINDER.level &&
    tells === USUAL_REMINDER.tells &&
    also === undefined
  )
}

/** Where a figure comes from; one that says nothing and is as it was shipped is the product's own default. */
export function figureSourceText(source: PolicySource | undefined, isUsual: boolean, side: Side): string {
  if (source) return sourceText(source, side)
  return isUsual ? SOURCE_MARK_NAMES.D[side] : say(side, '未注明来源', 'no source given')
}

/** Days and years as they come with the product: reopening, archiving and keeping (S2-171, S2-40). */
const USUAL_FIGURES = { withinDays: 30, afterDays: 30, keepYears: 3 } as const

/** Where the days and years of a step of a workflow come from. */
export function stepSourceText(
  step: Pick<WorkflowTransition, 'source' | keyof typeof USUAL_FIGURES>,
  side: Side,
): string {
  const { withinDays, afterDays, keepYears } = USUAL_FIGURES
  const isUsual =
    (step.withinDays ?? withinDays) === withinDays &&
    (step.afterDays ?? afterDays) === afterDays &&
    (step.keepYears ?? keepYears) === keepYears
  return figureSourceText(step.source, isUsual, side)
}

/** What belongs to no single rule: common warnings, reminder, telephone, numbers of the desk, each with its source. */
export function commonTexts(
  policy: TargetPolicy,
  side: Side,
): { part: 'warnings' | 'reminder' | 'raises' | 'ring' | NumberPart; text: string; key?: string }[] {
  const { warnings, reminder, raises = [], ring, sources } = policy
  const rings = say(
    side,
    `铃响${ring.maxRings}声以内（每声${ring.secondsPerRing}秒）`,
    `within ${ring.maxRings} rings of ${ring.secondsPerRing} seconds`,
  )
  const told = reminder ? reminderText(reminder, side) : say(side, '超时后不再提醒', 'no reminder after the end')
  return [
    {
      part: 'warnings',
      text: `${warningsText(warnings, side)} · ${figureSourceText(sources?.warnings, areUsualWarnings(warnings), side)}`,
    },
    {
      part: 'reminder',
      text: reminder ? `${told} · ${figureSourceText(sources?.reminder, isUsualReminder(reminder), side)}` : told,
    },
    ...raises.map((one) => {
      const off = one.isEnabled ? '' : say(side, '（停用）', ' (off)')
      const source = sourceText(one.source, side)
      return {
        part: 'raises' as const,
        key: one.id,
        text: `${one.name[side]}${off}${say(side, '：', ': ')}${raiseText(one, side)} · ${source}`,
      }
    }),
    { part: 'ring', text: `${rings} · ${sourceText(ring.source, side)}` },
    ...numberTexts(policy, side),
  ]
}

/** S2-142: a whole policy of limits as lines of text, for paper. */
export function policySheet(policy: TargetPolicy, side: Side, states: Names = STATE_NAMES): string {
  const colon = side === 'zh' ? '：' : ': '
  const heads = {
    warnings: say(side, '公共预警', 'Common warnings'),
    reminder: say(side, '提醒', 'Reminder'),
    raises: say(side, '升级规则', 'Raise'),
    ring: say(side, '电话', 'Telephone'),
    patterns: say(side, '异常预警', 'Early warnings'),
    looks: say(side, '自动检查间隔', 'Looks by itself'),
    priorities: say(side, '优先级', 'Priorities'),
    queue: say(side, '待办排序', 'Order of the queue'),
    attempts: say(side, '联系次数', 'Contact attempts'),
  }
  const rules = policy.rules.map((rule, i) => {
    const parts = clockParts(rule, side, states)
    const off = rule.isEnabled ? '' : say(side, '（停用）', ' (off)')
    const first = `${i + 1}. ${clockName(rule.clock, side)} · ${rule.name[side]}${off}`
    const what = [whenText(rule.when, side), limitText(rule.limit, side), rule.calendar].join(' · ')
    const lines = CLOCK_PARTS.flatMap((part) => {
      const text = parts[part]
      return text === undefined ? [] : [`   ${CLOCK_PART_NAMES[part][side]}${colon}${text}`]
    })
    return [
      first,
      `   ${what}`,
      ...lines,
      `   ${say(side, '来源', 'Source')}${colon}${sourceText(rule.source, side)}`,
    ].join('\n')
  })
  const common = commonTexts(policy, side).map(({ part, text }) => `${heads[part]}${colon}${text}`)
  const version = say(side, `第${policy.version}版`, `version ${policy.version}`)
  return [`${policy.name[side]} · ${version} · ${policy.effectiveFrom}`, ...common, '', ...rules].join('\n')
}
