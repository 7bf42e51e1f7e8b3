import { INDICATOR_TABLE } from '../../shared/scorecards/indicators.ts'
import type { Figure } from '../../shared/scorecards/model.ts'
import type { AnswerState, Indicator, PartState, RoundState } from '../../shared/scorecards/words.ts'
import { say } from '../i18n/use-t.ts'
import type { Tone } from '../ui/badges.tsx'

/** Points or a value, with as many digits as it has. */
export const plain = (value: number | null): string => (value === null ? '—' : String(value))

/** A value of an indicator with its unit. */
export function valueText(indicator: Indicator, value: number | null): string {
  if (value === null) return '—'
  const { unit } = INDICATOR_TABLE[indicator]
  if (unit === 'points') return String(value)
  return unit === 'percent' ? `${value}%` : `${value} ${say('scorecards', 'scheme.seconds')}`
}

const digits = (value: number) => String(Math.round(value * 100) / 100)

/** Numerator and denominator as they were counted. */
export const basisText = ({ hits, of }: Figure): string => `${digits(hits)} / ${digits(of)}`

export const ROUND_TONES: Record<RoundState, Tone> = {
  collecting: 'info',
  calibrating: 'warn',
  published: 'good',
  frozen: 'neutral',
}
export const PART_TONES: Record<PartState, Tone> = { none: 'neutral', draft: 'info', given: 'good' }
export const ANSWER_TONES: Record<AnswerState, Tone> = {
  waiting: 'info',
  confirmed: 'good',
  silent: 'neutral',
  appealed: 'warn',
  upheld: 'neutral',
  changed: 'good',
}
