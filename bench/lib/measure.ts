/** Samples of one thing, in milliseconds, smallest first. */
export type Samples = readonly number[]

/** The value below which a share (0..1) of the samples lies. */
export function quantile(samples: Samples, share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const median = (samples: Samples): number => quantile(samples, 0.5)

type Work = () => unknown

/** Milliseconds of one run. */
export async function timeOf(work: Work): Promise<number> {
  const began = performance.now()
  const result = work()
  if (result instanceof Promise) await result
  return performance.now() - began
}

/**
 * Runs the contenders in turns, each round in another order, so that noise of the machine falls on all alike.
 * The first rounds only warm up.
 */
export async function inTurns<K extends string>(
  rounds: number,
  contenders: Record<K, Work>,
  warmUp = Math.ceil(rounds / 10),
): Promise<Record<K, number[]>> {
  const names = Object.keys(contenders) as K[]
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>
  for (let round = 0; round < rounds + warmUp; round++) {
    const shift = round % names.length
    for (const name of [...names.slice(shift), ...names.slice(0, shift)]) {
      const ms = await timeOf(contenders[name])
      if (round >= warmUp) samples[name].push(ms)
    }
  }
  return samples
}

/** One long run: by the clock, and what the processor was busy with it, which other programs' noise does not lengthen. */
export async function longRun(work: Work): Promise<{ ms: number; busyMs: number }> {
  const before = process.cpuUsage()
  const ms = await timeOf(work)
  const { user, system } = process.cpuUsage(before)
  return { ms, busyMs: (user + system) / 1000 }
}
