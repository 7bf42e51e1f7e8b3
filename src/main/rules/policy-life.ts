import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { PolicyProblem } from '../../shared/policies/model.ts'
import type { Role } from '../../shared/roles.ts'
import type { Day } from '../../shared/time.ts'

export type LifeState = 'draft' | 'submitted' | 'rejected' | 'approved' | 'withdrawn'

/** A version on its way, as the rules about it need it; `writers` are all who wrote or changed it. */
export type Life = { state: LifeState; effectiveFrom: Day; authorId: string; writers: readonly string[] }

type Person = { id: string; role: Role }

/** A version is changed only while it is a draft or was returned; what was approved never changes. */
export function canEdit(life: Life): Decision {
  if (life.state === 'draft' || life.state === 'rejected') return allow
  return deny(life.state === 'submitted' ? 'policy-is-submitted' : 'policy-is-fixed')
}

/** Cases are never judged by a rule that did not exist: a version begins today at the earliest. */
export function canBegin(effectiveFrom: Day, today: Day): Decision {
  return effectiveFrom < today ? deny('policy-begins-in-past', { today }) : allow
}

/** Submitting wants a version without contradictions that says something new, for a day that has not passed. */
export function canSubmit(life: Life, problems: readonly PolicyProblem[], isChanged: boolean, today: Day): Decision {
  const edit = canEdit(life)
  if (!edit.allowed) return edit
  const [first] = problems.filter(({ level }) => level === 'error')
  if (first) return deny('policy-has-problems', { count: problems.filter(({ level }) => level === 'error').length })
  if (!isChanged) return deny('policy-says-nothing-new')
  return canBegin(life.effectiveFrom, today)
}

/** S2-108 in the desk's own rules: a second person approves, never one who wrote or changed the version. */
export function canDecide(life: Life, person: Person): Decision {
  if (life.state !== 'submitted') return deny('policy-not-submitted')
  return life.writers.includes(person.id) || life.authorId === person.id ? deny('policy-own') : allow
}

/** Approving also needs the day still to come, or today. */
export function canApprove(life: Life, person: Person, today: Day): Decision {
  const decide = canDecide(life, person)
  return decide.allowed ? canBegin(life.effectiveFrom, today) : decide
}

/** A version that any case may have been opened under stays for good; one whose day has not come may be taken back. */
export function canWithdraw(life: Life, person: Person, today: Day): Decision {
  if (life.state === 'withdrawn') return deny('policy-is-fixed')
  if (life.state === 'approved') {
    if (life.effectiveFrom <= today) return deny('policy-in-use')
    return person.role === 'manager' ? allow : deny('policy-withdraw-manager')
  }
  const isOwn = life.writers.includes(person.id) || life.authorId === person.id
  return isOwn || person.role === 'manager' ? allow : deny('policy-not-yours')
}
