import { allow, type Decision, deny } from '../../shared/failure.ts'

type Ends = { baseline: number | null; target: number }

/** True when the goal goes down: fewer complaints, less churn. */
const isDownward = ({ baseline, target }: Ends) => baseline !== null && target < baseline

/** S1-69: how much of the way from the baseline to the target is done, in whole percent; below 0 when it went the other way. */
export function goalProgress(ends: Ends, latest: number | null): number | null {
  const { baseline, target } = ends
  if (baseline === null || latest === null || baseline === target) return null
  return Math.round(((latest - baseline) / (target - baseline)) * 100)
}

/** Whether what was measured last is as good as the target or better; `isFalling` says which way without a baseline. */
export function isGoalReached(ends: Ends, latest: number | null, isFalling = false): boolean {
  if (latest === null) return false
  return (ends.baseline === null ? isFalling : isDownward(ends)) ? latest <= ends.target : latest >= ends.target
}

/** A baseline is only one with the year and the survey it is from (S1-05), and a target is somewhere else. */
export function checkGoal(goal: Ends & { baselineWhen: string | null; baselineSource: string | null }): Decision {
  const { baseline, target, baselineWhen, baselineSource } = goal
  if (baseline === null) return allow
  if (baselineWhen === null || baselineSource === null) return deny('goal-baseline-source')
  return baseline === target ? deny('goal-no-way') : allow
}
