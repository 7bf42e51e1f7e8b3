import type { Priority, Severity } from '../../shared/cases/words.ts'
import type { Leads } from '../../shared/targets/queue-numbers.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import { type Instant, MINUTE } from '../../shared/time.ts'
import type { WaitOrder } from '../../shared/waits/model.ts'

/** What decides the place of a row in the list. */
export type Place = { priority: Priority; queueAt: Instant; rankAt: number; id: string }

/** When a limit would end that were as pressing for an ordinary member's general matter, in milliseconds. */
export function rankAt(
  { queueAt, tier, severity }: { queueAt: Instant; tier: MemberTier; severity: Severity },
  { tierLeads, severityLeads }: Leads,
): number {
  return queueAt - (tierLeads[tier] + severityLeads[severity]) * MINUTE
}

/** The last moment of what is soon; what ends after it stands by its due time alone. */
export function soonUntil(asOf: Instant, { horizonMinutes }: Leads): Instant {
  return asOf + horizonMinutes * MINUTE
}

/** The stretch of the list in which a limit stands at a moment: run out, within the horizon, later. */
export function stretchOf(queueAt: Instant, asOf: Instant, leads: Leads): 'late' | 'soon' | 'later' {
  if (queueAt <= asOf) return 'late'
  return queueAt <= soonUntil(asOf, leads) ? 'soon' : 'later'
}

export const STRETCHES = ['late', 'soon', 'later'] as const

/**
 * Which of two rows stands first. By urgency: what ran out longest ago, then what ends within the horizon as if it ended
 * sooner by its tier and severity, then the rest by due time; weight decides between equal due times, the id in the end.
 */
export function comparePlaces(order: WaitOrder, asOf: Instant, leads: Leads): (a: Place, b: Place) => number {
  const byId = (a: Place, b: Place) => (a.id < b.id ? -1 : Number(a.id > b.id))
  if (order === 'due') return (a, b) => a.queueAt - b.queueAt || byId(a, b)
  if (order === 'priority')
    return (a, b) =>
      (a.priority < b.priority ? -1 : Number(a.priority > b.priority)) || a.queueAt - b.queueAt || byId(a, b)
  return (a, b) => {
    const stretch = stretchOf(a.queueAt, asOf, leads)
    const between = STRETCHES.indexOf(stretch) - STRETCHES.indexOf(stretchOf(b.queueAt, asOf, leads))
    if (between !== 0) return between
    const [due, rank] = [a.queueAt - b.queueAt, a.rankAt - b.rankAt]
    return (stretch === 'soon' ? rank || due : due || rank) || byId(a, b)
  }
}
