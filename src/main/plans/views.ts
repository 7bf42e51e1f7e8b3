import type { CaseId, UserId } from '../../shared/ids.ts'
import type { PlansView, PlanView } from '../../shared/plans/model.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import { type CaseFile, namesOf, viewerOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { compensationAt } from '../policies/queries.ts'
import { canWorkOn } from '../rules/case-hand.ts'
import { levelOf } from '../rules/compensation-authority.ts'
import { canDecidePlan } from '../rules/plan.ts'
import * as store from './queries.ts'

type Names = ReadonlyMap<string, string>
const nameOf = (names: Names, id: string | null) => (id === null ? null : (names.get(id) ?? null))

export const authorsOf = ({ authorIds }: Pick<store.PlanRecord, 'authorIds'>): string[] => JSON.parse(authorIds)

type Terms = Pick<store.PlanRecord, 'amountFen' | 'miles'>

/** The level that the amounts of a plan reach in the authority now in force. */
export async function levelFor(ctx: Ctx, { amountFen, miles }: Terms, tier: string) {
  const { body } = await compensationAt(ctx.db, ctx.now)
  const amounts = [{ fen: amountFen, miles, form: '' }]
  return levelOf(body, { isStatutory: false, tier: tier as MemberTier, amounts, isOverBudget: false })
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** The plan of a case as it is now. */
export async function toView(ctx: Ctx, { row, recorded }: CaseFile): Promise<PlansView> {
  const versions = await store.versionsOf(ctx.db, row.id)
  const milestones = await store.milestonesOf(
    ctx.db,
    versions.map(({ id }) => id),
  )
  const names = await namesOf(ctx.db, [
    ...versions.flatMap((one) => [...authorsOf(one), one.responsibleId, one.decidedBy, one.startedBy, one.executedBy]),
    ...milestones.map(({ doneBy }) => doneBy),
  ])
  const viewer = viewerOf(ctx)
  const [newest] = versions
  const isWaiting = newest?.status === 'submitted'
  const level = isWaiting ? await levelFor(ctx, newest, row.tierAtOpening) : 'two'
  return {
    caseId: row.id as CaseId,
    lastSeq: row.lastSeq,
    versions: versions.map((one) =>
      toPlan(
        one,
        milestones.filter(({ planId }) => planId === one.id),
        names,
      ),
    ),
    basis: {
      cause: text(recorded.causeText) || row.reason,
      demand: row.demand,
      department: row.department,
      ownerId: row.ownerId as UserId | null,
    },
    may: {
      draft: canWorkOn(viewer, { ownerId: row.ownerId, isOpen: row.isOpen === 1 }).allowed,
      decide: isWaiting && canDecidePlan(viewer, { authorIds: authorsOf(newest), level }).allowed,
    },
  }
}

function toPlan(row: store.PlanRecord, milestones: readonly store.MilestoneRecord[], names: Names): PlanView {
  const { authorIds, decidedBy, startedBy, executedBy, caseId, ...rest } = row
  return {
    ...rest,
    department: row.department,
    responsibleId: row.responsibleId as UserId,
    responsibleName: names.get(row.responsibleId) ?? '',
    principles: JSON.parse(row.principles),
    authorNames: authorsOf({ authorIds }).map((id) => names.get(id) ?? ''),
    decidedByName: nameOf(names, decidedBy),
    startedByName: nameOf(names, startedBy),
    executedByName: nameOf(names, executedBy),
    milestones: milestones.map(({ planId, doneBy, tellsCustomer, ...one }) => ({
      ...one,
      tellsCustomer: tellsCustomer === 1,
      doneByName: nameOf(names, doneBy),
    })),
  }
}
