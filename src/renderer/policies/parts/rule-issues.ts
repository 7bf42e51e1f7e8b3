import { useDebouncedValue } from '@mantine/hooks'
import type { PolicyProblem } from '../../../shared/policies/model.ts'
import { type TargetPolicy, type TargetRule, targetRule } from '../../../shared/targets/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useQuery } from '../../use-query.ts'
import { side } from '../words.ts'

/** What is wrong with a rule, in words by the field's name, and what belongs to no field of the form. */
export type RuleIssues = { at: (field: string) => string | undefined; others: PolicyProblem[] }

/** Refusals of the rule's shape that have a sentence of their own. */
const WORDED = ['legal-never-pauses', 'starts-on-events', 'pause-and-resume', 'warnings-order'] as const

/** A name that is still being thought of keeps nothing else from being looked at. */
const withNames = (rule: TargetRule): TargetRule => ({
  ...rule,
  name: { zh: rule.name.zh || '—', en: rule.name.en || '—' },
})

/** The rules with one of them changed in its place, or added: of two that say the same the later one is named. */
function withRule(rules: readonly TargetRule[], rule: TargetRule): TargetRule[] {
  const isThere = rules.some(({ id }) => id === rule.id)
  return isThere ? rules.map((one) => (one.id === rule.id ? rule : one)) : [...rules, rule]
}

/** What the shape of a rule refuses, by field. Names count only once somebody tried to take the rule over. */
function useShapeIssues(rule: TargetRule, isTried: boolean): Map<string, string> {
  const t = useT('policies')
  const ui = useT('ui')
  const read = targetRule.safeParse(isTried ? rule : withNames(rule))
  const found = new Map<string, string>()
  for (const { path, message, code } of read.error?.issues ?? []) {
    const worded = WORDED.find((one) => one === message)
    const where = path.filter((part) => typeof part === 'string').join('.')
    const words = code === 'too_small' ? ui('issues.required') : ui('issues.invalid')
    if (!found.has(where)) found.set(where, worded ? t(`issues.policy-${worded}`) : words)
  }
  return found
}

/**
 * What is wrong with a rule that is being changed, named at its fields: first its shape, then, when that holds, what
 * the desk finds when the rule stands in the policy. `fields` are those that can show an error.
 */
export function useRuleIssues(
  rule: TargetRule,
  { policy, isTried, fields }: { policy: TargetPolicy; isTried: boolean; fields: readonly string[] },
): RuleIssues {
  const shape = useShapeIssues(rule, isTried)
  const [checked] = useDebouncedValue(rule, 250)
  const body = { ...policy, rules: withRule(policy.rules, withNames(checked)) }
  const isWhole = shape.size === 0 && targetRule.safeParse(withNames(checked)).success
  const check = useQuery('policies.check', { kind: 'targets', body }, { enabled: isWhole })
  const start = `rules[${rule.id}].`
  const problems = (check.data ?? []).filter(({ path }) => path.startsWith(start))
  const fieldOf = ({ path }: PolicyProblem) => path.slice(start.length)
  const isShown = (one: PolicyProblem) => one.level === 'error' && fields.includes(fieldOf(one))
  return {
    at: (field) => shape.get(field) ?? problems.find((one) => isShown(one) && fieldOf(one) === field)?.text[side()],
    others: problems.filter((one) => !isShown(one)),
  }
}
