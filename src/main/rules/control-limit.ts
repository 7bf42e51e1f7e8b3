import { FALSE_ALARMS, type LookNumbers } from '../../shared/targets/desk-numbers.ts'

/** How much there was of one thing in one window, and how many cases there were in all. */
export type Window = { count: number; exposure: number }

/** The limit of one window from the windows before it. */
export type ControlLimit = { expected: number; limit: number; isOver: boolean }

/** What decides how far a count may lie from what is usual. */
export type LimitNumbers = Pick<LookNumbers, 'leastCount' | 'leastHistory' | 'sigmas'>

/** One half is added to what was counted: never having happened yet is not the same as never happening. */
const PRIOR = 0.5

/** The smallest number that a Poisson count of this mean exceeds with at most this chance. */
export function poissonLimit(mean: number, chance: number): number {
  let term = Math.exp(-mean)
  let below = term
  let k = 0
  // Far out the terms underflow; by then the sum has reached what it can reach.
  while (1 - below > chance && k < mean + 40 * Math.sqrt(mean + 1)) {
    k += 1
    term *= mean / k
    below += term
  }
  return k
}

/** Above this mean the exponential underflows, and the normal curve is as good. */
const LARGE_MEAN = 500

/**
 * A u-chart with Poisson limits (S4-141): what is usual per case of the desk in the windows before, put on the cases of
 * this window. Counts that scatter more than chance alone, as weather makes them, widen the limit by as much. Undefined
 * while there is too little history to call anything usual.
 */
export function controlLimit(
  now: Window,
  history: readonly Window[],
  { leastCount, leastHistory, sigmas }: LimitNumbers,
): ControlLimit | undefined {
  const known = history.filter((window) => window.exposure > 0)
  if (known.length < leastHistory) return undefined
  const total = known.reduce((sum, window) => sum + window.exposure, 0)
  const rate = (known.reduce((sum, window) => sum + window.count, 0) + PRIOR) / total
  const expected = rate * now.exposure
  const spread = Math.sqrt(expected * scatter(known, rate))
  const bySigma = Math.floor(expected + sigmas * spread)
  const limit = Math.max(expected < LARGE_MEAN ? poissonLimit(expected, FALSE_ALARMS[sigmas]) : bySigma, bySigma)
  return { expected, limit, isOver: now.count > limit && now.count >= leastCount }
}

/** How many times more the windows scatter than chance alone would have it; never less than once. */
function scatter(history: readonly Window[], rate: number): number {
  const squares = history.map(({ count, exposure }) => (count - rate * exposure) ** 2 / (rate * exposure))
  return Math.max(1, squares.reduce((sum, square) => sum + square, 0) / (history.length - 1))
}
