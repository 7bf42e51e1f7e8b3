import type { PatternFigures } from '../../shared/patterns/contract.ts'
import { DIMENSIONS, type Dimension } from '../../shared/patterns/words.ts'
import type { LookNumbers, RhythmNumbers } from '../../shared/targets/desk-numbers.ts'
import { DAY, HOUR, type Instant } from '../../shared/time.ts'
import { controlLimit, type Window } from './control-limit.ts'

/** What is counted of a complaint. */
export type CountedCase = {
  receivedAt: Instant
  category: string
  flightNo: string | null
  route: string | null
  department: string
  ownerId: string | null
  /** Partners the complaint is about, by id. */
  suppliers: readonly string[]
}

/** A stretch of time; the end does not belong to it. */
export type Stretch = { from: Instant; to: Instant }

/** The windows up to a moment, oldest first; the last one is the one that is judged. */
export function windowsUpTo(
  now: Instant,
  { windowDays, historyWindows }: Pick<LookNumbers, 'windowDays' | 'historyWindows'>,
): Stretch[] {
  const length = windowDays * DAY
  return Array.from({ length: historyWindows + 1 }, (_, place) => {
    const to = now - (historyWindows - place) * length
    return { from: to - length, to }
  })
}

/** What a complaint counts for: each airport of its route is a station. */
export function valuesOf(dimension: Dimension, one: CountedCase): string[] {
  const given = {
    category: [one.category],
    flight: [one.flightNo],
    route: [one.route],
    station: one.route === null ? [] : one.route.split(/[^A-Z]+/i).filter((part) => /^[A-Z]{3}$/i.test(part)),
    department: [one.department],
    agent: [one.ownerId],
    supplier: one.suppliers,
  }[dimension]
  return [...new Set(given.filter((value) => value !== null && value !== ''))] as string[]
}

/** How often each thing stands in each window. */
export type Tally = Record<Dimension, Map<string, number[]>>

export function newTally(): Tally {
  return Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, new Map()])) as Tally
}

/** Adds complaints to a tally; those outside all windows are left out. */
export function addToTally(tally: Tally, cases: readonly CountedCase[], windows: readonly Stretch[]): void {
  const first = windows[0] ?? { from: 0, to: 1 }
  for (const one of cases) {
    const place = Math.floor((one.receivedAt - first.from) / (first.to - first.from))
    if (place < 0 || place >= windows.length) continue
    for (const dimension of DIMENSIONS) {
      for (const value of valuesOf(dimension, one)) {
        const counts = tally[dimension].get(value) ?? windows.map(() => 0)
        counts[place] = (counts[place] ?? 0) + 1
        tally[dimension].set(value, counts)
      }
    }
  }
}

/** Something that stands out, with the numbers that say why. */
export type Finding = { dimension: Dimension; value: string; figures: PatternFigures }

/** S4-141: everything whose newest window lies above the limit of its own history, most striking first. */
export function findPatterns(tally: Tally, exposures: readonly number[], numbers: LookNumbers): Finding[] {
  const { windowDays, sigmas, leastCount } = numbers
  const newest = exposures.at(-1) ?? 0
  const found = DIMENSIONS.flatMap((dimension) =>
    [...tally[dimension]].flatMap(([value, counts]): Finding[] => {
      const count = counts.at(-1) ?? 0
      const history = counts.slice(0, -1)
      const before: Window[] = history.map((each, place) => ({ count: each, exposure: exposures[place] ?? 0 }))
      const verdict = controlLimit({ count, exposure: newest }, before, numbers)
      if (!verdict?.isOver) return []
      const expected = Math.round(verdict.expected * 100) / 100
      const by = { windowDays, sigmas, leastCount }
      const figures = { count, exposure: newest, history, expected, limit: verdict.limit, ...by }
      return [{ dimension, value, figures }]
    }),
  )
  const excess = ({ figures }: Finding) => figures.count / (figures.limit + 1)
  return found.sort((a, b) => excess(b) - excess(a) || (a.value < b.value ? -1 : 1))
}

/** A warning that exists about the same thing. */
export type Known = { state: 'open' | 'acknowledged' | 'closed'; windowTo: Instant }

/** Whether a finding is new, tells more about a warning that stands, or was settled with the same complaints already. */
export function placeOf(known: Known | undefined, window: Stretch): 'new' | 'standing' | 'settled' {
  if (!known) return 'new'
  if (known.state !== 'closed') return 'standing'
  return known.windowTo > window.from ? 'settled' : 'new'
}

/** When to look next: the policy's hours after the last look, or once there is history enough; never without complaints. */
export function nextLookAt(
  lastAt: Instant | null,
  firstComplaintAt: Instant | null,
  {
    windowDays,
    leastHistory,
    everyHours,
  }: Pick<LookNumbers & RhythmNumbers, 'windowDays' | 'leastHistory' | 'everyHours'>,
): Instant | null {
  if (lastAt !== null) return lastAt + everyHours * HOUR
  return firstComplaintAt === null ? null : firstComplaintAt + (leastHistory + 1) * windowDays * DAY
}
