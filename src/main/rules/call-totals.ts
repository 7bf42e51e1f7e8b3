import { SERVICE_LEVELS_S } from '../../shared/reports/words.ts'
import { type Day, type Instant, SECOND } from '../../shared/time.ts'
import { addDays, addMonths } from './days.ts'
import { isOffered, type KpiTally } from './report-kpi.ts'
import { REPORT_ZONE } from './report-period.ts'
import { dayAt, momentOf } from './zone.ts'

/** What calls add up to; all whole numbers, so that a sum does not depend on its order. */
export const TOTALS = [
  'calls',
  'answered',
  'abandoned',
  'waitMs',
  'talkMs',
  'handleMs',
  ...SERVICE_LEVELS_S.map((limit) => `within${limit}` as const),
  'judged',
  'inTime',
  'rated',
  'points',
] as const
export type Totals = Record<(typeof TOTALS)[number], number>

/** A call as far as its totals read it; `points` are those of the newest answer about it. */
export type TotalledCall = {
  direction: 'inbound' | 'outbound'
  state: string
  agentId: string | null
  startedAt: Instant
  answeredAt: Instant | null
  waitMs: number
  talkMs: number
  holdMs: number
  wrapUpMs: number
  isInTime: 0 | 1 | null
  points: number | null
}

/** The totals of one person in one day; `agentId` is empty for calls that nobody was given. */
export type Cell = { day: Day; agentId: string; totals: Totals }

const ifSo = (is: boolean, value = 1): number => (is ? value : 0)

/** What one call adds to its day; undefined for a call that no figure counts. */
export function cellOf(call: TotalledCall): Cell | undefined {
  if (!isOffered(call)) return undefined
  const { state, waitMs, talkMs, isInTime, points } = call
  const answered = call.answeredAt !== null
  const isWithin = (limit: number) => ifSo(answered && waitMs <= limit * SECOND)
  return {
    day: dayAt(REPORT_ZONE, call.startedAt),
    agentId: call.agentId ?? '',
    totals: {
      calls: 1,
      answered: ifSo(answered),
      abandoned: ifSo(state === 'abandoned'),
      waitMs: ifSo(answered, waitMs),
      talkMs: ifSo(answered, talkMs),
      handleMs: ifSo(answered, talkMs + call.holdMs + call.wrapUpMs),
      within10: isWithin(10),
      within20: isWithin(20),
      within30: isWithin(30),
      judged: ifSo(state === 'missed' || (state === 'done' && isInTime !== null)),
      inTime: ifSo(state !== 'abandoned' && isInTime === 1),
      rated: ifSo(points !== null),
      points: points ?? 0,
    },
  }
}

/** Totals of nothing. */
export const noTotals = (): Totals => Object.fromEntries(TOTALS.map((name) => [name, 0])) as Totals

const combined = (a: Totals, b: Totals, sign: 1 | -1) =>
  Object.fromEntries(TOTALS.map((name) => [name, a[name] + sign * b[name]])) as Totals

const isNothing = (totals: Totals) => TOTALS.every((name) => totals[name] === 0)

/** What has to be added to the totals when a call that stood in one place stands in another, or is counted differently there. */
export function changeOf(before: Cell | undefined, after: Cell | undefined): Cell[] {
  if (before && after && before.day === after.day && before.agentId === after.agentId) {
    const totals = combined(after.totals, before.totals, -1)
    return isNothing(totals) ? [] : [{ ...after, totals }]
  }
  const taken = before && { ...before, totals: combined(noTotals(), before.totals, -1) }
  return [taken, after].filter((cell) => cell !== undefined)
}

/** What several calls add to each day of each person. */
export function addedUp(cells: readonly Cell[]): Cell[] {
  const sums = new Map<string, Cell>()
  for (const cell of cells) {
    const key = `${cell.day} ${cell.agentId}`
    const before = sums.get(key)
    sums.set(key, before ? { ...cell, totals: combined(before.totals, cell.totals, 1) } : cell)
  }
  return [...sums.values()]
}

/** A stretch of time as what is known as a whole and what is left at its ends. */
export type Division = { periods: string[]; ends: { from: Instant; to: Instant }[] }

/** Divides a stretch into whole months (2026-09) and days (2026-09-30) of the desk's clock, and the parts of days at its ends. */
export function divide(from: Instant, to: Instant): Division {
  const begun = dayAt(REPORT_ZONE, from)
  const first = momentOf(REPORT_ZONE, begun, 0) === from ? begun : addDays(begun, 1)
  const end = dayAt(REPORT_ZONE, to)
  if (first >= end) return { periods: [], ends: from < to ? [{ from, to }] : [] }
  const periods: string[] = []
  for (let day = first; day < end; ) {
    const next = addMonths(day, 1)
    const isMonth = day.endsWith('-01') && next <= end
    periods.push(isMonth ? day.slice(0, 7) : day)
    day = isMonth ? next : addDays(day, 1)
  }
  const ends = [
    { from, to: momentOf(REPORT_ZONE, first, 0) },
    { from: momentOf(REPORT_ZONE, end, 0), to },
  ]
  return { periods, ends: ends.filter((part) => part.from < part.to) }
}

/** Adds totals that were kept to the figures of a group. */
export function addTotals(kpi: KpiTally, totals: Totals): void {
  kpi.calls += totals.calls
  kpi.answered += totals.answered
  kpi.abandoned += totals.abandoned
  kpi.waitMs += totals.waitMs
  kpi.talkMs += totals.talkMs
  kpi.handleMs += totals.handleMs
  kpi.levels = SERVICE_LEVELS_S.map((limit, i) => (kpi.levels[i] ?? 0) + totals[`within${limit}`])
  kpi.rated += totals.rated
  kpi.points += totals.points
}

export type Difference = { period: string; agentId: string; what: keyof Totals; kept: number; counted: number }
export type PeriodTotals = Totals & { period: string; agentId: string }

/** Where the totals that were kept are not what the calls add up to; a row of zeros is the same as none. */
export function compareTotals(kept: readonly PeriodTotals[], counted: readonly PeriodTotals[]): Difference[] {
  const keyOf = ({ period, agentId }: PeriodTotals) => `${period} ${agentId}`
  const [mine, theirs] = [kept, counted].map((rows) => new Map(rows.map((row) => [keyOf(row), row])))
  const places = new Map([...kept, ...counted].map((row) => [keyOf(row), row]))
  return [...places].flatMap(([key, { period, agentId }]) =>
    TOTALS.flatMap((what) => {
      const [is, should] = [mine?.get(key)?.[what] ?? 0, theirs?.get(key)?.[what] ?? 0]
      return is === should ? [] : [{ period, agentId, what, kept: is, counted: should }]
    }),
  )
}

/** Adds up days to the month they lie in. */
export function monthOf(days: readonly PeriodTotals[], month: string): PeriodTotals[] {
  const found = new Map<string, PeriodTotals>()
  for (const { agentId, ...day } of days) {
    const before = found.get(agentId) ?? { ...noTotals(), period: month, agentId }
    found.set(agentId, { ...combined(before, day, 1), period: month, agentId })
  }
  return [...found.values()]
}
