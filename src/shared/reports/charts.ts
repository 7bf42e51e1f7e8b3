/** What counts over equal stretches of time usually lie between; `over` marks those that chance alone does not explain. */
export type ControlChart = { mean: number; upper: number; lower: number; over: boolean[] }

/** Fewer stretches than this say nothing about what is usual. */
export const LEAST_POINTS = 8

const SIGMAS = 3
/** Mean moving range of two normal values in standard deviations. */
const RANGE_OF_TWO = 1.128

const meanOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length

/**
 * A c-chart of counts with limits three standard deviations from the mean; where counts scatter more than chance alone,
 * as weather makes them, the limits are as much wider (Laney). Undefined while there are too few.
 */
export function controlOf(counts: readonly number[]): ControlChart | undefined {
  if (counts.length < LEAST_POINTS) return undefined
  const mean = meanOf(counts)
  if (mean === 0) return undefined
  const sigma = Math.sqrt(mean)
  const ranges = counts.slice(1).map((one, i) => Math.abs(one - (counts[i] ?? 0)) / sigma)
  const scatter = Math.max(1, meanOf(ranges) / RANGE_OF_TWO)
  const reach = SIGMAS * sigma * scatter
  const [upper, lower] = [mean + reach, Math.max(0, mean - reach)]
  return { mean, upper, lower, over: counts.map((one) => one > upper || one < lower) }
}

/** The share of the causes that together make most of what happened. */
export const VITAL_SHARE = 0.8

export type ParetoRow<T> = T & { cumulative: number; isVital: boolean }

/** Rows from the most frequent with the share that each and all before it make; the few that reach 80 % are marked. */
export function paretoOf<T extends { count: number }>(rows: readonly T[], whole: number): ParetoRow<T>[] {
  let reached = 0
  return [...rows]
    .sort((a, b) => b.count - a.count)
    .map((row) => {
      const isVital = whole > 0 && reached < VITAL_SHARE * whole
      reached += row.count
      return { ...row, cumulative: whole === 0 ? 0 : reached / whole, isVital }
    })
}
