import { found, refuse } from '../../shared/failure.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import * as store from './queries.ts'
import { begin, end, planOf } from './work.ts'

type Calls = FeatureHandlers<'plans'>

/** S2-109 S2-110: the beginning is on record, and lies after the approval. */
export const start: Calls['start'] = async (ctx, { id, expectedSeq }) => {
  const work = await begin(ctx, id, expectedSeq, 'start')
  if (work.file.recorded.planApproved !== true) refuse('plan-not-approved')
  const { id: planId, version } = planOf(work)
  await store.updatePlan(ctx.db, planId, { status: 'executing', startedAt: ctx.now, startedBy: ctx.actor.id })
  return end(ctx, work.file, { act: 'started', data: { version }, emits: ['executionStarted'] })
}

/** S2-104 S2-111: a milestone is reached once; one that tells the customer counts as news of the progress. */
export const milestone: Calls['milestone'] = async (ctx, { id, seq, text, expectedSeq }) => {
  const work = await begin(ctx, id, expectedSeq, 'milestone')
  const plan = planOf(work)
  const milestones = await store.milestonesOf(ctx.db, [plan.id])
  const reached = found(
    milestones.find((one) => one.seq === seq),
    'milestone',
  )
  if (reached.doneAt !== null) refuse('plan-milestone-done')
  await store.finishMilestone(ctx.db, plan.id, seq, { doneAt: ctx.now, doneBy: ctx.actor.id, doneText: text })
  const data = { version: plan.version, seq, name: reached.name, text }
  return end(ctx, work.file, { act: 'milestone', data, emits: reached.tellsCustomer === 1 ? ['progressTold'] : [] })
}

/** S2-110: carried out, with the evidence of it; every milestone was reached before. */
export const finish: Calls['finish'] = async (ctx, { id, evidence, expectedSeq }) => {
  const work = await begin(ctx, id, expectedSeq, 'finish')
  const { id: planId, version } = planOf(work)
  const open = (await store.milestonesOf(ctx.db, [planId])).filter(({ doneAt }) => doneAt === null).length
  if (open > 0) refuse('plan-milestones-open', { count: open })
  const executed = { executedAt: ctx.now, executedBy: ctx.actor.id, evidence }
  await store.updatePlan(ctx.db, planId, { ...executed, status: 'executed' })
  const recorded = { executionEvidence: evidence }
  return end(ctx, work.file, { act: 'executed', data: { version, evidence }, emits: ['executed'], recorded })
}
