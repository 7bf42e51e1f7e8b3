import { must, refuse } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { Plan } from '../../shared/plans/model.ts'
import { viewerOf } from '../cases/case-file.ts'
import { insertFollowUps } from '../cases/follow-up-queries.ts'
import { mustOfferDesks } from '../classes/offered.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canDecidePlan, checkPlanTimes, checkPrinciples, needsNewApproval } from '../rules/plan.ts'
import * as store from './queries.ts'
import { authorsOf, levelFor } from './views.ts'
import { begin, checkResponsible, end, load, milestoneRows, planOf, wordsOf } from './work.ts'

type Calls = FeatureHandlers<'plans'>

/** S2-103..106: a plan is drafted until it is handed in; after it was returned, a new version is begun. */
export const draft: Calls['draft'] = async (ctx, { id, expectedSeq, ...plan }) => {
  const { file, newest } = await begin(ctx, id, expectedSeq, 'draft')
  must(checkPlanTimes(plan, ctx.now))
  await checkResponsible(ctx, plan.responsibleId)
  await mustOfferDesks(ctx.db, [plan.department], { before: [newest?.department ?? null] })
  const isSame = newest?.status === 'draft'
  const version = isSame ? newest.version : (newest?.version ?? 0) + 1
  if (isSame) {
    const authorIds = JSON.stringify([...new Set([...authorsOf(newest), ctx.actor.id])])
    await store.updatePlan(ctx.db, newest.id, { ...wordsOf(plan), authorIds })
  }
  const planId = isSame ? newest.id : await insert(ctx, id, version, plan)
  await store.replaceMilestones(ctx.db, planId, milestoneRows(plan))
  return end(ctx, file, { act: 'drafted', data: { version, ...plan } })
}

/** S2-107: handed in to a superior; the clock of the approval begins to run. */
export const submit: Calls['submit'] = async (ctx, { id, expectedSeq }) => {
  const work = await begin(ctx, id, expectedSeq, 'submit')
  const newest = planOf(work)
  must(checkPrinciples({ principles: JSON.parse(newest.principles) }))
  must(checkPlanTimes({ ...newest, milestones: await store.milestonesOf(ctx.db, [newest.id]) }, ctx.now))
  await store.updatePlan(ctx.db, newest.id, { status: 'submitted', submittedAt: ctx.now })
  return end(ctx, work.file, { act: 'submitted', data: { version: newest.version }, emits: ['planSubmitted'] })
}

/** S2-107 S2-108: approved, or returned with the reason, by a superior within that person's authority. */
export const decide: Calls['decide'] = async (ctx, { id, isApproved, reason, expectedSeq }) => {
  const work = await load(ctx, id, expectedSeq, 'decide')
  const newest = planOf(work)
  const level = await levelFor(ctx, newest, work.file.row.tierAtOpening)
  must(canDecidePlan(viewerOf(ctx), { authorIds: authorsOf(newest), level }))
  if (!isApproved && reason === '') refuse('plan-return-reason')
  const decided = { decidedBy: ctx.actor.id, decidedAt: ctx.now, decision: reason }
  await store.updatePlan(ctx.db, newest.id, { ...decided, status: isApproved ? 'approved' : 'returned' })
  if (isApproved) await promiseNews(ctx, id, newest)
  return end(ctx, work.file, {
    act: isApproved ? 'approved' : 'returned',
    data: { version: newest.version, reason },
    emits: [isApproved ? 'planApproved' : 'planReturned'],
    recorded: { planApproved: isApproved },
  })
}

/** S2-112: a revision is a new version; it keeps the approval only while amounts and times stay what they were. */
export const revise: Calls['revise'] = async (ctx, { id, reason, expectedSeq, ...plan }) => {
  const work = await begin(ctx, id, expectedSeq, 'revise')
  const old = planOf(work)
  const milestones = await store.milestonesOf(ctx.db, [old.id])
  // A case that was taken up again has lost its approval, whatever the terms.
  const isLost = work.file.recorded.planApproved !== true
  const isFresh = isLost || needsNewApproval({ ...old, milestones }, plan)
  if (isFresh) must(checkPlanTimes(plan, ctx.now))
  await checkResponsible(ctx, plan.responsibleId)
  const version = old.version + 1
  const { status, submittedAt, decidedBy, decidedAt, decision, startedAt, startedBy } = old
  const kept = isFresh ? {} : { status, submittedAt, decidedBy, decidedAt, decision, startedAt, startedBy }
  const planId = await insert(ctx, id, version, plan, { reason, ...kept })
  await store.updatePlan(ctx.db, old.id, { status: 'superseded' })
  await store.replaceMilestones(ctx.db, planId, carried(plan, milestones))
  return end(ctx, work.file, {
    act: 'revised',
    data: { version, reason, needsApproval: isFresh, ...plan },
    recorded: isFresh ? { planApproved: false } : {},
  })
}

/** Milestones of a revision: what was reached stays reached. */
function carried(plan: Plan, before: readonly store.MilestoneRecord[]) {
  return milestoneRows(plan).map((row) => {
    const old = before.find(({ name, dueAt, doneAt }) => doneAt !== null && name === row.name && dueAt === row.dueAt)
    return old ? { ...row, doneAt: old.doneAt, doneBy: old.doneBy, doneText: old.doneText } : row
  })
}

/** S2-111: what the customer is to be told on the way becomes a reminder of who answers for the plan. */
async function promiseNews(ctx: Ctx, caseId: CaseId, plan: store.PlanRecord): Promise<void> {
  const milestones = await store.milestonesOf(ctx.db, [plan.id])
  const promised = milestones.filter(({ tellsCustomer, doneAt, dueAt }) => tellsCustomer && !doneAt && dueAt > ctx.now)
  await insertFollowUps(
    ctx.db,
    promised.map(({ name, dueAt }) => ({
      ...{ id: ctx.newId(), caseId, callId: null, memberId: null, ownerId: plan.responsibleId },
      ...{ kind: 'own' as const, dueAt, text: name, createdAt: ctx.now, doneAt: null, outcome: null },
    })),
  )
}

async function insert(
  ctx: Ctx,
  caseId: string,
  version: number,
  plan: Plan,
  more: Partial<store.PlanRecord> = {},
): Promise<string> {
  const open = { submittedAt: null, decidedBy: null, decidedAt: null, decision: null, startedAt: null, startedBy: null }
  const row: store.PlanRecord = {
    ...{ id: ctx.newId(), caseId, version, status: 'draft', reason: null, createdAt: ctx.now },
    ...wordsOf(plan),
    ...open,
    ...{ executedAt: null, executedBy: null, evidence: null, authorIds: JSON.stringify([ctx.actor.id]) },
    ...more,
  }
  await store.insertPlan(ctx.db, row)
  return row.id
}
