import { found, must, refuse } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import { DAY, DESK_ZONE } from '../../shared/time.ts'
import { type CaseFile, openFile, viewerOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { compensationById } from '../policies/queries.ts'
import { canAddTo } from '../rules/case-hand.ts'
import { isPast } from '../rules/case-times.ts'
import { canApprove } from '../rules/compensation-authority.ts'
import { type CompensationStep, canTakeCompensationStep } from '../rules/compensation-flow.ts'
import { monthAt } from '../rules/zone.ts'
import { end } from './proposals.ts'
import * as store from './queries.ts'

type Calls = FeatureHandlers<'compensation'>
type Work = { file: CaseFile; amount: store.CompensationRecord }

async function load(ctx: Ctx, id: string, step: CompensationStep): Promise<Work> {
  const amount = found(await store.findAmount(ctx.db, id), 'compensation')
  const file = await openFile(ctx, amount.caseId as CaseId)
  must(canTakeCompensationStep(step, amount.status))
  return { file, amount }
}

/** The same for one of the case's own people; what is owed is carried out after the case was closed too. */
async function begin(ctx: Ctx, id: string, step: CompensationStep): Promise<Work> {
  const work = await load(ctx, id, step)
  must(canAddTo(viewerOf(ctx), work.file.row))
  return work
}

/** Domain 4.5: approved or returned by who may, never by the proposer; above the manager's limit by two people. */
export const decide: Calls['decide'] = async (ctx, { compensationId, isApproved, reason, signsFor }) => {
  const { file, amount } = await load(ctx, compensationId, 'decide')
  const policy = await compensationById(ctx.db, amount.policyId)
  must(canApprove(viewerOf(ctx), { ...amount, signsFor }, policy))
  if (!isApproved && reason === '') refuse('compensation-return-reason')
  const isFirst = isApproved && amount.level === 'two' && amount.firstApproverId === null
  if (isFirst) {
    await store.updateAmount(ctx.db, amount.id, { firstApproverId: ctx.actor.id, firstAt: ctx.now, decision: reason })
    return end(ctx, file, 'approvedFirst', { compensationId, reason })
  }
  await store.updateAmount(ctx.db, amount.id, {
    ...{ approverId: ctx.actor.id, decidedAt: ctx.now, decision: reason || amount.decision, signsFor },
    status: isApproved ? 'approved' : 'returned',
    dueAt: isApproved ? ctx.now + policy.executeWithinDays * DAY : null,
  })
  return end(ctx, file, isApproved ? 'approved' : 'returned', { compensationId, reason, signsFor })
}

/** S2-161: the customer is told and agrees, or does not, before anything is carried out. */
export const consent: Calls['consent'] = async (ctx, { compensationId, isAccepted, text, channel, at }) => {
  const { file, amount } = await begin(ctx, compensationId, 'consent')
  const consentAt = at ?? ctx.now
  if (!isPast(consentAt, ctx.now)) refuse('case-time-in-future', { field: 'at' })
  const said = { consentAt, consentText: text, consentChannel: channel }
  await store.updateAmount(ctx.db, amount.id, { ...said, status: isAccepted ? 'agreed' : 'declined' })
  return end(ctx, file, isAccepted ? 'agreed' : 'declined', { compensationId, ...said })
}

/** S2-162: carried out, with the day, the evidence and the voucher's number; the month bears what it cost. */
export const execute: Calls['execute'] = async (ctx, { compensationId, at, evidence, voucherNo, supplierFen }) => {
  const { file, amount } = await begin(ctx, compensationId, 'execute')
  const executedAt = at ?? ctx.now
  if (!isPast(executedAt, ctx.now)) refuse('case-time-in-future', { field: 'at' })
  if (executedAt < (amount.consentAt ?? 0)) refuse('compensation-before-consent')
  const costFen = supplierFen ?? amount.costFen
  const done = {
    ...{ executedAt, executedBy: ctx.actor.id, evidence, voucherNo, costFen },
    month: monthAt(DESK_ZONE, executedAt),
  }
  await store.updateAmount(ctx.db, amount.id, { ...done, status: 'executed' })
  return end(ctx, file, 'executed', { compensationId, executedAt, evidence, voucherNo, costFen })
}

export const cancel: Calls['cancel'] = async (ctx, { compensationId, reason }) => {
  const { file, amount } = await begin(ctx, compensationId, 'cancel')
  await store.updateAmount(ctx.db, amount.id, { status: 'cancelled', decision: reason })
  return end(ctx, file, 'cancelled', { compensationId, reason })
}

/** S2-164: what the customer says to it afterwards. */
export const effect: Calls['effect'] = async (ctx, { compensationId, effect, text }) => {
  const { file, amount } = await begin(ctx, compensationId, 'effect')
  await store.updateAmount(ctx.db, amount.id, { effect, effectText: text, effectAt: ctx.now })
  return end(ctx, file, 'effect', { compensationId, effect, text })
}
