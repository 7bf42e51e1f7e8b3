import type { Limit, TargetPolicy } from '../../shared/targets/model.ts'
import type { Instant } from '../../shared/time.ts'
import { type Calendars, dueOf, matches, type TargetFacts } from './targets.ts'

/** When a sub-task asked at a moment is due, and the rule that says so. */
export type SubTaskDue = { at: Instant; rule: TargetPolicy['rules'][number] | null }

/** Without a rule of the policy: one working day, or a day where there is no calendar of working days. */
const FALLBACK: Limit = { unit: 'workingDays', amount: 1 }
const DAY_MS = 86_400_000

/** S2-117 S2-35: a sub-task always has a due time: the earliest of the policy's rules for sub-tasks. */
export function subTaskDue(facts: TargetFacts, policy: TargetPolicy, calendars: Calendars, at: Instant): SubTaskDue {
  const rules = policy.rules.filter(
    ({ clock, isEnabled, when }) => isEnabled && clock === 'subTask' && matches(when, facts),
  )
  const dues = rules.flatMap((rule): SubTaskDue[] => {
    const calendar = calendars[rule.calendar]
    return calendar ? [{ at: dueOf(rule.limit, at, calendar).due, rule }] : []
  })
  const [first, ...others] = dues
  if (first) return others.reduce((best, next) => (next.at < best.at ? next : best), first)
  const workdays = calendars.CN
  return { at: workdays ? dueOf(FALLBACK, at, workdays).due : at + DAY_MS, rule: null }
}
