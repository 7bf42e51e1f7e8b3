import type { Day, Instant } from '../../shared/time.ts'
import { addDays, addMonths } from './days.ts'
import { type CountedCall, isOffered, SUMS, tallyOf } from './report-kpi.ts'
import { REPORT_ZONE } from './report-period.ts'
import { dayAt, momentOf } from './zone.ts'

/** What is kept of calls: the sums of their figures, and how many had a verdict on their rings and were in time. */
export const TOTALS = [...SUMS, 'judged', 'inTime'] as const
export type Totals = Record<(typeof TOTALS)[number], number>

/** A call as far as its totals read it; `points` are those of the newest answer about it. */
export type TotalledCall = Omit<CountedCall, 'isAnswered' | 'csat'> & {
  agentId: string | null
  startedAt: Instant
  answeredAt: Instant | null
  isInTime: 0 | 1 | null
  points: number | null
}

/** The totals of one person in one day; `agentId` is empty for calls that nobody was given. */
export type Cell = { day: Day; agentId: string; totals: Totals }

/** What one call adds to its day; undefined for a call that no figure counts. */
export function cellOf(call: TotalledCall): Cell | undefined {
  if (!isOffered(call)) return undefined
  const { state, isInTime } = call
  const hasVerdict = state === 'missed' || (state === 'done' && isInTime !== null)
  return {
    day: dayAt(REPORT_ZONE, call.startedAt),
    agentId: call.agentId ?? '',
    totals: {
      ...tallyOf({ ...call, isAnswered: call.answeredAt !== null, csat: call.points }),
      judged: hasVerdict ? 1 : 0,
      inTime: state !== 'abandoned' && isInTime === 1 ? 1 : 0,
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
  const cells = days.map(({ period: _, agentId, ...totals }) => ({ day: month, agentId, totals }))
  return addedUp(cells).map(({ agentId, totals }) => ({ ...totals, period: month, agentId }))
}
