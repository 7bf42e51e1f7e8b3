import type { DueDay } from '../../shared/search/filters.ts'
import { type Day, DESK_ZONE, type Instant } from '../../shared/time.ts'
import { addDays } from './days.ts'
import { dayAt, momentOf } from './zone.ts'

const WEEK = 7
/** Where cases without a limit stand in the queue. */
const NEVER = 8_640_000_000_000

/** The moments between which a limit ends that is due then: after `from`, not after `to`. */
export type Stretch = { from: Instant; to: Instant }

/** A stretch of the desk's calendar in moments; together they cover all time without a gap or an overlap. */
export function dueStretch(due: DueDay, now: Instant): Stretch {
  const today = dayAt(DESK_ZONE, now)
  const endOf = (day: Day) => momentOf(DESK_ZONE, addDays(day, 1), 0) - 1
  const ends = {
    today: endOf(today),
    tomorrow: endOf(addDays(today, 1)),
    week: endOf(addDays(today, WEEK - 1)),
  }
  switch (due) {
    case 'overdue':
      return { from: -1, to: now }
    case 'today':
      return { from: now, to: ends.today }
    case 'tomorrow':
      return { from: ends.today, to: ends.tomorrow }
    case 'week':
      return { from: ends.tomorrow, to: ends.week }
    case 'later':
      return { from: ends.week, to: NEVER - 1 }
    case 'none':
      return { from: NEVER - 1, to: NEVER }
  }
}
