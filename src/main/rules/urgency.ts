import type { Priority, Severity } from '../../shared/cases/words.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import { HOUR, type Instant, MINUTE } from '../../shared/time.ts'
import type { WaitOrder } from '../../shared/waits/model.ts'

/** What ends within this stretch, a shift's length in milliseconds, is weighed by whom it is for and how grave it is. */
export const HORIZON = 8 * HOUR

/** By how much sooner, in milliseconds, a tier's limit counts within the horizon (D). */
export const TIER_LEADS: Record<MemberTier, number> = {
  diamond: 120 * MINUTE,
  platinum: 90 * MINUTE,
  gold: 60 * MINUTE,
  silver: 30 * MINUTE,
  none: 0,
}

/** The same for the severity (D). */
export const SEVERITY_LEADS: Record<Severity, number> = { urgent: 120 * MINUTE, major: 60 * MINUTE, general: 0 }

/** What decides the place of a row in the list. */
export type Place = { priority: Priority; queueAt: Instant; rankAt: number; id: string }

/** When a limit would end that were as pressing for an ordinary member's general matter, in milliseconds. */
export function rankAt({
  queueAt,
  tier,
  severity,
}: {
  queueAt: Instant
  tier: MemberTier
  severity: Severity
}): number {
  return queueAt - TIER_LEADS[tier] - SEVERITY_LEADS[severity]
}

/** The stretch of the list in which a limit stands at a moment: run out, within the horizon, later. */
export function stretchOf(queueAt: Instant, asOf: Instant): 'late' | 'soon' | 'later' {
  if (queueAt <= asOf) return 'late'
  return queueAt <= asOf + HORIZON ? 'soon' : 'later'
}

export const STRETCHES = ['late', 'soon', 'later'] as const

/**
 * Which of two rows stands first. By urgency: what ran out longest ago, then what ends within the horizon as if it ended
 * sooner by its tier and severity, then the rest by due time; weight decides between equal due times, the id in the end.
 */
export function comparePlaces(order: WaitOrder, asOf: Instant): (a: Place, b: Place) => number {
  const byId = (a: Place, b: Place) => (a.id < b.id ? -1 : Number(a.id > b.id))
  if (order === 'due') return (a, b) => a.queueAt - b.queueAt || byId(a, b)
  if (order === 'priority')
    return (a, b) =>
      (a.priority < b.priority ? -1 : Number(a.priority > b.priority)) || a.queueAt - b.queueAt || byId(a, b)
  return (a, b) => {
    const stretch = stretchOf(a.queueAt, asOf)
    const between = STRETCHES.indexOf(stretch) - STRETCHES.indexOf(stretchOf(b.queueAt, asOf))
    if (between !== 0) return between
    const [due, rank] = [a.queueAt - b.queueAt, a.rankAt - b.rankAt]
    return (stretch === 'soon' ? rank || due : due || rank) || byId(a, b)
  }
}
