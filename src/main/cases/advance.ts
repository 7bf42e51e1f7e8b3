import type { Parsed } from '../../shared/contracts.ts'
import { found, must, Refusal, refuse } from '../../shared/failure.ts'
import { numbersOf } from '../../shared/targets/desk-numbers.ts'
import type { StepData, WorkflowTransition } from '../../shared/workflow/model.ts'
import { mustOfferDesks } from '../classes/offered.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { mustHaveNoPromises } from '../promises/settle.ts'
import { weighAttempts } from '../rules/attempts.ts'
import { canBackdate, checkTimes, momentOfStep } from '../rules/case-times.ts'
import { mayOverride } from '../rules/specialists.ts'
import { canCloseOver } from '../rules/survey-poor.ts'
import { advance as advanceBy, nextActions, type StepOutcome, stateOf } from '../rules/workflow.ts'
import type { WorkflowFacts } from '../rules/workflow-fields.ts'
import { endWithCase } from '../subtasks/end.ts'
import { countUndecided, keepVisitAnswer } from '../surveys/visit-answer.ts'
import { proposalFor } from '../workflow/proposal.ts'
import { type CaseFile, expectSeq, openFile, saveChange, viewerOf } from './case-file.ts'
import { tellTarget } from './merging.ts'
import { keepPromises } from './planned.ts'
import { mustAdvance } from './registration.ts'
import { changeOf, type Step } from './step-change.ts'
import { stepFacts } from './step-facts.ts'
import { toState } from './views.ts'

/** S1-12 S2-37: one step of the workflow: its form is checked, its events end or pause the clocks, its entry stays. */
export const advance: Handler<'cases.advance'> = async (ctx, input) => {
  const { saved, outcome, data } = await takeStep(ctx, input)
  await keepVisitAnswer(ctx, saved, outcome.events, data)
  return toState(saved, ctx.now)
}

/** Takes a step of a case; what the customer answered to it is left to the caller. */
export async function takeStep(ctx: Ctx, { id, step, to, data: form, expectedSeq }: Parsed<'cases.advance'>) {
  const file = await openFile(ctx, id)
  expectSeq(file, expectedSeq)
  const facts = await stepFacts(ctx.db, file, ctx.now)
  const transition = transitionOf(ctx, file, facts, step, to)
  const data = await withProposal(ctx, file, transition, form)
  mustAdvance(file.workflow, facts, transition.id, data, viewerOf(ctx), 'data.')
  mustBeAsked(transition, data)
  if (typeof data.department === 'string')
    await mustOfferDesks(ctx.db, [data.department], { path: 'data.department', before: [file.row.department] })
  if (stateOf(file.workflow, transition.to)?.isFinal) await mustHaveNoPromises(ctx.db, id)
  if (transition.emits.includes('closed')) must(canCloseOver(await countUndecided(ctx.db, id)))
  must(checkTimes(data, { receivedAt: file.row.receivedAt, now: ctx.now }))
  const outcome = withAttempts(file, found(advanceBy(file.workflow, facts, transition.id, data), 'step'))
  const at = momentOfStep(data, { lastStepAt: lastStepAt(file), now: file.now })
  must(canBackdate(viewerOf(ctx), file.clocks, outcome.events, at))

  const taken: Step = { transition, outcome, data, at }
  const stepped = await saveChange(ctx, file, await changeOf(ctx, file, taken))
  await keepPromises(ctx, stepped, outcome.events, data)
  const isOver = stepped.row.isOpen === 0 && !outcome.events.includes('merged')
  const saved = isOver ? await endWithCase(ctx, stepped, transition.name.zh) : stepped
  if (outcome.events.includes('merged')) await tellTarget(ctx, saved, data)
  ctx.note({ step: transition.id, from: file.row.state, to: outcome.state })
  return { saved, outcome, data }
}

/** What no field of the step takes would be lost in silence: a slip of the pen in a data file. */
function mustBeAsked({ fields }: WorkflowTransition, data: StepData): void {
  const unknown = Object.keys(data).filter((name) => !fields.some((field) => field.name === name))
  if (unknown.length === 0) return
  const issues = unknown.map((name) => ({ path: `data.${name}`, reason: 'unrecognized_keys' }))
  throw new Refusal({ code: 'INVALID_INPUT', issues })
}

function transitionOf(
  ctx: Ctx,
  file: CaseFile,
  facts: WorkflowFacts,
  step: string | undefined,
  to: string | undefined,
): WorkflowTransition {
  if (step !== undefined)
    return found(
      file.workflow.transitions.find((candidate) => candidate.id === step),
      'step',
    )
  const ways = nextActions(file.workflow, facts, viewerOf(ctx)).filter(({ transition }) => transition.to === to)
  const isOpenWay = ({ decision, needs }: (typeof ways)[number]) =>
    decision.allowed && needs.every(({ isMet }) => isMet)
  const way = ways.find(isOpenWay) ?? ways.find(({ decision }) => decision.allowed) ?? ways[0]
  return way?.transition ?? refuse('case-step-not-here', { step: to ?? '', state: file.row.state })
}

/** S1-33 S2-34: a complaint is given to whom the desk proposes, unless a lead decides otherwise. */
async function withProposal(
  ctx: Ctx,
  file: CaseFile,
  { emits, fields }: WorkflowTransition,
  data: StepData,
): Promise<StepData> {
  const asksOwner = emits.includes('assigned') && fields.some(({ name }) => name === 'ownerId')
  if (!asksOwner || file.row.kind !== 'complaint') return data
  const proposal = await proposalFor(ctx.db, file.row)
  if (data.ownerId === undefined && proposal.row !== null && proposal.ownerId !== null)
    return { ...data, ownerId: proposal.ownerId, department: data.department ?? proposal.department }
  if (typeof data.ownerId === 'string') must(mayOverride(viewerOf(ctx), proposal, data.ownerId))
  return data
}

/** S1-50: enough attempts at different times, by the numbers the case was opened under, stand for the customer's answer. */
function withAttempts({ events, row, targets }: CaseFile, outcome: StepOutcome): StepOutcome {
  const { contactAt } = outcome.given
  if (!outcome.events.includes('attempted') || typeof contactAt !== 'number') return outcome
  const since = events.findLast(({ data }) => (JSON.parse(data) as { emits?: string[] }).emits?.includes('replied'))
  const earlier = events
    .filter(({ seq }) => seq > (since?.seq ?? 0))
    .flatMap(({ data }) => {
      const { emits = [], recorded = {} } = JSON.parse(data) as { emits?: string[]; recorded?: { contactAt?: number } }
      return emits.includes('attempted') && recorded.contactAt !== undefined ? [recorded.contactAt] : []
    })
  const times = [...earlier, Math.max(contactAt, row.receivedAt)]
  const { attempts, isEnough } = weighAttempts(times, numbersOf(targets).attempts)
  const counted: StepData = { attempts, ...(isEnough ? { surveyDone: true } : {}) }
  return { ...outcome, given: { ...outcome.given, ...counted }, recorded: { ...outcome.recorded, ...counted } }
}

/** When the case last moved; a step cannot have happened before the one before it. */
function lastStepAt({ events, row }: CaseFile): number {
  const last = events.findLast((event) => event.toState !== null && event.kind !== 'opened')
  return last?.at ?? row.receivedAt
}
