import type { Instant } from '../../shared/time.ts'

/** Facts of a case that decide about its limits or its lists and may change while it is open. */
export const CHANGING_FACTS = [
  'category',
  'contentClass',
  'severity',
  'objectClass',
  'department',
  'timeClass',
  'urgency',
  'importance',
  'priority',
] as const
export type ChangingFact = (typeof CHANGING_FACTS)[number]

export type FactChange = Partial<Record<ChangingFact, string>>

/** The facts that a change gives another value; undefined when it leaves them all as they are. */
export function changedFacts(
  before: Readonly<Record<ChangingFact, string>>,
  change: Partial<Readonly<Record<ChangingFact, string>>>,
): FactChange | undefined {
  const names = CHANGING_FACTS.filter((name) => change[name] !== undefined && change[name] !== before[name])
  return names.length === 0 ? undefined : Object.fromEntries(names.map((name) => [name, change[name]]))
}

const FIRST_FACTS = ['kind', 'tierAtOpening', 'channel', 'receivedAt', 'registeredAt', ...CHANGING_FACTS] as const

/** What the first entry of a log says about its case: everything that its limits depend on. */
export function openingFacts<R extends Readonly<Record<(typeof FIRST_FACTS)[number], string | number>>>(
  row: R,
): Pick<R, (typeof FIRST_FACTS)[number]> {
  return Object.fromEntries(FIRST_FACTS.map((name) => [name, row[name]])) as Pick<R, (typeof FIRST_FACTS)[number]>
}

/** The moment at which something is written into a log: now, or the last entry's when the clock was set back since. */
export function momentAfter(log: readonly { recordedAt: Instant }[], now: Instant): Instant {
  return log.reduce((latest, { recordedAt }) => Math.max(latest, recordedAt), now)
}
