import { found, must, Refusal, refuse } from '../../shared/failure.ts'
import type { StepData, WorkflowTransition } from '../../shared/workflow/model.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { canAssign } from '../rules/assignment.ts'
import { addedClocks, type CaseStep, type RoundClock, reopenedClocks, stepRoundClock } from '../rules/case-clocks.ts'
import { followUpsAfter } from '../rules/case-follow-ups.ts'
import { canBackdate, checkTimes, momentOfStep } from '../rules/case-times.ts'
import { advance as advanceBy, nextActions, type StepOutcome, stateOf } from '../rules/workflow.ts'
import {
  type CaseChange,
  type CaseFile,
  expectSeq,
  openFile,
  saveChange,
  scopeOf,
  targetFacts,
  viewerOf,
  workflowFacts,
} from './case-file.ts'
import { finishFollowUpsOf, insertFollowUps } from './follow-up-queries.ts'
import { appendEvents, type CaseRecord, findCaseByNumber, findHandler, type NewEvent, updateCase } from './queries.ts'
import { mustAdvance } from './registration.ts'
import { toState } from './views.ts'

/** S1-12 S2-37: one step of the workflow: its form is checked, its events end or pause the clocks, its entry stays. */
export const advance: Handler<'cases.advance'> = async (ctx, { id, step, to, data, expectedSeq }) => {
  const file = await openFile(ctx, id)
  expectSeq(file, expectedSeq)
  const transition = transitionOf(ctx, file, step, to)
  const facts = workflowFacts(file)
  mustAdvance(file.workflow, facts, transition.id, data, viewerOf(ctx), 'data.')
  mustBeAsked(transition, data)
  must(checkTimes(data, { receivedAt: file.row.receivedAt, now: ctx.now }))
  const outcome = found(advanceBy(file.workflow, facts, transition.id, data), 'step')
  const at = momentOfStep(data, { lastStepAt: lastStepAt(file), now: ctx.now })
  must(canBackdate(viewerOf(ctx), file.clocks, outcome.events, at))

  const change = await changeOf(ctx, file, transition, outcome, data, at)
  const saved = await saveChange(ctx, file, change)
  await keepPromises(ctx, saved, outcome, data)
  if (outcome.events.includes('merged')) await tellTarget(ctx, saved, data)
  ctx.note({ step: transition.id, from: file.row.state, to: outcome.state })
  return toState(saved, ctx.now)
}

/** What no field of the step takes would be lost in silence: a slip of the pen in a data file. */
function mustBeAsked({ fields }: WorkflowTransition, data: StepData): void {
  const unknown = Object.keys(data).filter((name) => !fields.some((field) => field.name === name))
  if (unknown.length === 0) return
  const issues = unknown.map((name) => ({ path: `data.${name}`, reason: 'unrecognized_keys' }))
  throw new Refusal({ code: 'INVALID_INPUT', issues })
}

function transitionOf(ctx: Ctx, file: CaseFile, step: string | undefined, to: string | undefined): WorkflowTransition {
  if (step !== undefined)
    return found(
      file.workflow.transitions.find((candidate) => candidate.id === step),
      'step',
    )
  const ways = nextActions(file.workflow, workflowFacts(file), viewerOf(ctx)).filter(
    ({ transition }) => transition.to === to,
  )
  const way = ways.find(({ decision }) => decision.allowed) ?? ways[0]
  return way?.transition ?? refuse('case-step-not-here', { step: to ?? '', state: file.row.state })
}

/** When the case last moved; a step cannot have happened before the one before it. */
function lastStepAt({ events, row }: CaseFile): number {
  const last = events.findLast((event) => event.kind === 'step')
  return last?.at ?? row.receivedAt
}

async function changeOf(
  ctx: Ctx,
  file: CaseFile,
  transition: WorkflowTransition,
  outcome: StepOutcome,
  data: StepData,
  at: number,
): Promise<CaseChange> {
  const { row, workflow, calendars } = file
  const isFinal = stateOf(workflow, outcome.state)?.isFinal ?? false
  const step: CaseStep = { events: outcome.events, state: outcome.state, at, reason: transition.id, isFinal }
  const isReopened = outcome.events.includes('reopened')
  const next: CaseRecord = {
    ...row,
    state: outcome.state,
    ownerId: outcome.ownerId,
    isComplex: outcome.isComplex ? 1 : 0,
    isOpen: isFinal ? 0 : 1,
    closedAt: isFinal ? at : null,
    round: row.round + (isReopened ? 1 : 0),
    department: typeof data.department === 'string' ? data.department : row.department,
    ...(await mergeTarget(ctx, outcome, data, row)),
  }
  const moved = file.clocks.map((clock) => ({ clock, to: stepRoundClock(clock, calendars, step, ctx.now) }))
  const events: NewEvent[] = [
    {
      at,
      actorId: ctx.actor.id,
      kind: 'step',
      fromState: row.state,
      toState: outcome.state,
      data: { step: transition.id, emits: outcome.events, recorded: givenIn(outcome, data) },
    },
    ...(await ownerEvents(ctx, file, outcome, data, at)),
  ]
  const transfers = row.transfers + (events.length > 1 ? 1 : 0)
  return {
    row: { ...next, transfers },
    events,
    moved,
    started: startedBy(
      file,
      next,
      isReopened,
      moved.map(({ to }) => to.clock),
      at,
    ),
  }
}

function givenIn(outcome: StepOutcome, data: StepData): StepData {
  return Object.fromEntries(
    Object.keys(data).flatMap((name) => (outcome.recorded[name] === undefined ? [] : [[name, outcome.recorded[name]]])),
  )
}

/** S3-53 S2-171: clocks that a complex question or a new round brings with it. */
function startedBy(
  file: CaseFile,
  next: CaseRecord,
  isReopened: boolean,
  clocks: readonly RoundClock[],
  at: number,
): RoundClock[] {
  const { targets, calendars } = file
  const facts = targetFacts(next)
  if (isReopened) return reopenedClocks(facts, at, clocks, next.round, targets, calendars)
  return next.isComplex === file.row.isComplex ? [] : addedClocks(facts, clocks, next.round, targets, calendars)
}

/** S1-40: a step that names another owner leaves its entry in the history of owners. */
async function ownerEvents(
  ctx: Ctx,
  file: CaseFile,
  outcome: StepOutcome,
  data: StepData,
  at: number,
): Promise<NewEvent[]> {
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
  return [{ at, actorId: ctx.actor.id, kind: 'assigned', data: { from: row.ownerId, to: to.id, reason } }]
}

/** S1-48: merging names another open case by its number; both histories stay. */
async function mergeTarget(
  ctx: Ctx,
  outcome: StepOutcome,
  data: StepData,
  row: CaseRecord,
): Promise<Partial<CaseRecord>> {
  if (!outcome.events.includes('merged')) return {}
  const target = found(await findCaseByNumber(ctx.db, scopeOf(ctx), String(data.mergedInto ?? '').trim()), 'case')
  if (target.id === row.id) refuse('case-merge-self')
  if (target.isOpen === 0) refuse('case-merge-closed', { number: target.number })
  return { relatedCaseId: target.id }
}

async function tellTarget(ctx: Ctx, { row }: CaseFile, data: StepData): Promise<void> {
  const target = found(await findCaseByNumber(ctx.db, scopeOf(ctx), String(data.mergedInto ?? '').trim()), 'case')
  const seq = await appendEvents(ctx.db, target.id, target.lastSeq, ctx.now, [
    {
      at: ctx.now,
      actorId: ctx.actor.id,
      kind: 'linked',
      data: { caseId: row.id, number: row.number, isMerged: true },
    },
  ])
  await updateCase(ctx.db, target.id, target.lastSeq, { lastSeq: seq, updatedAt: ctx.now })
}

async function keepPromises(ctx: Ctx, { row }: CaseFile, outcome: StepOutcome, data: StepData): Promise<void> {
  const { db, now } = ctx
  if (row.isOpen === 0) return finishFollowUpsOf(db, row.id, now)
  const planned = followUpsAfter({ kind: row.kind, events: outcome.events, data, now })
  await insertFollowUps(
    db,
    planned.map((plan) => ({
      ...plan,
      id: ctx.newId(),
      caseId: row.id,
      callId: row.callId,
      memberId: row.memberId,
      ownerId: row.ownerId ?? ctx.actor.id,
      createdAt: now,
      doneAt: null,
      outcome: null,
    })),
  )
}
