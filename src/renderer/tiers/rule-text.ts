import type { TierPeriod, TierRule } from '../../shared/tiers/model.ts'
import { figureText, MEASURE_NAMES, PERIOD_NAMES, tierName } from '../../shared/tiers/sentences.ts'
import { currentLanguage, say } from '../i18n/use-t.ts'

export const side = () => (currentLanguage() === 'en' ? 'en' : 'zh')

/** A qualification in words: any and all of its parts, brackets only inside. */
export function ruleText(rule: TierRule, isInside = false): string {
  const space = side() === 'en' ? ' ' : ''
  if ('measure' in rule)
    return `${MEASURE_NAMES[rule.measure][side()]} ≥ ${figureText(rule.measure, rule.atLeast, side())}`
  if ('weighted' in rule) {
    const parts = rule.weighted.map(
      ({ measure, per, weight }) => `${MEASURE_NAMES[measure][side()]}/${figureText(measure, per, side())}×${weight}`,
    )
    return `${say('tiers', 'rule.weighted')} ${parts.join(' + ')} ≥ ${rule.atLeast}`
  }
  if ('levels' in rule) return `${say('tiers', 'rule.level')} ${rule.levels.join(' / ')}`
  if ('yearsInRow' in rule)
    return say('tiers', 'rule.yearsInRow', { years: rule.atLeast, tier: tierName(rule.yearsInRow, side()) })
  const isAll = 'all' in rule
  const word = say('tiers', isAll ? 'rule.and' : 'rule.or')
  const text = (isAll ? rule.all : rule.any)
    .map((part) => ruleText(part, true))
    .join(`${space} ${word} ${space}`.replace(/ {2,}/g, ' '))
  return isInside ? `(${text})` : text
}

export function periodText(period: TierPeriod): string {
  return PERIOD_NAMES[period][side()]
}
