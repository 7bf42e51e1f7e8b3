import { SEVERITY_NAMES } from '../cases/words.ts'
import type { Bilingual } from '../contract.ts'
import type { Raise, RaiseWhen, Repeats } from '../targets/raises.ts'
import { MEMBER_TIER_NAMES } from '../tiers/model.ts'
import { namesIn, RECEIVER_NAMES } from './words.ts'

type Side = keyof Bilingual
const say = (side: Side, zh: string, en: string): string => (side === 'zh' ? zh : en)

/** `此前90天内已有至少1件投诉`. */
export function repeatsText({ count, days }: Repeats, side: Side): string {
  return say(
    side,
    `此前${days}天内已有至少${count}件投诉`,
    `at least ${count} earlier complaint${count === 1 ? '' : 's'} within ${days} day${days === 1 ? '' : 's'}`,
  )
}

/** Which cases are raised, in words; one without conditions raises every case. */
export function raiseWhenText({ severities, tiers, repeats }: RaiseWhen, side: Side): string {
  const parts = [
    ...(severities ? [namesIn(SEVERITY_NAMES, severities, side)] : []),
    ...(tiers ? [namesIn(MEMBER_TIER_NAMES, tiers, side)] : []),
    ...(repeats ? [repeatsText(repeats, side)] : []),
  ]
  return parts.length === 0 ? say(side, '全部事项', 'every case') : parts.join(' · ')
}

/** `自90%起升1级，另告知经理`: what a raise does. */
export function raiseEffectText({ levelsUp, also, fromPercent }: Raise, side: Side): string {
  const parts = [
    ...(levelsUp > 0 ? [say(side, `升${levelsUp}级`, `${levelsUp} level${levelsUp === 1 ? '' : 's'} higher`)] : []),
    ...(also.length > 0
      ? [say(side, `另告知${namesIn(RECEIVER_NAMES, also, 'zh')}`, `also tells ${namesIn(RECEIVER_NAMES, also, 'en')}`)]
      : []),
  ]
  const effect = parts.join(say(side, '，', ', '))
  return fromPercent === undefined
    ? effect
    : say(side, `自${fromPercent}%起${effect}`, `from ${fromPercent}% ${effect}`)
}

/** `钻石 · 此前90天内已有至少1件投诉 → 升1级`: a whole raise in one line. */
export function raiseText(raise: Raise, side: Side): string {
  return `${raiseWhenText(raise.when, side)} → ${raiseEffectText(raise, side)}`
}
