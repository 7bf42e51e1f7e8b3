import type { AuthorityRow, CompensationPolicy } from '../../shared/compensation/policy.ts'
import type { Level } from '../../shared/compensation/words.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import type { Hand } from './case-hand.ts'
import type { Amount } from './compensation-amount.ts'

/** One amount that counts toward a limit, by its form. */
export type Counted = Amount & { form: string }

type Matrix = Pick<CompensationPolicy, 'authority'>
type DecidingRole = AuthorityRow['role']
const DECIDING: readonly DecidingRole[] = ['agent', 'lead', 'manager']

/** The row for a tier, or the one for any tier. */
function rowFor({ authority }: Matrix, role: DecidingRole, tier: MemberTier, form: string): AuthorityRow | undefined {
  const rows = authority.filter((row) => row.role === role && row.form === form)
  return rows.find((row) => row.tier === tier) ?? rows.find((row) => row.tier === 'any')
}

/** Money and miles use one limit up together: half of each is the whole of it. */
function isWithin({ fen, miles }: Amount, { maxFen, maxMiles }: AuthorityRow): boolean {
  if (fen > maxFen || miles > maxMiles) return false
  const [money, distance] = [BigInt(maxFen), BigInt(maxMiles)]
  return BigInt(fen) * distance + BigInt(miles) * money <= money * distance
}

export function sumOf(amounts: readonly Amount[]): Amount {
  return amounts.reduce((sum, { fen, miles }) => ({ fen: sum.fen + fen, miles: sum.miles + miles }), {
    fen: 0,
    miles: 0,
  })
}

/** True when a role may decide about all these amounts together: the general limit and every form's own. */
export function isWithinAuthority(
  policy: Matrix,
  role: DecidingRole,
  tier: MemberTier,
  amounts: readonly Counted[],
): boolean {
  const general = rowFor(policy, role, tier, 'any')
  if (!general || !isWithin(sumOf(amounts), general)) return false
  return [...new Set(amounts.map(({ form }) => form))].every((form) => {
    const row = rowFor(policy, role, tier, form)
    return !row || isWithin(sumOf(amounts.filter((amount) => amount.form === form)), row)
  })
}

export type LevelFacts = {
  isStatutory: boolean
  tier: MemberTier
  /** The new amount with all others that count: of the case, and of the member within the window. */
  amounts: readonly Counted[]
  /** The month's budget would be exceeded. */
  isOverBudget: boolean
}

/** Domain 4.5: who has to decide; amounts are summed, so that parts need no less than the whole. */
export function levelOf(policy: Matrix, { isStatutory, tier, amounts, isOverBudget }: LevelFacts): Level {
  if (isStatutory) return 'verify'
  const role = DECIDING.find((one) => isWithinAuthority(policy, one, tier, amounts))
  if (role === undefined) return 'two'
  return isOverBudget && role !== 'manager' ? 'manager' : role
}

export type DecisionFacts = {
  level: Level
  proposedBy: string
  /** Who has signed already, when two people must. */
  firstApproverId: string | null
  /** The department that the second person signs for. */
  signsFor: string | null
}

/** S2-108 domain 4.5: never one's own; the role reaches the level; the second signature is another person's, for a department that the policy names. */
export function canApprove(actor: Hand, facts: DecisionFacts, policy: Pick<CompensationPolicy, 'second'>): Decision {
  const { level, proposedBy, firstApproverId, signsFor } = facts
  if (actor.id === proposedBy) return deny('compensation-own')
  if (actor.role !== 'lead' && actor.role !== 'manager') return deny('compensation-role')
  const isNamed = policy.second.signsFor.some((department) => department === signsFor)
  if (signsFor !== null && !isNamed) return deny('compensation-signs-for', { field: 'signsFor' })
  if (level === 'two' && firstApproverId !== null) {
    if (actor.id === firstApproverId) return deny('compensation-same-person')
    if (!policy.second.roles.includes(actor.role)) return deny('compensation-role')
    return isNamed ? allow : deny('compensation-signs-for', { field: 'signsFor' })
  }
  return (level === 'manager' || level === 'two') && actor.role !== 'manager' ? deny('compensation-role') : allow
}
