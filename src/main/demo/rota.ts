import { DAY, DESK_ZONE, HOUR, type Instant, MINUTE } from '../../shared/time.ts'
import { minuteAt } from '../rules/zone.ts'

type Shift = { from: number; to: number }

const EARLY: Shift = { from: 7.5 * HOUR, to: 16 * HOUR }
const LATE: Shift = { from: 15 * HOUR, to: 23.5 * HOUR }
const NIGHT: Shift = { from: 23 * HOUR, to: 32 * HOUR }

/** Six days of an agent: so that of twelve, four are early, four late, two at night and two free. */
const ROUND: readonly (Shift | null)[] = [EARLY, EARLY, LATE, LATE, NIGHT, null]
const OFFICE: Shift = { from: 9 * HOUR, to: 18 * HOUR }

/** Midnight on the desk's wall at or before a moment. */
export function midnight(at: Instant): Instant {
  return at - (at % MINUTE) - minuteAt(DESK_ZONE, at) * MINUTE
}

/** When an agent with this place in the rota begins and ends on the day that begins at a midnight. */
function shiftOn(place: number, day: Instant): { from: Instant; to: Instant } | undefined {
  const shift = ROUND[(Math.round(day / DAY) + place) % ROUND.length]
  return shift ? { from: day + shift.from, to: day + shift.to } : undefined
}

/** The shift that somebody is on at a moment, or the next one. */
export function shiftFrom(place: number, at: Instant): { from: Instant; to: Instant } {
  // The night shift of the day before may still last.
  for (let day = midnight(at) - DAY; ; day += DAY) {
    const shift = shiftOn(place, day)
    if (shift && shift.to > at) return shift
  }
}

export function isOnShift(place: number, at: Instant): boolean {
  return shiftFrom(place, at).from <= at
}

/** The first moment from one on at which somebody is at the desk. */
export function nextAtDesk(place: number, at: Instant): Instant {
  return Math.max(at, shiftFrom(place, at).from)
}

/** The first moment from one on within office hours, when leads and the manager are there. */
export function nextInOffice(at: Instant): Instant {
  const day = midnight(at)
  if (at < day + OFFICE.from) return day + OFFICE.from
  return at < day + OFFICE.to ? at : day + DAY + OFFICE.from
}
