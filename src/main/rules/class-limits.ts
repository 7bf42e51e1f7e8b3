import { type CaseKind, isUnder } from '../../shared/cases/words.ts'
import type { CategoryLimit } from '../../shared/classes/contract.ts'
import type { TargetPolicy, TargetRule } from '../../shared/targets/model.ts'
import { type Calendars, clocksFor, type TargetFacts } from './targets.ts'

/** A matter as it usually is, so that nothing but its category makes a difference. */
type Usual = Pick<TargetFacts, 'channel' | 'timeClass' | 'receivedAt'> & { kind: CaseKind; category: string }

/** S1-44: the limits that hold for a category, and whether each is its own, its group's, or the one for every case. */
export function limitsOf(usual: Usual, policy: TargetPolicy, calendars: Calendars): CategoryLimit[] {
  const facts: TargetFacts = {
    ...usual,
    tier: 'none',
    severity: 'general',
    isComplex: false,
    registeredAt: usual.receivedAt,
  }
  const told = (rule: TargetRule) => ({
    ...{ limit: rule.limit, ruleId: rule.id, ruleName: rule.name },
    from: sourceOf(rule.when.categories, usual.category),
  })
  return clocksFor(facts, policy, calendars).map(({ kind, rule, candidates }) => ({
    ...{ clock: kind, ...told(rule) },
    besides: candidates
      .filter((one) => one.rule.id !== rule.id)
      .map((one) => told(one.rule))
      .filter(({ from }) => from !== 'default'),
  }))
}

function sourceOf(categories: readonly string[] | undefined, category: string): CategoryLimit['from'] {
  const fitting = categories?.filter((code) => isUnder(category, code)) ?? []
  if (fitting.length === 0) return 'default'
  return fitting.includes(category) ? 'own' : 'group'
}
