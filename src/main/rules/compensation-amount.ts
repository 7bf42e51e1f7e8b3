import type { CompensationForm, CompensationPolicy, CompensationRule } from '../../shared/compensation/policy.ts'
import type { InputName } from '../../shared/compensation/words.ts'
import { allow, type Decision, deny, never } from '../../shared/failure.ts'

export type Inputs = Partial<Record<InputName, number>>

/** What a tariff gives, with the reckoning as it is shown; without a tariff the amount is null. */
export type Tariff = { fen: number | null; miles: number | null; formula: string }

const yuan = (fen: number) => `¥${(fen / 100).toFixed(2)}`
const capped = (fen: number, maxFen: number | null) => (maxFen === null ? fen : Math.min(fen, maxFen))
const capText = (maxFen: number | null) => (maxFen === null ? '' : ` (≤ ${yuan(maxFen)})`)

/** S2-155: the amount of a rule and how it came about; a value that is not given counts as nothing. */
export function tariffOf(
  rule: CompensationRule,
  inputs: Inputs,
  policy: Pick<CompensationPolicy, 'milesPerYuan'>,
): Tariff {
  const { formula } = rule
  if (formula.type === 'free') return { fen: null, miles: null, formula: '' }
  const value = inputs[formula.input] ?? 0
  const { fen, text } = reckon(formula, value)
  const miles = milesFor(fen, policy)
  return { fen, miles, formula: `${text} = ${yuan(fen)}` }
}

function reckon(formula: Exclude<CompensationRule['formula'], { type: 'free' }>, value: number) {
  switch (formula.type) {
    case 'bands': {
      const band = formula.bands.filter(({ from }) => value >= from).sort((a, b) => b.from - a.from)[0]
      const first = Math.min(...formula.bands.map(({ from }) => from))
      return { fen: band?.fen ?? 0, text: band ? `${value} ≥ ${band.from}` : `${value} < ${first}` }
    }
    case 'perUnit': {
      const { fenEach, maxFen } = formula
      return { fen: capped(value * fenEach, maxFen), text: `${value} × ${yuan(fenEach)}${capText(maxFen)}` }
    }
    case 'percent': {
      const { percent, maxFen } = formula
      const fen = capped(Math.round((value * percent) / 100), maxFen)
      return { fen, text: `${yuan(value)} × ${percent}%${capText(maxFen)}` }
    }
    default:
      return never(formula)
  }
}

/** Miles that stand for an amount of money, rounded up in the customer's favour. */
export function milesFor(fen: number, { milesPerYuan }: Pick<CompensationPolicy, 'milesPerYuan'>): number {
  return Math.ceil((fen * milesPerYuan) / 100)
}

/** What miles cost the airline, in fen, for budgets and analysis. */
export function costOfMiles(miles: number, { milesPerYuan }: Pick<CompensationPolicy, 'milesPerYuan'>): number {
  return Math.round((miles * 100) / milesPerYuan)
}

export type Amount = { fen: number; miles: number }

/** What an amount costs the airline, in fen. */
export function costOf({ fen, miles }: Amount, policy: Pick<CompensationPolicy, 'milesPerYuan'>): number {
  return fen + costOfMiles(miles, policy)
}

export type ProposalFacts = Amount & {
  form: CompensationForm | undefined
  rule: CompensationRule | undefined
  scopeId: string
  inputs: Inputs
  /** Sum of the customer's assessed losses, in fen. */
  lossFen: number
  reason: string
}

/**
 * S2-152..160: lawful (never less than the law gives, only from rules that the cause opens), proportionate (more than
 * the tariff or more than the loss needs a reason), flexible (any form that is in use, in its own unit).
 */
export function checkProposal(facts: ProposalFacts, policy: CompensationPolicy): Decision {
  const { form, rule, scopeId, inputs, fen, miles, lossFen, reason } = facts
  if (!form?.isActive) return deny('compensation-form')
  const scope = policy.scopes.find(({ id }) => id === scopeId)
  if (!rule || !scope?.ruleIds.includes(rule.id)) return deny('compensation-scope')
  if (form.unit === 'miles' ? miles === 0 || fen !== 0 : fen === 0 || miles !== 0) return deny('compensation-unit')
  const tariff = tariffOf(rule, inputs, policy)
  if (tariff.fen !== null) {
    if (rule.isStatutory && tariff.fen === 0) return deny('compensation-base')
    const [given, owed] = form.unit === 'miles' ? [miles, tariff.miles ?? 0] : [fen, tariff.fen]
    if (rule.isStatutory && given < owed) return deny('compensation-below-law', { owed: tariff.formula })
    if (rule.isStatutory && given > owed) return deny('compensation-above-law', { owed: tariff.formula })
    if (given > owed && reason === '') return deny('compensation-over-tariff', { owed: tariff.formula })
  }
  if (tariff.fen === null && reason === '') return deny('compensation-reason')
  if (!rule.isStatutory && lossFen > 0 && costOf(facts, policy) > lossFen && reason === '')
    return deny('compensation-over-loss')
  return allow
}
