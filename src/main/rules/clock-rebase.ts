import type { Calendar } from '../../shared/calendars/model.ts'
import type { CaseClock } from '../../shared/targets/model.ts'
import type { Due } from './calendar.ts'
import { calendarOf, type RoundClock } from './case-clocks.ts'
import { isOpen } from './clock.ts'
import { clockMeter } from './clock-meter.ts'
import { type Calendars, dueOf } from './targets.ts'

/** When a clock is due on a calendar: its limit from its start, and the open time of every pause that has ended. */
export function dueAnew(clock: CaseClock, calendar: Calendar): Due {
  const meter = clockMeter(clock.limit, calendar)
  return clock.pauses.reduce<Due>(
    (due, { from, to }) => {
      if (to === undefined) return due
      const next = meter.add(due.due, meter.between(from, to))
      return { due: next.due, isProvisional: due.isProvisional || next.isProvisional }
    },
    dueOf(clock.limit, clock.startedAt, calendar),
  )
}

/** True when the end of a clock depends on a calendar's days at all. */
const countsDays = ({ limit }: CaseClock): boolean => limit.unit !== 'minutes'

/**
 * The open clocks of a calendar whose due time or whose being provisional is another one on the calendar as it is
 * now; clocks that have ended stay as they ended.
 */
export function onChangedCalendar<C extends RoundClock>(
  clocks: readonly C[],
  calendarId: string,
  calendars: Calendars,
): { clock: C; to: C }[] {
  return onCalendar(clocks, calendarId, calendars).filter(({ clock, to }) => isMoved(clock, to))
}

/** True when a clock is due at another time, or is now known to be due then. */
export function isMoved(clock: CaseClock, to: CaseClock): boolean {
  return clock.dueAt !== to.dueAt || clock.isProvisional !== to.isProvisional
}

/** The open clocks of a calendar as it is now: with the same due time, their warnings may fall elsewhere. */
export function onCalendar<C extends RoundClock>(
  clocks: readonly C[],
  calendarId: string,
  calendars: Calendars,
): { clock: C; to: C }[] {
  return clocks
    .filter((clock) => isOpen(clock) && clock.calendarId === calendarId && countsDays(clock))
    .map((clock) => {
      const { due: dueAt, isProvisional } = dueAnew(clock, calendarOf(clock, calendars))
      return { clock, to: { ...clock, dueAt, isProvisional } }
    })
}

/** What becomes of the clocks of a case that is put on another policy. */
export type Rebased<C extends RoundClock> = {
  /** Open clocks of before, each as the other policy has it; one that it does not know is undefined. */
  open: { clock: C; to: RoundClock | undefined }[]
  /** Promises that the other policy makes besides. */
  started: RoundClock[]
}

const keyOf = ({ kind, round, item }: RoundClock) => `${kind} ${round} ${item ?? ''}`

/** The clocks of before beside those that the other policy would have brought; what has ended stays as it ended. */
export function rebaseClocks<C extends RoundClock>(before: readonly C[], after: readonly RoundClock[]): Rebased<C> {
  const known = new Set(before.map(keyOf))
  const open = before.filter(isOpen).map((clock) => {
    const alike = after.filter((other) => keyOf(other) === keyOf(clock))
    return { clock, to: alike.findLast(isOpen) ?? alike.at(-1) }
  })
  return { open, started: after.filter((clock) => isOpen(clock) && !known.has(keyOf(clock))) }
}
