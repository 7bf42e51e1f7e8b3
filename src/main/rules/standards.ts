import { allow, type Decision, deny } from '../../shared/failure.ts'
import { type Direction, DRAFTING, type Frequency } from '../../shared/standards/words.ts'
import type { Day } from '../../shared/time.ts'
import { addDays, lastMonths } from './days.ts'
import { mondayOf } from './week.ts'

type Period = { fromDay: Day; toDay: Day }

/** True when a figure is on the good side of its target, the target itself included (S4-97). */
export function isMet(direction: Direction, target: number, value: number): boolean {
  return direction === 'atLeast' ? value >= target : value <= target
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const satisfies Record<Exclude<Frequency, 'week'>, number>

/** The last whole week (Monday to Sunday), month, quarter or year before a day. */
export function lastWhole(frequency: Frequency, today: Day): Period {
  if (frequency === 'week') {
    const monday = mondayOf(today)
    return { fromDay: addDays(monday, -7), toDay: addDays(monday, -1) }
  }
  return lastMonths(today, MONTHS[frequency])
}

/** S4-105 S4-150: the period that has to be measured now; none before the standard was in force, or once it was done. */
export function dueMeasure(
  frequency: Frequency,
  today: Day,
  inForceSince: Day,
  measured: readonly { toDay: Day }[],
): Period | null {
  const due = lastWhole(frequency, today)
  if (due.toDay < inForceSince) return null
  return measured.some(({ toDay }) => toDay >= due.toDay) ? null : due
}

/** S4-96 S4-104: in force comes what somebody else wrote and what stands up to every drafting principle. */
export function canApproveStandard(
  { savedBy, principles }: { savedBy: string; principles: Readonly<Partial<Record<string, string>>> },
  actorId: string,
): Decision {
  if (savedBy === actorId) return deny('standard-own')
  const open = DRAFTING.filter((one) => !principles[one])
  return open.length > 0 ? deny('standard-principles', { count: open.length }) : allow
}

type Seat = { userId: string; fromDay: Day; toDay: Day | null }

/** True while a person sits in the quality group on a day (S4-104). */
export function isInGroup(seats: readonly Seat[], userId: string, today: Day): boolean {
  return seats.some(
    (seat) => seat.userId === userId && seat.fromDay <= today && (seat.toDay === null || seat.toDay >= today),
  )
}
