import { found, must, refuse } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import { DAY, DESK_ZONE } from '../../shared/time.ts'
import { type CaseFile, expectSeq, openFile, viewerOf } from '../cases/case-file.ts'
import { record } from '../cases/record.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canWorkOn } from '../rules/case-hand.ts'
import { isCompensationDone } from '../rules/compensation-flow.ts'
import { monthAt } from '../rules/zone.ts'
import * as store from './queries.ts'
import { reckon } from './reckon.ts'
import { noneReasonOf, toView } from './views.ts'

type Calls = FeatureHandlers<'compensation'>

async function begin(ctx: Ctx, id: CaseId, expectedSeq: number): Promise<CaseFile> {
  const file = await openFile(ctx, id)
  expectSeq(file, expectedSeq)
  const { ownerId, isOpen } = file.row
  must(canWorkOn(viewerOf(ctx), { ownerId, isOpen: isOpen === 1 }))
  return file
}

/** Puts what was done into the log, with whether all that is owed is settled now, and shows it. */
export async function end(ctx: Ctx, file: CaseFile, act: string, data: Record<string, unknown>) {
  const statuses = (await store.amountsOf(ctx.db, file.row.id)).map(({ status }) => status)
  const isNoneOwed = act === 'none' || (act !== 'proposed' && noneReasonOf(file) !== null)
  const recorded = { compensationDone: isCompensationDone(statuses, isNoneOwed) }
  ctx.note({ act })
  return toView(ctx, await record(ctx, file, { kind: 'compensation', recorded, data: { act, ...data } }))
}

/** S2-154: what the customer has lost, item by item, with what bears it out. */
export const addLoss: Calls['addLoss'] = async (ctx, { id, name, amountFen, evidence, expectedSeq }) => {
  const file = await begin(ctx, id, expectedSeq)
  const row = { id: ctx.newId(), caseId: id, name, amountFen, evidence, createdAt: ctx.now, createdBy: ctx.actor.id }
  await store.insertLoss(ctx.db, { ...row, removedAt: null })
  return end(ctx, file, 'loss', { lossId: row.id, name, amountFen, evidence })
}

export const removeLoss: Calls['removeLoss'] = async (ctx, { id, lossId, reason, expectedSeq }) => {
  const file = await begin(ctx, id, expectedSeq)
  const losses = await store.lossesOf(ctx.db, id)
  const { name, amountFen } = found(
    losses.find((one) => one.id === lossId),
    'loss',
  )
  await store.removeLoss(ctx.db, lossId, ctx.now)
  return end(ctx, file, 'lossRemoved', { lossId, name, amountFen, reason })
}

/** S2-155: what would come of a proposal, without making it. */
export const reckoned: Calls['reckon'] = async (ctx, { id, ...asked }) => {
  const { tariff, amountFen, miles, level, sum, lossFen, isOverBudget, decision } = await reckon(
    ctx,
    await openFile(ctx, id),
    asked,
  )
  return {
    ...{ amountFen, miles, level, lossFen, isOverBudget },
    ...{ tariffFen: tariff.fen, tariffMiles: tariff.miles, formula: tariff.formula },
    ...{ sumFen: sum.fen, sumMiles: sum.miles },
    refusal: decision.allowed ? null : { rule: decision.rule, params: decision.params },
  }
}

/** S2-153..160: an amount with its scope, formula and form; within the agent's authority it needs nobody's approval. */
export const propose: Calls['propose'] = async (ctx, { id, expectedSeq, ...asked }) => {
  const file = await begin(ctx, id, expectedSeq)
  const made = await reckon(ctx, file, asked)
  must(made.decision)
  const { row } = file
  const isFree = made.level === 'agent'
  const amount: store.CompensationRecord = {
    ...{ id: ctx.newId(), caseId: id, memberId: row.memberId, category: row.category, tier: row.tierAtOpening },
    ...{ policyId: made.policyId, scopeId: asked.scopeId, ruleId: asked.ruleId, form: asked.form },
    ...{ inputs: JSON.stringify(asked.inputs), formula: made.tariff.formula },
    ...{ tariffFen: made.tariff.fen, tariffMiles: made.tariff.miles, description: asked.description },
    ...{ amountFen: made.amountFen, miles: made.miles, countedFen: made.countedFen, costFen: made.costFen },
    ...{ supplier: asked.supplier, reason: asked.reason, isStatutory: made.isStatutory ? (1 as const) : (0 as const) },
    ...{ level: made.level, sumFen: made.sum.fen, sumMiles: made.sum.miles, month: monthAt(DESK_ZONE, ctx.now) },
    ...{ status: isFree ? 'approved' : 'pending', proposedBy: ctx.actor.id, proposedAt: ctx.now },
    ...{ firstApproverId: null, firstAt: null, approverId: null, decidedAt: isFree ? ctx.now : null },
    ...{ decision: null, signsFor: null, dueAt: isFree ? ctx.now + made.policy.executeWithinDays * DAY : null },
    ...{ consentAt: null, consentText: null, consentChannel: null, executedAt: null, executedBy: null },
    ...{ evidence: null, voucherNo: null, effect: null, effectText: null, effectAt: null },
  }
  await store.insertAmount(ctx.db, amount)
  const { id: compensationId, amountFen, miles, form, level, sumFen, sumMiles, formula, policyId, status } = amount
  const data = { compensationId, amountFen, miles, form, level, sumFen, sumMiles, formula, policyId, status }
  return end(ctx, file, 'proposed', { ...data, description: asked.description, reason: asked.reason })
}

/** Nothing is owed, for a reason that stays on record; nothing may be on its way then. */
export const none: Calls['none'] = async (ctx, { id, reason, expectedSeq }) => {
  const file = await begin(ctx, id, expectedSeq)
  const rows = await store.amountsOf(ctx.db, id)
  if (rows.some(({ status }) => ['pending', 'approved', 'agreed'].includes(status))) refuse('compensation-under-way')
  return end(ctx, file, 'none', { reason })
}
