import type { CompensationPolicy } from '../../shared/compensation/policy.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'

type Draft = Pick<CompensationPolicy, 'forms' | 'rules' | 'scopes' | 'authority'>

const twice = (ids: readonly string[]) => ids.find((id, i) => ids.indexOf(id) !== i)

/**
 * S2-166: a policy must stay whole: ids once, scopes and authority name what exists, every role has its general
 * limit, a higher role never decides less, and what was in use is switched off, not taken out.
 */
export function checkCompensationPolicy(draft: Draft, before: Pick<Draft, 'forms' | 'rules'>): Decision {
  const ids = { forms: draft.forms.map(({ id }) => id), rules: draft.rules.map(({ id }) => id) }
  const double = twice(ids.forms) ?? twice(ids.rules) ?? twice(draft.scopes.map(({ id }) => id))
  if (double) return deny('compensation-policy-twice', { id: double })
  const gone =
    before.forms.find(({ id }) => !ids.forms.includes(id)) ?? before.rules.find(({ id }) => !ids.rules.includes(id))
  if (gone) return deny('compensation-policy-gone', { id: gone.id })
  const unknownRule = draft.scopes.flatMap(({ ruleIds }) => ruleIds).find((id) => !ids.rules.includes(id))
  if (unknownRule) return deny('compensation-policy-unknown', { id: unknownRule })
  const unknownForm = draft.authority.find(({ form }) => form !== 'any' && !ids.forms.includes(form))
  if (unknownForm) return deny('compensation-policy-unknown', { id: unknownForm.form })
  return checkAuthority(draft.authority)
}

const ROLES = ['agent', 'lead', 'manager'] as const

function checkAuthority(rows: Draft['authority']): Decision {
  const double = twice(rows.map(({ role, tier, form }) => `${role} ${tier} ${form}`))
  if (double) return deny('compensation-policy-twice', { id: double })
  const general = ROLES.map((role) => rows.find((row) => row.role === role && row.tier === 'any' && row.form === 'any'))
  if (general.some((row) => row === undefined)) return deny('compensation-policy-general')
  const isRising = general.every((row, i) => {
    const lower = general[i - 1]
    return !row || !lower || (row.maxFen >= lower.maxFen && row.maxMiles >= lower.maxMiles)
  })
  return isRising ? allow : deny('compensation-policy-order')
}
