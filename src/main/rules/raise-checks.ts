import type { PolicyProblem } from '../../shared/policies/model.ts'
import type { TargetPolicy } from '../../shared/targets/model.ts'
import type { Raise } from '../../shared/targets/raises.ts'
import { isSame } from './policy-diff.ts'
import { say } from './policy-say.ts'
import { lifted } from './raises.ts'

/** Raises that lift nothing, or lift everything: neither is an error, and both are seldom meant (S1-45). */
export function raiseProblems(policy: TargetPolicy): PolicyProblem[] {
  const raises = (policy.raises ?? []).filter(({ isEnabled }) => isEnabled)
  return raises.flatMap((raise) => [...forEveryCase(raise), ...withoutEffect(raise, policy)])
}

function forEveryCase({ id, name, when }: Raise): PolicyProblem[] {
  if (Object.values(when).some((condition) => condition !== undefined)) return []
  return [
    say(
      'warning',
      'raisesEverything',
      `raises[${id}].when`,
      `升级规则“${name.zh}”没有条件，全部事项都会升级；不如直接修改预警。`,
      `The raise “${name.en}” has no condition and lifts every case; changing the warnings says the same.`,
    ),
  ]
}

function withoutEffect(raise: Raise, { rules, warnings }: TargetPolicy): PolicyProblem[] {
  const own = rules.filter(({ isEnabled }) => isEnabled).flatMap((rule) => rule.warnings ?? [])
  const isLifted = [...warnings, ...own].some((step) => !isSame(lifted(step, step.percent, [raise]), step))
  if (isLifted) return []
  return [
    say(
      'warning',
      'raisesNothing',
      `raises[${raise.id}]`,
      `升级规则“${raise.name.zh}”不起作用：没有预警会因此升级或多告知一人。`,
      `The raise “${raise.name.en}” has no effect: no warning is lifted or told to anybody more by it.`,
    ),
  ]
}
