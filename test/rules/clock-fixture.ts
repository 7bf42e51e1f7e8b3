import { startClock } from '../../src/main/rules/clock.ts'
import { SHIPPED_TARGETS, shippedCalendar } from '../../src/main/rules/packs.ts'
import { dueOf } from '../../src/main/rules/targets.ts'
import type { Calendar } from '../../src/shared/calendars/model.ts'
import type { CaseClock, ClockKind, Limit, TargetRule } from '../../src/shared/targets/model.ts'

export const cn = shippedCalendar('CN')
export const at = (text: string) => Date.parse(`${text}+08:00`)
export const start = at('2026-09-28T10:00:00')

export const days = (amount: number): Limit => ({ unit: 'workingDays', amount })
export const minutes = (amount: number): Limit => ({ unit: 'minutes', amount })

export function ruleOf(id: string): TargetRule {
  const rule = SHIPPED_TARGETS.rules.find((candidate) => candidate.id === id)
  if (!rule) throw new Error(id)
  return rule
}

/** A running clock under the shipped warnings. */
export function make(
  limit: Limit,
  startedAt = start,
  kind: ClockKind = 'resolve',
  more: Partial<TargetRule> = {},
  calendar: Calendar = cn,
): CaseClock {
  const { due, isProvisional } = dueOf(limit, startedAt, calendar)
  const pausesIn = kind === 'legal' ? [] : ['waitingCustomer']
  const rule = { ...ruleOf('s5-complaint-resolve'), clock: kind, limit, pausesIn, ...more }
  return startClock({ kind, rule, startedAt, dueAt: due, isProvisional, candidates: [] }, SHIPPED_TARGETS)
}

export const percents = (clock: CaseClock) => clock.signals.map((signal) => signal.percent)
