import type { Bilingual } from '../../shared/contract.ts'
import type { Loyalty } from '../../shared/members/loyalty.ts'
import type { KeyFact, Warning } from '../../shared/members/overview.ts'
import { SERVICE_LANGUAGE_NAMES, SERVICE_LANGUAGES } from '../../shared/members/words.ts'
import { figureText } from '../../shared/tiers/sentences.ts'
import type { Day } from '../../shared/time.ts'
import type { Origin, SpendHabits } from '../../shared/wishes/model.ts'
import { CUSTOMER_TYPE_NAMES, type CustomerType, ORIGIN_CHANNEL_NAMES } from '../../shared/wishes/words.ts'
import { addDays, dayNumber } from './days.ts'

/** A complaint is warned of for this many days. */
export const COMPLAINT_DAYS = 90

/** The end of a tier is warned of for this many days before it. */
const TIER_DAYS = 60

export type WarningFacts = {
  today: Day
  status: 'active' | 'left'
  language: string
  /** Days of complaints, newest first. */
  complaints: readonly Day[]
  compensation: { count: number; fen: number; miles: number }
  medical: readonly string[]
  doNotCall: boolean
  /** The newest word on offers; null when there is none. */
  welcomesOffers: boolean | null
  tierUntil: Day | null
}

const both = (zh: string, en: string): Bilingual => ({ zh, en })

/** What is to be known before the first word, the gravest first. */
export function warningsOf(facts: WarningFacts): Warning[] {
  const { today, complaints, compensation, medical, tierUntil } = facts
  const warnings: Warning[] = []
  const add = (warning: Warning['warning'], level: Warning['level'], zh: string, en: string) =>
    warnings.push({ warning, level, text: both(zh, en) })
  const recent = complaints.filter((day) => day > addDays(today, -COMPLAINT_DAYS))
  if (facts.doNotCall) add('doNotCall', 'bad', '请勿致电', 'Do not call')
  if (medical.length > 0) add('medical', 'bad', medical.join('；'), medical.join('; '))
  if (recent.length > 0)
    add(
      'complaint',
      'bad',
      `近${COMPLAINT_DAYS}天投诉${recent.length}次，最近 ${recent[0]}`,
      `Complaints in ${COMPLAINT_DAYS} days: ${recent.length}, last ${recent[0]}`,
    )
  if (compensation.count > 0) {
    const miles = compensation.miles > 0 ? [`、${compensation.miles}里程`, `, ${compensation.miles} miles`] : ['', '']
    add(
      'compensation',
      'warn',
      `累计补偿${compensation.count}次：${figureText('spendFen', compensation.fen, 'zh')}${miles[0]}`,
      `Compensated ${compensation.count} times: ${figureText('spendFen', compensation.fen, 'en')}${miles[1]}`,
    )
  }
  const language = SERVICE_LANGUAGES.find((one) => one === facts.language)
  if (language !== undefined && language !== 'zh-CN') {
    const { zh, en } = SERVICE_LANGUAGE_NAMES[language]
    add('language', 'warn', `请用${zh}服务`, `Serve in ${en}`)
  }
  if (facts.welcomesOffers === false) add('noOffers', 'info', '不接受活动与优惠通知', 'Wants no offers')
  if (facts.status === 'left') add('left', 'warn', '已退会', 'Left the programme')
  if (tierUntil !== null && tierUntil <= addDays(today, TIER_DAYS))
    add('tierEnds', 'info', `等级有效期至 ${tierUntil}`, `Tier good until ${tierUntil}`)
  return warnings
}

export type CardFacts = {
  today: Day
  title: string
  birthDate: Day | null
  types: readonly CustomerType[]
  companies: readonly string[]
  origin: Origin | null
  loyalty: Loyalty
  habits: SpendHabits
}

/** A birthday is named this many days before it. */
const BIRTHDAY_DAYS = 14

/** Days until the next birthday; a birthday of 29 February is kept on 1 March in other years. */
export function daysToBirthday(birthDate: Day, today: Day): number {
  const ends = birthDate.slice(5)
  const at = (year: number) => {
    const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
    return dayNumber(`${String(year).padStart(4, '0')}-${ends === '02-29' && !isLeap ? '03-01' : ends}`)
  }
  const year = Number(today.slice(0, 4))
  const now = dayNumber(today)
  return at(year) >= now ? at(year) - now : at(year + 1) - now
}

/** S4-75: the facts that stand on the customer's card. */
export function keyFactsOf(facts: CardFacts): KeyFact[] {
  const { title, birthDate, today, types, companies, origin, loyalty, habits } = facts
  const list: KeyFact[] = []
  const add = (fact: KeyFact['fact'], zh: string, en: string) => list.push({ fact, text: both(zh, en) })
  if (title !== '') add('address', `称呼${title}`, `Address as ${title}`)
  const days = birthDate === null ? undefined : daysToBirthday(birthDate, today)
  if (days === 0) add('birthday', '今天生日', 'Birthday today')
  else if (days !== undefined && days <= BIRTHDAY_DAYS) add('birthday', `${days}天后生日`, `Birthday in days: ${days}`)
  if (types.length > 0) {
    const names = types.map((type) => CUSTOMER_TYPE_NAMES[type])
    add('types', names.map(({ zh }) => zh).join('、'), names.map(({ en }) => en).join(', '))
  }
  if (companies.length > 0) add('company', companies.join('、'), companies.join(', '))
  if (origin !== null) {
    const { zh, en } = ORIGIN_CHANNEL_NAMES[origin.channel]
    const campaign = origin.campaign === '' ? '' : ` · ${origin.campaign}`
    add('origin', `来源 ${zh}${campaign}`, `Came by ${en}${campaign}`)
  }
  add('loyalty', `忠诚度 ${loyalty.score}`, `Loyalty ${loyalty.score}`)
  if (habits.spends > 0)
    add(
      'habits',
      `近12个月消费${habits.spends}笔，均${figureText('spendFen', habits.meanFen, 'zh')}`,
      `Spends in 12 months: ${habits.spends}, mean ${figureText('spendFen', habits.meanFen, 'en')}`,
    )
  return list
}
