import type { AuthorityRow, CompensationPolicy, Formula } from '../../shared/compensation/policy.ts'
import { authorityKey, authorityName, DECIDER_NAMES } from '../../shared/compensation/tariff-words.ts'
import type { PolicyProblem } from '../../shared/policies/model.ts'

/** What was in force before: nothing that cases may have used is taken out of it. */
export type TariffBefore = Pick<CompensationPolicy, 'forms' | 'rules'>

type Level = PolicyProblem['level']

const say = (level: Level, code: string, path: string, zh: string, en: string): PolicyProblem => ({
  level,
  code: `compensation-${code}`,
  path,
  text: { zh, en },
})

const twice = (ids: readonly string[]) => [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))]

/**
 * S2-166: a tariff and authority must stay whole: ids once, scopes and authority name what exists, every role has its
 * general limit, a higher role never decides less, and what was in use is switched off, not taken out. In words, with
 * the place of each; a warning is for the reader.
 */
export function compensationProblems(policy: CompensationPolicy, before: TariffBefore | null): PolicyProblem[] {
  return [
    ...repeated(policy),
    ...(before ? gone(policy, before) : []),
    ...unknown(policy),
    ...unusable(policy),
    ...policy.rules.flatMap((rule) => bandsOf(rule.id, rule.name, rule.formula)),
    ...authorityProblems(policy),
  ]
}

function repeated({ forms, rules, scopes }: CompensationPolicy): PolicyProblem[] {
  const lists = { forms, rules, scopes }
  return Object.entries(lists).flatMap(([list, items]) =>
    twice(items.map(({ id }) => id)).map((id) =>
      say('error', 'twice', `${list}[${id}]`, `编号“${id}”出现了两次。`, `The id “${id}” appears twice.`),
    ),
  )
}

function gone({ forms, rules }: CompensationPolicy, before: TariffBefore): PolicyProblem[] {
  const missing = (list: 'forms' | 'rules', ids: readonly string[]) =>
    before[list]
      .filter(({ id }) => !ids.includes(id))
      .map(({ id, name }) =>
        say(
          'error',
          'gone',
          `${list}[${id}]`,
          `“${name.zh}”（${id}）已在使用，只能停用，不能删除。`,
          `“${name.en}” (${id}) has been used: switch it off, it cannot be taken out.`,
        ),
      )
  const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)
  return [...missing('forms', ids(forms)), ...missing('rules', ids(rules))]
}

function unknown({ scopes, rules, authority, forms }: CompensationPolicy): PolicyProblem[] {
  const knows = (items: readonly { id: string }[], wanted: string) => items.some(({ id }) => id === wanted)
  return [
    ...scopes.flatMap((scope) =>
      scope.ruleIds
        .filter((id) => !knows(rules, id))
        .map((id) =>
          say(
            'error',
            'unknown',
            `scopes[${scope.id}].ruleIds`,
            `原因“${scope.name.zh}”：没有标准“${id}”。`,
            `Cause “${scope.name.en}”: there is no tariff “${id}”.`,
          ),
        ),
    ),
    ...authority
      .filter(({ form }) => form !== 'any' && !knows(forms, form))
      .map((row) =>
        say(
          'error',
          'unknown',
          `authority[${authorityKey(row)}]`,
          `授权“${authorityName(row, forms, 'zh')}”：没有补偿方式“${row.form}”。`,
          `Authority “${authorityName(row, forms, 'en')}”: there is no form “${row.form}”.`,
        ),
      ),
  ]
}

function unusable({ forms, rules, scopes }: CompensationPolicy): PolicyProblem[] {
  const none = forms.some(({ isActive }) => isActive)
    ? []
    : [say('error', 'no-form', 'forms', '没有一种在用的补偿方式。', 'No form of compensation is in use.')]
  const idle = rules
    .filter(({ id }) => !scopes.some(({ ruleIds }) => ruleIds.includes(id)))
    .map(({ id, name }) =>
      say(
        'warning',
        'idle',
        `rules[${id}]`,
        `标准“${name.zh}”不适用于任何原因，永远用不到。`,
        `No cause opens the way to the tariff “${name.en}”: it can never be used.`,
      ),
    )
  return [...none, ...idle]
}

function bandsOf(id: string, name: { zh: string; en: string }, formula: Formula): PolicyProblem[] {
  if (formula.type !== 'bands') return []
  const path = `rules[${id}].formula`
  const starts = formula.bands.map(({ from }) => from)
  const same = twice(starts.map(String)).map((from) =>
    say(
      'error',
      'band-twice',
      path,
      `标准“${name.zh}”：起点 ${from} 出现了两次。`,
      `Tariff “${name.en}”: the step ${from} appears twice.`,
    ),
  )
  const rising = [...formula.bands].sort((a, b) => a.from - b.from)
  const isFalling = rising.some((band, i) => band.fen < (rising[i - 1]?.fen ?? 0))
  if (!isFalling) return same
  const zh = `标准“${name.zh}”：数值越大反而补偿越少。`
  return [...same, say('warning', 'band-falls', path, zh, `Tariff “${name.en}”: more of it gives less.`)]
}

const ROLES = ['agent', 'lead', 'manager'] as const

function authorityProblems({ authority, forms }: CompensationPolicy): PolicyProblem[] {
  const at = (row: AuthorityRow) => `authority[${authorityKey(row)}]`
  const double = twice(authority.map(authorityKey)).map((key) =>
    say(
      'error',
      'twice',
      `authority[${key}]`,
      `同一角色、等级和方式有两条限额（${key}）。`,
      `Two limits for the same role, tier and form (${key}).`,
    ),
  )
  const general = ROLES.filter(
    (role) => !authority.some((row) => row.role === role && row.tier === 'any' && row.form === 'any'),
  ).map((role) =>
    say(
      'error',
      'general',
      'authority',
      `${DECIDER_NAMES[role].zh}没有不分等级和方式的限额。`,
      `The ${DECIDER_NAMES[role].en} has no limit for any tier and form.`,
    ),
  )
  const order = authority.flatMap((row) => {
    const above = ROLES[ROLES.indexOf(row.role) + 1]
    const higher = authority.find((one) => one.role === above && one.tier === row.tier && one.form === row.form)
    if (!higher || (higher.maxFen >= row.maxFen && higher.maxMiles >= row.maxMiles)) return []
    const [zh, en] = [authorityName(higher, forms, 'zh'), authorityName(higher, forms, 'en')]
    return [
      say(
        'error',
        'order',
        at(higher),
        `“${zh}”的限额低于下级“${DECIDER_NAMES[row.role].zh}”。`,
        `The limit of “${en}” is lower than that of the ${DECIDER_NAMES[row.role].en}.`,
      ),
    ]
  })
  return [...double, ...general, ...order]
}
