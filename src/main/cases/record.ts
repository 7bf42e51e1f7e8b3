import type { LogKind } from '../../shared/cases/axes.ts'
import type { Instant } from '../../shared/time.ts'
import type { StepData } from '../../shared/workflow/model.ts'
import type { CaseEvent } from '../../shared/workflow/words.ts'
import type { Ctx } from '../engine/handler.ts'
import { followOf } from '../rules/workflow-follow.ts'
import { type CaseFile, saveChange, targetFacts, workflowFacts } from './case-file.ts'
import { clocksAfter } from './clock-moves.ts'
import type { CaseRecord } from './queries.ts'

/** What happened to a case without a step of its workflow. */
export type CaseEntry = {
  kind: LogKind
  /** When it happened; now when left out. */
  at?: Instant
  /** What the limits and the workflow listen to. */
  emits?: readonly CaseEvent[]
  /** The one thing that the events are about where a case has several alike: a sub-task. */
  item?: string
  /** When the promise about `item` was agreed to end, in place of the rule's own limit. */
  dueAt?: Instant
  /** What later steps may need, by name; it stands beside what the steps' own forms recorded. */
  recorded?: StepData
  /** The rest of the entry, for people and for replay. */
  data: Record<string, unknown>
  row?: Partial<CaseRecord>
}

/** Puts an entry into the log of a case and moves the clocks that listen to it. Gives the case as it is now. */
export async function record(ctx: Ctx, file: CaseFile, entry: CaseEntry): Promise<CaseFile> {
  const { kind, emits = [], item, dueAt, recorded = {}, data, row = {} } = entry
  const at = entry.at === undefined || entry.at === ctx.now ? file.now : entry.at
  const about = { ...(item === undefined ? {} : { item }), ...(dueAt === undefined ? {} : { dueAt }) }
  const facts = workflowFacts(file)
  const follow = followOf(file.workflow, { ...facts, recorded: { ...facts.recorded, ...recorded } }, emits)
  const way = follow ? { fromState: file.row.state, toState: follow.to } : {}
  const step = follow ? { step: follow.id } : {}
  const events = [{ at, actorId: ctx.actor.id, kind, ...way, data: { ...data, ...step, emits, ...about, recorded } }]
  const moved = follow ? { ...row, state: follow.to } : row
  const after = { ...file.row, ...moved }
  const clocks = clocksAfter(file, {
    ...about,
    events: emits,
    state: after.state,
    at,
    reason: follow?.id ?? kind,
    by: ctx.actor.id,
    isFinal: after.isOpen === 0,
    round: after.round,
    facts: targetFacts(after, file.earlier),
  })
  return saveChange(ctx, file, { row: moved, events, ...clocks })
}
