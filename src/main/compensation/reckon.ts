import type { Quote } from '../../shared/compensation/model.ts'
import type { CompensationPolicy } from '../../shared/compensation/policy.ts'
import type { Level } from '../../shared/compensation/words.ts'
import type { Decision } from '../../shared/failure.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import { DAY, DESK_ZONE } from '../../shared/time.ts'
import type { CaseFile } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { compensationAt } from '../policies/queries.ts'
import { checkProposal, costOf, type Inputs, type Tariff, tariffOf } from '../rules/compensation-amount.ts'
import { type Counted, levelOf, sumOf } from '../rules/compensation-authority.ts'
import { monthAt } from '../rules/zone.ts'
import { committedIn } from './cost-queries.ts'
import * as store from './queries.ts'

export type Reckoned = {
  policyId: string
  policy: CompensationPolicy
  tariff: Tariff
  amountFen: number
  miles: number
  countedFen: number
  costFen: number
  sum: { fen: number; miles: number }
  lossFen: number
  isOverBudget: boolean
  level: Level
  isStatutory: boolean
  decision: Decision
}

type Asked = Omit<Quote, 'amountFen' | 'miles' | 'inputs'> & {
  inputs: { [K in keyof Inputs]: Inputs[K] | undefined }
  amountFen?: number | undefined
  miles?: number | undefined
}

/** S2-152..155: what an amount comes to, with whom it is added up, and who has to decide about it. */
export async function reckon(ctx: Ctx, { row }: CaseFile, asked: Asked): Promise<Reckoned> {
  const { db, now } = ctx
  const { rowId: policyId, body: policy } = await compensationAt(db, now)
  const form = policy.forms.find(({ id }) => id === asked.form)
  const rule = policy.rules.find(({ id }) => id === asked.ruleId)
  const inputs: Inputs = Object.fromEntries(Object.entries(asked.inputs).filter(([, value]) => value !== undefined))
  const tariff = rule ? tariffOf(rule, inputs, policy) : { fen: null, miles: null, formula: '' }
  const isMiles = form?.unit === 'miles'
  const amountFen = asked.amountFen ?? (isMiles ? 0 : (tariff.fen ?? 0))
  const miles = asked.miles ?? (isMiles ? (tariff.miles ?? 0) : 0)
  const countedFen = Math.max(amountFen, asked.supplierFen ?? 0)
  const costFen = asked.supplierFen ?? costOf({ fen: amountFen, miles }, policy)
  const lossFen = (await store.lossesOf(db, row.id)).reduce((sum, one) => sum + one.amountFen, 0)
  const others = await store.countingAmounts(
    db,
    { caseId: row.id, memberId: row.memberId },
    now - policy.windowDays * DAY,
  )
  const isStatutory = rule?.isStatutory ?? false
  const mine: Counted = { fen: countedFen, miles, form: asked.form }
  const amounts = [...others.map((one) => ({ fen: one.countedFen, miles: one.miles, form: one.form })), mine]
  const { budgetFen, committedFen } = await committedIn(db, monthAt(DESK_ZONE, now))
  const isOverBudget = budgetFen !== null && committedFen + costFen > budgetFen
  const tier = row.tierAtOpening as MemberTier
  return {
    ...{ policyId, policy, tariff, amountFen, miles, countedFen, costFen, lossFen, isOverBudget, isStatutory },
    sum: isStatutory ? { fen: countedFen, miles } : sumOf(amounts),
    level: levelOf(policy, { isStatutory, tier, amounts, isOverBudget }),
    decision: checkProposal(
      { form, rule, scopeId: asked.scopeId, inputs, fen: amountFen, miles, lossFen, reason: asked.reason },
      policy,
    ),
  }
}
