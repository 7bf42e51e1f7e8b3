import type { PolicyProblem } from '../../shared/policies/model.ts'
import type { TargetRule } from '../../shared/targets/model.ts'

/** A finding about a policy, in both languages. */
export const say = (
  level: PolicyProblem['level'],
  code: string,
  path: string,
  zh: string,
  en: string,
): PolicyProblem => ({ level, code, path, text: { zh, en } })

/** `rules[s1-confirm-24h].limit`: where in the policy a field of a rule stands. */
export const at = (rule: Pick<TargetRule, 'id'>, field: string) => `rules[${rule.id}].${field}`
