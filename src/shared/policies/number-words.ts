import {
  IMPORTANCE_NAMES,
  IMPORTANCES,
  PRIORITIES,
  PRIORITY_NAMES,
  SEVERITIES,
  SEVERITY_NAMES,
  URGENCIES,
  URGENCY_NAMES,
} from '../cases/words.ts'
import type { Bilingual } from '../contract.ts'
import { type DeskNumbers, type NumberPart, numbersOf } from '../targets/desk-numbers.ts'
import type { TargetPolicy } from '../targets/model.ts'
import { MEMBER_TIER_NAMES, MEMBER_TIERS } from '../tiers/model.ts'
import { sourceText } from './words.ts'

const cell = (urgency: Bilingual, importance: Bilingual): Bilingual => ({
  zh: `紧急程度${urgency.zh}、重要性${importance.zh}`,
  en: `urgency ${urgency.en}, importance ${importance.en}`,
})

const cells = URGENCIES.flatMap((urgency) =>
  IMPORTANCES.map((importance) => [
    `${urgency}-${importance}`,
    cell(URGENCY_NAMES[urgency], IMPORTANCE_NAMES[importance]),
  ]),
)

/** What the numbers of the desk are called, by their names in a targets policy. */
export const NUMBER_LABELS: Readonly<Record<string, Bilingual>> = {
  patterns: { zh: '异常预警', en: 'early warnings' },
  windowDays: { zh: '每期天数', en: 'days of a window' },
  historyWindows: { zh: '比较的期数', en: 'windows compared with' },
  leastCount: { zh: '最少投诉数', en: 'complaints at least' },
  leastHistory: { zh: '最少历史期数', en: 'windows of history at least' },
  sigmas: { zh: '控制上限（标准差倍数）', en: 'limit in standard deviations' },
  looks: { zh: '自动检查间隔', en: 'looks by itself' },
  everyHours: { zh: '每隔几小时', en: 'hours between looks' },
  priorities: { zh: '优先级', en: 'priorities' },
  matrix: { zh: '矩阵', en: 'matrix' },
  ...Object.fromEntries(cells),
  tierPlaces: { zh: '等级提升级数', en: 'places up by tier' },
  ...MEMBER_TIER_NAMES,
  queue: { zh: '待办排序', en: 'order of the queue' },
  horizonMinutes: { zh: '按紧急程度排列的时段（分钟）', en: 'horizon in minutes' },
  tierLeads: { zh: '等级提前量（分钟）', en: 'minutes sooner by tier' },
  severityLeads: { zh: '性质提前量（分钟）', en: 'minutes sooner by severity' },
  ...SEVERITY_NAMES,
  attempts: { zh: '联系次数', en: 'contact attempts' },
  enough: { zh: '视为联系不上的次数', en: 'attempts that are enough' },
  gapMinutes: { zh: '两次至少相隔（分钟）', en: 'minutes between two at least' },
  spanMinutes: { zh: '首末次至少相隔（分钟）', en: 'minutes from first to last at least' },
}

/** A priority of the matrix by its name; undefined for anything else. */
export function numberValue(path: string, value: unknown, side: keyof Bilingual): string | undefined {
  if (!path.startsWith('priorities.matrix.')) return undefined
  const priority = PRIORITIES.find((one) => one === value)
  return priority && PRIORITY_NAMES[priority][side]
}

type Side = keyof Bilingual
const say = (side: Side, zh: string, en: string) => (side === 'zh' ? zh : en)

function patternsText({ patterns }: DeskNumbers, side: Side): string {
  const { windowDays, historyWindows, leastCount, leastHistory, sigmas } = patterns
  return say(
    side,
    `每${windowDays}天为一期，与此前${historyWindows}期比较；至少${leastCount}件、${leastHistory}期历史；上限为${sigmas}个标准差`,
    `windows of ${windowDays} days against the ${historyWindows} before; at least ${leastCount} complaints and ${leastHistory} windows of history; limit at ${sigmas} standard deviations`,
  )
}

function prioritiesText({ priorities: { matrix, tierPlaces } }: DeskNumbers, side: Side): string {
  const of = PRIORITIES.flatMap((priority) => {
    const cells = URGENCIES.toReversed().flatMap((urgency) =>
      IMPORTANCES.toReversed().flatMap((importance) =>
        matrix[`${urgency}-${importance}`] === priority
          ? [`${URGENCY_NAMES[urgency][side]}/${IMPORTANCE_NAMES[importance][side]}`]
          : [],
      ),
    )
    return cells.length === 0 ? [] : [`${PRIORITY_NAMES[priority][side]} ${cells.join(say(side, '、', ', '))}`]
  })
  const up = MEMBER_TIERS.filter((tier) => tierPlaces[tier] > 0).map((tier) =>
    say(
      side,
      `${MEMBER_TIER_NAMES[tier].zh}提升${tierPlaces[tier]}级`,
      `${MEMBER_TIER_NAMES[tier].en} up ${tierPlaces[tier]}`,
    ),
  )
  const head = say(side, '紧急程度/重要性：', 'urgency/importance: ')
  return head + [...of, ...up].join(say(side, '；', '; '))
}

function queueText({ queue: { horizonMinutes, tierLeads, severityLeads } }: DeskNumbers, side: Side): string {
  const sooner = [
    ...MEMBER_TIERS.map((tier) => [MEMBER_TIER_NAMES[tier][side], tierLeads[tier]] as const),
    ...SEVERITIES.toReversed().map((one) => [SEVERITY_NAMES[one][side], severityLeads[one]] as const),
  ].filter(([, minutes]) => minutes > 0)
  const leads = sooner.map(([name, minutes]) => say(side, `${name}${minutes}分钟`, `${name} ${minutes} minutes`))
  const list = leads.length === 0 ? say(side, '无', 'none') : leads.join(say(side, '、', ', '))
  return say(
    side,
    `${horizonMinutes}分钟内到期的按紧急程度排列，提前计算：${list}`,
    `what ends within ${horizonMinutes} minutes goes by urgency, counted sooner by: ${list}`,
  )
}

function attemptsText({ attempts }: DeskNumbers, side: Side): string {
  const { enough, gapMinutes, spanMinutes } = attempts
  const span =
    spanMinutes === 0 ? '' : say(side, `，首末相隔至少${spanMinutes}分钟`, ` and ${spanMinutes} from first to last`)
  return say(
    side,
    `${enough}次联系未果视为联系不上，两次至少相隔${gapMinutes}分钟${span}`,
    `${enough} failed attempts stand for not reachable, at least ${gapMinutes} minutes apart${span}`,
  )
}

/** The numbers of the desk in words, each part with its source; those in use where a policy names none. */
export function numberTexts(policy: TargetPolicy, side: Side): { part: NumberPart; text: string }[] {
  const numbers = numbersOf(policy)
  const line = (part: NumberPart, text: string) => ({
    part,
    text: `${text} · ${sourceText(numbers[part].source, side)}`,
  })
  return [
    line('patterns', patternsText(numbers, side)),
    line('looks', say(side, `每${numbers.looks.everyHours}小时检查一次`, `every ${numbers.looks.everyHours} hours`)),
    line('priorities', prioritiesText(numbers, side)),
    line('queue', queueText(numbers, side)),
    line('attempts', attemptsText(numbers, side)),
  ]
}
