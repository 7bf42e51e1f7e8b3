import type { Raise, RaiseWhen } from '../../shared/targets/raises.ts'
import { MOST_LEVEL, RECEIVERS, type Receiver } from '../../shared/targets/receivers.ts'
import { DAY } from '../../shared/time.ts'
import type { TargetFacts } from './targets.ts'

/** What a raise may ask about a case. */
export type RaiseFacts = Pick<TargetFacts, 'kind' | 'severity' | 'tier' | 'receivedAt' | 'earlier'>

/** How many complaints the member made in so many days before this one, from the moments of the earlier ones. */
export function repeatsWithin({ receivedAt, earlier = [] }: RaiseFacts, days: number): number {
  return earlier.filter((at) => at < receivedAt && at >= receivedAt - days * DAY).length
}

function holds({ severities, tiers, repeats }: RaiseWhen, facts: RaiseFacts): boolean {
  return (
    (!severities || severities.includes(facts.severity)) &&
    (!tiers || tiers.includes(facts.tier)) &&
    (!repeats || (facts.kind === 'complaint' && repeatsWithin(facts, repeats.days) >= repeats.count))
  )
}

/** S1-45 S4-138: the raises of a policy that hold for a case as it is now. */
export function raisesFor(raises: readonly Raise[] | undefined, facts: RaiseFacts): Raise[] {
  return (raises ?? []).filter(({ isEnabled, when }) => isEnabled && holds(when, facts))
}

/** Whom a warning tells at which level; `third` only where a raise tells somebody besides the two of a step. */
export type Told = { level: number; tells: Receiver; also?: Receiver | undefined; third?: Receiver | undefined }

/** Who must hear of a level: a lead of the second, a manager of those above it. */
const meantFor = (level: number): Receiver => (level <= 1 ? 'owner' : level === 2 ? 'lead' : 'manager')

/**
 * S1-45: a warning at a share of its limit as some raises lift it. Their levels add up to at most the highest; whoever
 * was told stays told, and a level that was lifted is told to whom it is for. The order of the raises does not matter.
 */
export function lifted<T extends Told>(step: T, percent: number, raises: readonly Raise[]): T & Pick<Told, 'third'> {
  const here = raises.filter(({ fromPercent = 0 }) => percent >= fromPercent)
  if (here.length === 0) return step
  const level = Math.min(
    MOST_LEVEL,
    here.reduce((sum, { levelsUp }) => sum + levelsUp, step.level),
  )
  const told = new Set<Receiver>(here.flatMap(({ also }) => also))
  for (const one of [step.also, step.third]) if (one !== undefined) told.add(one)
  if (level > step.level) told.add(meantFor(level))
  const [also, third] = RECEIVERS.filter((one) => told.has(one) && one !== step.tells)
  return { ...step, level, ...(also === undefined ? {} : { also }), ...(third === undefined ? {} : { third }) }
}

/** The same for what is told again after the limit has run out. */
export function liftedReminder<T extends Told>(reminder: T, raises: readonly Raise[]): T & Pick<Told, 'third'> {
  return lifted(reminder, WHOLE, raises)
}

const WHOLE = 100
