import type { Day, Instant } from '../../shared/time.ts'

/** The first moment of a day at the desk. */
export function startOf(day: Day): Instant {
  return Date.parse(`${day}T00:00:00+08:00`)
}
