import type { CompensationPolicy } from '../../shared/compensation/policy.ts'
import type { Level } from '../../shared/compensation/words.ts'
import type { BacktestAmount } from '../../shared/policies/backtest-cost.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import { DAY, type Instant } from '../../shared/time.ts'
import { type Amount, costOf, type Inputs, tariffOf } from './compensation-amount.ts'
import { type Counted, levelOf } from './compensation-authority.ts'

/** An amount that was proposed, as a trial needs it. */
export type PastAmount = {
  id: string
  caseId: string
  memberId: string | null
  tier: MemberTier
  policyId: string
  scopeId: string
  ruleId: string
  form: string
  inputs: Inputs
  /** What the tariff of then gave; null where there was none. */
  tariffFen: number | null
  tariffMiles: number | null
  amountFen: number
  miles: number
  countedFen: number
  costFen: number
  isStatutory: boolean
  level: Level
  proposedAt: Instant
  /** When it was returned, declined or cancelled, and counted no more. */
  endedAt: Instant | null
}

/** What an amount would have come to; all nothing where it could not have been proposed. */
export type TriedAmount = Amount & {
  countedFen: number
  costFen: number
  isStatutory: boolean
  refusal: BacktestAmount['after']['refusal']
}

const NOTHING = { fen: 0, miles: 0, countedFen: 0, costFen: 0, isStatutory: false }

/**
 * What a proposal would have come to under another tariff. What followed the tariff follows the new one; what was
 * argued above it stays, but never under the new one; what stayed below it never goes above; what a supplier billed
 * stays; a form or cause that is not open any more gives nothing. Raising a tariff never lowers an amount.
 */
export function amountUnder(past: PastAmount, own: CompensationPolicy, tried: CompensationPolicy): TriedAmount {
  if (!tried.forms.find(({ id }) => id === past.form)?.isActive) return { ...NOTHING, refusal: 'compensation-form' }
  const rule = tried.rules.find(({ id }) => id === past.ruleId)
  const scope = tried.scopes.find(({ id }) => id === past.scopeId)
  if (!rule || !scope?.ruleIds.includes(rule.id)) return { ...NOTHING, refusal: 'compensation-scope' }
  const tariff = tariffOf(rule, past.inputs, tried)
  const { isStatutory } = rule
  const given = { fen: past.amountFen, miles: past.miles }
  const next: Amount =
    past.miles > 0
      ? { fen: 0, miles: followed(past.miles, past.tariffMiles, tariff.miles, isStatutory) }
      : { fen: followed(past.amountFen, past.tariffFen, tariff.fen, isStatutory), miles: 0 }
  const isBilled = past.costFen !== costOf(given, own)
  const supplierFen = past.countedFen > past.amountFen ? past.countedFen : 0
  return {
    ...next,
    countedFen: Math.max(next.fen, supplierFen),
    costFen: isBilled ? past.costFen : costOf(next, tried),
    isStatutory,
    refusal: null,
  }
}

function followed(given: number, before: number | null, after: number | null, isStatutory: boolean): number {
  if (after === null) return given
  if (isStatutory) return after
  if (before === null) return given
  if (given === before) return after
  return given > before ? Math.max(given, after) : Math.min(given, after)
}

export type Others = { past: PastAmount; own: CompensationPolicy }

/** The amounts that were added up with one when it was proposed: of its case, and of its member within a window. */
export function addedUpWith(past: PastAmount, all: readonly Others[], windowDays: number): Others[] {
  const since = past.proposedAt - windowDays * DAY
  return all.filter(({ past: other }) => {
    const isBefore = other.proposedAt < past.proposedAt || (other.proposedAt === past.proposedAt && other.id < past.id)
    const isCounting = other.endedAt === null || other.endedAt > past.proposedAt
    if (!isBefore || !isCounting || other.isStatutory) return false
    if (other.caseId === past.caseId) return true
    return past.memberId !== null && other.memberId === past.memberId && other.proposedAt >= since
  })
}

const countedOf = ({ form, countedFen, miles }: PastAmount): Counted => ({ fen: countedFen, miles, form })

/** True when the month's budget was used up: it went to the manager though a lower role had the authority. */
function wasOverBudget(past: PastAmount, own: CompensationPolicy, all: readonly Others[]): boolean {
  const amounts = [...addedUpWith(past, all, own.windowDays).map((one) => countedOf(one.past)), countedOf(past)]
  const { isStatutory, tier } = past
  const level = levelOf(own, { isStatutory, tier, amounts, isOverBudget: false })
  return past.level === 'manager' && (level === 'agent' || level === 'lead')
}

/** Who would have had to decide about an amount; budgets are taken as they were. Null where it could not be proposed. */
export function levelUnder(
  { past, own }: Others,
  tried: CompensationPolicy,
  mine: TriedAmount,
  all: readonly Others[],
): Level | null {
  if (mine.refusal !== null) return null
  const others = addedUpWith(past, all, tried.windowDays).map((other): Counted => {
    const { countedFen, miles } = amountUnder(other.past, other.own, tried)
    return { fen: countedFen, miles, form: other.past.form }
  })
  const amounts = [...others, { fen: mine.countedFen, miles: mine.miles, form: past.form }]
  const isOverBudget = wasOverBudget(past, own, all)
  return levelOf(tried, { isStatutory: mine.isStatutory, tier: past.tier, amounts, isOverBudget })
}
