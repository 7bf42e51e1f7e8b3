import { found, must } from '../../shared/failure.ts'
import { DAY, type Instant } from '../../shared/time.ts'
import type { StepData, WorkflowDefinition, WorkflowTransition } from '../../shared/workflow/model.ts'
import type { Ctx } from '../engine/handler.ts'
import { mustBeQualified } from '../routing/decide.ts'
import { canAssign } from '../rules/assignment.ts'
import { answerByOf } from '../rules/case-clocks.ts'
import { type StepOutcome, stateOf } from '../rules/workflow.ts'
import { type CaseChange, type CaseFile, NEVER_DUE, targetFacts, viewerOf } from './case-file.ts'
import { clocksAfter } from './clock-moves.ts'
import { mergeTarget, openClocks } from './merging.ts'
import { type CaseRecord, findHandler, type NewEvent } from './queries.ts'

/** A step that was allowed, with its form and the moment at which it happened. */
export type Step = { transition: WorkflowTransition; outcome: StepOutcome; data: StepData; at: Instant }

/** What a step changes of a case: its row, its log, its clocks. */
export async function changeOf(ctx: Ctx, file: CaseFile, step: Step): Promise<CaseChange> {
  const { transition, outcome, data, at } = step
  const { workflow } = file
  const isFinal = stateOf(workflow, outcome.state)?.isFinal ?? false
  const isMerged = outcome.events.includes('merged')
  const next = {
    ...rowAfter(file, step, isFinal),
    ...(isMerged ? await mergeTarget(ctx, data, file.row) : {}),
  }
  const clocks = clocksAfter(file, {
    events: outcome.events,
    state: outcome.state,
    at,
    reason: transition.id,
    by: ctx.actor.id,
    isFinal,
    round: next.round,
    facts: targetFacts(next, file.earlier),
    ...answerByOf(outcome.given),
  })
  const events: NewEvent[] = [
    {
      at,
      actorId: ctx.actor.id,
      kind: 'step',
      fromState: file.row.state,
      toState: outcome.state,
      data: {
        step: transition.id,
        emits: outcome.events,
        recorded: outcome.given,
        ...(isMerged ? { before: { relatedCaseId: file.row.relatedCaseId, clocks: openClocks(file) } } : {}),
      },
    },
    ...(await ownerEvents(ctx, file, step)),
  ]
  const transfers = file.row.transfers + (events.length > 1 ? 1 : 0)
  return {
    row: { ...next, transfers },
    events,
    ...clocks,
    ...(isFinal ? { archiveAt: archiveAt(workflow, outcome.state, at) } : {}),
  }
}

function rowAfter({ row }: CaseFile, { outcome, data, at }: Step, isFinal: boolean): CaseRecord {
  return {
    ...row,
    state: outcome.state,
    ownerId: outcome.ownerId,
    isComplex: outcome.isComplex ? 1 : 0,
    isOpen: isFinal ? 0 : 1,
    closedAt: isFinal ? (row.closedAt ?? at) : null,
    round: row.round + (outcome.events.includes('reopened') ? 1 : 0),
    department: typeof data.department === 'string' ? data.department : row.department,
  }
}

/** S2-40: when the desk itself puts a case away that has come to this end. */
function archiveAt({ transitions }: WorkflowDefinition, state: string, at: Instant): Instant {
  const archive = transitions.find(({ from, afterDays }) => from.includes(state) && afterDays !== undefined)
  return archive?.afterDays === undefined ? NEVER_DUE : at + archive.afterDays * DAY
}

/** S1-40: a step that names another owner leaves its entry in the history of owners. */
async function ownerEvents(ctx: Ctx, file: CaseFile, { outcome, data, at }: Step): Promise<NewEvent[]> {
  const { row } = file
  if (outcome.ownerId === null || outcome.ownerId === row.ownerId) return []
  const to = found(await findHandler(ctx.db, outcome.ownerId), 'user')
  const reason = typeof data.reassignReason === 'string' ? data.reassignReason : outcome.events.join(' ')
  must(
    canAssign(
      viewerOf(ctx),
      { ownerId: row.ownerId, isOpen: true, transfers: row.transfers },
      { id: to.id, role: to.role, isActive: to.status === 'active' },
      reason,
    ),
  )
  await mustBeQualified(ctx, row, to.id)
  return [{ at, actorId: ctx.actor.id, kind: 'assigned', data: { from: row.ownerId, to: to.id, reason } }]
}
