import type { Calendar } from '../../shared/calendars/model.ts'
import { isUnder } from '../../shared/cases/words.ts'
import type { Limit, TargetRule, TargetWhen } from '../../shared/targets/model.ts'
import { DAY, HOUR, type Instant } from '../../shared/time.ts'
import { type Calendars, dueOf } from './targets.ts'
import { momentOf } from './zone.ts'

/** How one limit stands to another over a year of possible starts. */
export type Comparison = 'same' | 'tighter' | 'looser' | 'mixed'

const LISTS = ['kinds', 'tiers', 'severities', 'timeClasses', 'channels'] as const

const meet = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  !a || !b || a.some((item) => b.includes(item))
const within = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  !b || (a?.every((item) => b.includes(item)) ?? false)

/** A group also means its details, whichever the desk keeps. */
const meetClasses = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  !a || !b || a.some((item) => b.some((other) => isUnder(item, other) || isUnder(other, item)))
const withinClasses = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  !b || (a?.every((item) => b.some((other) => isUnder(item, other))) ?? false)

/** True when some case can meet both conditions. */
export function overlaps(a: TargetWhen, b: TargetWhen): boolean {
  return (
    LISTS.every((field) => meet(a[field], b[field])) &&
    meetClasses(a.categories, b.categories) &&
    (a.isComplex === undefined || b.isComplex === undefined || a.isComplex === b.isComplex)
  )
}

/** True when every case that meets `a` also meets `b`. */
export function isInside(a: TargetWhen, b: TargetWhen): boolean {
  return (
    LISTS.every((field) => within(a[field], b[field])) &&
    withinClasses(a.categories, b.categories) &&
    (b.isComplex === undefined || a.isComplex === b.isComplex)
  )
}

/** Hours of the day at which a limit is tried: a night, an opening, a busy and a late hour. */
const HOURS = [0, 9, 14, 23]

/** Starts to try limits on: four a day through the last year that the calendar covers. */
export function sampleStarts(calendar: Calendar): Instant[] {
  const year = calendar.alwaysOpen ? 2026 : Number(calendar.coverage.to.slice(0, 4))
  const first = momentOf(calendar.zone, `${year}-01-01`, 0)
  return Array.from({ length: 365 * HOURS.length }, (_, i) => {
    const hour = HOURS[i % HOURS.length] ?? 0
    return first + Math.floor(i / HOURS.length) * DAY + hour * HOUR
  })
}

type Timed = Pick<TargetRule, 'limit' | 'calendar'>

/** Works out due times once per limit and calendar; every pair of rules is then compared by looking. */
export function limitComparer(calendars: Calendars): (a: Timed, b: Timed) => Comparison {
  const known = new Map<string, Instant[]>()
  const longest = Object.values(calendars).find((calendar) => !calendar.alwaysOpen)
  const starts = longest ? sampleStarts(longest) : []
  const dueTimes = ({ limit, calendar: id }: Timed): Instant[] | undefined => {
    const calendar = calendars[id]
    if (!calendar) return undefined
    const key = `${id} ${limit.unit} ${limit.amount}`
    const made = known.get(key) ?? starts.map((start) => dueOf(limit, start, calendar).due)
    known.set(key, made)
    return made
  }
  return (a, b) => {
    if (a.calendar === b.calendar && a.limit.unit === b.limit.unit) return byAmount(a.limit, b.limit)
    const [left, right] = [dueTimes(a), dueTimes(b)]
    if (!left || !right) return 'mixed'
    const isEarlier = left.some((due, i) => due < (right[i] ?? 0))
    const isLater = left.some((due, i) => due > (right[i] ?? 0))
    if (isEarlier && isLater) return 'mixed'
    return isEarlier ? 'tighter' : isLater ? 'looser' : 'same'
  }
}

function byAmount(a: Limit, b: Limit): Comparison {
  return a.amount === b.amount ? 'same' : a.amount < b.amount ? 'tighter' : 'looser'
}
