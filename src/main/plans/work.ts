import { found, must, refuse } from '../../shared/failure.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import type { Plan } from '../../shared/plans/model.ts'
import type { StepData } from '../../shared/workflow/model.ts'
import type { CaseEvent } from '../../shared/workflow/words.ts'
import { type CaseFile, expectSeq, openFile, viewerOf } from '../cases/case-file.ts'
import { record } from '../cases/record.ts'
import type { Ctx } from '../engine/handler.ts'
import { canWorkOn } from '../rules/case-hand.ts'
import { canTakePlanStep, type PlanStep } from '../rules/plan.ts'
import { findUserById } from '../users/queries.ts'
import * as store from './queries.ts'
import { toView } from './views.ts'

export type Work = { file: CaseFile; newest: store.PlanRecord | undefined }

/** The case with its newest plan, which stands where the step wants it. */
export async function load(ctx: Ctx, id: CaseId, expectedSeq: number, step: PlanStep): Promise<Work> {
  const file = await openFile(ctx, id)
  expectSeq(file, expectedSeq)
  const [newest] = await store.versionsOf(ctx.db, id)
  must(canTakePlanStep(step, newest?.status ?? null))
  return { file, newest }
}

/** The same, for one of the case's own people. */
export async function begin(ctx: Ctx, id: CaseId, expectedSeq: number, step: PlanStep): Promise<Work> {
  const work = await load(ctx, id, expectedSeq, step)
  const { ownerId, isOpen } = work.file.row
  must(canWorkOn(viewerOf(ctx), { ownerId, isOpen: isOpen === 1 }))
  return work
}

export function planOf({ newest }: Work): store.PlanRecord {
  return newest ?? refuse('plan-none')
}

/** S2-105: who answers for a plan works at the desk. */
export async function checkResponsible(ctx: Ctx, id: UserId): Promise<void> {
  const user = found(await findUserById(ctx.db, id), 'user')
  if (user.status !== 'active' || user.role === 'admin') refuse('case-not-a-handler')
}

type Entry = { act: string; data: Record<string, unknown>; emits?: readonly CaseEvent[]; recorded?: StepData }

/** Puts what was done into the log and shows the plan as it is now. */
export async function end(ctx: Ctx, file: CaseFile, { act, data, emits = [], recorded = {} }: Entry) {
  ctx.note({ act })
  return toView(ctx, await record(ctx, file, { kind: 'plan', emits, recorded, data: { act, ...data } }))
}

/** What a plan says, as a row holds it. */
export function wordsOf({ milestones, principles, ...said }: Plan) {
  return { ...said, principles: JSON.stringify(principles) }
}

/** Milestones of a plan as rows, none of them reached yet. */
export function milestoneRows({ milestones }: Pick<Plan, 'milestones'>) {
  return milestones.map(({ name, dueAt, tellsCustomer }) => ({
    ...{ name, dueAt, doneAt: null, doneBy: null, doneText: null },
    tellsCustomer: tellsCustomer ? (1 as const) : (0 as const),
  }))
}
