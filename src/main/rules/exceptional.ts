import type { ExceptionState } from '../../shared/exceptional/contract.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Role } from '../../shared/roles.ts'
import type { Day, Instant } from '../../shared/time.ts'
import { addDays, dayNumber } from './days.ts'

type Person = { id: string; role: Role }
export type Marked = { fromDay: Day; toDay: Day; state: ExceptionState; markedBy: string }

/** More than a fortnight is no exception any more. */
const MOST_DAYS = 14

/** Days in order, not of the future, and not so many that the exception becomes the rule. */
export function canMarkDays({ fromDay, toDay }: Pick<Marked, 'fromDay' | 'toDay'>, today: Day): Decision {
  if (toDay < fromDay) return deny('exceptional-reversed')
  if (toDay > today) return deny('exceptional-future')
  return dayNumber(toDay) - dayNumber(fromDay) < MOST_DAYS ? allow : deny('exceptional-long', { days: MOST_DAYS })
}

/** Nobody approves what they marked themselves: it makes their own figures better. */
export function canDecideDays(person: Person, { state, markedBy }: Marked): Decision {
  if (state !== 'proposed') return deny('exceptional-decided')
  return person.id === markedBy ? deny('exceptional-second-person') : allow
}

/** Who marked days takes them back until somebody decided; what is approved only a manager ends. */
export function canWithdrawDays(person: Person, { state, markedBy }: Marked): Decision {
  if (state === 'proposed')
    return person.id === markedBy || person.role === 'manager' ? allow : deny('exceptional-not-yours')
  if (state !== 'approved') return deny('exceptional-decided')
  return person.role === 'manager' ? allow : deny('exceptional-manager-ends')
}

/** Every day from one to another that is approved as exceptional, once, in order; what only waits counts for nothing. */
export function exceptionalIn(marked: readonly Marked[], fromDay: Day, toDay: Day): Day[] {
  const found = new Set<Day>()
  for (const { state, fromDay: first, toDay: last } of marked) {
    if (state !== 'approved') continue
    const end = last < toDay ? last : toDay
    for (let day = first > fromDay ? first : fromDay; day <= end; day = addDays(day, 1)) found.add(day)
  }
  return [...found].sort()
}

/** The stretches of time that some days fill, where neighbours are one. */
export function stretchesOf(days: readonly Day[], startOf: (day: Day) => Instant): { from: Instant; to: Instant }[] {
  const stretches: { from: Instant; to: Instant }[] = []
  for (const day of [...days].sort()) {
    const [from, to] = [startOf(day), startOf(addDays(day, 1))]
    const last = stretches.at(-1)
    if (last?.to === from) last.to = to
    else stretches.push({ from, to })
  }
  return stretches
}

/** True for a moment within one of these stretches. */
export const liesIn = (stretches: readonly { from: Instant; to: Instant }[], at: Instant): boolean =>
  stretches.some(({ from, to }) => at >= from && at < to)
