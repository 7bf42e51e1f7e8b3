import { CASE_KINDS } from '../../shared/cases/words.ts'
import { must, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import type { Specialist } from '../../shared/workflow/specialists.ts'
import { expectSeq, openFile, saveChange } from '../cases/case-file.ts'
import { readLists } from '../classes/lists.ts'
import { mustOffer } from '../classes/offered.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { targetsAt, workflowAt } from '../policies/queries.ts'
import { checkWorkflow } from '../rules/workflow-check.ts'
import { clockEffects } from '../rules/workflow-clocks.ts'
import { canMove } from '../rules/workflow-move.ts'
import { dayAt } from '../rules/zone.ts'
import { proposalFor, saveSpecialists, specialistsOf } from './proposal.ts'
import { draftedWorkflows, findDraft, findWorkflow, listWorkflows, openByState, peopleById } from './queries.ts'

export const workflow: FeatureHandlers<'workflow'> = {
  list: async ({ db, now }, { drafts }) => {
    const inForce = new Set<string>()
    for (const kind of CASE_KINDS) inForce.add((await workflowAt(db, kind, now)).rowId)
    const all = [...(drafts ? await draftedWorkflows(db) : []), ...(await listWorkflows(db))]
    return all.map(({ rowId, effectiveFrom, isDraft, body: { id, version, name, caseKinds } }) => ({
      policyId: rowId,
      id,
      version,
      name,
      caseKinds,
      effectiveFrom: typeof effectiveFrom === 'number' ? dayAt(DESK_ZONE, effectiveFrom) : effectiveFrom,
      isInForce: inForce.has(rowId),
      isDraft,
    }))
  },

  show: async ({ db, now }, { policyId }) => {
    const definition = (await findDraft(db, policyId)) ?? (await findWorkflow(db, policyId))
    const { body: targets } = await targetsAt(db, now)
    const [problems, clocks] = [checkWorkflow(definition), clockEffects(definition, targets.rules)]
    return { policyId, definition, problems, clocks, open: await openByState(db, policyId) }
  },

  specialists: async ({ db }) => specialistsOf(db),

  setSpecialist: async (ctx, row) => {
    const people = await peopleById(ctx.db)
    for (const id of [row.specialistId, row.deputyId]) {
      const person = id === null ? undefined : people.get(id)
      if (id !== null && (person?.status !== 'active' || person.role === 'admin')) refuse('case-not-a-handler')
    }
    if (row.specialistId !== null && row.specialistId === row.deputyId) refuse('specialist-own-deputy')
    await mustOffer(ctx.db, row)
    const others = (await specialistsOf(ctx.db)).filter(({ category }) => category !== row.category)
    return keep(ctx, [...others, row])
  },

  removeSpecialist: async (ctx, { category }) => {
    const rows = await specialistsOf(ctx.db)
    return keep(
      ctx,
      rows.filter((row) => row.category !== category),
    )
  },

  propose: async ({ db }, input) => {
    const proposal = await proposalFor(db, input)
    const people = await peopleById(db)
    return {
      ...proposal,
      ownerId: proposal.ownerId as UserId | null,
      ownerName: (proposal.ownerId && people.get(proposal.ownerId)?.name) ?? null,
    }
  },

  move: async (ctx, { id, policyId, reason, expectedSeq }) => {
    const file = await openFile(ctx, id)
    expectSeq(file, expectedSeq)
    const { row, workflow: from } = file
    const to = await findWorkflow(ctx.db, policyId)
    must(canMove({ kind: row.kind, state: row.state, policyId: row.workflowPolicyId }, { policyId, definition: to }))
    const data = {
      from: row.workflowPolicyId,
      to: policyId,
      fromVersion: from.version,
      toVersion: to.version,
      reason,
    }
    const events = [{ at: ctx.now, actorId: ctx.actor.id, kind: 'movedVersion' as const, data }]
    ctx.note({ before: { workflowPolicyId: row.workflowPolicyId } })
    const saved = await saveChange(ctx, file, { row: { workflowPolicyId: policyId }, events })
    return { policyId, lastSeq: saved.row.lastSeq }
  },
}

async function keep(ctx: Ctx, rows: readonly Specialist[]): Promise<Specialist[]> {
  const places = new Map((await readLists(ctx.db)).categories.map(({ code }, i) => [code, i]))
  const sorted = [...rows].sort((a, b) => (places.get(a.category) ?? 0) - (places.get(b.category) ?? 0))
  ctx.note({ before: await specialistsOf(ctx.db) })
  await saveSpecialists(ctx.db, sorted)
  return sorted
}
