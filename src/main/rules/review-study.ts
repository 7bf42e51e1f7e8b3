import { allow, type Decision, deny } from '../../shared/failure.ts'
import { DAY, type Instant } from '../../shared/time.ts'
import type { StepData } from '../../shared/workflow/model.ts'

/** What a case knows of people: none of it may stand in a study. */
export type Identity = { people: readonly string[]; numbers: readonly string[]; staff: readonly string[] }

type StudiedCase = {
  category: string
  tier: string
  severity: string
  channel: string
  receivedAt: Instant
  content: string
  reason: string
  demand: string
  recorded: StepData
  trail: readonly { at: Instant; name: string }[]
}

const FIGURES = /\+?\d[\d -]{4,}\d/g
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const TITLED = '(?:先生|女士|小姐|太太|老师|总|经理)'
/** A flight and its day name a few people: both go. */
const FLIGHT = /(?<![A-Za-z0-9])(?:[A-Z]{2}|[A-Z]\d|\d[A-Z])\s?\d{3,4}(?!\d)/g
const DATE = /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}月\d{1,2}日/g
/** Codes of bookings, bags and passports: letters and figures together. */
const CODES = /(?<![A-Za-z0-9])(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{6,}(?![A-Za-z0-9])/g

const SIGNS = /[.*+?^${}()|[\]\\]/g
/** A known word wherever it stands; letters must not go on before or after it. */
const literal = (text: string) => {
  const word = text.trim().replace(SIGNS, '\\$&')
  return new RegExp(/^[A-Za-z]/.test(word) ? `(?<![A-Za-z])${word}(?![A-Za-z])` : word, 'giu')
}

/** What stands in place of people; a contact entered as 客户 is nobody. */
const PLACEHOLDERS = '【客户】【员工】【号码】【邮箱】【日期】【航班】【编号】'

/** A name as people write it: whole, or the surname with a title. */
function formsOf(name: string): RegExp[] {
  const whole = name.trim()
  const isHan = /^\p{Script=Han}/u.test(whole)
  if (whole === '' || PLACEHOLDERS.includes(whole)) return []
  if (!isHan)
    return whole.length < 2
      ? []
      : [
          literal(whole),
          ...whole
            .split(/\s+/)
            .filter((part) => part.length > 2)
            .map(literal),
        ]
  const surname = [...whole][0] ?? ''
  const titled = new RegExp(`${surname}${TITLED}`, 'gu')
  return [...whole].length < 2 ? [titled] : [literal(whole), titled]
}

const SHAPES: readonly (readonly [RegExp, string])[] = [
  [MAIL, '【邮箱】'],
  [DATE, '【日期】'],
  [FLIGHT, '【航班】'],
  [CODES, '【编号】'],
  [FIGURES, '【号码】'],
]

/** What takes the place of what may point to somebody. */
function swapsOf({ people, numbers, staff }: Identity): (readonly [RegExp, string])[] {
  const known = numbers.filter((value) => value.trim().length >= 4)
  return [
    ...people.flatMap(formsOf).map((form) => [form, '【客户】'] as const),
    ...staff.flatMap(formsOf).map((form) => [form, '【员工】'] as const),
    ...known.map((value) => [literal(value), '【号码】'] as const),
    ...SHAPES,
  ]
}

/** S2-139: a text without the people of its case and without whatever looks like a number of theirs. */
export function withoutPeople(text: string, identity: Identity): string {
  const swaps = swapsOf(identity)
  const once = (line: string) => swaps.reduce((rest, [form, by]) => rest.replace(form, by), line)
  // What is taken out may bring together what then looks like a number; each round leaves fewer signs to take.
  for (let before = text, after = once(text); ; before = after, after = once(after)) if (after === before) return after
}

/** What still looks like somebody's data, for the person who checks the text; empty when nothing does. */
export function suspectsIn(text: string, identity: Identity): string[] {
  return [...new Set(swapsOf(identity).flatMap(([form]) => text.match(form) ?? []))]
}

const SAID = { causeText: '原因', measures: '处理措施', resultFeedback: '答复', isSolved: '是否解决' } as const
const SOLVED: Readonly<Record<string, string>> = { yes: '已解决', partly: '部分解决', no: '未解决' }

/** S2-139: a case as a study tells it: what happened on which day after it was received, and no date, number or name. */
export function studyText(one: StudiedCase, identity: Identity): string {
  const clean = (text: string) => withoutPeople(text, identity)
  const dayOf = (at: Instant) => Math.floor(Math.max(0, at - one.receivedAt) / DAY) + 1
  const said = Object.entries(SAID).flatMap(([name, label]) => {
    const value = one.recorded[name]
    return typeof value === 'string' && value !== '' ? [`${label}：${clean(SOLVED[value] ?? value)}`] : []
  })
  return [
    `分类：${one.category}　级别：${one.severity}　会员等级：${one.tier}　渠道：${one.channel}`,
    `经过：${clean(one.content)}`,
    ...(one.reason === '' ? [] : [`客户所述原因：${clean(one.reason)}`]),
    ...(one.demand === '' ? [] : [`诉求：${clean(one.demand)}`]),
    ...(one.trail.length === 0
      ? []
      : ['处理过程：', ...one.trail.map(({ at, name }) => `  第${dayOf(at)}天　${name}`)]),
    ...said,
  ].join('\n')
}

/** S2-139: a report of misconduct is nobody's example. */
export function canStudy(subject: { isRestricted: boolean; isOpen: boolean }): Decision {
  if (subject.isRestricted) return deny('study-restricted')
  return subject.isOpen ? deny('review-not-over') : allow
}

/** S2-139: a study is released by somebody else than picked it, and only when the program finds nobody in it any more. */
export function canRelease(
  reader: { id: string },
  study: { state: string; pickedBy: string; lessons: string },
  suspects: readonly string[],
): Decision {
  if (study.state !== 'draft') return deny('study-not-draft')
  if (study.pickedBy === reader.id) return deny('study-own-check')
  if (study.lessons.trim() === '') return deny('study-no-lessons')
  return suspects.length > 0 ? deny('study-personal', { count: suspects.length, first: suspects[0] ?? '' }) : allow
}
