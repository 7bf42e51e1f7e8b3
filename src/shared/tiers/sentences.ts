import type { Bilingual } from '../contract.ts'
import {
  MEMBER_TIER_NAMES,
  type MemberTier,
  type TierCheck,
  type TierMeasure,
  type TierPeriod,
  type TierReason,
} from './model.ts'

type Side = keyof Bilingual

/** Names of the figures a threshold may be set on. */
export const MEASURE_NAMES: Record<TierMeasure, Bilingual> = {
  distanceKm: { zh: '飞行里程', en: 'distance' },
  segments: { zh: '航段', en: 'segments' },
  spendFen: { zh: '本航消费', en: 'own spend' },
  partnerSpendFen: { zh: '合作伙伴消费', en: 'partner spend' },
  totalSpendFen: { zh: '消费额（含合作伙伴）', en: 'spend incl. partners' },
  points: { zh: '积分', en: 'points' },
  lifetimeKm: { zh: '终身里程', en: 'lifetime distance' },
}

export const PERIOD_NAMES: Record<TierPeriod, Bilingual> = {
  rolling12: { zh: '近12个月', en: 'last 12 months' },
  rolling24: { zh: '近24个月', en: 'last 24 months' },
  calendarYear: { zh: '本自然年', en: 'calendar year' },
}

const OTHER_NAMES: Record<'weighted' | 'level' | 'yearsInRow', Bilingual> = {
  weighted: { zh: '综合得分', en: 'weighted score' },
  level: { zh: '常旅客级别', en: 'programme level' },
  yearsInRow: { zh: '连续年数', en: 'years in a row' },
}

const MONEY = new Set<string>(['spendFen', 'partnerSpendFen', 'totalSpendFen'])
const UNITS: Partial<Record<string, Bilingual>> = {
  distanceKm: { zh: '公里', en: ' km' },
  lifetimeKm: { zh: '公里', en: ' km' },
  segments: { zh: '段', en: '' },
  yearsInRow: { zh: '年', en: '' },
}

function grouped(value: number): string {
  const [whole = '', part] = String(Math.round(value * 100) / 100).split('.')
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return part === undefined ? digits : `${digits}.${part}`
}

/** A figure with its unit, for example 12,345公里 or ¥1,234.5. */
export function figureText(measure: TierCheck['measure'], value: number | string, side: Side): string {
  if (typeof value === 'string') return value === '' ? '—' : value
  return MONEY.has(measure) ? `¥${grouped(value / 100)}` : grouped(value) + (UNITS[measure]?.[side] ?? '')
}

export function measureName(measure: TierCheck['measure'], side: Side): string {
  return (
    measure in MEASURE_NAMES ? MEASURE_NAMES[measure as TierMeasure] : OTHER_NAMES[measure as keyof typeof OTHER_NAMES]
  )[side]
}

function checkText({ measure, value, atLeast, isMet }: TierCheck, side: Side): string {
  const compared = measure === 'level' ? (isMet ? '∈' : '∉') : isMet ? '≥' : '<'
  const space = side === 'zh' ? '' : ' '
  return `${measureName(measure, side)}${space}${figureText(measure, value, side)} ${compared} ${figureText(measure, atLeast, side)}`
}

const GROUNDS: Record<TierReason['ground'], Bilingual> = {
  upgrade: { zh: '升级标准', en: 'entry' },
  retain: { zh: '保级标准', en: 'retention' },
  clause: { zh: '特别条款', en: 'special clause' },
}

/** One qualification as a sentence: tier, met or missed, and the figures that decided. */
export function reasonSentence(reason: TierReason, side: Side): string {
  const shown = reason.checks.filter((check) => check.isMet === reason.isMet)
  const checks = (shown.length > 0 ? shown : reason.checks)
    .map((check) => checkText(check, side))
    .join(side === 'zh' ? '，' : ', ')
  const tier = MEMBER_TIER_NAMES[reason.tier][side]
  const period = PERIOD_NAMES[reason.period][side]
  const ground = GROUNDS[reason.ground][side]
  if (side === 'zh') return `${reason.isMet ? '达到' : '未达到'}${tier}${ground}（${period}）：${checks}`
  return `${tier} ${ground} ${reason.isMet ? 'met' : 'missed'} (${period}): ${checks}`
}

/** Why a rating came out as it did, as one text. */
export function reasonsText(reasons: readonly TierReason[], side: Side): string {
  return reasons.map((reason) => reasonSentence(reason, side)).join(side === 'zh' ? '；' : '; ')
}

/** A tier's name in the language asked for. */
export function tierName(tier: MemberTier, side: Side): string {
  return MEMBER_TIER_NAMES[tier][side]
}
