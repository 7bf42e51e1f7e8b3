import { allow, type Decision, deny } from '../../shared/failure.ts'
import { LEAST_MONTHS, type RetentionRules } from '../../shared/retention/schedule.ts'
import { RECORD_KINDS, type RecordKind } from '../../shared/retention/words.ts'
import type { Day } from '../../shared/time.ts'
import { addDays, addMonths } from './days.ts'

/** The months that a schedule gives a kind of record. */
export function monthsOf(rules: RetentionRules, kind: RecordKind): number {
  return rules.find((rule) => rule.kind === kind)?.months ?? Number.POSITIVE_INFINITY
}

/** The last day on which a record that ended on a day is kept. */
export function keptUntil(endedOn: Day, months: number): Day {
  return addMonths(endedOn, months)
}

/** True when a record that ended on a day is to be erased on day `on`: the day after its last day, or later. */
export function isDue(endedOn: Day, months: number, on: Day): boolean {
  return keptUntil(endedOn, months) < on
}

/** The last day of ending whose records are due on day `on`; nothing that ended later is looked at. */
export function cutoffFor(months: number, on: Day): Day {
  let cutoff = addMonths(addDays(on, -1), -months)
  // The ends of short months fall together: step on while the next day is due as well.
  while (isDue(addDays(cutoff, 1), months, on)) cutoff = addDays(cutoff, 1)
  while (!isDue(cutoff, months, on)) cutoff = addDays(cutoff, -1)
  return cutoff
}

/** A schedule names every kind once and no period that is shorter than a law allows. */
export function canSchedule(rules: RetentionRules): Decision {
  if (new Set(rules.map(({ kind }) => kind)).size !== RECORD_KINDS.length) return deny('retention-kinds')
  const short = rules.find(({ kind, months }) => months < (LEAST_MONTHS[kind] ?? 1))
  return short ? deny('retention-too-short', { kind: short.kind, months: LEAST_MONTHS[short.kind] ?? 1 }) : allow
}
