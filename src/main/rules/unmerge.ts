import type { CaseClock } from '../../shared/targets/model.ts'

/** An open clock as it stood before a merge ended it. */
export type ClockBefore = Pick<CaseClock, 'state' | 'dueAt' | 'isProvisional' | 'pauses'>

/** S1-48: the clock as if the merge had never happened: it ran on, or stood still, all the while. */
export function restoreClock(clock: CaseClock, before: ClockBefore): CaseClock {
  const { stoppedAt: _, ...rest } = clock
  return { ...rest, ...before }
}
